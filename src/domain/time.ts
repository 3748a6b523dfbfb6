import * as v from 'valibot';

/** Whether a month has so many days. Engines disagree on what `Date.parse` makes of 30 February. */
function isDay(text: string): boolean {
  // Every month has 28: most instants need no second look, and there are many of them.
  if (Number(text.slice(8)) <= 28) return true;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** A point in time: RFC 3339 with an offset, and at most 12 digits of a second's parts. */
export const Instant = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,12})?(Z|[+-]\d\d:\d\d)$/, 'an RFC 3339 instant'),
  v.check((text) => !Number.isNaN(Date.parse(text)) && isDay(text.slice(0, 10)), 'an RFC 3339 instant'),
);

/** A day without a time: `YYYY-MM-DD`. */
export const Day = v.pipe(v.string(), v.isoDate('a day as YYYY-MM-DD'), v.check(isDay, 'a day that there is'));

/** A time zone by its IANA name: `Europe/London`. */
export const TimeZone = v.pipe(v.string(), v.maxLength(100), v.check(isTimeZone, 'a time zone that there is'));

/** Whole days, both included, in the time zone that the call names. An open end is absent. */
export const DayRange = v.object({ from: v.optional(Day), to: v.optional(Day) });
export type DayRange = v.InferOutput<typeof DayRange>;

export const isDayRange = (value: unknown): value is DayRange => v.is(DayRange, value);

/** The same days, the earlier end first. */
export const orderedRange = (range: DayRange): DayRange =>
  range.from !== undefined && range.to !== undefined && range.from > range.to
    ? { from: range.to, to: range.from }
    : range;
