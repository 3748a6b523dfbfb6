import { AdapterError } from '../../adapter/adapter-error.ts';
import { always, ingrid, loadedThen, never } from '../../testing/circumstances.ts';
import { part } from '../../testing/kit.ts';
import type { Cells } from '../../testing/scenario.ts';
import type { Step } from '../../testing/scripted.ts';
import { shopAdapter } from '../../testing/shop.ts';

const asked = (step: Step) => always(['customers.get'], step);
const again = (step: Step) => loadedThen(['customers.get'], step, (element) => part(element, 'customer-name'));
const failing = (...error: ConstructorParameters<typeof AdapterError>): Step => ({ fail: new AdapterError(...error) });
const customer = (more: object): Step => ({ answer: async () => ({ id: ingrid.customerId, ...more }) });

export const cells: Cells = {
  populated: { ...ingrid, adapter: shopAdapter, shows: 'Customer since' },
  loading: { ...asked({ until: never }), shows: 'This is taking longer than usual.' },
  refreshing: { ...again({ until: never }), shows: 'Wishlist' },
  empty: { absent: 'A customer always has a menu.' },
  emptyFiltered: { absent: 'Nothing here is filtered.' },
  partial: { ...always(['notes.list'], failing('timeout', { retryable: false })), shows: 'Notes' },
  error: {
    ...asked(failing('unavailable', { retryable: false, correlationId: 'f3a9-771c' })),
    shows: 'Reference f3a9-771c',
  },
  forbidden: {
    ...asked(failing('forbidden', { reason: 'Ask an administrator.' })),
    shows: 'You may not see this customer.',
  },
  offline: { ...asked(failing('offline', { retryable: false })), shows: 'The service can’t be reached.' },
  stale: { ...again(failing('timeout', { retryable: false })), shows: 'Could not refresh.' },
  conflict: { absent: 'A menu is only read.' },
  malformed: { ...asked(customer({ createdAt: 'long ago' })), shows: 'createdAt' },
  longText: {
    ...asked(customer({ name: 'Donaudampfschifffahrtsgesellschaft '.repeat(4), createdAt: '2019-03-14T10:00:00Z' })),
    shows: 'Donaudampfschifffahrtsgesellschaft',
  },
  redacted: {
    ...asked(customer({ name: { withheld: 'masked', display: 'I••••• V•••••-H•••' } })),
    shows: 'I••••• V•••••-H•••',
  },
};
