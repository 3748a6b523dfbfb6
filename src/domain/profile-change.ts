import * as v from 'valibot';
import { Id } from './bounds.ts';
import { Coded, field } from './field.ts';
import { Actor } from './operator.ts';
import { Instant } from './time.ts';

/** The codes of a change's kind. */
export const changeKinds = [
  /** The level of the customer. */
  'level',
  /** The verification of the customer's identity. */
  'status',
  /** Any other member of the record. */
  'profile',
] as const;

/** A value before or after a change: a text, a code, or yes and no. */
const ChangedValue = v.union([v.boolean(), Coded]);
export type ChangedValue = v.InferOutput<typeof ChangedValue>;

/** A change of one member of a customer. A write that changes several members makes several of them. */
export const ProfileChange = v.object({
  id: Id,
  customerId: Id,
  /** Known codes: `changeKinds`. */
  kind: Coded,
  /** The time of the change. */
  at: Instant,
  /** Who made the change. `null`: nobody, such as a rule of the platform. Absent: unknown. */
  actor: v.optional(v.nullable(Actor)),
  /** The changed member. Known codes: the members of `Customer`. */
  field: Coded,
  /** The value before. `null`: there was none. Absent: unknown. */
  oldValue: v.optional(v.nullable(field(ChangedValue))),
  /** The value after. `null`: it was removed. Absent: unknown. */
  newValue: v.optional(v.nullable(field(ChangedValue))),
});
export type ProfileChange = v.InferOutput<typeof ProfileChange>;
