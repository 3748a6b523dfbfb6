import * as v from 'valibot';

/** A point in time: RFC 3339 with an offset. */
export const Instant = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/, 'an RFC 3339 instant'),
  v.check((text) => !Number.isNaN(Date.parse(text)), 'an RFC 3339 instant'),
);

/** A day without a time: `YYYY-MM-DD`. */
export const Day = v.pipe(v.string(), v.isoDate('a day as YYYY-MM-DD'));

/** Whole days, both included, in the time zone that the call names. An open end is absent. */
export const DayRange = v.object({
  from: v.optional(Day),
  to: v.optional(Day),
});
export type DayRange = v.InferOutput<typeof DayRange>;
