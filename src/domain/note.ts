import * as v from 'valibot';
import { Id, LongText } from './bounds.ts';
import { Coded } from './coded.ts';
import { Actor } from './operator.ts';
import { Instant } from './time.ts';
import { trimmed } from './visible.ts';

/** What an operator has noted about a customer. */
export const Note = v.object({
  id: Id,
  customerId: Id,
  version: v.optional(Id),
  body: LongText,
  createdAt: Instant,
  /** When the text was last changed; absent or `null` where it never was. */
  updatedAt: v.optional(v.nullable(Instant)),
  author: Actor,
  pinned: v.optional(v.boolean()),
  /** Who sees it: `staff`, the team only, where nothing is said. */
  visibility: v.optional(Coded),
});
export type Note = v.InferOutput<typeof Note>;

/** How long a note may be. Characters. */
export const longestNote = 10_000;

const body = v.pipe(v.string(), v.transform(trimmed), v.minLength(1), v.maxLength(longestNote));

/** What is written of a new note. */
export const NoteInput = v.object({ body, pinned: v.optional(v.boolean()) });
export type NoteInput = v.InferOutput<typeof NoteInput>;

/** What is changed of a note: something. What is absent stays as it is. */
export const NoteChange = v.pipe(
  v.object({ body: v.optional(body), pinned: v.optional(v.boolean()) }),
  v.minEntries(1),
);
export type NoteChange = v.InferOutput<typeof NoteChange>;

/** Codes of what made a revision. */
export const revisionKinds = ['created', 'edited', 'pinned', 'unpinned', 'deleted', 'restored'] as const;

/** A note as it once was, and what happened to it: every write adds one, or two where it changed text and pin. */
export const NoteRevision = v.object({
  id: Id,
  customerId: Id,
  noteId: Id,
  kind: Coded,
  /** What the note said after it. */
  body: LongText,
  at: Instant,
  author: Actor,
});
export type NoteRevision = v.InferOutput<typeof NoteRevision>;
