import type { Adapter } from '../../adapter.ts';
import { NoteList } from '../note-list.ts';
import { writing } from '../subject.ts';
import type { Trial } from '../trial.ts';

const text = (): string => `Conformance kit: ${crypto.randomUUID()}`;

/** Returns the trials of notes. A platform with a single note for each customer has no place for additional notes. */
export function noteTrials({ notes }: Adapter, customerId: string): readonly Trial[] {
  if (!notes?.list || !notes.create || notes.single) return [];
  const noteList = new NoteList(notes, customerId);
  const there = async (id: string) => (await noteList.with(id))[0];
  const remove = async (id: string): Promise<void> => {
    const note = await there(id);
    if (note && notes.delete) await noteList.delete(note, writing({ ifVersion: note.version }));
  };
  return [
    {
      name: 'notes.create',
      async prepare() {
        const body = text();
        const remaining = async () => {
          for (const { id } of await noteList.reading(body)) await remove(id);
        };
        return {
          body: { body },
          otherBody: { body: text() },
          count: async () => (await noteList.reading(body)).length,
          undo: notes.delete && remaining,
          cleanUp: remaining,
        };
      },
    },
    {
      name: 'notes.update',
      async prepare() {
        const [note, body] = [await noteList.create(text()), text()];
        return {
          ids: [note.id],
          body: { body },
          otherBody: { body: text() },
          ifVersion: note.version,
          count: async () => Number((await there(note.id))?.body === body),
          undo: async () => noteList.change((await there(note.id))!, { body: note.body }),
          cleanUp: () => remove(note.id),
        };
      },
    },
    {
      name: 'notes.delete',
      async prepare() {
        const note = await noteList.create(text());
        return {
          ids: [note.id],
          ifVersion: note.version,
          count: async () => Number(!(await there(note.id))),
          undo: notes.restore && (() => noteList.restore(note)),
          cleanUp: () => remove(note.id),
        };
      },
    },
    {
      name: 'notes.restore',
      async prepare() {
        const note = await noteList.create(text());
        await remove(note.id);
        return {
          ids: [note.id],
          count: async () => Number((await there(note.id)) !== undefined),
          undo: () => remove(note.id),
          cleanUp: () => remove(note.id),
        };
      },
    },
  ];
}
