import * as v from 'valibot';
import { Id, LongText, ShortText } from './bounds.ts';
import { isBlank } from './visible.ts';

/** The author of a change: an operator of the host, or a system that acts for one. */
export const Actor = v.object({
  id: Id,
  /** The name to display. Absent: the id is displayed. */
  name: v.optional(ShortText),
});
export type Actor = v.InferOutput<typeof Actor>;

/** Returns an actor's name, or `undefined` if there is none or it has no visible character. */
export const actorName = ({ name }: Actor): string | undefined => (name && !isBlank(name) ? name : undefined);

/** The permission of the operator for an operation on this customer, and the platform's support for it. */
export const Permission = v.object({
  /** `planned`: the platform will have it. `deprecated`: it works and will be withdrawn. */
  state: v.picklist(['allowed', 'denied', 'planned', 'deprecated']),
  /** If denied: who has the permission, in the host's words. */
  reason: v.optional(LongText),
  /** If deprecated: an explanation of the withdrawal. */
  notice: v.optional(LongText),
});
export type Permission = v.InferOutput<typeof Permission>;

/** The availability of an operation: the host's answer, or `unknown` until it has answered. */
export type Availability = Permission | { readonly state: 'unknown' };

/** Returns the availability of several operations together: that of the best one, `denied` if there is none. */
export const bestOf = (all: readonly Availability[]): Availability =>
  (['allowed', 'deprecated', 'unknown', 'planned'] as const)
    .map((state) => all.find((one) => one.state === state))
    .find((one) => one !== undefined) ?? { state: 'denied' };

/**
 * Permissions by operation: `notes.create`, `credit.adjust`. An operation without an entry is allowed; the server still
 * checks it.
 */
export const Permissions = v.pipe(v.record(Id, Permission), v.maxEntries(10_000));
export type Permissions = v.InferOutput<typeof Permissions>;
