import * as decimal from '../../../src/domain/decimal.ts';
import type { LineDiscount, OrderDetail, OrderLine, OrderRelation } from '../../../src/domain/order-detail.ts';
import type { OrderEntry, OrderTotals, Return } from '../../../src/domain/order.ts';
import { maskedOrder } from '../../../src/domain/masking.ts';
import { one } from '../database/database.ts';
import { join, nothing, sql, type Sql } from '../database/sql.ts';
import { invalid, notFound } from '../http/problems.ts';
import { areMasked } from './addresses.ts';
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
  /** Null for a requested return whose total is unknown. */
  readonly total: string | null;
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
        count(*) filter (where kind = 'return')::integer as returns,
        count(*) filter (where requested)::integer as "requestedReturns"
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
    select ${columns}, payments, refunds, fulfillments, details from orders ${withItems}
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
    ...entryOf(customerId, row),
    ...row.details,
    lines: lines.map((line) => lineOf(row, line)),
    payments: row.payments ?? undefined,
    refunds: row.refunds ?? undefined,
    fulfillments: row.fulfillments ?? undefined,
    related: related.map(({ id, number }) => ({ kind: 'return', id, number })),
  };
  return { body: (await areMasked(call)) ? maskedOrder(detail) : detail };
};

function entryOf(customerId: string, row: Row): OrderEntry {
  const entry = {
    id: row.id,
    customerId,
    number: row.number,
    placedAt: instant(row.placedAt),
    itemCount: row.itemCount,
    summary: row.products > 0 ? { title: row.title ?? '', more: row.products - 1 } : undefined,
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
