import { isDayRange, type DayRange } from '../domain/time.ts';

/** An interval of days as an attribute has it, either end left open: `2026-01-01/2026-03-31`, `2026-01-01/`. */
export function rangeFrom(text: string | null): DayRange | undefined {
  const [from = '', to = '', ...rest] = (text ?? '').trim().split('/');
  const range = { ...(from && { from }), ...(to && { to }) };
  return rest.length === 0 && (from || to) && isDayRange(range) ? range : undefined;
}
