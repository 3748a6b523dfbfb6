import * as v from 'valibot';

/** `true` if the day exists in its month. Browsers disagree on `Date.parse` of 30 February. */
function isDay(text: string): boolean {
  // Every month has 28 days. This shortcut covers most of the many instants of a list.
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

/** A point in time: RFC 3339 with an offset, and at most 12 digits of fractional seconds. */
export const Instant = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,12})?(Z|[+-]\d\d:\d\d)$/, 'an RFC 3339 instant'),
  v.check((text) => !Number.isNaN(Date.parse(text)) && isDay(text.slice(0, 10)), 'an RFC 3339 instant'),
);

/** A calendar day: `YYYY-MM-DD`. */
export const Day = v.pipe(v.string(), v.isoDate('a day as YYYY-MM-DD'), v.check(isDay, 'an existing day'));

/** An IANA time zone: `Europe/London`. */
export const TimeZone = v.pipe(v.string(), v.maxLength(100), v.check(isTimeZone, 'an existing time zone'));

/** A range of whole days, both included, in the time zone of the request. An absent end is open. */
export const DayRange = v.object({ from: v.optional(Day), to: v.optional(Day) });
export type DayRange = v.InferOutput<typeof DayRange>;

export const isDayRange = (value: unknown): value is DayRange => v.is(DayRange, value);

/** Returns the range with its earlier end first. */
export const orderedRange = (range: DayRange): DayRange =>
  range.from !== undefined && range.to !== undefined && range.from > range.to
    ? { from: range.to, to: range.from }
    : range;
