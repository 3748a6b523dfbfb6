// Separate from the queries of customers, so that a page without orders loads no schema of orders.
import { listQuery, type ListOperation } from '../../data/list-query.ts';
import type { ListQuery } from '../../data/query.ts';
import { OrderEntry, OrderTotals } from '../../domain/order.ts';

/** Lists a customer's orders and returns, newest first. */
export const ordersList: ListOperation<OrderEntry, OrderTotals> = {
  name: 'orders.list',
  schema: OrderEntry,
  totals: OrderTotals,
  call: ({ orders }, customerId, page, options) => orders?.list?.(customerId, page, options),
};

/** The number of latest orders that `order-history` shows by default. */
export const usualLimit = 10;

/**
 * Returns the query for the latest orders and returns of a customer: the one that `order-history` makes by default, so
 * that both share an answer.
 */
export const latestOrders = (customerId: string): ListQuery<OrderEntry, OrderTotals> =>
  listQuery(ordersList, usualLimit, customerId);
