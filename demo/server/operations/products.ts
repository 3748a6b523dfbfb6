import type { CatalogProduct } from '../../../src/domain/cross-sell.ts';
import type { Queryable } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { finds } from './conditions.ts';
import { money } from './values.ts';
import type { Handler } from './operation.ts';
import type { Ordering } from './ordering.ts';
import { countRows, readPage } from './page.ts';

interface Row {
  readonly id: string;
  readonly title: string | null;
  readonly sku: string | null;
  readonly image: string | null;
  readonly url: string | null;
  readonly price: string | null;
  readonly currency: string | null;
  readonly intervals: CatalogProduct['intervals'] | null;
}

const columns = sql`product_id as id, title, sku, image, url, price, price_currency as currency, intervals`;

const byTitle: Ordering = [
  { by: sql`title_key`, type: 'text', nullable: true },
  { by: sql`product_id`, type: 'text' },
];

export const list: Handler = async ({ db, list }) => {
  const query = list();
  const products = {
    columns,
    from: sql`products`,
    where: query.text ? finds(query.text) : sql`true`,
    ordering: byTitle,
  };
  const page = await readPage(db, query, products, productOf);
  return { body: { ...page, total: await countRows(db, products) } };
};

/** Returns the catalog product with an id. */
export async function findProduct(db: Queryable, id: string): Promise<CatalogProduct | undefined> {
  const [row] = await db.query<Row>(sql`select ${columns} from products where product_id = ${id}`);
  return row && productOf(row);
}

const productOf = ({ id, title, sku, image, url, price, currency, intervals }: Row): CatalogProduct => ({
  id,
  ...(title !== null && { title }),
  ...(sku !== null && { sku }),
  ...(image !== null && { image }),
  ...(url !== null && { url }),
  ...(price !== null && currency !== null && { price: money(price, currency) }),
  ...(intervals && { intervals }),
});
