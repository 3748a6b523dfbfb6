import { AdapterError } from '../../adapter/adapter-error.ts';
import { always, ingrid, loadedThen, never } from '../../testing/circumstances.ts';
import { part, until } from '../../testing/kit.ts';
import type { Cells, Scenario } from '../../testing/scenario.ts';
import type { Step } from '../../testing/scripted.ts';
import { shopAdapter } from '../../testing/shop.ts';

const asked = (step: Step) => always(['insights.newVersusReturning', 'insights.paymentMethods'], step);
const again = (step: Step) => loadedThen(['insights.newVersusReturning'], step, (element) => part(element, 'readout'));
const failing = (...error: ConstructorParameters<typeof AdapterError>): Step => ({ fail: new AdapterError(...error) });
const answer = (more: object): Step => ({
  answer: async () => ({ range: {}, timeZone: 'Europe/London', ...more }),
});
const month = { month: '2026-11', newCustomers: 3, returningCustomers: 12 };
const unknown = { method: null, payments: 12, amounts: [] };
const long = {
  method: 'Letter of credit of the regional purchasing group, countersigned by the correspondent bank',
  ...{ payments: 1234567, amounts: [{ value: '1234567890.12', currency: 'GBP' }] },
};
const openNumbers: Pick<Scenario, 'act'> = {
  act: async (element) => (await until(() => part(element, 'numbers'), 'the numbers')).click(),
};

export const cells: Cells = {
  populated: { ...ingrid, adapter: shopAdapter, shows: 'new customers' },
  loading: { ...asked({ until: never }), shows: 'This is taking longer than usual.' },
  refreshing: { ...again({ until: never }), shows: 'new customers' },
  empty: { ...asked(answer({ months: [] })), shows: 'No orders in these days.' },
  emptyFiltered: { absent: 'Days without an order look like a platform without one.' },
  partial: { ...asked(answer({ methods: [unknown] })), attributes: { charts: 'payment-methods' }, shows: 'Not known' },
  error: {
    ...asked(failing('unavailable', { retryable: false, correlationId: 'f3a9-771c' })),
    shows: 'Reference f3a9-771c',
  },
  forbidden: {
    ...asked(failing('forbidden', { reason: 'Ask an administrator.' })),
    shows: 'You may not see customer trends.',
  },
  offline: { ...asked(failing('offline', { retryable: false })), shows: 'The service can’t be reached.' },
  stale: { ...again(failing('timeout', { retryable: false })), shows: 'Could not refresh.' },
  conflict: { absent: 'Trends are only read.' },
  malformed: { ...asked(answer({ months: [{ ...month, newCustomers: -1 }] })), shows: 'months[0].newCustomers' },
  longText: {
    ...asked(answer({ methods: [long, unknown] })),
    ...{ attributes: { charts: 'payment-methods' }, ...openNumbers, shows: 'Letter of credit' },
  },
  redacted: { absent: 'Trends have no personal data.' },
};
