import { AdapterError } from '../../adapter/adapter-error.ts';
import { part, type, until } from '../../testing/kit.ts';
import type { Cells } from '../../testing/scenario.ts';
import { scripted, type MethodName, type Step } from '../../testing/scripted.ts';
import { knownCustomers, shopAdapter } from '../../testing/shop.ts';
import { always, ingrid, never, loadedThen } from '../../testing/circumstances.ts';

/** Returns a scenario in which every call of a method for Ingrid gets the answer of the step. */
const asked = (method: MethodName, step: Step) => always([method], step);

/** Returns a scenario in which Ingrid and her figures are loaded and then refetched. */
const again = (step: Step) =>
  loadedThen(
    ['customers.get', 'stats.get'],
    step,
    (element) => part(element, 'figure') && part(element, 'customer-name'),
  );

export const cells: Cells = {
  populated: { ...ingrid, adapter: shopAdapter, shows: 'Last today, 11:08' },
  loading: {
    ...always(['customers.get', 'stats.get'], { until: never }),
    shows: 'This is taking longer than usual.',
  },
  refreshing: { ...again({ until: never }), shows: '£18,462.70' },
  // The widget is ready, not empty: the customer exists but has no sales.
  empty: { adapter: shopAdapter, customerId: knownCustomers.noOrders, shows: 'No sale yet', states: ['ready'] },
  emptyFiltered: { absent: 'Nothing here is filtered.' },
  partial: {
    ...asked('stats.get', {
      fail: new AdapterError('timeout', { retryable: false, correlationId: '7d10-02b4' }),
    }),
    shows: 'Figures could not be loaded.',
  },
  error: {
    ...asked('customers.get', {
      fail: new AdapterError('unavailable', { retryable: false, correlationId: 'f3a9-771c' }),
    }),
    shows: 'Reference f3a9-771c',
  },
  forbidden: {
    ...asked('customers.get', {
      fail: new AdapterError('forbidden', {
        reason: 'Your role “Marketing” has no access. Ask an administrator for “Read customers”.',
      }),
    }),
    shows: 'You may not see this customer.',
  },
  offline: {
    ...asked('customers.get', { fail: new AdapterError('offline', { retryable: false }) }),
    shows: 'The service can’t be reached.',
  },
  stale: {
    ...again({ fail: new AdapterError('timeout', { retryable: false }) }),
    shows: 'Could not refresh.',
  },
  conflict: {
    ...ingrid,
    adapter: () => {
      const shop = shopAdapter();
      const script = scripted(shop);
      // Another write comes just before this one.
      script.next('customers.update', {
        answer: async () => {
          const now = await shop.customers.get(ingrid.customerId, { signal: new AbortController().signal });
          throw new AdapterError('conflict', { current: { ...now, login: 'ingrid.holm', version: '8' } });
        },
      });
      return script.adapter;
    },
    act: async (element) => {
      (await until(() => part(element, 'edit'), 'a way to edit')).click();
      const login = await until(() => element.shadowRoot!.querySelector<HTMLInputElement>('#edit-login'), 'the form');
      type(login, 'ingrid');
      await element.updateComplete;
      part(element, 'save')!.click();
    },
    shows: 'Take theirs',
  },
  malformed: {
    ...asked('customers.get', {
      answer: async (carryOut) => ({ ...((await carryOut()) as object), createdAt: 'last spring' }),
    }),
    shows: 'createdAt',
  },
  longText: {
    adapter: shopAdapter,
    customerId: knownCustomers.longTexts,
    shows: 'Wolfeschlegelsteinhausenbergerdorff',
  },
  redacted: { adapter: shopAdapter, customerId: knownCustomers.marketplace, shows: 'has not passed on personal data' },
};
