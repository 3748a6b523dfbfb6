import * as v from 'valibot';
import { Id, boundedList } from './bounds.ts';

/** The query options that a list supports besides paging. A list rejects any other option with `unsupported`. */
export const ListCapabilities = v.object({
  /** `true` if the list supports a text search. */
  search: v.optional(v.boolean()),
  /** The members that the list can be sorted by. */
  sort: v.optional(boundedList(Id)),
  /** The names of the list's filters. */
  filter: v.optional(boundedList(Id)),
  /** `true` if the list can be filtered by a range of days. */
  range: v.optional(v.boolean()),
});
export interface ListCapabilities {
  readonly search?: boolean | undefined;
  readonly sort?: readonly string[] | undefined;
  readonly filter?: readonly string[] | undefined;
  readonly range?: boolean | undefined;
}

/** The options that each list supports, by operation: `{ "orders.list": { "search": true } }`. */
export const Capabilities = v.pipe(v.record(Id, ListCapabilities), v.maxEntries(10_000));
export type Capabilities = Readonly<Record<string, ListCapabilities>>;
