import * as v from 'valibot';
import { Id, several } from './bounds.ts';

/** What one list can be asked for beside its pages. What is absent it cannot: it refuses that with `unsupported`. */
export const ListCapabilities = v.object({
  /** Whether it can be searched for a text. */
  search: v.optional(v.boolean()),
  /** The members that it can be sorted by. */
  sort: v.optional(several(Id)),
  /** The names of its filters. */
  filter: v.optional(several(Id)),
  /** Whether it can be narrowed to a range of days. */
  range: v.optional(v.boolean()),
});
export interface ListCapabilities {
  readonly search?: boolean | undefined;
  readonly sort?: readonly string[] | undefined;
  readonly filter?: readonly string[] | undefined;
  readonly range?: boolean | undefined;
}

/** By operation, what each list can be asked for: `{ "orders.list": { "search": true } }`. */
export const Capabilities = v.pipe(v.record(Id, ListCapabilities), v.maxEntries(10_000));
export type Capabilities = Readonly<Record<string, ListCapabilities>>;
