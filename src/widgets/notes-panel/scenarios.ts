import { AdapterError } from '../../adapter/adapter-error.ts';
import type { Note } from '../../domain/note.ts';
import { ingrid } from '../../testing/circumstances.ts';
import { part, parts, type, until } from '../../testing/kit.ts';
import { listCells } from '../../testing/list-cells.ts';
import { scripted } from '../../testing/scripted.ts';
import { shopAdapter } from '../../testing/shop.ts';

export const cells = listCells(
  'notes.list',
  { heading: 'Notes', row: 'note' },
  {
    populated: 'Deliver before 10:00 only',
    empty: 'No notes yet.',
    emptyFiltered: {
      ...ingrid,
      adapter: shopAdapter,
      attributes: { searchable: '' },
      act: async (element) => {
        (await until(() => part(element, 'actions')?.querySelector('button'), 'search'))!.click();
        type(
          (await until(() => element.shadowRoot!.querySelector<HTMLInputElement>('input[type=search]'), 'field'))!,
          'kiln',
        );
      },
      shows: 'No note says',
      // The widget is ready, not empty: the customer has notes.
      states: ['ready'],
    },
    partial: { absent: 'A note is whole or it is not there.' },
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
    longText: 'Notes',
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
  },
);
