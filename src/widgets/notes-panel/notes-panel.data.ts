import * as v from 'valibot';
import type { ListQuery } from '../../data/query.ts';
import type { Write } from '../../data/write.ts';
import { Note } from '../../domain/note.ts';

/** The latest notes of a customer, so many at a time. */
export const notesOf = (customerId: string, pageSize: number): ListQuery<Note> => ({
  name: 'notes.list',
  customerId,
  schema: Note,
  pageSize,
  load: (adapter, page, options) => adapter.notes?.list?.(customerId, page, options),
});

/** Pinned ones stay above what is new. */
const added = (notes: readonly Note[], note: Note): readonly Note[] => {
  if (notes.some(({ id }) => id === note.id)) return replaced(notes, note);
  const pinned = notes.filter((other) => other.pinned);
  return [...pinned, note, ...notes.filter((other) => !other.pinned)];
};

const replaced = (notes: readonly Note[], note: Note): readonly Note[] =>
  notes.map((other) => (other.id === note.id ? note : other));

/** Writes a note. Shown once the server has it, for until then nobody knows its author and time. */
export const creation = (customerId: string, body: string): Write<Note, Note> => ({
  customerId,
  schema: Note,
  list: { name: 'notes.list', confirmed: added },
  send: ({ notes }, options) => notes?.create?.(customerId, { body }, options),
});

/** Changes a note, based on the version that was read. */
export const change = (note: Note, body: string): Write<Note, Note> => ({
  customerId: note.customerId,
  ifVersion: note.version,
  schema: Note,
  list: {
    name: 'notes.list',
    optimistic: (notes) => replaced(notes, { ...note, body }),
    confirmed: replaced,
  },
  send: ({ notes }, options) => notes?.update?.(note.customerId, note.id, { body }, options),
});

/** Deletes a note, based on the version that was read. */
export const deletion = ({ customerId, id, version }: Note): Write<true, Note> => {
  const without = (notes: readonly Note[]) => notes.filter((note) => note.id !== id);
  return {
    customerId,
    ifVersion: version,
    schema: v.pipe(
      v.void(),
      v.transform(() => true as const),
    ),
    list: { name: 'notes.list', optimistic: without, confirmed: without },
    send: ({ notes }, options) => notes?.delete?.(customerId, id, options),
  };
};
