import * as v from 'valibot';
import { Instant } from './time.ts';

/** Partial failure is data: what is missing from an answer that is otherwise whole. */
export const Warning = v.object({
  /** What is missing: `returns`, `cost`. */
  code: v.string(),
  /** In the platform's own words, to be shown. */
  message: v.optional(v.string()),
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
    items: v.array(item),
    next: v.nullable(v.string()),
    total: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
    totals: v.optional(totals ?? v.unknown()),
    asOf: v.optional(Instant),
    warnings: v.optional(v.array(Warning)),
  });
