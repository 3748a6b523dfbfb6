import { AdapterError } from '../adapter-error.ts';
import type { PageRequest } from '../options.ts';

// A cursor is opaque to widgets: JSON, escaped so that it can be part of a URL. It contains a position in a list, and
// the checksum of the query whose list that is. The query itself is not in it: a search text may be a person's name.

/** Returns the cursor of a position in the list that a request asks for. */
export const writeCursor = (request: PageRequest, position: unknown): string =>
  btoa(encodeURIComponent(JSON.stringify([checksum(request), position])))
    // Of the characters of base64 that a URL escapes, escaped text has no slash.
    .replaceAll('+', '-')
    .replaceAll('=', '');

/**
 * Returns the position in the cursor of a request. Throws `validation` for a text that is no cursor, for a cursor of
 * another order, search, filter or range, and for a position that is none.
 */
export function readCursor<T>(request: PageRequest, isPosition: (value: unknown) => value is T): T {
  try {
    const read: unknown = JSON.parse(decodeURIComponent(atob((request.after ?? '').replaceAll('-', '+'))));
    if (Array.isArray(read) && read[0] === checksum(request) && isPosition(read[1])) return read[1];
  } catch {
    // An unreadable cursor gets the same error as one of another list.
  }
  throw new AdapterError('validation', { fieldErrors: { after: 'is not a cursor of this list' } });
}

/** Returns a checksum of what a cursor depends on: 53 bits of two multiplicative hashes. */
function checksum({ sort, filter = {}, range, text }: PageRequest): number {
  const filters = Object.entries(filter).sort(([a], [b]) => (a < b ? -1 : 1));
  const query = JSON.stringify([sort?.field, sort?.direction, filters, range?.from, range?.to, text]);
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < query.length; at++) {
    const unit = query.charCodeAt(at);
    high = Math.imul(high ^ unit, 2_654_435_761);
    low = Math.imul(low ^ unit, 1_597_334_677);
  }
  return ((high ^ (low >>> 13)) & 0x1fffff) * 2 ** 32 + (low >>> 0);
}
