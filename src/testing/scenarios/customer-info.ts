import { AdapterError } from '../../adapter/adapter-error.ts';
import { part, textOf, until } from '../kit.ts';
import type { Cells, Scenario } from '../scenario.ts';
import { scripted, type MethodName, type Step } from '../scripted.ts';
import { knownCustomers, shopAdapter } from '../shop.ts';

const ingrid = { customerId: knownCustomers.ingrid } as const;

/** Ingrid, where every call of a method goes as the step says. */
const asked = (method: MethodName, step: Step): Pick<Scenario, 'adapter' | 'customerId'> => ({
  ...ingrid,
  adapter: () => {
    const { adapter, always } = scripted(shopAdapter());
    always(method, step);
    return adapter;
  },
});

/** Ingrid is read once; what comes after goes as the step says. */
const readThen =
  (step: Step): Scenario['adapter'] =>
  () => {
    const { adapter, next, always } = scripted(shopAdapter());
    for (const method of ['customers.get', 'stats.get'] as const) {
      next(method, {});
      always(method, step);
    }
    return adapter;
  };

const never = new Promise<never>(() => {});
const refresh: Scenario['act'] = async (element) => {
  await until(() => part(element, 'figure') && part(element, 'customer-name'), 'name and figures');
  element.refresh();
};

export const cells: Cells = {
  populated: { ...ingrid, adapter: shopAdapter, shows: 'Last today, 11:08' },
  loading: {
    ...ingrid,
    adapter: () => {
      const { adapter, always } = scripted(shopAdapter());
      always('customers.get', { until: never });
      always('stats.get', { until: never });
      return adapter;
    },
    shows: 'This is taking longer than usual.',
  },
  refreshing: { ...ingrid, adapter: readThen({ until: never }), act: refresh, shows: '£18,462.70' },
  empty: { adapter: shopAdapter, customerId: knownCustomers.noOrders, shows: 'No sale yet' },
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
    shows: 'You may not see customer.',
  },
  offline: {
    ...asked('customers.get', { fail: new AdapterError('offline', { retryable: false }) }),
    shows: 'You are offline.',
  },
  stale: {
    ...ingrid,
    adapter: readThen({ fail: new AdapterError('timeout', { retryable: false }) }),
    act: async (element) => {
      await refresh(element);
      await until(() => textOf(element).includes('Could not refresh.'), 'the notice');
    },
    shows: 'Could not refresh.',
  },
  conflict: { absent: 'Nothing is changed here.' },
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
