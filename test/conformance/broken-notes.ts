// Adapters that each break one rule for notes: pins, search, deletion or revisions.
import { knownCustomers } from '../../src/adapters/memory/index.ts';
import { forgetful, notes, pages, type Spoil } from './tampering.ts';

const { ingrid } = knownCustomers;

export const brokenNotes: readonly (readonly [what: string, spoil: Spoil, ...cases: string[]])[] = [
  [
    'takes a pin off with every change of the text',
    notes(({ notes: port }) => ({
      update: (id, noteId, change, options) => port.update(id, noteId, { pinned: false, ...change }, options),
    })),
    'notes.update: pins and unpins',
    'notes.update: refuses what changes nothing',
  ],
  [
    'seeks letter by letter',
    pages(
      (page, { text }) => ({
        ...page,
        items: page.items.filter(({ body = '' }: { body?: string }) => !text || body.includes(text)),
      }),
      'notes.list',
    ),
    'notes.list: a search finds',
  ],
  [
    'puts another character in place of half a one',
    notes(({ notes: port }) => ({
      create: (id, { body, ...note }, options) =>
        port.create(id, { ...note, body: body.replace(/\p{Surrogate}/gu, '\uFFFD') }, options),
    })),
    'notes.create: half of a character',
  ],
  [
    'searches whatever the case, but for nothing else',
    pages(
      (page, { text = '' }) => ({
        ...page,
        items: page.items.filter(({ body = '' }: { body?: string }) => body.toLowerCase().includes(text.toLowerCase())),
      }),
      'notes.list',
    ),
    'notes.list: a search finds',
  ],
  [
    'finds what was deleted',
    notes(({ notes: port }, store) => ({
      list: async (id, request, options) => {
        const page = await port.list(id, request, options);
        return request.text ? { ...page, items: [...page.items, ...store.fileOf(id).deletedNotes] } : page;
      },
    })),
    'notes.list: a search finds',
  ],
  [
    'brings back an older note than was deleted',
    notes(({ notes: port }) => ({
      restore: async (...args) => ({ ...(await port.restore(...args)), version: '1' }),
    })),
    'notes.restore: brings a deleted note back',
  ],
  [
    'counts a restoration of what is there',
    notes(({ notes: port }, store) => ({
      restore: async (...args) => ({ ...(await port.restore(...args)), version: store.newId('v') }),
    })),
    'notes.restore: a note that is there',
  ],
  [
    'restores for whoever asks, whatever is asked for',
    notes(({ notes: port }, store) => ({
      restore: (_, noteId, options) =>
        port.restore(ingrid, noteId, options).catch(() => store.fileOf(ingrid).notes[0]!),
    })),
    'notes.restore: rejects with not-found',
  ],
  [
    'restores under any key',
    notes(({ notes: port }) => ({ restore: (id, noteId, options) => port.restore(id, noteId, forgetful(options)) })),
    'notes.restore: the same again',
  ],
  [
    'tells nothing but changes of the text',
    notes(({ notes: port }) => ({
      revisions: async (...args) => {
        const page = await port.revisions(...args);
        return { ...page, items: page.items.filter(({ kind }) => kind === 'created' || kind === 'edited') };
      },
    })),
    'notes.revisions: say what became',
  ],
  [
    'keeps a revision of what was refused',
    notes(({ notes: port }, store) => ({
      update: (id, noteId, ...rest) =>
        port.update(id, noteId, ...rest).catch((error: unknown) => {
          const file = store.fileOf(id);
          const last = file.noteRevisions.findLast((revision) => revision.noteId === noteId);
          if (last) file.noteRevisions = [...file.noteRevisions, { ...last, id: store.newId('r') }];
          throw error;
        }),
    })),
    'notes.revisions: what was refused',
  ],
];
