import type { WishlistItem } from '../../../src/domain/wishlist-item.ts';
import { nothing, sql } from '../database/sql.ts';
import { finds, isAnyOf } from './conditions.ts';
import type { Handler, Seed } from './operation.ts';
import { sorted, type Ordering } from './ordering.ts';
import { countRows, readPage } from './page.ts';
import { instant } from './values.ts';

interface Row {
  readonly id: string;
  readonly addedAt: Date | null;
  readonly record: Omit<WishlistItem, 'id' | 'customerId' | 'addedAt'>;
}

const newestFirst: Ordering = [
  { by: sql`added_at`, type: 'timestamptz', descending: true, nullable: true },
  { by: sql`wishlist_item_id`, type: 'text', descending: true },
];

/** The sortable members. Prices sort by currency first: amounts in different currencies are never compared. */
const sortable: Readonly<Record<string, Ordering>> = {
  product: [{ by: sql`product_key`, type: 'text', nullable: true }],
  price: [
    { by: sql`currency`, type: 'text', nullable: true },
    { by: sql`price`, type: 'numeric', nullable: true },
  ],
  addedAt: [{ by: sql`added_at`, type: 'timestamptz', nullable: true }],
};

export const list: Handler = async ({ db, customerId, list }) => {
  const query = list();
  const availability = query.filter.get('availability');
  const wishlist = {
    columns: sql`wishlist_item_id as id, added_at as "addedAt", record`,
    from: sql`wishlist`,
    where: sql`
      customer_id = ${customerId} ${availability === undefined ? nothing : isAnyOf(sql`availability_code`, availability)}
      ${query.text ? sql`and ${finds(query.text)}` : nothing}`,
    ordering: sorted(query.sort, sortable, newestFirst),
  };
  const page = await readPage(db, query, wishlist, ({ id, addedAt, record }: Row): WishlistItem => ({
    ...record,
    id,
    customerId,
    ...(addedAt && { addedAt: instant(addedAt) }),
  }));
  return { body: { ...page, total: await countRows(db, wishlist) } };
};

export const seed: Seed = ({ lists }) => ({
  table: 'wishlist',
  rows: lists.wishlist.map(({ id, customerId, addedAt, ...record }) => ({
    customer_id: customerId,
    wishlist_item_id: id,
    added_at: addedAt,
    record,
  })),
});
