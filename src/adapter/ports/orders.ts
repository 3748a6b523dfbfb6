import type { Page, ListCapabilities } from '../../domain/page.ts';
import type { OrderDetail } from '../../domain/order-detail.ts';
import type { OrderEntry, OrderTotals } from '../../domain/order.ts';
import type { OperationsOf } from '../operation.ts';
import type { PageRequest, ReadOptions } from '../options.ts';

/**
 * Orders and returns, newest first. Entries with the same time are sorted by number, descending (`#10119` above
 * `#3127`). Filters: `kind`, the five status axes (several codes separated by commas match any of them), and
 * `archived`: `include` or `only`. Without `archived`, the list excludes archived orders. A return that is only requested is
 * listed with the returns.
 */
export interface OrdersPort {
  /** The query options that each list supports. A list without an entry supports none. */
  readonly capabilities?: { readonly list?: ListCapabilities };
  /** Fetches a page of orders and returns, with totals over all pages. */
  list?(customerId: string, page: PageRequest, options: ReadOptions): Promise<Page<OrderEntry, OrderTotals>>;
  /** Fetches one order or return with its lines. */
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
