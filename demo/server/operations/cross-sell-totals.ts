import {
  moneyFigures,
  type CrossSellTotals,
  type MoneyFigure,
  type CountFigure,
} from '../../../src/domain/cross-sell.ts';
import type { Money } from '../../../src/domain/money.ts';
import { one, type Queryable } from '../database/database.ts';
import { join, sql, Sql } from '../database/sql.ts';
import { money } from './values.ts';

/** Returns the column of a figure in `figures`, which has the figure's name. */
export const column = (figure: CountFigure | MoneyFigure): Sql => new Sql([`"${figure}"`], []);

/** The rows to read: those of all orders, or those of the orders in a range. */
export interface Basis {
  readonly customerId: string;
  /** The condition of the range. Absent: all orders. */
  readonly within: Sql | undefined;
}

/** Returns the sum of a column, or `null` if one of the values is unknown. */
const sumIfKnown = (column: Sql): Sql => sql`case when count(*) = count(${column}) then sum(${column}) end`;

/** The figures of the lines of one product, or of one of its variants, in one currency. */
export const lineFigures = sql`
  (count(distinct order_id) filter (where kind = 'order'))::integer as orders,
  coalesce(sum(quantity) filter (where quantity > 0), 0)::double precision as units,
  coalesce(-sum(quantity) filter (where quantity < 0), 0)::double precision as "unitsReturned",
  sum(order_lines.total) as revenue,
  case when count(*) = count(promotion)
    then coalesce(sum(order_lines.total) filter (where promotion <> 0), 0) end as "promoRevenue",
  ${sumIfKnown(sql`promotion`)} as promotions,
  ${sumIfKnown(sql`cost`)} as cogs,
  ${sumIfKnown(sql`fee`)} as fees`;

/**
 * Returns a query for a customer's cross-sell rows, one for each product and currency. Returns reduce revenue,
 * promotions, costs and fees because their amounts are negative. Fully canceled orders and their returns are excluded.
 */
export const figures = ({ customerId, within }: Basis): Sql => sql`
  select product_id || ':' || currency as id, product_id as "productId", currency, sku, title, image, url, sku_key, title_key, search,
    orders, units, "unitsReturned", revenue, "promoRevenue", revenue - "promoRevenue" as "nonPromoRevenue",
    promotions, revenue - cogs - fees as profit, cogs, fees, "hasVariants", "variantSearch"
  from (${within ? inRange(customerId, within) : stored(customerId)}) as figures
  join products using (product_id)`;

/** The figures of all orders: `refresh_figures` in `migrations/013_figures.sql` keeps them. */
const stored = (customerId: string): Sql => sql`
  select product_id, currency, orders, units, units_returned as "unitsReturned", revenue,
    promo_revenue as "promoRevenue", promotions, cogs, fees, has_variants as "hasVariants",
    variant_search as "variantSearch"
  from product_figures where customer_id = ${customerId}`;

const inRange = (customerId: string, within: Sql): Sql => sql`
  select product_id, currency, ${lineFigures}, every(variant_id is not null) as "hasVariants",
    string_agg(search_text(order_lines.sku, variant_title), E'\\n') filter (where variant_id is not null) as "variantSearch"
  from orders join order_lines using (customer_id, order_id)
  where customer_id = ${customerId} and counted and product_id is not null and ${within}
  group by product_id, currency`;

/** The sums of the matching rows in one currency: of each money figure, its sum and the number of known values. */
type Sums = Readonly<Record<MoneyFigure, string | null>> & {
  readonly currency: string;
  readonly rows: number;
  readonly orders: number;
  readonly units: number;
  readonly unitsReturned: number;
  readonly known: Readonly<Record<MoneyFigure, number>>;
};

/** The counted orders with products, the charges and all lines, in one currency. */
interface Lines {
  readonly currency: string;
  readonly orders: number;
  readonly charges: string | null;
  readonly total: string | null;
}

/**
 * Returns the totals of all rows that match a condition; without one, also the lifetime total and the charges, which
 * add up to it together with the revenue.
 */
export async function crossSellTotals(db: Queryable, basis: Basis, matches: Sql | undefined): Promise<CrossSellTotals> {
  const rows = sql`(${figures(basis)}) as rows`;
  const sums = basis.within || matches ? await db.query<Sums>(sumsOf(rows, matches)) : await storedSums(db, basis);
  const count = (of: 'rows' | 'orders' | 'units' | 'unitsReturned'): number =>
    sums.reduce((total, row) => total + row[of], 0);
  const totalOf = (figure: MoneyFigure) => ({
    amounts: sums.flatMap(({ [figure]: value, currency }) => (value === null ? [] : [money(value, currency)])),
    known: sums.reduce((total, { known }) => total + known[figure], 0),
  });
  const known = moneyFigures.filter((figure) => totalOf(figure).known > 0);
  const isWhole = matches === undefined || count('rows') === (await countAll(db, rows));
  const lines = isWhole ? await db.query<Lines>(linesOf(basis)) : [];
  const amounts = (of: 'charges' | 'total'): Money[] =>
    lines.flatMap(({ [of]: value, currency }) => (value === null ? [] : [money(value, currency)]));
  return {
    rows: count('rows'),
    orders: count('orders'),
    units: count('units'),
    unitsReturned: count('unitsReturned'),
    distinctOrders: isWhole
      ? lines.reduce((total, { orders }) => total + orders, 0)
      : await countOrders(db, basis, sql`select "productId" from ${rows} where ${matches}`),
    ...Object.fromEntries(known.map((figure) => [figure, totalOf(figure)])),
    revenue: totalOf('revenue'),
    ...(isWhole && { charges: amounts('charges'), lifetimeTotal: amounts('total') }),
  };
}

const sumsOf = (rows: Sql, matches: Sql | undefined): Sql => sql`
  select currency, count(*)::integer as rows, sum(orders)::double precision as orders, sum(units) as units,
    sum("unitsReturned") as "unitsReturned",
    ${join(moneyFigures.map((figure) => sql`sum(${column(figure)}) as ${column(figure)}`))},
    json_build_object(${join(moneyFigures.map((figure) => sql`${figure}::text, count(${column(figure)})`))}) as known
  from ${rows} where ${matches ?? sql`true`} group by currency order by currency`;

async function storedSums(db: Queryable, { customerId }: Basis): Promise<readonly Sums[]> {
  const rows = await db.query<{ currency: string; totals: Omit<Sums, 'currency'> }>(sql`
    select currency, product_totals as totals from order_figures
    where customer_id = ${customerId} and product_totals is not null order by currency`);
  return rows.map(({ currency, totals }) => ({ ...totals, currency }));
}

async function countAll(db: Queryable, rows: Sql): Promise<number> {
  return (await one<{ count: number }>(db, sql`select count(*)::integer as count from ${rows}`)).count;
}

const linesOf = ({ customerId, within }: Basis): Sql =>
  within
    ? sql`
      select currency,
        (count(distinct order_id) filter (where kind = 'order' and product_id is not null))::integer as orders,
        sum(order_lines.total) filter (where product_id is null) as charges, sum(order_lines.total) as total
      from orders join order_lines using (customer_id, order_id)
      where customer_id = ${customerId} and counted and ${within}
      group by currency order by currency`
    : sql`
      select currency, product_orders as orders, charges, lines_total as total
      from order_figures where customer_id = ${customerId} order by currency`;

/** Counts the orders with any of the products. */
async function countOrders(db: Queryable, { customerId, within }: Basis, products: Sql): Promise<number> {
  const { count } = await one<{ count: number }>(
    db,
    sql`
      select count(distinct order_id)::integer as count from orders join order_lines using (customer_id, order_id)
      where customer_id = ${customerId} and counted and kind = 'order' and ${within ?? sql`true`}
        and product_id in (${products})`,
  );
  return count;
}
