import type { ListOperation } from '../../data/list-query.ts';
import type { Write } from '../../data/write.ts';
import { Note } from '../../domain/note.ts';

export const notes: ListOperation<Note> = {
  name: 'notes.list',
  schema: Note,
  call: (adapter, customerId, page, options) => adapter.notes?.list?.(customerId, page, options),
};

/** Compares two notes: pinned ones first, then newest first. */
const order = (a: Note, b: Note): number =>
  Number(b.pinned ?? false) - Number(a.pinned ?? false) || Date.parse(b.createdAt) - Date.parse(a.createdAt);

/** Returns the notes with `note` in its sorted position, whether or not it was among them. */
export function placed(notes: readonly Note[], note: Note): readonly Note[] {
  const others = notes.filter(({ id }) => id !== note.id);
  const next = others.findIndex((other) => order(note, other) <= 0);
  return others.toSpliced(next < 0 ? others.length : next, 0, note);
}

/** Creates a note. The write is not optimistic: only the server knows the author and the time. */
export const creation = (customerId: string, body: string): Write<Note, Note> => ({
  customerId,
  schema: Note,
  list: { name: 'notes.list', confirmed: placed },
  send: ({ notes }, options) => notes?.create?.(customerId, { body }, options),
});
