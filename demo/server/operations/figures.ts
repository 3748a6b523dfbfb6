import type { CountFigure, MoneyFigure } from '../../../src/domain/cross-sell.ts';
import { Sql, sql } from '../database/sql.ts';
import { isCounted } from './conditions.ts';

/** Returns the column of a figure in `figures`, which has the figure's name. */
export const column = (figure: CountFigure | MoneyFigure): Sql => new Sql([`"${figure}"`], []);

/** Returns the sum of a column, or `null` if one of the values is unknown. */
const sumIfKnown = (column: Sql): Sql => sql`case when count(*) = count(${column}) then sum(${column}) end`;

/**
 * Returns a query for a customer's cross-sell rows, one for each product and currency. Returns reduce revenue,
 * promotions, costs and fees because their amounts are negative. Fully canceled orders and their returns are excluded.
 */
export const figures = (customerId: string, within: Sql): Sql => sql`
  select product_id || ':' || currency as id, product_id as "productId", currency, sku, title, image, url, sku_key, title_key, search,
    orders, units, "unitsReturned", revenue, "promoRevenue", revenue - "promoRevenue" as "nonPromoRevenue",
    promotions, revenue - cogs - fees as profit, cogs, fees
  from (
    select product_id, currency,
      count(distinct order_id) filter (where kind = 'order')::integer as orders,
      coalesce(sum(quantity) filter (where quantity > 0), 0)::double precision as units,
      coalesce(-sum(quantity) filter (where quantity < 0), 0)::double precision as "unitsReturned",
      sum(order_lines.total) as revenue,
      case when count(*) = count(promotion)
        then coalesce(sum(order_lines.total) filter (where promotion <> 0), 0) end as "promoRevenue",
      ${sumIfKnown(sql`promotion`)} as promotions,
      ${sumIfKnown(sql`cost`)} as cogs,
      ${sumIfKnown(sql`fee`)} as fees
    from orders join order_lines using (customer_id, order_id)
    where customer_id = ${customerId} and ${isCounted} and product_id is not null and ${within}
    group by product_id, currency
  ) as figures
  join products using (product_id)`;
