// Adapters that each break one rule for notes: pins, search, deletion or revisions.
import { knownCustomers } from '../../src/adapters/memory/index.ts';
import { withNewKey, notes, pages, type Tampering } from './tampering.ts';

const { ingrid } = knownCustomers;

export const brokenNotes: readonly (readonly [what: string, tampering: Tampering, ...cases: string[]])[] = [
  [
    'unpins a note when its text changes',
    notes(({ notes: port }) => ({
      update: (id, noteId, change, options) => port.update(id, noteId, { pinned: false, ...change }, options),
    })),
    'notes.update: changes pin and text independently',
    'notes.update: rejects an empty change',
  ],
  [
    'pins notes although it declares no pins',
    notes(() => ({ hasPins: false })),
    'notes.update: rejects a pin that the port does not have',
  ],
  [
    'stores every note for the team only',
    notes(({ notes: port }) => ({
      create: (id, { visibility, ...note }, options) =>
        port.create(id, { ...note, ...(visibility && { visibility: 'staff' }) }, options),
    })),
    'notes.create: stores each offered visibility, and that of the port by default',
    'notes.create: rejects a visibility that is not offered, and names the member',
  ],
  [
    'declares another visibility than its notes have',
    notes(({ notes: port }) => ({
      visibility: 'customer',
      create: (id, note, options) => port.create(id, { visibility: 'staff', ...note }, options),
    })),
    'notes.create: stores each offered visibility, and that of the port by default',
  ],
  [
    'searches case-sensitively',
    pages(
      (page, { text }) => ({
        ...page,
        items: page.items.filter(({ body = '' }: { body?: string }) => !text || body.includes(text)),
      }),
      'notes.list',
    ),
    'notes.list: a search ignores case, diacritics and white space, and finds no deleted note',
  ],
  [
    'replaces an unpaired surrogate',
    notes(({ notes: port }) => ({
      create: (id, { body, ...note }, options) =>
        port.create(id, { ...note, body: body.replace(/\p{Surrogate}/gu, '\uFFFD') }, options),
    })),
    'notes.create: an unpaired surrogate is rejected, or stored unchanged',
  ],
  [
    'ignores only case in a search',
    pages(
      (page, { text = '' }) => ({
        ...page,
        items: page.items.filter(({ body = '' }: { body?: string }) => body.toLowerCase().includes(text.toLowerCase())),
      }),
      'notes.list',
    ),
    'notes.list: a search ignores case, diacritics and white space, and finds no deleted note',
  ],
  [
    'finds deleted notes',
    notes(({ notes: port }, store) => ({
      list: async (id, request, options) => {
        const page = await port.list(id, request, options);
        return request.text ? { ...page, items: [...page.items, ...store.fileOf(id).deletedNotes] } : page;
      },
    })),
    'notes.list: a search ignores case, diacritics and white space, and finds no deleted note',
  ],
  [
    'restores an older version of a deleted note',
    notes(({ notes: port }) => ({
      restore: async (...args) => ({ ...(await port.restore(...args)), version: '1' }),
    })),
    'notes.restore: restores a deleted note as a new version with the same content',
  ],
  [
    'changes the version when it restores a note that is not deleted',
    notes(({ notes: port }, store) => ({
      restore: async (...args) => ({ ...(await port.restore(...args)), version: store.newId('v') }),
    })),
    'notes.restore: leaves a note that is not deleted unchanged',
  ],
  [
    'restores notes of any customer',
    notes(({ notes: port }, store) => ({
      restore: (_, noteId, options) =>
        port.restore(ingrid, noteId, options).catch(() => store.fileOf(ingrid).notes[0]!),
    })),
    'notes.restore: rejects with not-found for an unknown note, and under another customer',
  ],
  [
    'ignores idempotency keys of notes.restore',
    notes(({ notes: port }) => ({ restore: (id, noteId, options) => port.restore(id, noteId, withNewKey(options)) })),
    'notes.restore: a repeated key is executed once, and gets the same response',
  ],
  [
    'records only changes of the text as revisions',
    notes(({ notes: port }) => ({
      revisions: async (...args) => {
        const page = await port.revisions(...args);
        return { ...page, items: page.items.filter(({ kind }) => kind === 'created' || kind === 'edited') };
      },
    })),
    'notes.revisions: list the changes of a note, newest first, with text and author',
  ],
  [
    'records a revision of a rejected write',
    notes(({ notes: port }, store) => ({
      update: (id, noteId, ...rest) =>
        port.update(id, noteId, ...rest).catch((error: unknown) => {
          const file = store.fileOf(id);
          const last = file.noteRevisions.findLast((revision) => revision.noteId === noteId);
          if (last) file.noteRevisions = [...file.noteRevisions, { ...last, id: store.newId('r') }];
          throw error;
        }),
    })),
    'notes.revisions: contain no rejected write',
  ],
];
