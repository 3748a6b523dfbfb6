import * as v from 'valibot';
import { Id, boundedList } from './bounds.ts';
import { CreditOpening } from './credit.ts';
import { CustomerChange, type CustomerMember } from './customer-change.ts';
import { Coded } from './field.ts';
import { ListCapabilities } from './page.ts';

const isKnown = (name: string): name is CustomerMember => Object.hasOwn(CustomerChange.entries, name);

/** What a port can do besides its methods. Each member belongs to one port, which has it as a property. */
export const PortFeatures = v.object({
  /** `customers`: the members that `update` takes. Unknown members are ignored. */
  updates: v.optional(
    v.pipe(
      boundedList(Id),
      v.transform((names): readonly CustomerMember[] => names.filter(isKnown)),
    ),
  ),
  /** `addresses`: `true` if an address has a label. */
  hasLabels: v.optional(v.boolean()),
  /** `notes`: `true` if the platform stores one note for each customer. */
  single: v.optional(v.boolean()),
  /** `notes`: `false` if notes cannot be pinned. */
  hasPins: v.optional(v.boolean()),
  /** `notes`: the people who can read a note that does not say it. Default: `staff`. */
  visibility: v.optional(Coded),
  /** `notes`: the visibilities that a new note can have. Absent: that of the port. */
  visibilities: v.optional(boundedList(Coded)),
  /** `credit`: the accounts that can be opened. */
  openings: v.optional(boundedList(CreditOpening)),
  /** `logins`: how long the platform keeps them, as an ISO 8601 duration. Absent: unknown. */
  retention: v.optional(Id),
});
type Features = v.InferOutput<typeof PortFeatures>;
/** The features, with lists that the adapter may share. */
export type PortFeatures = {
  readonly [N in keyof Features]: NonNullable<Features[N]> extends readonly (infer T)[]
    ? readonly T[] | undefined
    : Features[N];
};

/**
 * What an adapter supports: the query options of each list by operation, and the features of each port by its name.
 * `{ "orders.list": { "search": true }, "notes": { "visibility": "customer" } }`.
 */
export const Capabilities = v.pipe(
  v.record(Id, v.object({ ...ListCapabilities.entries, ...PortFeatures.entries })),
  v.maxEntries(10_000),
);
export type Capabilities = Readonly<Record<string, ListCapabilities & PortFeatures>>;
