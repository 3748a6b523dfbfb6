import * as v from 'valibot';
import type { RecordQuery } from '../../data/query.ts';
import { OrderDetail } from '../../domain/order-detail.ts';

/** Returns the query for one order or return with its lines. An answer with another id is malformed. */
export const orderDetail = (customerId: string, orderId: string): RecordQuery<OrderDetail> => ({
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
