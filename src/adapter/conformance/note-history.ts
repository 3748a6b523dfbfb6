import { NoteRevision, type Note } from '../../domain/note.ts';
import { isAdapterError } from '../adapter-error.ts';
import type { NotesPort } from '../ports/notes.ts';
import { ensure, readable, rejection, same, outcomeOf } from './assert.ts';
import type { NoteList } from './note-list.ts';
import { writing, type ConformanceCase } from './subject.ts';

/** Tests searching and restoring notes, and the revisions of a note. */
export function noteHistoryCases(notes: NotesPort, noteList: NoteList, other: string): ConformanceCase[] {
  const cases = [searchCase(notes, noteList)];
  if (notes.delete && notes.restore) cases.push(...restoreCases(notes, noteList, other));
  if (notes.revisions) cases.push(...revisionCases(notes, noteList));
  return cases;
}

const based = ({ version }: Note) => writing({ ifVersion: version });

function searchCase(notes: NotesPort, noteList: NoteList): ConformanceCase {
  return {
    name: 'notes.list: a search ignores case, diacritics and white space, and finds no deleted note',
    async run() {
      const mark = crypto.randomUUID().slice(0, 8);
      const note = await noteList.create(`Conformance kit: straße  ÄPFEL１２\n${mark}, 100% _ Łódź İ, “Café’s”`);
      const other = await noteList.create(`Conformance kit: without the mark`);
      for (const found of [
        `äpfel12 ${mark.toUpperCase()}`,
        `ＳＴＲＡßE Äpfel12 ${mark}`,
        `STRASSE apfel12  ${mark}`,
        `${mark}, 100% _`,
        `${mark}, 100% _ lodz i, "cafe's"`,
      ]) {
        const outcome = await outcomeOf(noteList.finding(found));
        // Another case tests that a list without search rejects a search.
        if (outcome.thrown && isAdapterError(outcome.error)) return;
        ensure(!outcome.thrown, 'a search should resolve or reject');
        same(
          outcome.answer.map(({ id }) => id),
          [note.id],
          `notes found by “${found}”`,
        );
      }
      same((await noteList.finding(`${mark}_ 100%`)).length, 0, 'notes found by a text that is in none');
      if (!notes.delete) return;
      for (const found of [note, other]) await noteList.delete(found, based(found));
      same((await noteList.finding(mark)).length, 0, 'deleted notes found');
    },
  };
}

function restoreCases({ guarantees }: NotesPort, noteList: NoteList, other: string): ConformanceCase[] {
  const deleted = async (what: string): Promise<Note> => {
    const note = await noteList.create(`Conformance kit: ${what}`);
    await noteList.delete(note, based(note));
    return note;
  };
  const cases: ConformanceCase[] = [
    {
      name: 'notes.restore: restores a deleted note as a new version with the same content',
      async run() {
        const note = await deleted('deleted and brought back');
        const restored = await noteList.restore(note);
        same(
          [restored.id, restored.body, restored.createdAt, restored.author],
          [note.id, note.body, note.createdAt, note.author],
          'the restored note',
        );
        if (guarantees?.versions) ensure(restored.version !== note.version, 'the version has not changed');
        same((await noteList.with(note.id)).length, 1, 'the note in the list');
        await noteList.delete(restored, based(restored));
      },
    },
    {
      name: 'notes.restore: leaves a note that is not deleted unchanged',
      async run() {
        const note = await noteList.create('Conformance kit: never deleted');
        same((await noteList.restore(note)).version, note.version, 'the version');
      },
    },
    {
      name: 'notes.restore: rejects with not-found for an unknown note, and under another customer',
      async run() {
        const note = await deleted('deleted for good');
        await rejection(noteList.restore(note, writing(), other), 'not-found');
        await rejection(noteList.restore({ ...note, id: 'no-such-note' }), 'not-found');
        same((await noteList.with(note.id)).length, 0, 'restored notes');
      },
    },
  ];
  return cases;
}

function revisionCases(notes: NotesPort, noteList: NoteList): ConformanceCase[] {
  return [
    {
      name: 'notes.revisions: list the changes of a note, newest first, with text and author',
      async run() {
        let note = await noteList.create('Conformance kit: one');
        const expected = [['created', 'Conformance kit: one']];
        if (notes.update) {
          note = await noteList.change(note, { body: 'Conformance kit: two' });
          const kinds = ['edited'];
          if (notes.hasPins !== false) {
            note = await noteList.change(note, { pinned: true });
            note = await noteList.change(note, { pinned: false });
            kinds.push('pinned', 'unpinned');
          }
          for (const kind of kinds) expected.unshift([kind, 'Conformance kit: two']);
        }
        if (notes.delete) {
          await noteList.delete(note, based(note));
          expected.unshift(['deleted', note.body]);
          if (notes.restore) {
            await noteList.restore(note);
            expected.unshift(['restored', note.body]);
          }
        }
        const told = (await noteList.revisions(note)).map((revision) => readable(NoteRevision, revision, 'a revision'));
        same(
          told.map(({ kind, body }) => [kind, body]),
          expected,
          'notes.revisions',
        );
        ensure(
          told.every(({ noteId, author }) => noteId === note.id && author.id === note.author.id),
          'a revision names its note and its author',
        );
        ensure(
          told.every(({ at }, index) => index === 0 || Date.parse(told[index - 1]!.at) >= Date.parse(at)),
          'a revision is older than the one before it',
        );
      },
    },
    {
      name: 'notes.revisions: contain no rejected write',
      async run() {
        const note = await noteList.create('Conformance kit: refused twice');
        if (notes.update) await rejection(noteList.change(note, { body: ' ' }), 'validation');
        if (notes.guarantees?.versions && notes.delete)
          await rejection(noteList.delete(note, writing({ ifVersion: 'another' })), 'conflict');
        same((await noteList.revisions(note)).length, 1, 'revisions');
      },
    },
  ];
}
