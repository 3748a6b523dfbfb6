import * as v from 'valibot';
import type { ListQuery, RecordQuery } from '../../data/query.ts';
import { OrderDetail, OrderEntry, OrderTotals } from '../../domain/order.ts';

/** Orders and returns of a customer, newest first, so many at a time. */
export const ordersOf = (customerId: string, pageSize: number): ListQuery<OrderEntry, OrderTotals> => ({
  name: 'orders.list',
  customerId,
  schema: OrderEntry,
  totals: OrderTotals,
  pageSize,
  load: (adapter, page, options) => adapter.orders?.list?.(customerId, page, options),
});

/** One order or return, with all that belongs to it. An answer about another one than was asked for is malformed. */
export const orderOf = (customerId: string, orderId: string): RecordQuery<OrderDetail> => ({
  name: 'orders.get',
  customerId,
  params: { orderId },
  schema: v.pipe(
    OrderDetail,
    v.forward(
      v.check(({ id }) => id === orderId),
      ['id'],
    ),
  ),
  load: (adapter, options) => adapter.orders?.get?.(customerId, orderId, options),
});
