import { AdapterError } from '../../adapter/adapter-error.ts';
import type { Page } from '../../domain/page.ts';
import type { OrderEntry, OrderTotals } from '../../domain/order.ts';
import { part } from '../../testing/kit.ts';
import type { Cells } from '../../testing/scenario.ts';
import type { Step } from '../../testing/scripted.ts';
import { knownCustomers, shopAdapter } from '../../testing/shop.ts';
import { always, ingrid, never, readThen } from '../../testing/circumstances.ts';

/** Returns a scenario in which every request for Ingrid's orders gets the answer of the step. */
const listed = (step: Step) => always(['orders.list'], step);

/** Returns a scenario in which Ingrid's orders are loaded and then refetched. */
const again = (step: Step) => readThen(['orders.list'], step, (element) => part(element, 'row'));

/** Returns a step that answers with the orders, changed. */
const changed = (change: (page: Page<OrderEntry, OrderTotals>) => unknown): Step => ({
  answer: async (carryOut) => change((await carryOut()) as Page<OrderEntry, OrderTotals>),
});

const long = {
  number: '#2026-WHOLESALE-SPRING-0000010512-RESHIPMENT-B',
  summary: { title: 'Hand-thrown stoneware cup with the oat glaze of the spring firing, 220 ml, set of six', more: 12 },
  status: {
    payment: { status: { code: 'awaiting-bank', label: 'Awaiting approval by the issuing bank abroad' } },
    fulfillment: { status: { code: 'customs', label: 'Held at customs until the importer has answered' } },
  },
  total: { value: '-123456789012345678901234.56', currency: 'GBP' },
};

export const cells: Cells = {
  populated: { ...ingrid, adapter: shopAdapter, shows: 'Return from #10388' },
  loading: { ...listed({ until: never }), shows: 'This is taking longer than usual.' },
  refreshing: { ...again({ until: never }), shows: 'Return from #10388' },
  empty: { adapter: shopAdapter, customerId: knownCustomers.noOrders, shows: 'No orders yet.' },
  emptyFiltered: {
    ...ingrid,
    adapter: shopAdapter,
    attributes: { range: '2026-03-01/2026-03-31', toolbar: 'range filter' },
    shows: 'No orders in these dates.',
  },
  partial: {
    ...listed(
      changed(({ items, totals, ...page }) => ({
        ...page,
        items: items.filter(({ kind }) => kind === 'order'),
        total: totals?.orders,
        totals: { orders: totals?.orders },
        warnings: [{ code: 'returns' }],
      })),
    ),
    shows: 'Returns could not be loaded. Orders are complete.',
  },
  error: {
    ...listed({ fail: new AdapterError('unavailable', { retryable: false, correlationId: '7f3c-19aa' }) }),
    shows: 'Reference 7f3c-19aa',
  },
  forbidden: {
    ...listed({
      fail: new AdapterError('forbidden', {
        reason: 'Your role “Marketing” has no access. Ask an administrator for “Read orders”.',
      }),
    }),
    shows: 'You may not see orders.',
  },
  offline: { ...listed({ fail: new AdapterError('offline', { retryable: false }) }), shows: 'You are offline.' },
  stale: {
    ...again({ fail: new AdapterError('timeout', { retryable: false }) }),
    shows: 'Could not refresh.',
  },
  conflict: { absent: 'Nothing is changed here.' },
  malformed: {
    ...listed(
      changed(({ items, ...page }) => ({
        ...page,
        items: [{ ...items[0], total: { value: 412.4, currency: 'GBP' } }],
      })),
    ),
    shows: 'items[0].total.value',
  },
  longText: {
    ...listed(
      changed(({ items, ...page }) => ({
        ...page,
        items: items.map((item, index) => (index % 3 ? item : { ...item, ...long })),
      })),
    ),
    shows: 'Awaiting approval by the issuing bank abroad',
  },
  redacted: { absent: 'Nothing of an order can be withheld.' },
};
