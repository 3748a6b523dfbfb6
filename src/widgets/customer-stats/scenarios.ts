import { AdapterError } from '../../adapter/adapter-error.ts';
import { always, ingrid, loadedThen, never } from '../../testing/circumstances.ts';
import { part } from '../../testing/kit.ts';
import type { Cells } from '../../testing/scenario.ts';
import type { Step } from '../../testing/scripted.ts';
import { shopAdapter } from '../../testing/shop.ts';

const asked = (step: Step) => always(['stats.get'], step);
const again = (step: Step) => loadedThen(['stats.get'], step, (element) => part(element, 'figure'));
const failing = (...error: ConstructorParameters<typeof AdapterError>): Step => ({ fail: new AdapterError(...error) });
const stats = (more: object): Step => ({ answer: async () => ({ customerId: ingrid.customerId, ...more }) });
const amounts = [
  { value: '1234567890123456789.12', currency: 'GBP' },
  { value: '987654321.00', currency: 'JPY' },
];

export const cells: Cells = {
  populated: { ...ingrid, adapter: shopAdapter, shows: 'Items returned' },
  loading: { ...asked({ until: never }), shows: 'This is taking longer than usual.' },
  refreshing: { ...again({ until: never }), shows: 'Items returned' },
  // A customer without orders has figures: each of them is nought or says so.
  empty: { ...asked(stats({})), shows: 'No figures.' },
  emptyFiltered: { absent: 'A range without orders has figures, each of them nought.' },
  partial: { ...asked(stats({ orders: { value: 4, basis: 'sales' } })), shows: 'The platform does not say' },
  error: {
    ...asked(failing('unavailable', { retryable: false, correlationId: 'f3a9-771c' })),
    shows: 'Reference f3a9-771c',
  },
  forbidden: { ...asked(failing('forbidden', { reason: 'Ask an administrator.' })), shows: 'You may not see figures.' },
  offline: { ...asked(failing('offline', { retryable: false })), shows: 'The service can’t be reached.' },
  stale: { ...again(failing('timeout', { retryable: false })), shows: 'Could not refresh.' },
  conflict: { absent: 'Figures are only read here.' },
  malformed: { ...asked(stats({ orders: { value: 'many', basis: 'sales' } })), shows: 'orders.value' },
  longText: {
    ...asked(
      stats({ orderTotal: { amounts, basis: { code: 'own', label: 'Whatever the purchasing group confirmed' } } }),
    ),
    shows: 'Whatever the purchasing group',
  },
  redacted: { absent: 'Figures have no personal data.' },
};
