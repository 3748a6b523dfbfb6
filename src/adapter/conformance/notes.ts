import { Note } from '../../domain/note.ts';
import { ensure, readable, rejection, same, outcomeOf } from './assert.ts';
import { NoteList } from './note-list.ts';
import { noteHistoryCases } from './note-history.ts';
import { writing, type ConformanceCase, type ConformanceSetup, all, reading } from './subject.ts';
import type { NotesPort } from '../ports/notes.ts';
import type { Adapter } from '../adapter.ts';
import { codeOf } from '../../domain/field.ts';
import { visibilitiesOf, visibilityOf } from '../features.ts';

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

/** Tests creating, changing and deleting notes. */
export function noteCases({ adapter, customers: { full, empty } }: ConformanceSetup): ConformanceCase[] {
  const { notes } = adapter;
  if (!notes?.list || !notes.create) return [];
  if (notes.single) return singleNoteCases(notes, empty);
  const { versions = false } = notes.guarantees ?? {};
  const noteList = new NoteList(notes, full);
  const cases: ConformanceCase[] = [
    {
      name: 'notes.create: an unpaired surrogate is rejected, or stored unchanged',
      async run() {
        const body = text('cut \uD83D in two');
        const outcome = await outcomeOf(noteList.create(body));
        if (outcome.thrown) await rejection(Promise.reject(outcome.error), 'validation');
        else same((await noteList.with(outcome.answer.id))[0]?.body, body, 'the note');
      },
    },
    {
      name: 'notes.create: stores the text exactly',
      async run() {
        const body = 'Oat <b>&amp;</b> “ink”,\n\u202Etfel morf\u202C  👩🏽‍🍳 =1+1 \\ %00 é é';
        const created = readable(Note, await noteList.create(body), 'notes.create');
        same([created.body, created.customerId], [body, full], 'the created note');
        const [read] = await noteList.with(created.id);
        same(read?.body, body, 'the note in the list');
      },
    },
    {
      name: 'notes.create: rejects an empty note, and one that is too long, and names the member',
      async run() {
        for (const body of ['', ' \n', 'x'.repeat(10_001)]) {
          const error = await rejection(noteList.create(body), 'validation');
          ensure(error.fieldErrors?.['body'], 'fieldErrors should name body');
        }
      },
    },
  ];
  if (notes.visibilities?.length) cases.push(...visibilityCases(adapter, noteList));
  if (notes.update) cases.push(...updateCases(noteList, empty, versions), pinCase(notes, noteList));
  if (notes.delete) cases.push(...deleteCases(noteList, empty));
  return [...cases, ...noteHistoryCases(notes, noteList, empty)];
}

/** Returns the visibility of a note, or that of the port if the note has none. */
const visibilityIn = (adapter: Adapter, { visibility = visibilityOf(adapter) }: Note): string => codeOf(visibility);

const visibilityCases = (adapter: Adapter, noteList: NoteList): ConformanceCase[] => [
  {
    name: 'notes.create: stores each offered visibility, and that of the port by default',
    async run() {
      const offered = visibilitiesOf(adapter).map(codeOf);
      for (const visibility of [undefined, ...offered]) {
        const note = await noteList.create(text('for some readers'), writing(), visibility);
        const expected = visibility ?? codeOf(visibilityOf(adapter));
        for (const one of [readable(Note, note, 'notes.create'), ...(await noteList.with(note.id))])
          same(visibilityIn(adapter, one), expected, 'the visibility');
      }
    },
  },
  {
    name: 'notes.create: rejects a visibility that is not offered, and names the member',
    async run() {
      const body = text('for nobody');
      const error = await rejection(noteList.create(body, writing(), 'conformance-kit'), 'validation');
      ensure(error.fieldErrors?.['visibility'], 'fieldErrors should name visibility');
      same((await noteList.reading(body)).length, 0, 'notes');
    },
  },
];

const text = (what: string): string => `Conformance kit: ${what} ${crypto.randomUUID()}`;

function updateCases(noteList: NoteList, other: string, versions: boolean): ConformanceCase[] {
  const based = (note: Note) => writing({ ifVersion: note.version });
  const cases: ConformanceCase[] = [
    {
      name: 'notes.update: changes the text and the version',
      async run() {
        const before = await noteList.create(text('to be changed'));
        const body = text('changed');
        const after = readable(Note, await noteList.update(before, body, based(before)), 'notes.update');
        same([after.id, after.body], [before.id, body], 'the changed note');
        ensure(after.updatedAt, 'updatedAt should be set after a change');
        if (versions) ensure(after.version !== before.version, 'the version has not changed');
        same(
          (await noteList.with(before.id)).map((note) => note.body),
          [body],
          'the note in the list',
        );
      },
    },
    {
      name: 'notes.update: rejects with not-found under another customer',
      async run() {
        const note = await noteList.create(text('of one customer'));
        await rejection(noteList.update(note, 'Theirs', based(note), other), 'not-found');
        same((await noteList.with(note.id))[0]?.body, note.body, 'the note');
      },
    },
  ];
  cases.push({
    name: 'notes.update: rejects an empty change',
    async run() {
      const note = await noteList.create(text('left alone'));
      await rejection(noteList.change(note, {}), 'validation');
      same((await noteList.with(note.id))[0]?.version, note.version, 'the version');
    },
  });
  return cases;
}

/** Tests pinning, or that a platform without pins does not pretend to pin. */
function pinCase({ hasPins = true }: NotesPort, noteList: NoteList): ConformanceCase {
  if (!hasPins)
    return {
      name: 'notes.update: rejects a pin that the port does not have',
      async run() {
        const note = await noteList.create(text('that cannot be pinned'));
        await rejection(noteList.change(note, { pinned: true }), 'unsupported');
        same((await noteList.with(note.id))[0]?.pinned ?? false, false, 'the pin of the note');
      },
    };
  return {
    name: 'notes.update: changes pin and text independently',
    async run() {
      const before = await noteList.create(text('to be pinned'));
      const pinned = await noteList.change(before, { pinned: true });
      same([pinned.pinned, pinned.body], [true, before.body], 'the pinned note');
      ensure(!pinned.updatedAt, 'pinning a note should not set updatedAt');
      const body = text('changed while pinned');
      const changed = await noteList.change(pinned, { body });
      same([changed.pinned, changed.body], [true, body], 'the changed pinned note');
      const free = await noteList.change(changed, { pinned: false });
      same([free.pinned ?? false, free.body], [false, body], 'the unpinned note');
    },
  };
}

function deleteCases(noteList: NoteList, other: string): ConformanceCase[] {
  const based = (note: Note) => writing({ ifVersion: note.version });
  const cases: ConformanceCase[] = [
    {
      name: 'notes.delete: deletes the note',
      async run() {
        const note = await noteList.create(text('to be deleted'));
        await rejection(noteList.delete(note, based(note), other), 'not-found');
        await noteList.delete(note, based(note));
        same((await noteList.with(note.id)).length, 0, 'notes left');
        await rejection(noteList.delete(note, based(note)), 'not-found');
      },
    },
  ];
  return cases;
}
