import { isDayRange, orderedRange, type DayRange } from '../domain/time.ts';

/**
 * Parses a range of days from an attribute: `2026-01-01/2026-03-31`, or `2026-01-01/` with an open end. The ends may be
 * in either order. Returns `undefined` and warns in the console if the text is invalid.
 */
export function rangeFrom(text: string | null): DayRange | undefined {
  const written = (text ?? '').trim();
  const [from = '', to = '', ...rest] = written.split('/');
  const range = { ...(from && { from }), ...(to && { to }) };
  if (rest.length === 0 && (from || to) && isDayRange(range)) return orderedRange(range);
  if (written && !warned.has(written)) {
    warned.add(written);
    console.warn(`range="${written}" is not a range of days such as 2026-01-01/2026-03-31, so all days are shown.`);
  }
  return undefined;
}

const warned = new Set<string>();
