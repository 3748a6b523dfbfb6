import type { PageRequest } from '../../adapter/options.ts';
import type { DayRange } from '../../domain/time.ts';

/**
 * Formats a page request as query parameters: `first=10&sort=-revenue&filter[kind]=return`. The search text is sent in
 * a header.
 */
export function pageQuery(
  { first, after, sort, filter = {}, range = {} }: PageRequest,
  timeZone?: string,
): URLSearchParams {
  const query = rangeQuery(range, timeZone);
  query.set('first', String(first));
  if (after !== undefined) query.set('after', after);
  if (sort) query.set('sort', sort.direction === 'descending' ? `-${sort.field}` : sort.field);
  for (const [name, value] of Object.entries(filter)) query.set(`filter[${name}]`, value);
  return query;
}

/** Formats a range of days with its time zone. The time zone is omitted if there is no day. */
export function rangeQuery({ from, to }: DayRange, timeZone?: string): URLSearchParams {
  const query = new URLSearchParams();
  if (from !== undefined) query.set('from', from);
  if (to !== undefined) query.set('to', to);
  if (timeZone !== undefined && query.size > 0) query.set('timeZone', timeZone);
  return query;
}
