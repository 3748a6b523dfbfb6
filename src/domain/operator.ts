import * as v from 'valibot';

/** Who did something: an operator of the host, or what acts in their place. */
export const Actor = v.object({ id: v.string(), name: v.optional(v.string()) });
export type Actor = v.InferOutput<typeof Actor>;

/** Whether this operator may do one operation on this customer, and whether the platform offers it. */
export const Permission = v.object({
  state: v.picklist(['allowed', 'denied', 'planned', 'deprecated']),
  /** Of what is denied: who may, in the host's words. */
  reason: v.optional(v.string()),
  /** Of what is deprecated: what will become of it. */
  notice: v.optional(v.string()),
});
export type Permission = v.InferOutput<typeof Permission>;

/** How an operation stands: what the host says of it, or that it has not said so yet. */
export type Standing = Permission | { readonly state: 'unknown' };

/** By operation: `notes.create`, `credit.adjust`. What is not named is allowed; the server still refuses. */
export const Permissions = v.record(v.string(), Permission);
export type Permissions = v.InferOutput<typeof Permissions>;
