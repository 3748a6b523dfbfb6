import { NoteRevision, type Note } from '../../domain/note.ts';
import { isAdapterError } from '../adapter-error.ts';
import type { NotesPort } from '../ports/notes.ts';
import { ensure, readable, refused, same, settled } from './assert.ts';
import type { Board } from './board.ts';
import { writing, type ConformanceCase } from './subject.ts';

/** Tests searching and restoring notes, and the revisions of a note. */
export function noteHistoryCases(notes: NotesPort, board: Board, other: string): ConformanceCase[] {
  const cases = [searchCase(notes, board)];
  if (notes.delete && notes.restore) cases.push(...restoreCases(notes, board, other));
  if (notes.revisions) cases.push(...revisionCases(notes, board));
  return cases;
}

const based = ({ version }: Note) => writing({ ifVersion: version });

function searchCase(notes: NotesPort, board: Board): ConformanceCase {
  return {
    name: 'notes.list: a search finds a text whatever its case, diacritics and white space, and no deleted note',
    async run() {
      const mark = crypto.randomUUID().slice(0, 8);
      const note = await board.create(`Conformance kit: straße  ÄPFEL１２\n${mark}, 100% _ Łódź İ, “Café’s”`);
      const other = await board.create(`Conformance kit: without the mark`);
      for (const found of [
        `äpfel12 ${mark.toUpperCase()}`,
        `ＳＴＲＡßE Äpfel12 ${mark}`,
        `STRASSE apfel12  ${mark}`,
        `${mark}, 100% _`,
        `${mark}, 100% _ lodz i, "cafe's"`,
      ]) {
        const outcome = await settled(board.finding(found));
        // Another case tests that a list without search rejects a search.
        if (outcome.thrown && isAdapterError(outcome.error)) return;
        ensure(!outcome.thrown, 'a search should be answered or refused');
        same(
          outcome.answer.map(({ id }) => id),
          [note.id],
          `what is found with “${found}”`,
        );
      }
      same((await board.finding(`${mark}_ 100%`)).length, 0, 'notes found with what stands in none');
      if (!notes.delete) return;
      for (const found of [note, other]) await board.delete(found, based(found));
      same((await board.finding(mark)).length, 0, 'deleted notes found');
    },
  };
}

function restoreCases({ guarantees }: NotesPort, board: Board, other: string): ConformanceCase[] {
  const deleted = async (what: string): Promise<Note> => {
    const note = await board.create(`Conformance kit: ${what}`);
    await board.delete(note, based(note));
    return note;
  };
  const cases: ConformanceCase[] = [
    {
      name: 'notes.restore: brings a deleted note back as it was, as another version',
      async run() {
        const note = await deleted('deleted and brought back');
        const restored = await board.restore(note);
        same(
          [restored.id, restored.body, restored.createdAt, restored.author],
          [note.id, note.body, note.createdAt, note.author],
          'the note that was brought back',
        );
        if (guarantees?.versions) ensure(restored.version !== note.version, 'the version has not changed');
        same((await board.with(note.id)).length, 1, 'the note in the list');
        await board.delete(restored, based(restored));
      },
    },
    {
      name: 'notes.restore: a note that is there stays as it is',
      async run() {
        const note = await board.create('Conformance kit: never deleted');
        same((await board.restore(note)).version, note.version, 'the version');
      },
    },
    {
      name: 'notes.restore: rejects with not-found where there was no such note, and under another customer',
      async run() {
        const note = await deleted('deleted for good');
        await refused(board.restore(note, writing(), other), 'not-found');
        await refused(board.restore({ ...note, id: 'no-such-note' }), 'not-found');
        same((await board.with(note.id)).length, 0, 'notes that came back');
      },
    },
  ];
  return cases;
}

function revisionCases(notes: NotesPort, board: Board): ConformanceCase[] {
  return [
    {
      name: 'notes.revisions: say what became of a note, newest first, with its text after each and who did it',
      async run() {
        let note = await board.create('Conformance kit: one');
        const expected = [['created', 'Conformance kit: one']];
        if (notes.update) {
          note = await board.change(note, { body: 'Conformance kit: two' });
          note = await board.change(note, { pinned: true });
          note = await board.change(note, { pinned: false });
          for (const kind of ['edited', 'pinned', 'unpinned']) expected.unshift([kind, 'Conformance kit: two']);
        }
        if (notes.delete) {
          await board.delete(note, based(note));
          expected.unshift(['deleted', note.body]);
          if (notes.restore) {
            await board.restore(note);
            expected.unshift(['restored', note.body]);
          }
        }
        const told = (await board.revisions(note)).map((revision) => readable(NoteRevision, revision, 'a revision'));
        same(
          told.map(({ kind, body }) => [kind, body]),
          expected,
          'notes.revisions',
        );
        ensure(
          told.every(({ noteId, author }) => noteId === note.id && author.id === note.author.id),
          'a revision names its note, and who made it',
        );
        ensure(
          told.every(({ at }, index) => index === 0 || Date.parse(told[index - 1]!.at) >= Date.parse(at)),
          'a revision is older than the one before it',
        );
      },
    },
    {
      name: 'notes.revisions: what was refused leaves none',
      async run() {
        const note = await board.create('Conformance kit: refused twice');
        if (notes.update) await refused(board.change(note, { body: ' ' }), 'validation');
        if (notes.guarantees?.versions && notes.delete)
          await refused(board.delete(note, writing({ ifVersion: 'another' })), 'conflict');
        same((await board.revisions(note)).length, 1, 'revisions');
      },
    },
  ];
}
