import * as v from 'valibot';
import { AdapterError } from '../../adapter/adapter-error.ts';
import { DayRange } from '../../domain/time.ts';

/**
 * Whether an instant lies in a range of whole days, both included, in a time zone. Throws `validation` for what is no
 * day and no zone.
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

/** The day of an instant in a zone. */
function dayIn(timeZone: string): (instant: string) => string {
  try {
    // The Gregorian calendar whatever the machine prefers; `en-CA` writes it as YYYY-MM-DD.
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
    throw new AdapterError('validation', { fieldErrors: { timeZone: 'no time zone' } });
  }
}
