import { AdapterError } from '../../adapter/adapter-error.ts';
import { declarationsOf } from '../../adapter/capabilities.ts';
import { check } from '../../adapter/check.ts';
import type { NotesPort } from '../../adapter/ports/notes.ts';
import { NoteChange, NoteInput, noteVisibilities, type Note, type revisionKinds } from '../../domain/note.ts';
import { demandVersion, following, found, type MemorySession } from './session.ts';
import { noteList, revisionList } from './lists.ts';
import { listRows } from '../../adapter/toolkit/rows.ts';
import type { CustomerFile } from './store.ts';

type RevisionKind = (typeof revisionKinds)[number];

export interface NotesOptions {
  /**
   * `true`: each customer has a single note instead of a list. Of several existing notes, the newest is kept, unpinned.
   */
  readonly single?: boolean | undefined;
}

/**
 * Creates the port of notes and their revisions. A change or deletion requires the note's version; every write adds a
 * revision.
 */
export function notesPort(session: MemorySession, { single = false }: NotesOptions = {}) {
  const { store, operator } = session;
  const settled = (file: CustomerFile): CustomerFile => (single ? withOne(file) : file);

  /** Throws `conflict` if there is only room for one note and it exists. */
  function demandRoom({ notes: [there] }: CustomerFile): void {
    if (single && there) throw new AdapterError('conflict', { current: there });
  }

  /** Adds a revision to the note's history, by the current operator. */
  function record(file: CustomerFile, note: Note, at: string, ...kinds: readonly RevisionKind[]): void {
    const { id: noteId, customerId, body } = note;
    for (const kind of kinds) {
      const serial = file.noteRevisions.filter((revision) => revision.noteId === noteId).length + 1;
      const revision = { id: `${noteId}-${serial}`, customerId, noteId, kind, body, at, author: operator.actor };
      file.noteRevisions = [...file.noteRevisions, revision];
    }
  }

  return {
    ...declarationsOf('notes'),
    single,
    visibilities: noteVisibilities,

    async list(customerId, page, options) {
      const file = settled(await session.read('notes.list', customerId, options));
      return listRows(file.notes, page, options, noteList).page;
    },

    create(customerId, note, options) {
      return session.change('notes.create', customerId, note, options, (stored) => {
        const file = settled(stored);
        const { body, pinned, visibility } = check(NoteInput, note);
        demandVisibility(visibility);
        demandRoom(file);
        const created: Note = {
          id: store.newId('note'),
          customerId,
          version: '1',
          body,
          createdAt: store.tick(),
          updatedAt: null,
          author: operator.actor,
          ...(pinned !== undefined && { pinned }),
          ...(visibility !== undefined && { visibility }),
        };
        file.notes = [...file.notes, created];
        record(file, created, created.createdAt, 'created', ...(pinned ? ['pinned' as const] : []));
        return created;
      });
    },

    update(customerId, noteId, change, options) {
      return session.change('notes.update', customerId, [noteId, change], options, (stored) => {
        const file = settled(stored);
        const { body, pinned } = check(NoteChange, change);
        const before = found(file.notes, noteId);
        demandVersion(before, options.ifVersion);
        const isEdit = body !== undefined && body !== before.body;
        const isPin = pinned !== undefined && pinned !== (before.pinned ?? false);
        // A change to the same values is not a change and adds no revision.
        if (!isEdit && !isPin) return before;
        const at = store.tick();
        const after: Note = {
          ...before,
          ...(isEdit && { body, updatedAt: at }),
          ...(isPin && { pinned }),
          version: following(before.version),
        };
        file.notes = file.notes.map((other) => (other === before ? after : other));
        if (isEdit) record(file, after, at, 'edited');
        if (isPin) record(file, after, at, pinned ? 'pinned' : 'unpinned');
        return after;
      });
    },

    delete(customerId, noteId, options) {
      return session.change('notes.delete', customerId, noteId, options, (stored) => {
        const file = settled(stored);
        const before = found(file.notes, noteId);
        demandVersion(before, options.ifVersion);
        file.notes = file.notes.filter((other) => other !== before);
        file.deletedNotes = [...file.deletedNotes, { ...before, version: following(before.version) }];
        record(file, before, store.tick(), 'deleted');
      });
    },

    restore(customerId, noteId, options) {
      return session.change('notes.restore', customerId, noteId, options, (stored) => {
        const file = settled(stored);
        const there = file.notes.find(({ id }) => id === noteId);
        if (there) return there;
        const deleted = found(file.deletedNotes, noteId);
        demandRoom(file);
        const restored = { ...deleted, version: following(deleted.version) };
        file.deletedNotes = file.deletedNotes.filter((other) => other !== deleted);
        file.notes = [...file.notes, restored];
        record(file, restored, store.tick(), 'restored');
        return restored;
      });
    },

    async revisions(customerId, noteId, page, options) {
      const { notes, deletedNotes, noteRevisions } = await session.read('notes.revisions', customerId, options);
      found([...notes, ...deletedNotes], noteId);
      const revisions = noteRevisions.filter((revision) => revision.noteId === noteId);
      return listRows(revisions, page, options, revisionList).page;
    },
  } satisfies NotesPort;
}

/** Throws `validation` for a visibility that the shop does not offer. */
function demandVisibility(visibility: string | undefined): void {
  if (visibility !== undefined && !noteVisibilities.some((offered) => offered === visibility))
    throw new AdapterError('validation', { fieldErrors: { visibility: 'is not one of the choices' } });
}

function withOne(file: CustomerFile): CustomerFile {
  if (file.notes.length > 1) {
    const newest = file.notes.reduce((a, b) => (Date.parse(b.createdAt) > Date.parse(a.createdAt) ? b : a));
    file.notes = [{ ...newest, pinned: false }];
  }
  return file;
}
