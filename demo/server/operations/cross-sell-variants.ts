import {
  moneyFigures,
  type CrossSellRow,
  type CrossSellVariant,
  type MoneyFigure,
} from '../../../src/domain/cross-sell.ts';
import type { Queryable } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { lineFigures, type Basis } from './cross-sell-totals.ts';
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

/**
 * Reads the figures of some products by variant. Returns a function that returns those of a row, highest revenue first.
 * A product of which one line has no known variant has none: its variants would not add up.
 */
export async function variantsOf(
  db: Queryable,
  products: readonly string[],
  { customerId, within }: Basis,
): Promise<(rowId: string) => Pick<CrossSellRow, 'variants'>> {
  if (products.length === 0) return () => ({});
  const found = await db.query<Row>(sql`
    select figures.*, revenue - "promoRevenue" as "nonPromoRevenue", revenue - cogs - fees as profit
    from (
      select product_id || ':' || currency as "rowId", currency, variant_id as id, max(variant_title) as title,
        max(sku) as sku, ${lineFigures},
        every(variant_id is not null) over (partition by product_id, currency) as complete
      from orders join order_lines using (customer_id, order_id)
      where customer_id = ${customerId} and counted and ${within ?? sql`true`}
        and product_id = any(array(select jsonb_array_elements_text(${JSON.stringify(products)}::jsonb)))
      group by product_id, currency, variant_id
    ) as figures
    where complete
    order by revenue desc, id collate "C"`);
  return (rowId) => {
    const variants = found.filter((row) => row.rowId === rowId).map(variantOf);
    return variants.length > 0 ? { variants } : {};
  };
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
