import * as v from 'valibot';
import { Actor } from './operator.ts';
import { Instant } from './time.ts';

/** What an operator has noted about a customer. Only the team sees it. */
export const Note = v.object({
  id: v.string(),
  customerId: v.string(),
  version: v.optional(v.string()),
  body: v.string(),
  createdAt: Instant,
  /** Absent or `null` where the note was never changed. */
  updatedAt: v.optional(v.nullable(Instant)),
  author: Actor,
  pinned: v.optional(v.boolean()),
});
export type Note = v.InferOutput<typeof Note>;

/** What is written of a note. */
export const NoteInput = v.object({
  body: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(10_000)),
});
export type NoteInput = v.InferOutput<typeof NoteInput>;
