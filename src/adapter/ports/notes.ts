import type { Coded } from '../../domain/field.ts';
import type { Page, ListCapabilities } from '../../domain/page.ts';
import type { Note, NoteChange, NoteInput, NoteRevision } from '../../domain/note.ts';
import type { OperationsOf } from '../operation.ts';
import type { Guarantees, PageRequest, ReadOptions, WriteOptions } from '../options.ts';

/**
 * Operators' notes about the customer, pinned ones first, then newest first. Sorted by `createdAt`, pinned ones are among the
 * others. A search matches the text of notes and the
 * names and ids of their authors.
 */
export interface NotesPort {
  /** The guarantees of the backend. Required if the adapter has one of the writes. */
  readonly guarantees?: Guarantees;
  /** The query options that each list supports. A list without an entry supports none. */
  readonly capabilities?: { readonly list?: ListCapabilities; readonly revisions?: ListCapabilities };
  /**
   * `true`: the platform stores one note for each customer. `list` returns at most one note, and the note is edited in
   * place. Creating a second note rejects with `conflict` and the existing note.
   */
  readonly single?: boolean | undefined;
  /** `false`: notes cannot be pinned. `create` and `update` then reject `pinned: true` with `unsupported`. Default: yes. */
  readonly hasPins?: boolean | undefined;
  /**
   * The people who can read a note that does not say it: `staff` is the team only, `customer` also the customer.
   * Default: `staff`. Widgets say so before a note is saved, so declare it if the customer can read notes anywhere.
   */
  readonly visibility?: Coded | undefined;
  /** The visibilities that a new note can have, if the operator chooses. Absent: `visibility`. */
  readonly visibilities?: readonly Coded[] | undefined;
  /** Fetches a page of notes. */
  list?(customerId: string, page: PageRequest, options: ReadOptions): Promise<Page<Note>>;
  /** Adds a note. */
  create?(customerId: string, note: NoteInput, options: WriteOptions): Promise<Note>;
  /** Changes a note. */
  update?(customerId: string, noteId: string, change: NoteChange, options: WriteOptions): Promise<Note>;
  /** Deletes a note. */
  delete?(customerId: string, noteId: string, options: WriteOptions): Promise<void>;
  /**
   * Restores a deleted note as a new version. Leaves a note that was not deleted unchanged. If the method is absent, a
   * deletion is permanent and the widget asks for confirmation.
   */
  restore?(customerId: string, noteId: string, options: WriteOptions): Promise<Note>;
  /** Fetches a page of a note's revisions, newest first. Also works for a deleted note. */
  revisions?(customerId: string, noteId: string, page: PageRequest, options: ReadOptions): Promise<Page<NoteRevision>>;
}

export const notes = {
  list: {
    kind: 'list',
    scope: 'customer',
    path: '/notes',
    item: 'Note',
    can: { search: true, sort: ['createdAt'], range: true },
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
    changes: ['notes', 'timeline'],
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
    changes: ['notes', 'timeline'],
    summary: 'Change a note',
  },
  delete: {
    kind: 'write',
    scope: 'customer',
    method: 'DELETE',
    path: '/notes/{noteId}',
    version: 'required',
    changes: ['notes', 'timeline'],
    summary: 'Delete a note',
  },
  restore: {
    kind: 'write',
    scope: 'customer',
    method: 'POST',
    path: '/notes/{noteId}/restore',
    answer: 'Note',
    changes: ['notes', 'timeline'],
    summary: 'Restore a deleted note',
  },
  revisions: {
    kind: 'list',
    scope: 'customer',
    path: '/notes/{noteId}/revisions',
    item: 'NoteRevision',
    summary: 'The revisions of a note, newest first',
  },
} as const satisfies OperationsOf<NotesPort>;
