import * as v from 'valibot';

/** `true` if the day exists in its month. Browsers disagree on `Date.parse` of 30 February. */
function isDay(text: string): boolean {
  // Every month has 28 days. This shortcut covers most of the many instants of a list.
  if (Number(text.slice(8)) <= 28) return true;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** The zones that were found to exist, up to a number: each request names one, and a formatter takes long to create. */
const timeZones = new Set<string>();
const maxTimeZones = 1000;

function isTimeZone(name: string): boolean {
  if (timeZones.has(name)) return true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    if (timeZones.size < maxTimeZones) timeZones.add(name);
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
export const DayRange = v.object({
  /** The first day. */
  from: v.optional(Day),
  /** The last day. */
  to: v.optional(Day),
});
export type DayRange = v.InferOutput<typeof DayRange>;

export const isDayRange = (value: unknown): value is DayRange => v.is(DayRange, value);

/** Returns the range with its earlier end first. */
export const orderedRange = (range: DayRange): DayRange =>
  range.from !== undefined && range.to !== undefined && range.from > range.to
    ? { from: range.to, to: range.from }
    : range;

/** The length of a day without a clock change. Milliseconds. */
export const dayLength = 86_400_000;

/** The last second that RFC 3339 can represent. */
const endOfTime = Date.parse('9999-12-31T23:59:59Z');

/**
 * Returns the last second of a day (`YYYY-MM-DD`) in a time zone, as RFC 3339 in UTC. Throws a `RangeError` for an
 * unknown zone.
 */
export function endOfDay(day: string, timeZone: string): string {
  const next = startOfDay(Date.parse(day) + dayLength, timeZone);
  return new Date(Math.min(next - 1000, endOfTime)).toISOString().replace('.000', '');
}

/**
 * Returns when a day begins in a time zone, in milliseconds: at midnight, or later if the clocks skip midnight.
 * `midnight` is that of the day in UTC.
 */
export function startOfDay(midnight: number, timeZone: string): number {
  const clock = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  const offset = (instant: number): number => {
    const name = clock.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value;
    const [, sign = '+', hours = 0, minutes = 0, seconds = 0] =
      /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?/.exec(name ?? '') ?? [];
    return Number(`${sign}1`) * ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
  };
  // Tries the offsets before and after a clock change nearby. With the wrong offset, the result is still the day
  // before.
  const candidates = [-dayLength, dayLength]
    .map((distance) => midnight - offset(midnight + distance))
    .sort((a, b) => a - b);
  return candidates.find((instant) => instant + offset(instant) >= midnight) ?? midnight;
}
