import { AdapterError } from '../../adapter/adapter-error.ts';
import { always, ingrid, never, readThen } from '../../testing/circumstances.ts';
import { part, type, until } from '../../testing/kit.ts';
import type { Cells } from '../../testing/scenario.ts';
import type { Step } from '../../testing/scripted.ts';
import { adminLinks, knownCustomers, shopAdapter } from '../../testing/shop.ts';

const list = ['quotes.list'] as const;
const failing = (...error: ConstructorParameters<typeof AdapterError>) =>
  always(list, { fail: new AdapterError(...error) });
const again = (step: Step) => readThen(list, step, (element) => part(element, 'row'));
const quote = {
  id: 'qt-1',
  customerId: ingrid.customerId,
  number: 'Q-1042',
  status: 'sent',
  createdAt: '2026-11-02T13:20:00Z',
};
const answering = (...items: readonly object[]) =>
  always(list, { answer: async () => ({ items, total: items.length, next: null }) });

export const cells: Cells = {
  populated: { ...ingrid, adapter: () => shopAdapter({ links: adminLinks }), shows: 'Q-1038' },
  loading: { ...always(list, { until: never }), shows: 'Quotes' },
  refreshing: { ...again({ until: never }), shows: 'Q-1038' },
  empty: { adapter: shopAdapter, customerId: knownCustomers.noOrders, shows: 'No current quotes.' },
  emptyFiltered: {
    ...ingrid,
    adapter: shopAdapter,
    attributes: { 'view-all': 'inline' },
    act: async (element) => {
      (await until(() => part(element, 'view-all'), 'all quotes')).click();
      const field = await until(() => part(element, 'search')?.querySelector('input'), 'the search');
      type(field, 'Kettle');
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    },
    shows: 'has “\u2068Kettle\u2069” in it.',
    // The search stays above what it found, and there are quotes.
    states: ['ready'],
  },
  partial: { ...answering(quote, { ...quote, id: 'qt-2', total: null, validUntil: null }), shows: 'Does not expire' },
  error: { ...failing('unavailable', { retryable: false, correlationId: 'f3a9-771c' }), shows: 'Reference f3a9-771c' },
  forbidden: {
    ...failing('forbidden', { reason: 'Your role “Marketing” has no access. Ask an administrator for “Read quotes”.' }),
    shows: 'You may not see quotes.',
  },
  offline: { ...failing('offline', { retryable: false }), shows: 'You are offline.' },
  stale: { ...again({ fail: new AdapterError('timeout', { retryable: false }) }), shows: 'Could not refresh.' },
  conflict: { absent: 'Quotes are only read here.' },
  malformed: { ...always(list, { answer: async () => ({ items: [{ id: 7 }], next: null }) }), shows: 'items[0].id' },
  longText: {
    ...answering({
      ...quote,
      number: 'Q-2026-KILN-LANE-WHOLESALE-0000001042',
      title: 'Tableware for the second café, the roastery, and every market stall that opens before Easter',
      status: { code: 'in-negotiation', label: 'In negotiation with the regional purchasing group' },
      total: { value: '1234567890.12', currency: 'GBP' },
      validUntil: '2026-11-20',
    }),
    shows: 'In negotiation',
  },
  redacted: { absent: 'A quote has no personal data.' },
};
