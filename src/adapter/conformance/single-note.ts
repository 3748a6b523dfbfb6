import { Note } from '../../domain/note.ts';
import type { NotesPort } from '../ports/notes.ts';
import { readable, refused, same } from './assert.ts';
import { Board } from './board.ts';
import { all, reading, writing, type ConformanceCase } from './subject.ts';

/** Tests a platform that stores one note for each customer. Requires `delete` to clean up. */
export function singleNoteCases(notes: NotesPort, empty: string): ConformanceCase[] {
  if (!notes.update || !notes.delete) return [];
  const board = new Board(notes, empty);
  return [
    {
      name: 'notes (single): there is one note at the most, and another is refused with the one that is there',
      async run() {
        const note = readable(Note, await board.create('Conformance kit: the only one'), 'notes.create');
        try {
          const error = await refused(board.create('Conformance kit: one too many'), 'conflict');
          same(readable(Note, error.current, 'the current note').id, note.id, 'the current note of the conflict');
          const { items, next } = await notes.list!(empty, all, reading());
          same([items.map(({ body }) => body), next], [[note.body], null], 'notes.list');
        } finally {
          await board.delete(note, writing({ ifVersion: note.version }));
        }
      },
    },
    {
      name: 'notes (single): is changed in place, emptied, and written anew',
      async run() {
        const note = await board.create('Conformance kit: before');
        const changed = await board.change(note, { body: 'Conformance kit: after' });
        same([changed.id, changed.body], [note.id, 'Conformance kit: after'], 'the note that was changed');
        await board.delete(changed, writing({ ifVersion: changed.version }));
        same((await notes.list!(empty, all, reading())).items, [], 'the emptied list');
        const anew = await board.create('Conformance kit: anew');
        await board.delete(anew, writing({ ifVersion: anew.version }));
      },
    },
  ];
}
