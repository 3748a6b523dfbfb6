import type { Page } from '../../domain/page.ts';
import type { PageRequest } from '../options.ts';
import { AdapterError } from '../adapter-error.ts';

/** The rows of an answer with offsets or page numbers. */
export interface Slice<T> {
  readonly items: readonly T[];
  /** The number of rows in the whole list, if the API says it. */
  readonly total?: number | undefined;
  /** `true` if more rows follow, for an API without a total. Without either, a full slice means that some may. */
  readonly hasMore?: boolean | undefined;
}

export interface OffsetOptions<T> {
  /** The most rows that the API returns at once. Default: as many as are asked for. */
  readonly most?: number | undefined;
  /** Returns the id of a row. Default: its member `id`. */
  idOf?(row: T): string | number | undefined;
}

export interface PageNumberOptions<T> extends OffsetOptions<T> {
  /** The number of the first page. Default: 1. */
  readonly firstPage?: number | undefined;
  /** The number of rows on a page, if it cannot be chosen. Default: as many as are asked for first, `most` at most. */
  readonly size?: number | undefined;
}

/** A position in a list: the offset of the next row, the page size, and the id of the last row before it. */
type Position = readonly [offset: number, size: number, last: string | number | null];

/**
 * Returns a page of a list whose API takes an offset and a limit. `load` fetches a slice. Its filters and order must be
 * those of the request: a cursor is accepted for the same query only.
 *
 * Offsets shift when others change the list. After an insertion, the next slice begins with rows that were returned
 * before: they are left out, as long as the last of them is in the slice. If more rows were inserted than a slice has, rows
 * appear twice. After a deletion, as many rows are missed as were deleted
 * before the offset, until the list is fetched again. If the API has cursors, use those.
 */
export async function pageByOffset<T>(
  request: PageRequest,
  load: (slice: { readonly offset: number; readonly limit: number }) => Promise<Slice<T>>,
  { most = Infinity, idOf = memberId }: OffsetOptions<T> = {},
): Promise<Page<T>> {
  const limit = Math.max(1, Math.min(request.first, most));
  const [offset, , last] = positionOf(request, limit);
  return pageFrom(request, offset, last, limit, idOf, (at) => load({ offset: at, limit }));
}

/**
 * Returns a page of a list whose API takes a page number and a page size. As `pageByOffset`. The size stays that of the
 * first page, whatever is asked for later: with another size, the same number would be another page.
 */
export async function pageByNumber<T>(
  request: PageRequest,
  load: (page: { readonly number: number; readonly size: number }) => Promise<Slice<T>>,
  { most = Infinity, idOf = memberId, firstPage = 1, size: fixed }: PageNumberOptions<T> = {},
): Promise<Page<T>> {
  const [offset, size, last] = positionOf(request, fixed ?? Math.max(1, Math.min(request.first, most)));
  return pageFrom(request, offset, last, size, idOf, async (at) => {
    const { items, total, hasMore } = await load({ number: Math.floor(at / size) + firstPage, size });
    // The next number would be another page than the one that follows.
    if (items.length < size && total !== undefined && Math.floor(at / size) * size + items.length < total)
      throw new RangeError(
        `The API returned ${items.length} rows of ${total} for page ${Math.floor(at / size) + firstPage} with ${size} rows. ` +
          'Set `most` or `size` if its pages are smaller, or `firstPage` if its first page has another number.',
      );
    // A request for fewer rows than a page has ends within a page, and the next one begins there.
    const rest = items.slice(at % size);
    return { items: rest, total, hasMore: hasMore ?? (total === undefined ? items.length >= size : undefined) };
  });
}

async function pageFrom<T>(
  request: PageRequest,
  start: number,
  last: string | number | null,
  size: number,
  idOf: (row: T) => string | number | undefined,
  load: (offset: number) => Promise<Slice<T>>,
): Promise<Page<T>> {
  let offset = start;
  for (;;) {
    const { items, total, hasMore } = await load(offset);
    const repeated = last === null ? 0 : items.findIndex((row) => idOf(row) === last) + 1;
    const rows = items.slice(repeated, repeated + request.first);
    const end = offset + repeated + rows.length;
    const isOver =
      items.length === 0 ||
      (repeated + rows.length === items.length &&
        (total === undefined ? !(hasMore ?? items.length >= size) : end >= total));
    // The contract has no empty page before the last one.
    if (rows.length === 0 && !isOver) {
      offset = end;
      continue;
    }
    const position: Position = [end, size, rows.length > 0 ? (idOf(rows.at(-1)!) ?? null) : last];
    return { items: rows, next: isOver ? null : writeCursor(request, position), ...(total !== undefined && { total }) };
  }
}

const positionOf = (request: PageRequest, size: number): Position =>
  request.after === undefined ? [0, size, null] : readCursor(request, isPosition);

const isPosition = (value: unknown): value is Position =>
  Array.isArray(value) && isWhole(value[0]) && isWhole(value[1]) && value[1] > 0;

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

const memberId = (row: unknown): string | number | undefined => {
  const { id }: { readonly id?: unknown } = typeof row === 'object' && row !== null ? row : {};
  return typeof id === 'string' || typeof id === 'number' ? id : undefined;
};

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
