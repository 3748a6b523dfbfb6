import type { OrderDetail, OrderLine, OrderRelation } from '../../../src/domain/order-detail.ts';
import type { OrderEntry, OrderTotals, Return } from '../../../src/domain/order.ts';
import { one } from '../database/database.ts';
import { join, nothing, sql, type Sql } from '../database/sql.ts';
import { invalid, notFound } from '../http/problems.ts';
import { instant, money } from './values.ts';
import { code, finds, isAnyOf, isWithin } from './conditions.ts';
import type { Handler } from './operation.ts';
import { sorted, type Ordering } from './ordering.ts';
import { readPage } from './page.ts';

interface Row {
  readonly id: string;
  readonly kind: OrderEntry['kind'];
  readonly number: string;
  readonly placedAt: Date;
  readonly currency: string;
  readonly total: string;
  readonly status: OrderEntry['status'];
  readonly archived: boolean;
  readonly original: Return['original'] | null;
  readonly itemCount: number;
  readonly products: number;
  readonly title: string | null;
}

/** The columns of a `Row`, from `orders` and aggregates of its lines. */
const columns = sql`
  orders.order_id as id, kind, number, placed_at as "placedAt", currency, total, status, archived, original,
  "itemCount", products, items.title`;
const withItems = sql`
  cross join lateral (
    select coalesce(sum(abs(quantity)), 0)::integer as "itemCount", count(*)::integer as products,
      (array_agg(coalesce(order_lines.title, products.title, order_lines.sku) order by line_no))[1] as title
    from order_lines join products using (product_id)
    where order_lines.customer_id = orders.customer_id and order_lines.order_id = orders.order_id
  ) items`;

const newestFirst: Ordering = [
  { by: sql`placed_at`, type: 'timestamptz', descending: true },
  { by: sql`number_key`, type: 'text', descending: true },
  { by: sql`orders.order_id`, type: 'text', descending: true },
];

/** The sortable members. Amounts sort by currency first: amounts in different currencies are never compared. */
const sortable: Readonly<Record<string, Ordering>> = {
  placedAt: [{ by: sql`placed_at`, type: 'timestamptz' }],
  number: [{ by: sql`number_key`, type: 'text' }],
  itemCount: [{ by: sql`"itemCount"`, type: 'integer' }],
  total: [
    { by: sql`currency`, type: 'text' },
    { by: sql`total`, type: 'numeric' },
  ],
};

export const list: Handler = async ({ db, customerId, list }) => {
  const query = list();
  const { archived, ...codes } = Object.fromEntries(query.filter);
  const filters = Object.entries(codes).map(([name, value]) =>
    isAnyOf(name === 'kind' ? sql`kind` : code(sql`status #> array[${name}::text, 'status']`), value),
  );
  const orders = {
    columns,
    from: sql`orders ${withItems}`,
    where: sql`
      orders.customer_id = ${customerId} and ${isWithin(sql`placed_at`, query.range)} ${join(filters, nothing)}
      ${isListed(archived)}
      ${query.text ? sql`and ${matchesText(query.text)}` : nothing}`,
    ordering: sorted(query.sort, sortable, newestFirst),
  };
  const totals = await one<Required<OrderTotals>>(
    db,
    sql`
      select count(*) filter (where kind = 'order')::integer as orders,
        count(*) filter (where kind = 'return')::integer as returns
      from orders where ${orders.where}`,
  );
  const page = await readPage(db, query, orders, (row: Row) => entryOf(customerId, row));
  return { body: { ...page, total: totals.orders + totals.returns, totals } };
};

/** Returns the condition for archived orders, which are excluded by default. */
function isListed(archived: string | undefined): Sql {
  if (archived === undefined) return sql`and not archived`;
  if (archived === 'only') return sql`and archived`;
  if (archived === 'include') return nothing;
  throw invalid({ 'filter[archived]': 'include or only' });
}

/**
 * Returns the condition that an order's number or one of its lines contains a text. A line without a title uses that of
 * its product.
 */
const matchesText = (text: string): Sql => sql`(
  ${finds(text, sql`orders.search`)}
  or exists (
    select 1 from order_lines left join products using (product_id)
    where order_lines.customer_id = orders.customer_id and order_lines.order_id = orders.order_id
      and (${finds(text, sql`order_lines.search`)} or order_lines.title is null and ${finds(text, sql`products.search`)})))`;

interface LineRow {
  readonly no: number;
  readonly productId: string | null;
  readonly title: string | null;
  readonly sku: string | null;
  readonly image: string | null;
  readonly quantity: number;
  readonly unitPrice: string;
  readonly total: string;
}

export const get: Handler = async ({ db, customerId, id }) => {
  const orderId = id('orderId');
  const [row] = await db.query<Row & Pick<OrderDetail, 'payments' | 'refunds' | 'fulfillments'>>(sql`
    select ${columns}, payments, refunds, fulfillments from orders ${withItems}
    where orders.customer_id = ${customerId} and orders.order_id = ${orderId}`);
  if (!row) throw notFound();
  const lines = await db.query<LineRow>(sql`
    select line_no as no, product_id as "productId", coalesce(order_lines.title, products.title) as title,
      order_lines.sku, image, quantity, unit_price as "unitPrice", total
    from order_lines left join products using (product_id)
    where customer_id = ${customerId} and order_id = ${orderId}
    order by line_no`);
  const related = await db.query<Omit<OrderRelation, 'kind'>>(sql`
    select order_id as id, number from orders
    where customer_id = ${customerId} and kind = 'return' and original ->> 'id' = ${orderId}
    order by placed_at desc, number_key desc`);
  const detail: OrderDetail = {
    ...entryOf(customerId, row),
    lines: lines.map((line) => lineOf(row, line)),
    payments: row.payments ?? undefined,
    refunds: row.refunds ?? undefined,
    fulfillments: row.fulfillments ?? undefined,
    related: related.map(({ id, number }) => ({ kind: 'return', id, number })),
  };
  return { body: detail };
};

function entryOf(customerId: string, row: Row): OrderEntry {
  const entry = {
    id: row.id,
    customerId,
    number: row.number,
    placedAt: instant(row.placedAt),
    itemCount: row.itemCount,
    summary: row.products > 0 ? { title: row.title ?? '', more: row.products - 1 } : undefined,
    total: money(row.total, row.currency),
    status: row.status,
    archived: row.archived || undefined,
  };
  return row.kind === 'order'
    ? { ...entry, kind: row.kind }
    : { ...entry, kind: row.kind, original: row.original ?? undefined };
}

const lineOf = ({ id, currency }: Row, line: LineRow): OrderLine => ({
  id: `${id}-${line.no}`,
  kind: line.productId === null ? 'charge' : 'product',
  title: line.title ?? undefined,
  sku: line.sku ?? undefined,
  productId: line.productId ?? undefined,
  image: line.image ?? undefined,
  quantity: line.quantity,
  unitPrice: money(line.unitPrice, currency),
  total: money(line.total, currency),
});
