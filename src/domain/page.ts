import * as v from 'valibot';
import { Count, Id, LongText, rows, boundedList } from './bounds.ts';
import { Instant } from './time.ts';

/** A partial failure: names what is missing from an otherwise complete answer. */
export const Warning = v.object({
  /** The missing part: `returns`, `cost`. */
  code: Id,
  /** A message to display, in the platform's own words. */
  message: v.optional(LongText),
});
export type Warning = v.InferOutput<typeof Warning>;

/** One page of a list, with rows `T` and totals `S` over the whole set. */
export interface Page<T, S = unknown> {
  /** The rows, at most as many as were asked for. */
  readonly items: readonly T[];
  /** The opaque cursor of the next page. `null`: this is the last page. */
  readonly next: string | null;
  /** The number of rows in the whole set, if the platform knows it. */
  readonly total?: number | undefined;
  /** Totals over the whole set, not over this page. */
  readonly totals?: S | undefined;
  /** The time at which the data was current, if that is not now. */
  readonly asOf?: string | undefined;
  /** What is missing from the answer, if something is. */
  readonly warnings?: readonly Warning[] | undefined;
}

/** Creates the schema of a page of `item`, with `totals` if the list has them. */
export const page = <T extends v.GenericSchema, S extends v.GenericSchema>(item: T, totals?: S) =>
  v.object({
    items: rows(item),
    next: v.nullable(Id),
    total: v.optional(Count),
    totals: v.optional(totals ?? v.unknown()),
    asOf: v.optional(Instant),
    warnings: v.optional(boundedList(Warning)),
  });

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
/** The query options that a list supports besides paging. A list rejects any other option with `unsupported`. */
export interface ListCapabilities {
  readonly search?: boolean | undefined;
  readonly sort?: readonly string[] | undefined;
  readonly filter?: readonly string[] | undefined;
  readonly range?: boolean | undefined;
}
