import * as v from 'valibot';
import { boundedList, Id, LongText, ShortText, trim } from './bounds.ts';
import { codeOf, Coded } from './field.ts';
import { Actor } from './operator.ts';
import { Day, Instant } from './time.ts';

/** The codes of an erasure's state. */
export const erasureStates = [
  /** Nobody has requested it. */
  'none',
  /** It has been requested, and nobody has decided yet. */
  'requested',
  /** The platform is erasing the data. */
  'in-progress',
  /** The data is erased. */
  'done',
  /** It was refused, with a reason. It can be requested again. */
  'refused',
] as const;

/** The maximum length of the remark of a request in characters. */
export const maxErasureNote = 2_000;

/** A statement of the host about data protection, in its own words, such as “Encrypted at rest and in transit.” */
export const PrivacyStatement = v.object({
  id: Id,
  /** The statement. */
  text: LongText,
  /** The day since when the host states it, or when it was last reviewed. */
  since: v.optional(Day),
  /** The URL of the host's page about it. */
  url: v.optional(ShortText),
});
export type PrivacyStatement = v.InferOutput<typeof PrivacyStatement>;

/** The request to erase a customer's personal data. */
export const Erasure = v.object({
  /** Known codes: `erasureStates`. */
  state: Coded,
  /** The time of the request. */
  requestedAt: v.optional(v.nullable(Instant)),
  /** Who has recorded the request: an operator. `null`: the customer, without an operator. */
  requestedBy: v.optional(v.nullable(Actor)),
  /** The remark of the request, such as how the customer has asked. */
  note: v.optional(v.nullable(LongText)),
  /** The day by which it must be decided. */
  dueOn: v.optional(v.nullable(Day)),
  /** The time when it began, was done, or was refused. */
  decidedAt: v.optional(v.nullable(Instant)),
  /** Why it was refused, or what stays although it is done, in the platform's words. */
  reason: v.optional(v.nullable(LongText)),
});
export type Erasure = v.InferOutput<typeof Erasure>;

/** Data protection of a customer: what the host states, and whether the data is to be erased. */
export const CustomerPrivacy = v.object({
  customerId: Id,
  version: v.optional(Id),
  /** The statements of the host. They are its own, and are shown as such. */
  statements: v.optional(boundedList(PrivacyStatement)),
  /** Absent: the platform knows no erasure. */
  erasure: v.optional(Erasure),
});
export type CustomerPrivacy = v.InferOutput<typeof CustomerPrivacy>;

/** A request to erase a customer's personal data. */
export const ErasureInput = v.object({
  /** A remark, such as how the customer has asked. */
  note: v.optional(v.pipe(v.string(), trim(), v.maxLength(maxErasureNote))),
});
export type ErasureInput = v.InferOutput<typeof ErasureInput>;

/** `true` if an erasure can be requested now: there is none, or the last one was refused. */
export const canRequestErasure = ({ state }: Pick<Erasure, 'state'>): boolean =>
  ['none', 'refused'].includes(codeOf(state));
