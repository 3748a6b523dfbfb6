import type { CountFigure, MoneyFigure } from '../../../src/domain/cross-sell.ts';
import { Sql, sql } from '../database/sql.ts';
import { isCounted } from './conditions.ts';

/** A figure's column in `figures`: it has the figure's name. */
export const column = (figure: CountFigure | MoneyFigure): Sql => new Sql([`"${figure}"`], []);

/** A sum where every part is known; `null` where one is not. */
const sumIfKnown = (column: Sql): Sql => sql`case when count(*) = count(${column}) then sum(${column}) end`;

/**
 * A statement that gives the cross-sell rows of one customer: one for each product and currency. Returns count against
 * revenue, promotions, costs and fees, for their amounts are below nought. An order that was canceled as a whole is in
 * no figure, nor is what came back of it.
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
