import {
  moneyFigures,
  type CrossSellRow,
  type CrossSellVariant,
  type MoneyFigure,
} from '../../../src/domain/cross-sell.ts';
import type { Queryable } from '../database/database.ts';
import { sql, type Sql } from '../database/sql.ts';
import { finds, isCounted } from './conditions.ts';
import { lineFigures } from './cross-sell-totals.ts';
import { money } from './values.ts';

type Row = Readonly<Record<MoneyFigure, string | null>> &
  Pick<CrossSellVariant, 'orders' | 'units' | 'unitsReturned'> & {
    readonly rowId: string;
    readonly id: string;
    readonly title: string | null;
    readonly sku: string | null;
    readonly currency: string;
    readonly revenue: string;
  };

/** The lines of products in the orders that count. */
const linesOf = (customerId: string, within: Sql): Sql => sql`
  orders join order_lines using (customer_id, order_id)
  where customer_id = ${customerId} and ${isCounted} and product_id is not null and ${within}`;

/** Returns the condition that a cross-sell row, or the title or SKU of one of its variants, contains a text. */
export const matchesText = (text: string, customerId: string, within: Sql): Sql => sql`(
  ${finds(text)}
  or (rows."productId", rows.currency) in (
    select product_id, currency from ${linesOf(customerId, within)} and variant_id is not null
      and ${finds(text, sql`search_text(order_lines.sku, variant_title)`)}))`;

/**
 * Returns the rows with their figures by variant, highest revenue first. A product of which one line has no known
 * variant has none: its variants would not add up.
 */
export async function withVariants(
  db: Queryable,
  rows: readonly CrossSellRow[],
  customerId: string,
  within: Sql,
): Promise<CrossSellRow[]> {
  const products = JSON.stringify(rows.map(({ product }) => product.id));
  const found = await db.query<Row>(sql`
    select figures.*, revenue - "promoRevenue" as "nonPromoRevenue", revenue - cogs - fees as profit
    from (
      select product_id || ':' || currency as "rowId", currency, variant_id as id, max(variant_title) as title,
        max(sku) as sku, ${lineFigures},
        every(variant_id is not null) over (partition by product_id, currency) as complete
      from ${linesOf(customerId, within)}
        and product_id in (select jsonb_array_elements_text(${products}::jsonb))
      group by product_id, currency, variant_id
    ) as figures
    where complete
    order by revenue desc, id collate "C"`);
  return rows.map((row) => {
    const variants = found.filter(({ rowId }) => rowId === row.id).map(variantOf);
    return variants.length > 0 ? { ...row, variants } : row;
  });
}

function variantOf(row: Row): CrossSellVariant {
  const { id, title, sku, currency, orders, units, unitsReturned, revenue } = row;
  const known = moneyFigures.flatMap((figure) => {
    const value = row[figure];
    return value === null ? [] : [[figure, money(value, currency)] as const];
  });
  return {
    id,
    title: title ?? undefined,
    sku: sku ?? undefined,
    orders,
    units,
    unitsReturned,
    ...Object.fromEntries(known),
    revenue: money(revenue, currency),
  };
}
