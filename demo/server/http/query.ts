import * as v from 'valibot';
import { check } from '../../../src/adapter/check.ts';
import type { Sort } from '../../../src/adapter/options.ts';
import { rejectUndeclared } from '../../../src/adapter/toolkit/rows.ts';
import { textHeader } from '../../../src/adapters/rest/headers.ts';
import type { ListCapabilities } from '../../../src/domain/page.ts';
import { DayRange, TimeZone } from '../../../src/domain/time.ts';
import { invalid } from './problems.ts';
import { createHash } from 'node:crypto';

type SortKey = readonly (string | null)[];

/**
 * Creates an opaque cursor from the sort key of a page's last row and a digest of the key and the list. It is valid
 * only for the same customer, sort, range, filter and text.
 */
export const writeCursor = (list: unknown, key: SortKey): string =>
  Buffer.from(JSON.stringify([digest(list, key), ...key])).toString('base64url');

const Cursor = v.tupleWithRest([v.string()], v.nullable(v.string()));

/** Returns the sort key in a cursor. Throws a validation error for any other text. */
export function readCursor(list: unknown, cursor: string): SortKey {
  try {
    const [digestInCursor, ...key] = v.parse(Cursor, JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    if (digestInCursor === digest(list, key)) return key;
  } catch {
    // An unparsable cursor gets the same error as one of another list.
  }
  throw invalid({ after: 'is not a cursor of this list' });
}

const digest = (list: unknown, key: SortKey): string =>
  createHash('sha256')
    .update(JSON.stringify([list, key]))
    .digest('base64url')
    .slice(0, 12);

/** A range of days, both included, and the time zone in which they begin. */
export interface RangeQuery {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly timeZone: string;
}

/** The query for one page of a list. */
export interface ListQuery {
  readonly first: number;
  readonly sort?: Sort | undefined;
  readonly filter: ReadonlyMap<string, string>;
  readonly text?: string | undefined;
  readonly range: RangeQuery;
  /** The sort key of the row before the page. */
  readonly after?: readonly (string | null)[] | undefined;
  /** Returns the cursor for the page after the row with this sort key. */
  cursor(key: readonly (string | null)[]): string;
}

const maxRows = 1000;

const First = v.pipe(
  v.string(),
  v.regex(/^[1-9]\d{0,8}$/),
  v.transform((text) => Math.min(Number(text), maxRows)),
);
const Page = v.object({
  first: v.optional(First, '50'),
  after: v.optional(v.string()),
  sort: v.optional(v.string()),
});
const Range = v.object({ ...DayRange.entries, timeZone: v.optional(TimeZone, 'UTC') });
const Text = v.pipe(v.string(), v.trim(), v.maxLength(200));

type Query = Readonly<Record<string, string>>;

/** Throws for unknown query parameters: ignoring one would return the wrong result. */
export function rejectUnknown(query: Query, known: readonly string[]): void {
  const unknown = Object.keys(query).filter((name) => !known.includes(name));
  if (unknown.length > 0) throw invalid(Object.fromEntries(unknown.map((name) => [name, 'is not a parameter'])));
}

/** Parses the query parameters of a range of days. */
export function readRange(query: Query): RangeQuery {
  rejectUnknown(query, Object.keys(Range.entries));
  return rangeIn(query);
}

/** Parses a range. Throws if it ends before it begins, which must be a mistake. */
function rangeIn(query: Query): RangeQuery {
  const range = check(Range, query);
  if (range.from !== undefined && range.to !== undefined && range.from > range.to)
    throw invalid({ to: 'is before from' });
  return range;
}

/**
 * Parses the query parameters and the search text of a list. `path` identifies the list in cursors. Throws for options
 * that the list does not declare.
 */
export function readList(path: string, query: Query, searchText: string | undefined, can: ListCapabilities): ListQuery {
  const filter = Object.fromEntries(
    Object.entries(query).flatMap(([parameter, value]) => {
      const name = /^filter\[(.+)\]$/.exec(parameter)?.[1];
      return name === undefined ? [] : [[name, value] as const];
    }),
  );
  rejectUnknown(query, [
    ...['first', 'after', 'sort', ...Object.keys(Range.entries)],
    ...Object.keys(filter).map((name) => `filter[${name}]`),
  ]);
  const { first, after, sort: by } = check(Page, query);
  const text = searchText === undefined ? undefined : readText(searchText);
  const sort = by === undefined ? undefined : readSort(by);
  const range = rangeIn(query);
  rejectUndeclared({ first, text, sort, filter, range }, can);
  const { first: _, after: __, ...list } = query;
  return {
    first,
    sort,
    filter: new Map(Object.entries(filter)),
    text,
    range,
    after: after === undefined ? undefined : readCursor([path, list, text], after),
    cursor: (key) => writeCursor([path, list, text], key),
  };
}

const readText = (searchText: string): string | undefined =>
  check(v.object({ [textHeader]: Text }), { [textHeader]: searchText })[textHeader] || undefined;

const readSort = (sort: string): Sort =>
  sort.startsWith('-') ? { field: sort.slice(1), direction: 'descending' } : { field: sort, direction: 'ascending' };
