import type { ListQuery } from '../../data/query.ts';
import type { Write } from '../../data/write.ts';
import { Note } from '../../domain/note.ts';

/** The latest notes of a customer, so many at a time; those alone in which a text was found, where one is sought. */
export const notesOf = (customerId: string, pageSize: number, text?: string): ListQuery<Note> => ({
  name: 'notes.list',
  customerId,
  params: { text },
  schema: Note,
  pageSize,
  load: (adapter, page, options) => adapter.notes?.list?.(customerId, { ...page, text }, options),
});

/** Pinned ones first, then newest first. */
const order = (a: Note, b: Note): number =>
  Number(b.pinned ?? false) - Number(a.pinned ?? false) || Date.parse(b.createdAt) - Date.parse(a.createdAt);

/** With a note in its place, whether it stood elsewhere before or nowhere. */
export function placed(notes: readonly Note[], note: Note): readonly Note[] {
  const others = notes.filter(({ id }) => id !== note.id);
  const next = others.findIndex((other) => order(note, other) <= 0);
  return others.toSpliced(next < 0 ? others.length : next, 0, note);
}

/** Writes a note. Shown once the server has it, for until then nobody knows its author and time. */
export const creation = (customerId: string, body: string): Write<Note, Note> => ({
  customerId,
  schema: Note,
  list: { name: 'notes.list', confirmed: placed },
  send: ({ notes }, options) => notes?.create?.(customerId, { body }, options),
});
