import { sql } from '../database/sql.ts';

/**
 * Whether a row of `orders` is in figures: neither it nor the order that it is a return of was canceled as a whole.
 * Nothing was sold then, so nothing is taken off either.
 */
export const isCounted = sql`
  not orders.canceled and (orders.original is null or not exists (
    select 1 from orders original
    where original.customer_id = orders.customer_id and original.order_id = orders.original ->> 'id'
      and original.canceled))`;
