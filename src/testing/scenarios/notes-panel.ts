import { AdapterError } from '../../adapter/adapter-error.ts';
import type { Note } from '../../domain/note.ts';
import { part, parts, type, until } from '../kit.ts';
import type { Cells, Scenario } from '../scenario.ts';
import { scripted, type Step } from '../scripted.ts';
import { knownCustomers, shopAdapter } from '../shop.ts';

const ingrid = { customerId: knownCustomers.ingrid } as const;

/** Ingrid's notes, where every call for them goes as the step says. */
const listed = (step: Step): Pick<Scenario, 'adapter' | 'customerId'> => ({
  ...ingrid,
  adapter: () => {
    const { adapter, always } = scripted(shopAdapter());
    always('notes.list', step);
    return adapter;
  },
});

/** Ingrid's notes are read once; what comes after goes as the step says. */
const readThen =
  (step: Step): Scenario['adapter'] =>
  () => {
    const { adapter, next, always } = scripted(shopAdapter());
    next('notes.list', {});
    always('notes.list', step);
    return adapter;
  };

const never = new Promise<never>(() => {});
const refresh: Scenario['act'] = async (element) => {
  await until(() => part(element, 'note'), 'notes');
  element.refresh();
};

export const cells: Cells = {
  populated: { ...ingrid, adapter: shopAdapter, shows: 'Deliver before 10:00 only' },
  loading: { ...listed({ until: never }), shows: 'Notes' },
  refreshing: { ...ingrid, adapter: readThen({ until: never }), act: refresh, shows: 'Deliver before 10:00 only' },
  empty: { adapter: shopAdapter, customerId: knownCustomers.noOrders, shows: 'No notes yet.' },
  emptyFiltered: { absent: 'Notes are not filtered here.' },
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
    ...ingrid,
    adapter: readThen({ fail: new AdapterError('timeout', { retryable: false }) }),
    act: refresh,
    shows: 'Could not refresh.',
  },
  conflict: {
    ...ingrid,
    adapter: () => {
      const { adapter, always } = scripted(shopAdapter());
      always('notes.update', {
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
      note.querySelector('button')!.click();
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
          'notes.create': { state: 'denied', reason: 'Agents and managers write notes.' },
          'notes.update': { state: 'denied' },
          'notes.delete': { state: 'denied' },
        },
      }),
    shows: 'Agents and managers write notes.',
  },
};
