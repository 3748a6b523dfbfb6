import type { ListCapabilities } from '../../domain/capabilities.ts';
import type { OrderDetail } from '../../domain/order-detail.ts';
import type { OrderEntry, OrderTotals } from '../../domain/order.ts';
import type { Page } from '../../domain/page.ts';
import type { OperationsOf } from '../operation.ts';
import type { PageRequest, ReadOptions } from '../options.ts';

/**
 * Orders and returns, newest first; equal times by number descending (`#10119` above `#3127`). Filters: `kind`, the five axes (several
 * codes with commas between them: any of these), and `archived`: `include` or `only`; without it archived orders are
 * left out.
 */
export interface OrdersPort {
  readonly capabilities?: { readonly list?: ListCapabilities };
  list?(customerId: string, page: PageRequest, options: ReadOptions): Promise<Page<OrderEntry, OrderTotals>>;
  get?(customerId: string, orderId: string, options: ReadOptions): Promise<OrderDetail>;
}

export const orders = {
  list: {
    kind: 'list',
    scope: 'customer',
    path: '/orders',
    item: 'OrderEntry',
    totals: 'OrderTotals',
    can: {
      search: true,
      sort: ['placedAt', 'number', 'itemCount', 'total'],
      filter: ['kind', 'archived', 'payment', 'fulfillment', 'cancellation', 'exchange', 'return'],
      range: true,
    },
    summary: 'Orders and returns, newest first',
  },
  get: {
    kind: 'read',
    scope: 'customer',
    path: '/orders/{orderId}',
    answer: 'OrderDetail',
    summary: 'One order or return with its lines',
  },
} as const satisfies OperationsOf<OrdersPort>;
