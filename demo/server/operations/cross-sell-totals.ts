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
import { isCounted } from './conditions.ts';

/** Returns the column of a figure in `figures`, which has the figure's name. */
export const column = (figure: CountFigure | MoneyFigure): Sql => new Sql([`"${figure}"`], []);

/** Returns the sum of a column, or `null` if one of the values is unknown. */
const sumIfKnown = (column: Sql): Sql => sql`case when count(*) = count(${column}) then sum(${column}) end`;

/** The figures of the lines of one product, or of one of its variants, in one currency. */
export const lineFigures = sql`
  count(distinct order_id) filter (where kind = 'order')::integer as orders,
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
export const figures = (customerId: string, within: Sql): Sql => sql`
  select product_id || ':' || currency as id, product_id as "productId", currency, sku, title, image, url, sku_key, title_key, search,
    orders, units, "unitsReturned", revenue, "promoRevenue", revenue - "promoRevenue" as "nonPromoRevenue",
    promotions, revenue - cogs - fees as profit, cogs, fees
  from (
    select product_id, currency, ${lineFigures}
    from orders join order_lines using (customer_id, order_id)
    where customer_id = ${customerId} and ${isCounted} and product_id is not null and ${within}
    group by product_id, currency
  ) as figures
  join products using (product_id)`;

interface Counts {
  readonly rows: number;
  readonly orders: number;
  readonly units: number;
  readonly unitsReturned: number;
  readonly distinctOrders: number;
  /** True if no row is filtered out. */
  readonly whole: boolean;
}

/** A figure in one currency, with the number of rows in which it is known. */
interface Sum {
  readonly figure: string;
  readonly currency: string;
  readonly value: string;
  readonly known: number;
}

/**
 * Returns the totals of all matching rows. If no row is filtered out, they include the lifetime total and the charges,
 * which add up to it together with the revenue.
 */
export async function crossSellTotals(
  db: Queryable,
  customerId: string,
  within: Sql,
  matches: Sql,
): Promise<CrossSellTotals> {
  const rows = sql`(${figures(customerId, within)}) as rows`;
  const lines = sql`
    orders join order_lines using (customer_id, order_id) where customer_id = ${customerId} and ${isCounted} and ${within}`;
  const { whole, ...counts } = await one<Counts>(
    db,
    sql`
      with matching as (select * from ${rows} where ${matches})
      select count(*)::integer as rows, coalesce(sum(orders), 0)::double precision as orders,
        coalesce(sum(units), 0) as units, coalesce(sum("unitsReturned"), 0) as "unitsReturned",
        count(*) = (select count(*) from ${rows}) as whole,
        (select count(distinct order_id)::integer from ${lines}
          and kind = 'order' and product_id in (select "productId" from matching)) as "distinctOrders"
      from matching`,
  );
  const listed = join(moneyFigures.map((figure) => sql`(${figure}::text, ${column(figure)})`));
  const sums = await db.query<Sum>(sql`
    select figure, currency, sum(value) as value, count(*)::integer as known
    from ${rows} cross join lateral (values ${listed}) as listed (figure, value)
    where ${matches} and value is not null
    group by figure, currency
    union all
    select 'charges', currency, sum(order_lines.total), 0 from ${lines} and product_id is null group by currency
    union all
    select 'lifetimeTotal', currency, sum(order_lines.total), 0 from ${lines} group by currency
    order by currency`);

  const amounts = (name: string): Money[] =>
    sums.filter(({ figure }) => figure === name).map(({ value, currency }) => money(value, currency));
  const totalOf = (name: MoneyFigure) => ({
    amounts: amounts(name),
    known: sums.reduce((total, { figure, known }) => (figure === name ? total + known : total), 0),
  });
  const known = moneyFigures.filter((figure) => totalOf(figure).known > 0);
  return {
    ...counts,
    ...Object.fromEntries(known.map((figure) => [figure, totalOf(figure)])),
    revenue: totalOf('revenue'),
    ...(whole && { charges: amounts('charges'), lifetimeTotal: amounts('lifetimeTotal') }),
  };
}
