import * as decimal from '../../../src/domain/decimal.ts';
import type { LineDiscount, OrderDetail, OrderLine, OrderRelation } from '../../../src/domain/order-detail.ts';
import type { OrderEntry, OrderTotals, Return } from '../../../src/domain/order.ts';
import { maskedOrder } from '../../../src/domain/masking.ts';
import { one } from '../database/database.ts';
import { join, nothing, sql, type Sql } from '../database/sql.ts';
import { invalid, notFound } from '../http/problems.ts';
import { areMasked } from './addresses.ts';
import { instant, money } from './values.ts';
import { code, isAnyOf, isWithin } from './conditions.ts';
import { findOrders } from './find-orders.ts';
import { itemCount, itemsOf, type Items } from './order-items.ts';
import type { Handler } from './operation.ts';
import { sorted, type Ordering } from './ordering.ts';
import { readPage } from './page.ts';

interface Row {
  readonly id: string;
  readonly kind: OrderEntry['kind'];
  readonly number: string;
  readonly placedAt: Date;
  readonly currency: string;
  /** Null for a requested return whose total is unknown. */
  readonly total: string | null;
  readonly status: OrderEntry['status'];
  readonly archived: boolean;
  readonly original: Return['original'] | null;
}

const columns = sql`
  orders.order_id as id, kind, number, placed_at as "placedAt", currency, total, status, archived, original`;

const newestFirst: Ordering = [
  { by: sql`placed_at`, type: 'timestamptz', descending: true },
  { by: sql`number_key`, type: 'text', descending: true },
  { by: sql`orders.order_id`, type: 'text', descending: true },
];

/** The sortable members. Amounts sort by currency first: amounts in different currencies are never compared. */
const sortable = (customerId: string): Readonly<Record<string, Ordering>> => ({
  placedAt: [{ by: sql`placed_at`, type: 'timestamptz' }],
  number: [{ by: sql`number_key`, type: 'text' }],
  itemCount: [{ by: itemCount(customerId), type: 'integer' }],
  total: [
    // Unknown totals come last in both directions.
    { by: sql`(total is null)`, type: 'boolean' },
    { by: sql`currency`, type: 'text' },
    { by: sql`total`, type: 'numeric' },
  ],
});

export const list: Handler = async ({ db, customerId, list }) => {
  const query = list();
  const { archived, ...codes } = Object.fromEntries(query.filter);
  const filters = Object.entries(codes).map(([name, value]) =>
    isAnyOf(name === 'kind' ? sql`kind` : code(sql`status #> array[${name}::text, 'status']`), value),
  );
  const found = query.text ? await findOrders(db, customerId, query.text) : undefined;
  const orders = {
    columns,
    from: sql`orders`,
    where: sql`
      orders.customer_id = ${customerId} and ${isWithin(sql`placed_at`, query.range)} ${join(filters, nothing)}
      ${isListed(archived)} ${found ? sql`and ${found.condition}` : nothing}`,
    ordering: sorted(query.sort, sortable(customerId), newestFirst),
  };
  const isWhole = !found && query.filter.size === 0 && query.range.from === undefined && query.range.to === undefined;
  const counts = isWhole ? countStored(customerId) : found?.isCommon ? undefined : countListed(orders.where);
  const [totals, page] = await Promise.all([
    counts && one<Required<OrderTotals>>(db, counts),
    readPage(db, query, orders, (row: Row) => row),
  ]);
  const items = await itemsOf(
    db,
    customerId,
    page.items.map(({ id }) => id),
  );
  return {
    body: {
      ...page,
      items: page.items.map((row) => entryOf(customerId, row, items.get(row.id))),
      ...(totals && { total: totals.orders + totals.returns, totals }),
    },
  };
};

/** Counts the orders of the unfiltered list: `refresh_figures` in `migrations/013_figures.sql` keeps the counts. */
const countStored = (customerId: string): Sql => sql`
  select coalesce(sum(listed_orders), 0)::integer as orders, coalesce(sum(listed_returns), 0)::integer as returns,
    coalesce(sum(listed_requests), 0)::integer as "requestedReturns"
  from order_figures where customer_id = ${customerId}`;

const countListed = (where: Sql): Sql => sql`
  select count(*) filter (where kind = 'order')::integer as orders,
    count(*) filter (where kind = 'return')::integer as returns,
    count(*) filter (where requested)::integer as "requestedReturns"
  from orders where ${where}`;

/** Returns the condition for archived orders, which are excluded by default. */
function isListed(archived: string | undefined): Sql {
  if (archived === undefined) return sql`and not archived`;
  if (archived === 'only') return sql`and archived`;
  if (archived === 'include') return nothing;
  throw invalid({ 'filter[archived]': 'include or only' });
}

interface LineRow {
  readonly no: number;
  readonly productId: string | null;
  readonly charge: Pick<OrderLine, 'type' | 'code' | 'rate'> | null;
  readonly title: string | null;
  readonly sku: string | null;
  readonly variantId: string | null;
  readonly variantTitle: string | null;
  readonly image: string | null;
  readonly quantity: number;
  readonly unitPrice: string;
  readonly total: string;
  readonly promotion: string | null;
  readonly promotionName: string | null;
}

interface DetailRow extends Row, Pick<OrderDetail, 'payments' | 'refunds' | 'fulfillments'> {
  readonly details: Pick<OrderDetail, 'includedTaxes' | 'shippingAddress' | 'billingAddress'>;
}

export const get: Handler = async (call) => {
  const { db, customerId, id } = call;
  const orderId = id('orderId');
  const [row] = await db.query<DetailRow>(sql`
    select ${columns}, payments, refunds, fulfillments, details from orders
    where orders.customer_id = ${customerId} and orders.order_id = ${orderId}`);
  if (!row) throw notFound();
  const lines = await db.query<LineRow>(sql`
    select line_no as no, product_id as "productId", charge, coalesce(order_lines.title, products.title) as title,
      order_lines.sku, variant_id as "variantId", variant_title as "variantTitle", image, quantity,
      unit_price as "unitPrice", total, promotion, promotion_name as "promotionName"
    from order_lines left join products using (product_id)
    where customer_id = ${customerId} and order_id = ${orderId}
    order by line_no`);
  const related = await db.query<Omit<OrderRelation, 'kind'>>(sql`
    select order_id as id, number from orders
    where customer_id = ${customerId} and kind = 'return' and original ->> 'id' = ${orderId}
    order by placed_at desc, number_key desc`);
  const detail: OrderDetail = {
    ...entryOf(customerId, row, (await itemsOf(db, customerId, [orderId])).get(orderId)),
    ...row.details,
    lines: lines.map((line) => lineOf(row, line)),
    payments: row.payments ?? undefined,
    refunds: row.refunds ?? undefined,
    fulfillments: row.fulfillments ?? undefined,
    related: related.map(({ id, number }) => ({ kind: 'return', id, number })),
  };
  return { body: (await areMasked(call)) ? maskedOrder(detail) : detail };
};

function entryOf(customerId: string, row: Row, items: Items | undefined): OrderEntry {
  const entry = {
    id: row.id,
    customerId,
    number: row.number,
    placedAt: instant(row.placedAt),
    itemCount: items?.itemCount ?? 0,
    summary: items && { title: items.title ?? '', more: items.products - 1 },
    status: row.status,
    archived: row.archived || undefined,
  };
  const { total, currency } = row;
  if (row.kind === 'order') return { ...entry, kind: row.kind, total: money(total ?? '0', currency) };
  return {
    ...entry,
    kind: row.kind,
    total: total === null ? undefined : money(total, currency),
    original: row.original ?? undefined,
  };
}

const lineOf = ({ id, currency }: Row, line: LineRow): OrderLine => ({
  id: `${id}-${line.no}`,
  kind: line.productId === null ? 'charge' : 'product',
  ...line.charge,
  title: line.title ?? undefined,
  sku: line.sku ?? undefined,
  productId: line.productId ?? undefined,
  variant: line.variantId === null ? undefined : { id: line.variantId, title: line.variantTitle ?? undefined },
  image: line.image ?? undefined,
  quantity: line.quantity,
  unitPrice: money(line.unitPrice, currency),
  total: money(line.total, currency),
  discounts: line.promotion === null ? undefined : discountsOf(line.promotion, line.promotionName, currency),
});

const discountsOf = (amount: string, name: string | null, currency: string): LineDiscount[] =>
  decimal.sign(amount) === 0 ? [] : [{ title: name ?? undefined, amount: money(amount, currency) }];
