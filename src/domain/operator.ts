import * as v from 'valibot';

/** Who did something: an operator of the host, or what acts in their place. */
export const Actor = v.object({ id: v.string(), name: v.optional(v.string()) });
export type Actor = v.InferOutput<typeof Actor>;

/** Whether this operator may do one operation on this customer. */
export const Permission = v.variant('state', [
  v.object({ state: v.literal('allowed') }),
  /** `reason` says who may, in the host's words. */
  v.object({ state: v.literal('denied'), reason: v.optional(v.string()) }),
  v.object({ state: v.literal('planned') }),
  v.object({ state: v.literal('deprecated'), notice: v.optional(v.string()) }),
]);
export type Permission = v.InferOutput<typeof Permission>;

/** How an operation stands: what the host says of it, or that it has not said so yet. */
export type Standing = Permission | { readonly state: 'unknown' };

/** By operation: `notes.create`, `credit.adjust`. What is not named is allowed; the server still refuses. */
export const Permissions = v.record(v.string(), Permission);
export type Permissions = v.InferOutput<typeof Permissions>;
