import { isDayRange, type DayRange, dayLength, startOfDay } from '../../domain/time.ts';
import { AdapterError } from '../adapter-error.ts';

/** The bounds of a range of days. An absent bound is open. */
export interface InstantRange {
  /** The first instant: the beginning of the first day. */
  readonly from?: string;
  /** The last millisecond of the last day, for an API whose upper bound is included. */
  readonly to?: string;
  /** The beginning of the day after the last day, for an API whose upper bound is excluded. Prefer it: nothing is lost. */
  readonly before?: string;
}

/**
 * Returns the bounds of a range of days in a time zone, as RFC 3339 in UTC. Days are 23 to 25 hours long where clocks
 * change, and begin after midnight where they skip it. Throws `validation` for an invalid day or time zone, and for a
 * range that ends before it begins.
 */
export function instantsOf(range: DayRange = {}, timeZone = 'UTC'): InstantRange {
  const { from, to } = checkedRange(range);
  dayIn(timeZone);
  const first = from === undefined ? undefined : startOfDay(Date.parse(from), timeZone);
  const end = to === undefined ? undefined : startOfDay(Date.parse(to) + dayLength, timeZone);
  return {
    // RFC 3339 has no instant before the year 0 or after 9999, so there is nothing to leave out there.
    ...(first !== undefined && first >= firstInstant && { from: new Date(first).toISOString() }),
    ...(end !== undefined &&
      end <= lastInstant && { to: new Date(end - 1).toISOString(), before: new Date(end).toISOString() }),
  };
}

const firstInstant = Date.parse('0000-01-01T00:00:00Z');
const lastInstant = Date.parse('9999-12-31T23:59:59.999Z');

/**
 * Returns a predicate that is true for instants within a range of days, both included, in a time zone. Throws
 * `validation` for an invalid day or time zone.
 */
export function within(range: DayRange = {}, timeZone = 'UTC'): (instant: string) => boolean {
  const { from, to } = checkedRange(range);
  if (from === undefined && to === undefined) return () => true;
  const dayOf = dayIn(timeZone);
  const first = from === undefined ? -Infinity : Date.parse(from);
  const last = to === undefined ? Infinity : Date.parse(to);
  return (instant) => {
    // A day begins less than 24 hours before or after it begins in UTC, so a calendar is only needed near the ends.
    const at = Date.parse(instant);
    if (at < first - dayLength || at >= last + 2 * dayLength) return false;
    if (at >= first + dayLength && at < last) return true;
    const day = dayOf(instant);
    return (from === undefined || day >= from) && (to === undefined || day <= to);
  };
}

function checkedRange(range: DayRange): DayRange {
  if (!isDayRange(range)) throw new AdapterError('validation', { fieldErrors: { range: 'days as YYYY-MM-DD' } });
  if (range.from !== undefined && range.to !== undefined && range.from > range.to)
    throw new AdapterError('validation', { fieldErrors: { range: 'ends before it begins' } });
  return range;
}

/**
 * Returns a function that converts an instant to its day in a time zone: `dayIn("Asia/Jakarta")("2026-01-01T20:00:00Z")`
 * is `2026-01-02`. Throws `validation` for an unknown time zone.
 */
export function dayIn(timeZone: string): (instant: string) => string {
  try {
    // The calendar is always Gregorian, whatever the machine prefers; `en-CA` formats dates as YYYY-MM-DD.
    const format = new Intl.DateTimeFormat('en-CA-u-ca-gregory-nu-latn', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    return (instant) => {
      const parts = Object.fromEntries(
        format.formatToParts(Date.parse(instant)).map(({ type, value }) => [type, value]),
      );
      return `${parts['year']}-${parts['month']}-${parts['day']}`;
    };
  } catch {
    throw new AdapterError('validation', { fieldErrors: { timeZone: 'is not a time zone' } });
  }
}
