import * as v from 'valibot';
import type { RecordQuery } from '../../data/query.ts';
import { OrderDetail } from '../../domain/order-detail.ts';

/** Fetches one order or return with its details. An answer with another id is malformed. */
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
