import * as v from 'valibot';
import { Id, LongText, ShortText } from './bounds.ts';
import { isBlank } from './visible.ts';

/** Who did something: an operator of the host, or what acts in their place. */
export const Actor = v.object({ id: Id, name: v.optional(ShortText) });
export type Actor = v.InferOutput<typeof Actor>;

/** An actor's name; `undefined` where there is none that can be seen. */
export const calledOf = ({ name }: Actor): string | undefined => (name && !isBlank(name) ? name : undefined);

/** Whether this operator may do one operation on this customer, and whether the platform offers it. */
export const Permission = v.object({
  state: v.picklist(['allowed', 'denied', 'planned', 'deprecated']),
  /** Of what is denied: who may, in the host's words. */
  reason: v.optional(LongText),
  /** Of what is deprecated: what will become of it. */
  notice: v.optional(LongText),
});
export type Permission = v.InferOutput<typeof Permission>;

/** How an operation stands: what the host says of it, or that it has not said so yet. */
export type Availability = Permission | { readonly state: 'unknown' };

/** By operation: `notes.create`, `credit.adjust`. What is not named is allowed; the server still refuses. */
export const Permissions = v.pipe(v.record(Id, Permission), v.maxEntries(10_000));
export type Permissions = v.InferOutput<typeof Permissions>;
