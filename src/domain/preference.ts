import * as v from 'valibot';
import { Id } from './bounds.ts';
import { Instant } from './time.ts';

/** Whom a preference is for: one operator, or everybody without one of their own. */
export const preferenceScopes = ['personal', 'shared'] as const;
export type PreferenceScope = (typeof preferenceScopes)[number];

/** What a page stores. */
const Stored = v.pipe(v.record(Id, v.unknown()), v.maxEntries(1000));

/** A preference: what an operator, or a manager for everybody, has chosen for a page. */
export const Preference = v.object({
  /** The name that the page uses, such as `customer-dashboard/layout`. */
  key: Id,
  /** `personal`: of the operator who asks. `shared`: of everybody without one of their own. */
  scope: v.picklist(preferenceScopes),
  /** What was chosen, as the page stored it. `null`: nothing was. */
  value: v.nullable(Stored),
  /** Changes with each write. `0`: nothing was ever stored. */
  version: Id,
  /** The time of the last write. `null`: there was none. */
  updatedAt: v.optional(v.nullable(Instant)),
});
export type Preference = v.InferOutput<typeof Preference>;

/** The body of a write. `null` removes what was stored. */
export const PreferenceChange = v.object({
  /** What is stored as it is. `null` removes what was stored. */
  value: v.nullable(Stored),
});
export type PreferenceChange = v.InferOutput<typeof PreferenceChange>;
