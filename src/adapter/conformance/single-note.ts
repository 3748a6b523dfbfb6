import { Note } from '../../domain/note.ts';
import type { NotesPort } from '../ports/notes.ts';
import { readable, rejection, same } from './assert.ts';
import { NoteList } from './note-list.ts';
import { all, reading, writing, type ConformanceCase } from './subject.ts';

/** Tests a platform that stores one note for each customer. Requires `delete` to clean up. */
export function singleNoteCases(notes: NotesPort, empty: string): ConformanceCase[] {
  if (!notes.update || !notes.delete) return [];
  const noteList = new NoteList(notes, empty);
  return [
    {
      name: 'notes (single): a second note is rejected with the existing one',
      async run() {
        const note = readable(Note, await noteList.create('Conformance kit: the only one'), 'notes.create');
        try {
          const error = await rejection(noteList.create('Conformance kit: one too many'), 'conflict');
          same(readable(Note, error.current, 'the current note').id, note.id, 'the current note of the conflict');
          const { items, next } = await notes.list!(empty, all, reading());
          same([items.map(({ body }) => body), next], [[note.body], null], 'notes.list');
        } finally {
          await noteList.delete(note, writing({ ifVersion: note.version }));
        }
      },
    },
    {
      name: 'notes (single): a note can be edited, deleted and created again',
      async run() {
        const note = await noteList.create('Conformance kit: before');
        const changed = await noteList.change(note, { body: 'Conformance kit: after' });
        same([changed.id, changed.body], [note.id, 'Conformance kit: after'], 'the changed note');
        await noteList.delete(changed, writing({ ifVersion: changed.version }));
        same((await notes.list!(empty, all, reading())).items, [], 'the emptied list');
        const anew = await noteList.create('Conformance kit: anew');
        await noteList.delete(anew, writing({ ifVersion: anew.version }));
      },
    },
  ];
}
