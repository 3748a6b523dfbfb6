import type { Queryable } from '../database/database.ts';
import { nothing, sql, type Sql } from '../database/sql.ts';
import { finds } from './conditions.ts';

/** The orders that contain a text. */
export interface FoundOrders {
  /** The condition on rows of `orders`. */
  readonly condition: Sql;
  /** True if there are so many that counting them would take longer than reading a page. */
  readonly isCommon: boolean;
}

/** The maximum number of orders that are found by their ids. */
const maxFound = 1000;

/**
 * Finds the orders whose number or one of whose lines contains a text. A line without a title uses that of its product.
 * Reads each distinct text of the customer's lines once. If few orders have it, they are looked up by the products; if
 * many have it, the newest orders are read until the page is full.
 */
export async function findOrders(db: Queryable, customerId: string, text: string): Promise<FoundOrders> {
  const [products, numbered] = await Promise.all([
    db.query<{ productId: string | null; orders: number }>(sql`
      select product_id as "productId", sum(orders)::integer as orders from line_texts
      where customer_id = ${customerId} and (${finds(text, sql`line_texts.search`)} or untitled and exists (
        select 1 from products
        where products.product_id = line_texts.product_id and ${finds(text, sql`products.search`)}))
      group by product_id`),
    db.query<{ id: string }>(sql`
      select order_id as id from orders where customer_id = ${customerId} and ${finds(text, sql`orders.search`)}
      limit ${maxFound + 1}`),
  ]);
  const hasText = hasLineWith(customerId, text);
  const common = {
    // `offset` keeps PostgreSQL from collecting all lines before it reads the first order.
    condition: sql`(${finds(text, sql`orders.search`)} or exists (
      select 1 ${hasText} and order_lines.order_id = orders.order_id offset 0))`,
    isCommon: true,
  };
  const most = products.reduce((total, { orders }) => total + orders, numbered.length);
  if (most > maxFound) return common;
  const ids = products.flatMap(({ productId }) => productId ?? []);
  const isCharge =
    ids.length < products.length ? sql`union all select order_id as id ${hasText} and product_id is null` : nothing;
  const lines =
    products.length === 0
      ? []
      : await db.query<{ id: string }>(sql`
          select order_id as id ${hasText} and ${isOneOf(sql`product_id`, ids)}
          ${isCharge}`);
  const found = [...new Set([...numbered, ...lines].map(({ id }) => id))];
  return {
    condition: isOneOf(sql`orders.order_id`, found),
    isCommon: false,
  };
}

/** Returns the condition that an id is one of many, which are looked up in an index in a single pass. */
const isOneOf = (id: Sql, ids: readonly string[]): Sql =>
  sql`${id} = any(array(select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)))`;

/** Returns the source and the condition of the customer's lines that contain a text. */
const hasLineWith = (customerId: string, text: string): Sql => sql`
  from order_lines
  where order_lines.customer_id = ${customerId} and (${finds(text, sql`order_lines.search`)}
    or order_lines.title is null and exists (
      select 1 from products
      where products.product_id = order_lines.product_id and ${finds(text, sql`products.search`)}))`;
