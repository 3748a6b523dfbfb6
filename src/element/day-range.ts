import { isDayRange, orderedRange, type DayRange } from '../domain/time.ts';

/**
 * An interval of days as an attribute has it, either end left open: `2026-01-01/2026-03-31`, `2026-01-01/`. Whichever
 * end comes first, the days between are meant. One that cannot be read is none, and the console says so.
 */
export function rangeFrom(text: string | null): DayRange | undefined {
  const written = (text ?? '').trim();
  const [from = '', to = '', ...rest] = written.split('/');
  const range = { ...(from && { from }), ...(to && { to }) };
  if (rest.length === 0 && (from || to) && isDayRange(range)) return orderedRange(range);
  if (written && !warned.has(written)) {
    warned.add(written);
    console.warn(`range="${written}" is no interval of days such as 2026-01-01/2026-03-31: all days are shown.`);
  }
  return undefined;
}

const warned = new Set<string>();
