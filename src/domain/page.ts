import * as v from 'valibot';
import { Count, Id, LongText, rows, several } from './bounds.ts';
import { Instant } from './time.ts';

/** Partial failure is data: what is missing from an answer that is otherwise whole. */
export const Warning = v.object({
  /** What is missing: `returns`, `cost`. */
  code: Id,
  /** In the platform's own words, to be shown. */
  message: v.optional(LongText),
});
export type Warning = v.InferOutput<typeof Warning>;

/** One page of a list. `T` are its rows, `S` its totals over the whole set. */
export interface Page<T, S = unknown> {
  readonly items: readonly T[];
  /** The opaque cursor of the next page; `null` ends the list. */
  readonly next: string | null;
  /** How many rows the whole set has, where the platform knows. */
  readonly total?: number | undefined;
  /** Over the whole set, not over this page. */
  readonly totals?: S | undefined;
  /** As of when, where the answer is not of now. */
  readonly asOf?: string | undefined;
  readonly warnings?: readonly Warning[] | undefined;
}

/** The schema of a page of `item`, with `totals` where the list has them. */
export const page = <T extends v.GenericSchema, S extends v.GenericSchema>(item: T, totals?: S) =>
  v.object({
    items: rows(item),
    next: v.nullable(Id),
    total: v.optional(Count),
    totals: v.optional(totals ?? v.unknown()),
    asOf: v.optional(Instant),
    warnings: v.optional(several(Warning)),
  });
