import type { Queryable } from '../database/database.ts';
import { sql, type Sql } from '../database/sql.ts';

/** The products of an order. */
export interface Items {
  readonly itemCount: number;
  /** The number of lines with products. */
  readonly products: number;
  /** The title of the first one. */
  readonly title: string | null;
}

/** Returns the number of units of a row of `orders`. */
export const itemCount = (customerId: string): Sql => sql`(
  select coalesce(sum(abs(quantity)), 0)::integer from order_lines
  where order_lines.customer_id = ${customerId} and order_lines.order_id = orders.order_id and product_id is not null)`;

/** Reads the products of some orders by their ids. Orders without products are absent. */
export async function itemsOf(
  db: Queryable,
  customerId: string,
  orderIds: readonly string[],
): Promise<ReadonlyMap<string, Items>> {
  const rows = await db.query<Items & { orderId: string }>(sql`
    select order_id as "orderId", sum(abs(quantity))::integer as "itemCount", count(*)::integer as products,
      (array_agg(coalesce(order_lines.title, products.title, order_lines.sku) order by line_no))[1] as title
    from jsonb_array_elements_text(${JSON.stringify(orderIds)}::jsonb) as listed (order_id)
      join order_lines using (order_id) join products using (product_id)
    where customer_id = ${customerId}
    group by order_id`);
  return new Map(rows.map((row) => [row.orderId, row]));
}
