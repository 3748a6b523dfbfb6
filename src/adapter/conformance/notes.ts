import { Note } from '../../domain/note.ts';
import { ensure, readable, refused, same, settled } from './assert.ts';
import { Board } from './board.ts';
import { noteHistoryCases } from './note-history.ts';
import { singleNoteCases } from './single-note.ts';
import { writing, type ConformanceCase, type ConformanceSetup } from './subject.ts';

/** Tests creating, changing and deleting notes. */
export function noteCases({ adapter, customers: { full, empty } }: ConformanceSetup): ConformanceCase[] {
  const { notes } = adapter;
  if (!notes?.list || !notes.create) return [];
  if (notes.single) return singleNoteCases(notes, empty);
  const { versions = false } = notes.guarantees ?? {};
  const board = new Board(notes, full);
  const cases: ConformanceCase[] = [
    {
      name: 'notes.create: half of a character is refused, or read again as it was written',
      async run() {
        const body = text('cut \uD83D in two');
        const outcome = await settled(board.create(body));
        if (outcome.thrown) await refused(Promise.reject(outcome.error), 'validation');
        else same((await board.with(outcome.answer.id))[0]?.body, body, 'the note');
      },
    },
    {
      name: 'notes.create: what is written is read again, to the character',
      async run() {
        const body = 'Oat <b>&amp;</b> “ink”,\n\u202Etfel morf\u202C  👩🏽‍🍳 =1+1 \\ %00 é é';
        const created = readable(Note, await board.create(body), 'notes.create');
        same([created.body, created.customerId], [body, full], 'the note that was created');
        const [read] = await board.with(created.id);
        same(read?.body, body, 'the note in the list');
      },
    },
    {
      name: 'notes.create: refuses an empty note and one that is too long, and names the member',
      async run() {
        for (const body of ['', ' \n', 'x'.repeat(10_001)]) {
          const error = await refused(board.create(body), 'validation');
          ensure(error.fieldErrors?.['body'], 'a field error should say that it is the body');
        }
      },
    },
  ];
  if (notes.update) cases.push(...updateCases(board, empty, versions));
  if (notes.delete) cases.push(...deleteCases(board, empty));
  return [...cases, ...noteHistoryCases(notes, board, empty)];
}

const text = (what: string): string => `Conformance kit: ${what} ${crypto.randomUUID()}`;

function updateCases(board: Board, other: string, versions: boolean): ConformanceCase[] {
  const based = (note: Note) => writing({ ifVersion: note.version });
  const cases: ConformanceCase[] = [
    {
      name: 'notes.update: changes the text, and the version with it',
      async run() {
        const before = await board.create(text('to be changed'));
        const body = text('changed');
        const after = readable(Note, await board.update(before, body, based(before)), 'notes.update');
        same([after.id, after.body], [before.id, body], 'the note that was changed');
        ensure(after.updatedAt, 'a changed note says when');
        if (versions) ensure(after.version !== before.version, 'the version has not changed');
        same(
          (await board.with(before.id)).map((note) => note.body),
          [body],
          'the note in the list',
        );
      },
    },
    {
      name: 'notes.update: rejects with not-found under another customer',
      async run() {
        const note = await board.create(text('of one customer'));
        await refused(board.update(note, 'Theirs', based(note), other), 'not-found');
        same((await board.with(note.id))[0]?.body, note.body, 'the note');
      },
    },
  ];
  cases.push(
    {
      name: 'notes.update: pins and unpins a note, and its text stays; changes the text, and the pin stays',
      async run() {
        const before = await board.create(text('to be pinned'));
        const pinned = await board.change(before, { pinned: true });
        same([pinned.pinned, pinned.body], [true, before.body], 'the note that was pinned');
        ensure(!pinned.updatedAt, 'to pin a note is not to change what it says');
        const body = text('changed while pinned');
        const changed = await board.change(pinned, { body });
        same([changed.pinned, changed.body], [true, body], 'the pinned note that was changed');
        const free = await board.change(changed, { pinned: false });
        same([free.pinned ?? false, free.body], [false, body], 'the note that was unpinned');
      },
    },
    {
      name: 'notes.update: refuses what changes nothing',
      async run() {
        const note = await board.create(text('left alone'));
        await refused(board.change(note, {}), 'validation');
        same((await board.with(note.id))[0]?.version, note.version, 'the version');
      },
    },
  );
  return cases;
}

function deleteCases(board: Board, other: string): ConformanceCase[] {
  const based = (note: Note) => writing({ ifVersion: note.version });
  const cases: ConformanceCase[] = [
    {
      name: 'notes.delete: takes the note away',
      async run() {
        const note = await board.create(text('to be deleted'));
        await refused(board.delete(note, based(note), other), 'not-found');
        await board.delete(note, based(note));
        same((await board.with(note.id)).length, 0, 'notes left');
        await refused(board.delete(note, based(note)), 'not-found');
      },
    },
  ];
  return cases;
}
