import * as v from 'valibot';
import { AdapterError } from '../../adapter/adapter-error.ts';
import { DayRange } from '../../domain/time.ts';

/**
 * Returns a predicate that is true for instants within a range of days, both included, in a time zone. Throws
 * `validation` for an invalid day or time zone.
 */
export function within(range: DayRange = {}, timeZone = 'UTC'): (instant: string) => boolean {
  if (!v.is(DayRange, range)) throw new AdapterError('validation', { fieldErrors: { range: 'days as YYYY-MM-DD' } });
  const { from, to } = range;
  if (from !== undefined && to !== undefined && from > to)
    throw new AdapterError('validation', { fieldErrors: { range: 'ends before it begins' } });
  if (from === undefined && to === undefined) return () => true;
  const dayOf = dayIn(timeZone);
  return (instant) => {
    const day = dayOf(instant);
    return (from === undefined || day >= from) && (to === undefined || day <= to);
  };
}

/** Returns a function that converts an instant to its day in a time zone. */
function dayIn(timeZone: string): (instant: string) => string {
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
