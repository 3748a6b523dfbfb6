import * as v from 'valibot';
import type { DashboardClient } from '../../data/client.ts';
import { compareRow } from '../../data/compare-row.ts';
import { listOperation } from '../../data/list-query.ts';
import type { ReadSettings } from '../../data/query.ts';
import type { Write } from '../../data/write.ts';
import { codeOf } from '../../domain/field.ts';
import { Note, type NoteChange, type NoteInput } from '../../domain/note.ts';

/**
 * Throws `conflict` if somebody has changed the note since it was read: its text, or who can read it. What was written
 * for the team must not be saved where the customer reads it.
 */
export const compareNote = (client: DashboardClient, base: Note, settings: ReadSettings): Promise<void> => {
  const valueOf = ({ body, visibility }: Note): unknown => [body, visibility && codeOf(visibility)];
  return compareRow(client, { operation: listOperation('notes.list', Note), base, valueOf }, settings);
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
export const creation = (customerId: string, note: NoteInput): Write<Note, Note> => ({
  customerId,
  schema: Note,
  list: { name: 'notes.list', confirmed: placed },
  send: ({ notes }, options) => notes?.create?.(customerId, note, options),
});

/** Returns the notes with `note` in its new position, if it is one of them. */
const moved = (notes: readonly Note[], note: Note): readonly Note[] =>
  notes.some(({ id }) => id === note.id) ? placed(notes, note) : notes;

/** Changes a note, based on the version that was read. */
export const change = (note: Note, changed: NoteChange): Write<Note, Note> => ({
  customerId: note.customerId,
  id: note.id,
  ifVersion: note.version,
  schema: Note,
  list: {
    name: 'notes.list',
    optimistic: (notes) => moved(notes, { ...note, ...changed }),
    confirmed: moved,
  },
  touches: ['notes.revisions'],
  send: ({ notes }, options) => notes?.update?.(note.customerId, note.id, changed, options),
});

/** Restores a deleted note. */
export const restoration = ({ customerId, id }: Note): Write<Note, Note> => ({
  customerId,
  schema: Note,
  list: { name: 'notes.list', confirmed: placed },
  touches: ['notes.revisions'],
  send: ({ notes }, options) => notes?.restore?.(customerId, id, options),
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
    ownerOf: () => customerId,
    list: { name: 'notes.list', optimistic: without, confirmed: without },
    send: ({ notes }, options) => notes?.delete?.(customerId, id, options),
  };
};
