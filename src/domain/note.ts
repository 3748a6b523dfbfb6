import * as v from 'valibot';
import { Id, LongText, ShortText, trim } from './bounds.ts';
import { Coded } from './field.ts';
import { Actor } from './operator.ts';
import { Instant } from './time.ts';

/** An operator's note about a customer. */
export const Note = v.object({
  id: Id,
  customerId: Id,
  version: v.optional(Id),
  /** The text, with its line breaks. */
  body: LongText,
  /** The time when the note was written. */
  createdAt: Instant,
  /** The time of the last change of the text. Absent or `null`: never. */
  updatedAt: v.optional(v.nullable(Instant)),
  /** Who wrote it. */
  author: Actor,
  /** `true` if the note stays on top of the list. */
  pinned: v.optional(v.boolean()),
  /**
   * The people who can read the note. Default: that of the port. `staff`: the team only; `customer`: also the customer.
   */
  visibility: v.optional(Coded),
});
export type Note = v.InferOutput<typeof Note>;

/** The codes of a note's visibility. */
export const noteVisibilities = ['staff', 'customer'] as const;

/** The maximum length of a note in characters. */
export const maxNoteLength = 10_000;

const body = v.pipe(v.string(), trim(), v.minLength(1), v.maxLength(maxNoteLength));

/** The values of a new note. */
export const NoteInput = v.object({
  /** The text, with at least one visible character. */
  body,
  /** `true` to keep the note on top of the list. */
  pinned: v.optional(v.boolean()),
  /** The code of one of the port's `visibilities`. Default: the port's `visibility`. */
  visibility: v.optional(ShortText),
});
export type NoteInput = v.InferOutput<typeof NoteInput>;

/** The changed members of a note: at least one. An absent member is not changed. */
export const NoteChange = v.pipe(
  v.object({
    /** The new text. */
    body: v.optional(body),
    /** `true` to keep the note on top of the list, `false` to release it. */
    pinned: v.optional(v.boolean()),
  }),
  v.minEntries(1),
);
export type NoteChange = v.InferOutput<typeof NoteChange>;

/** The codes of a revision's kind. */
export const revisionKinds = [
  /** The note was written. */
  'created',
  /** Its text was changed. */
  'edited',
  /** It was pinned to the top. */
  'pinned',
  /** It is no longer pinned. */
  'unpinned',
  /** It was deleted. The platform keeps the text. */
  'deleted',
  /** It was brought back after it was deleted. */
  'restored',
] as const;

/**
 * A past version of a note, and what changed it. Every write adds one revision, or two if it changed the text and the
 * pin.
 */
export const NoteRevision = v.object({
  id: Id,
  customerId: Id,
  /** The note that was changed. */
  noteId: Id,
  /** What was done. Known codes: `revisionKinds`. */
  kind: Coded,
  /** The text of the note after the change. */
  body: LongText,
  /** The time of the change. */
  at: Instant,
  /** Who made the change. */
  author: Actor,
});
export type NoteRevision = v.InferOutput<typeof NoteRevision>;
