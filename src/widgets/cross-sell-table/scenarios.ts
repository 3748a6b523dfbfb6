import { AdapterError } from '../../adapter/adapter-error.ts';
import type { CrossSellRow, CrossSellTotals } from '../../domain/cross-sell.ts';
import type { Page } from '../../domain/page.ts';
import { part } from '../../testing/kit.ts';
import type { Cells } from '../../testing/scenario.ts';
import type { Step } from '../../testing/scripted.ts';
import { knownCustomers, shopAdapter } from '../../testing/shop.ts';
import { always, ingrid, never, readThen } from '../../testing/circumstances.ts';

type Products = Page<CrossSellRow, CrossSellTotals>;

/** Returns a scenario in which every request for Ingrid's products gets the answer of the step. */
const listed = (step: Step) => always(['crossSell.list'], step);

/** Returns a scenario in which Ingrid's products are loaded and then refetched. */
const again = (step: Step) => readThen(['crossSell.list'], step, (element) => part(element, 'totals'));

/** Returns a step that answers with Ingrid's products, changed. */
const changed = (change: (page: Products) => unknown): Step => ({
  answer: async (carryOut) => change((await carryOut()) as Products),
});

const longRow = (row: CrossSellRow, index: number): CrossSellRow => ({
  ...row,
  product: {
    ...row.product,
    title:
      index % 2
        ? `${row.product.title}, glazed by hand in four firings, seconds included, delivered in a crate that comes back`
        : 'Doppelwandige-Steingut-Espressotassensonderanfertigungsvorlage',
    sku: `${row.product.sku}-2026-SECOND-CHOICE-EXPORT`,
  },
  revenue: { ...row.revenue, value: `98765432${index}109.87` },
});

export const cells: Cells = {
  populated: { ...ingrid, adapter: shopAdapter, shows: 'Top 8 of 23 by revenue' },
  loading: { ...listed({ until: never }), shows: 'This is taking longer than usual.' },
  refreshing: { ...again({ until: never }), shows: '£17,905.20' },
  empty: { adapter: shopAdapter, customerId: knownCustomers.noOrders, shows: 'Nothing bought yet.' },
  emptyFiltered: {
    ...ingrid,
    adapter: shopAdapter,
    attributes: { range: '1999-03-01/1999-03-31', toolbar: 'range' },
    shows: 'Nothing bought on these days.',
  },
  partial: {
    ...listed(
      changed((page) => ({
        ...page,
        warnings: [{ code: 'cost', message: 'Cost and fees are missing for 3 products. Profit leaves them out.' }],
      })),
    ),
    shows: 'Profit leaves them out.',
  },
  error: {
    ...listed({ fail: new AdapterError('unavailable', { retryable: false, correlationId: 'f3a9-771c' }) }),
    shows: 'Reference f3a9-771c',
  },
  forbidden: {
    ...listed({
      fail: new AdapterError('forbidden', {
        reason: 'Your role “Support” has no access. Ask an administrator for “Read margins”.',
      }),
    }),
    shows: 'You may not see products bought.',
  },
  offline: { ...listed({ fail: new AdapterError('offline', { retryable: false }) }), shows: 'You are offline.' },
  stale: {
    ...again({ fail: new AdapterError('timeout', { retryable: false }) }),
    shows: 'Could not refresh.',
  },
  conflict: { absent: 'Nothing is changed here.' },
  malformed: {
    ...listed(
      changed((page) => ({
        ...page,
        items: page.items.map((row, index) =>
          index === 2 ? { ...row, revenue: { ...row.revenue, value: 2180 } } : row,
        ),
      })),
    ),
    shows: 'items[2].revenue',
  },
  longText: {
    ...listed(changed((page) => ({ ...page, items: page.items.map(longRow) }))),
    shows: 'Espressotassensonderanfertigungsvorlage',
  },
  redacted: { absent: 'No member of a row is personal, so none is ever withheld.' },
};
