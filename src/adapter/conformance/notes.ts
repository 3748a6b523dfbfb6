import { Note } from '../../domain/note.ts';
import { ensure, isStillRunning, readable, refused, same, settled } from './assert.ts';
import { Board } from './board.ts';
import { noteHistoryCases } from './note-history.ts';
import { singleNoteCases } from './single-note.ts';
import { writing, type ConformanceCase, type ConformanceSetup } from './subject.ts';

/** Creating, changing and deleting notes. */
export function noteCases({ adapter, customers: { full, empty } }: ConformanceSetup): ConformanceCase[] {
  const { notes } = adapter;
  if (!notes?.list || !notes.create) return [];
  if (notes.single) return singleNoteCases(notes, empty);
  const { idempotency = false, versions = false } = notes.guarantees ?? {};
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
    {
      name: 'notes.create: writes nothing once it is aborted',
      async run() {
        const body = `Conformance kit: aborted ${crypto.randomUUID()}`;
        await settled(notes.create!(full, { body }, writing({ signal: AbortSignal.abort() })));
        same((await board.reading(body)).length, 0, 'notes written by an aborted call');
      },
    },
  ];
  if (idempotency) cases.push(...replayCases(board, Boolean(notes.update && notes.delete)));
  if (notes.update) cases.push(...updateCases(board, empty, versions));
  if (notes.delete) cases.push(...deleteCases(board, empty, versions));
  return [...cases, ...noteHistoryCases(notes, board, empty)];
}

const text = (what: string): string => `Conformance kit: ${what} ${crypto.randomUUID()}`;

function replayCases(board: Board, changes: boolean): ConformanceCase[] {
  const cases: ConformanceCase[] = [
    {
      name: 'notes.create: the same again under one key is written once, and answered as before',
      async run() {
        const [body, options] = [text('sent twice'), writing()];
        const first = await board.create(body, options);
        const second = await board.create(body, options);
        same(second.id, first.id, 'the note of the second answer');
        same((await board.reading(body)).length, 1, 'notes written');
      },
    },
    {
      name: 'notes.create: two calls at once under one key write one note',
      async run() {
        const [body, options] = [text('sent at once'), writing()];
        const outcomes = await Promise.all([1, 2, 3].map(() => settled(board.create(body, options))));
        ensure(
          outcomes.some(({ thrown }) => !thrown),
          'none of them was answered',
        );
        ensure(
          outcomes.every((outcome) => !outcome.thrown || isStillRunning(outcome.error)),
          'a call that is not answered should reject with unavailable',
        );
        same((await board.reading(body)).length, 1, 'notes written');
      },
    },
    {
      name: 'notes.create: another note under a used key is refused, and not written',
      async run() {
        const [body, options] = [text('first of a key'), writing()];
        await board.create(text('other of a key'), options);
        await refused(board.create(body, options), 'validation');
        same((await board.reading(body)).length, 0, 'notes written');
      },
    },
  ];
  if (!changes) return cases;
  return [
    ...cases,
    {
      name: 'notes.update, notes.delete: the same again under one key is answered as before',
      async run() {
        const note = await board.create(text('changed twice'));
        const [body, change] = [text('changed once'), writing({ ifVersion: note.version })];
        const first = await board.update(note, body, change);
        const second = await board.update(note, body, change);
        same([second.version, second.body], [first.version, body], 'the note of the second answer');
        const removal = writing({ ifVersion: first.version });
        await board.delete(note, removal);
        await board.delete(note, removal);
      },
    },
  ];
}

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
  if (!versions) return cases;
  return [
    ...cases,
    {
      name: 'notes.update: an old version is a conflict, with the note as it is now, and overwrites nothing',
      async run() {
        const before = await board.create(text('contended'));
        const theirs = await board.update(before, text('theirs'), based(before));
        const error = await refused(board.update(before, 'Mine', based(before)), 'conflict');
        const current = readable(Note, error.current, 'the current note of a conflict');
        same(
          [current.id, current.body, current.version],
          [before.id, theirs.body, theirs.version],
          'the current note of a conflict',
        );
        same((await board.with(before.id))[0]?.body, theirs.body, 'the note');
      },
    },
    {
      name: 'notes.update: of two changes at once to one version, one is written',
      async run() {
        const before = await board.create(text('raced for'));
        const outcomes = await Promise.all(
          ['One', 'Two', 'Three'].map((body) => settled(board.update(before, body, based(before)))),
        );
        same(outcomes.filter(({ thrown }) => !thrown).length, 1, 'changes that were written');
      },
    },
    {
      name: 'notes.update: one that says no version is refused',
      async run() {
        const note = await board.create(text('without a version'));
        await refused(board.update(note, 'Blind'), 'validation');
      },
    },
  ];
}

function deleteCases(board: Board, other: string, versions: boolean): ConformanceCase[] {
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
  if (!versions) return cases;
  return [
    ...cases,
    {
      name: 'notes.delete: an old version is a conflict, and deletes nothing',
      async run() {
        const before = await board.create(text('changed meanwhile'));
        await board.update(before, text('kept'), based(before));
        await refused(board.delete(before, based(before)), 'conflict');
        same((await board.with(before.id)).length, 1, 'notes left');
      },
    },
  ];
}
