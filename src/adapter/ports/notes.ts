import type { ListCapabilities } from '../../domain/capabilities.ts';
import type { Note, NoteChange, NoteInput, NoteRevision } from '../../domain/note.ts';
import type { Page } from '../../domain/page.ts';
import type { OperationsOf } from '../operation.ts';
import type { Guarantees, PageRequest, ReadOptions, WriteOptions } from '../options.ts';

/**
 * What operators have noted; newest first, pinned ones before all others. A search looks into the notes and into the
 * names and ids of who wrote them.
 */
export interface NotesPort {
  readonly guarantees?: Guarantees;
  readonly capabilities?: { readonly list?: ListCapabilities; readonly revisions?: ListCapabilities };
  /**
   * The platform keeps one text a customer, not a list: `list` gives one note at the most, and it is edited in place.
   * To create another one beside it rejects with `conflict` and the note that is there.
   */
  readonly single?: boolean | undefined;
  list?(customerId: string, page: PageRequest, options: ReadOptions): Promise<Page<Note>>;
  create?(customerId: string, note: NoteInput, options: WriteOptions): Promise<Note>;
  update?(customerId: string, noteId: string, change: NoteChange, options: WriteOptions): Promise<Note>;
  delete?(customerId: string, noteId: string, options: WriteOptions): Promise<void>;
  /**
   * Brings a deleted note back as it was, as a new version; one that is there stays as it is. Absent: a deletion is for
   * good, and asked about before.
   */
  restore?(customerId: string, noteId: string, options: WriteOptions): Promise<Note>;
  /** What became of a note, newest first; also of a deleted one. */
  revisions?(customerId: string, noteId: string, page: PageRequest, options: ReadOptions): Promise<Page<NoteRevision>>;
}

export const notes = {
  list: {
    kind: 'list',
    scope: 'customer',
    path: '/notes',
    item: 'Note',
    can: { search: true, range: true },
    summary: 'Notes, pinned ones first, then newest first',
  },
  create: {
    kind: 'write',
    scope: 'customer',
    method: 'POST',
    path: '/notes',
    body: 'NoteInput',
    answer: 'Note',
    creates: true,
    summary: 'Add a note',
  },
  update: {
    kind: 'write',
    scope: 'customer',
    method: 'PATCH',
    path: '/notes/{noteId}',
    body: 'NoteChange',
    answer: 'Note',
    version: 'required',
    summary: 'Change a note',
  },
  delete: {
    kind: 'write',
    scope: 'customer',
    method: 'DELETE',
    path: '/notes/{noteId}',
    version: 'required',
    summary: 'Delete a note',
  },
  restore: {
    kind: 'write',
    scope: 'customer',
    method: 'POST',
    path: '/notes/{noteId}/restore',
    answer: 'Note',
    summary: 'Bring a deleted note back',
  },
  revisions: {
    kind: 'list',
    scope: 'customer',
    path: '/notes/{noteId}/revisions',
    item: 'NoteRevision',
    summary: 'What became of a note, newest first',
  },
} as const satisfies OperationsOf<NotesPort>;
