import { AdapterError } from '../../adapter/adapter-error.ts';
import { always, ingrid, loadedThen, never } from '../../testing/circumstances.ts';
import { part, type, until } from '../../testing/kit.ts';
import type { Cells } from '../../testing/scenario.ts';
import { scripted, type Step } from '../../testing/scripted.ts';
import { shopAdapter } from '../../testing/shop.ts';

const asked = (step: Step) => always(['reseller.get'], step);
const again = (step: Step) => loadedThen(['reseller.get'], step, (element) => part(element, 'details'));
const failing = (...error: ConstructorParameters<typeof AdapterError>): Step => ({ fail: new AdapterError(...error) });
const details = (more: object): Step => ({ answer: async () => ({ ...ingrid, version: '1', ...more }) });
const long = 'Whatever the regional purchasing group has agreed with each of its members. '.repeat(12);

export const cells: Cells = {
  populated: { ...ingrid, adapter: shopAdapter, shows: 'Holm & Daughters at the Market' },
  loading: { ...asked({ until: never }), shows: 'This is taking longer than usual.' },
  refreshing: { ...again({ until: never }), shows: 'Holm & Daughters' },
  empty: { ...asked(details({ businessName: null, remark: null })), shows: 'No reseller details.' },
  emptyFiltered: { absent: 'There is nothing to search.' },
  partial: { ...asked(details({ businessName: 'Second Firing' })), shows: 'Second Firing' },
  error: {
    ...asked(failing('unavailable', { retryable: false, correlationId: 'f3a9-771c' })),
    shows: 'Reference f3a9-771c',
  },
  forbidden: {
    ...asked(failing('forbidden', { reason: 'Ask an administrator.' })),
    shows: 'You may not see reseller details.',
  },
  offline: { ...asked(failing('offline', { retryable: false })), shows: 'The service can’t be reached.' },
  stale: { ...again(failing('timeout', { retryable: false })), shows: 'Could not refresh.' },
  conflict: {
    ...ingrid,
    adapter: () => {
      const script = scripted(shopAdapter());
      script.always('reseller.update', { fail: new AdapterError('conflict', {}) });
      return script.adapter;
    },
    act: async (element) => {
      element.toggleAttribute('editable', true);
      const find = <E extends HTMLElement>(selector: string) =>
        until(() => element.shadowRoot!.querySelector<E>(selector), selector);
      (await find('[part=edit]:enabled')).click();
      type(await find<HTMLTextAreaElement>('textarea'), 'Not below our list price');
      (await find('[part=save]:enabled')).click();
    },
    shows: 'Somebody else has changed these details meanwhile.',
  },
  malformed: { ...asked(details({ certificateUntil: 'soon' })), shows: 'certificateUntil' },
  longText: {
    ...asked(
      details({
        businessName: 'Donaudampfschifffahrtsgesellschaft'.repeat(3),
        website: `https://market.example/${'kiln'.repeat(60)}`,
        certificate: 'RC-'.repeat(30),
        remark: long,
        updatedAt: '2024-05-21T13:05:00Z',
        updatedBy: { id: 'op-1', name: 'Donaudampfschifffahrtsgesellschaft'.repeat(3) },
      }),
    ),
    shows: 'Whatever the regional',
  },
  redacted: { absent: 'Reseller details are of a business; nothing in them is withheld.' },
};
