import { AdapterError } from '../../adapter/adapter-error.ts';
import { always, ingrid, never, readThen } from '../../testing/circumstances.ts';
import { part, parts, type, until } from '../../testing/kit.ts';
import type { Cells } from '../../testing/scenario.ts';
import { scripted, type Step } from '../../testing/scripted.ts';
import { knownCustomers, shopAdapter } from '../../testing/shop.ts';

const list = ['subscriptions.list'] as const;
const failing = (...error: ConstructorParameters<typeof AdapterError>) =>
  always(list, { fail: new AdapterError(...error) });
const again = (step: Step) => readThen(list, step, (element) => part(element, 'row'));
const subscription = {
  id: 'sub-1',
  customerId: ingrid.customerId,
  product: { id: 'p-1' },
  quantity: 2,
  interval: { unit: 'week', count: 4 },
  status: 'active',
  startedAt: '2026-02-01',
};
const answering = (...items: readonly object[]) =>
  always(list, { answer: async () => ({ items, total: items.length, next: null }) });

export const cells: Cells = {
  populated: { ...ingrid, adapter: shopAdapter, shows: 'Payment failed' },
  loading: { ...always(list, { until: never }), shows: 'Subscriptions' },
  refreshing: { ...again({ until: never }), shows: 'Payment failed' },
  empty: { adapter: shopAdapter, customerId: knownCustomers.noOrders, shows: 'No subscriptions yet.' },
  emptyFiltered: {
    ...ingrid,
    adapter: shopAdapter,
    attributes: { 'view-all': 'inline' },
    act: async (element) => {
      (await until(() => part(element, 'view-all'), 'all subscriptions')).click();
      const field = await until(() => part(element, 'search')?.querySelector('input'), 'the search');
      type(field, 'Kettle');
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    },
    shows: 'has “\u2068Kettle\u2069” in it.',
    // The search stays above what it found, and there are subscriptions.
    states: ['ready'],
  },
  partial: { ...answering(subscription), shows: 'every 4 weeks' },
  error: { ...failing('unavailable', { retryable: false, correlationId: 'f3a9-771c' }), shows: 'Reference f3a9-771c' },
  forbidden: {
    ...failing('forbidden', { reason: 'Your role “Marketing” has no access. Ask for “Read subscriptions”.' }),
    shows: 'You may not see subscriptions.',
  },
  offline: { ...failing('offline', { retryable: false }), shows: 'You are offline.' },
  stale: { ...again({ fail: new AdapterError('timeout', { retryable: false }) }), shows: 'Could not refresh.' },
  conflict: {
    ...ingrid,
    adapter: () => {
      const script = scripted(shopAdapter());
      script.always('subscriptions.pause', { fail: new AdapterError('conflict', {}) });
      return script.adapter;
    },
    act: async (element) => {
      (await until(() => parts(element, 'change')[0], 'a subscription')).click();
      (await until(() => element.shadowRoot!.querySelector<HTMLElement>('[value=pause]'), 'the form')).click();
      (await until(() => part(element, 'review'), 'the review')).click();
      (await until(() => part(element, 'confirm'), 'the second step')).click();
    },
    shows: 'The subscription was not changed.',
  },
  malformed: { ...always(list, { answer: async () => ({ items: [{ id: 7 }], next: null }) }), shows: 'items[0].id' },
  longText: {
    ...answering({
      ...subscription,
      product: { id: 'p-1', title: 'Hire of a two-group espresso machine with grinder, filter and quarterly service' },
      status: 'past-due',
      price: { value: '1234567890.12', currency: 'GBP' },
      paymentFailure: {
        reason: 'The bank of the customer refused the payment and asks to contact it before the next.',
      },
    }),
    shows: 'Payment failed',
  },
  redacted: {
    ...ingrid,
    adapter: () =>
      shopAdapter({
        permissions: { 'subscriptions.create': { state: 'denied', reason: 'Agents create subscriptions.' } },
      }),
    shows: 'Agents create subscriptions.',
  },
};
