import { AdapterError } from '../../adapter/adapter-error.ts';
import type { Note } from '../../domain/note.ts';
import { part, parts, type, until } from '../../testing/kit.ts';
import type { Cells } from '../../testing/scenario.ts';
import { scripted, type Step } from '../../testing/scripted.ts';
import { knownCustomers, shopAdapter } from '../../testing/shop.ts';
import { always, ingrid, never, readThen } from '../../testing/circumstances.ts';

/** Returns a scenario in which every request for Ingrid's notes gets the answer of the step. */
const listed = (step: Step) => always(['notes.list'], step);

/** Returns a scenario in which Ingrid's notes are loaded and then refetched. */
const again = (step: Step) => readThen(['notes.list'], step, (element) => part(element, 'note'));

export const cells: Cells = {
  populated: { ...ingrid, adapter: shopAdapter, shows: 'Deliver before 10:00 only' },
  loading: { ...listed({ until: never }), shows: 'Notes' },
  refreshing: { ...again({ until: never }), shows: 'Deliver before 10:00 only' },
  empty: { adapter: shopAdapter, customerId: knownCustomers.noOrders, shows: 'No notes yet.' },
  emptyFiltered: {
    ...ingrid,
    adapter: shopAdapter,
    attributes: { searchable: '' },
    act: async (element) => {
      (await until(() => part(element, 'actions')?.querySelector('button'), 'search'))!.click();
      type((await until(() => element.shadowRoot!.querySelector<HTMLInputElement>('.seek input'), 'field'))!, 'kiln');
    },
    shows: 'No note says',
  },
  partial: { absent: 'A note is whole or it is not there.' },
  error: {
    ...listed({ fail: new AdapterError('unavailable', { retryable: false, correlationId: 'f3a9-771c' }) }),
    shows: 'Reference f3a9-771c',
  },
  forbidden: {
    ...listed({
      fail: new AdapterError('forbidden', {
        reason: 'Your role “Marketing” has no access. Ask an administrator for “Read notes”.',
      }),
    }),
    shows: 'You may not see notes.',
  },
  offline: { ...listed({ fail: new AdapterError('offline', { retryable: false }) }), shows: 'You are offline.' },
  stale: {
    ...again({ fail: new AdapterError('timeout', { retryable: false }) }),
    shows: 'Could not refresh.',
  },
  conflict: {
    ...ingrid,
    adapter: () => {
      const script = scripted(shopAdapter());
      const { adapter } = script;
      script.always('notes.update', {
        answer: async () => {
          const { items } = await adapter.notes.list(
            ingrid.customerId,
            { first: 2 },
            { signal: new AbortController().signal },
          );
          const current: Note = { ...items[1]!, body: `${items[1]!.body} I called her.`, version: '2' };
          throw new AdapterError('conflict', { current });
        },
      });
      return adapter;
    },
    act: async (element) => {
      const note = (await until(() => parts(element, 'note')[1], 'second note'))!;
      (await until(() => note.querySelector<HTMLButtonElement>('.actions button'), 'edit'))!.click();
      const field = await until(() => note.querySelector('textarea'), 'field');
      type(field, `${field.value} Told her to call them.`);
      await element.updateComplete;
      note.querySelector('form')!.requestSubmit();
    },
    shows: 'Replace with mine',
  },
  malformed: {
    ...listed({ answer: async () => ({ items: [{ id: 7 }], next: null }) }),
    shows: 'items[0].id',
  },
  longText: { adapter: shopAdapter, customerId: knownCustomers.longTexts, shows: 'Notes' },
  redacted: {
    ...ingrid,
    adapter: () =>
      shopAdapter({
        permissions: {
          'notes.create': { state: 'denied', reason: 'Agents and managers may write notes.' },
          'notes.update': { state: 'denied' },
          'notes.delete': { state: 'denied' },
          'notes.restore': { state: 'denied' },
        },
      }),
    shows: 'Agents and managers may write notes.',
  },
};
