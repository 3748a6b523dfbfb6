import { AdapterError } from '../../adapter/adapter-error.ts';
import { always, ingrid, loadedThen, never } from '../../testing/circumstances.ts';
import { part, until } from '../../testing/kit.ts';
import type { Cells } from '../../testing/scenario.ts';
import { scripted, type Step } from '../../testing/scripted.ts';
import { shopAdapter } from '../../testing/shop.ts';

const asked = (step: Step) => always(['privacy.get'], step);
const again = (step: Step) => loadedThen(['privacy.get'], step, (element) => part(element, 'statements'));
const failing = (...error: ConstructorParameters<typeof AdapterError>): Step => ({ fail: new AdapterError(...error) });
const privacy = (more: object): Step => ({ answer: async () => ({ ...ingrid, version: '1', ...more }) });
const long = 'Whatever the regional purchasing group has agreed with each of its members about their data. '.repeat(12);

export const cells: Cells = {
  populated: { ...ingrid, adapter: shopAdapter, shows: 'Customer data is encrypted at rest and in transit.' },
  loading: { ...asked({ until: never }), shows: 'This is taking longer than usual.' },
  refreshing: { ...again({ until: never }), shows: 'encrypted at rest' },
  empty: { ...asked(privacy({ statements: [] })), shows: 'Nothing about data protection.' },
  emptyFiltered: { absent: 'There is nothing to search.' },
  partial: { ...asked(privacy({ erasure: { state: 'in-progress' } })), shows: 'In progress' },
  error: {
    ...asked(failing('unavailable', { retryable: false, correlationId: 'f3a9-771c' })),
    shows: 'Reference f3a9-771c',
  },
  forbidden: {
    ...asked(failing('forbidden', { reason: 'Ask an administrator.' })),
    shows: 'You may not see data protection.',
  },
  offline: { ...asked(failing('offline', { retryable: false })), shows: 'The service can’t be reached.' },
  stale: { ...again(failing('timeout', { retryable: false })), shows: 'Could not refresh.' },
  conflict: {
    ...ingrid,
    adapter: () => {
      const script = scripted(shopAdapter());
      script.always('privacy.requestErasure', { fail: new AdapterError('conflict', {}) });
      return script.adapter;
    },
    act: async (element) => {
      for (const name of ['request-erasure', 'review', 'confirm'])
        (await until(() => element.shadowRoot!.querySelector<HTMLElement>(`[part=${name}]:enabled`), name)).click();
    },
    shows: 'The request was not recorded.',
  },
  malformed: { ...asked(privacy({ erasure: { state: 7 } })), shows: 'erasure.state' },
  longText: {
    ...asked(
      privacy({
        statements: [{ id: 'long', text: long, since: '2026-01-01' }],
        erasure: {
          state: { code: 'held', label: 'Held until the audit of the regional purchasing group is over' },
          requestedAt: '2026-11-02T09:00:00Z',
          requestedBy: { id: 'op-1', name: 'Donaudampfschifffahrtsgesellschaft'.repeat(3) },
          reason: long,
        },
      }),
    ),
    shows: 'Whatever the regional',
  },
  redacted: {
    ...ingrid,
    adapter: () => shopAdapter({ role: 'viewer' }),
    shows: 'Managers request the erasure of personal data.',
  },
};
