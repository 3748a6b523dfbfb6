import { AdapterError } from '../../adapter/adapter-error.ts';
import { protocolCapabilities } from '../../adapter/capabilities.ts';
import type { FilterOf, ListName, SortOf } from '../../adapter/operations.ts';
import type { PageRequest, ReadOptions } from '../../adapter/options.ts';
import { rejectUndeclared } from '../../adapter/reject-undeclared.ts';
import * as decimal from '../../domain/decimal.ts';
import { foldText } from '../../domain/fold-text.ts';
import type { Money } from '../../domain/money.ts';
import { compareCodePoints } from '../../domain/natural-order.ts';
import type { Page } from '../../domain/page.ts';
import { within } from './days.ts';

/**
 * The value that a row is sorted by; `null` if unknown. Strings compare by code point, so displayed texts use their
 * `naturalKey`. Money sorts by currency first: amounts in different currencies are never compared.
 */
export type SortKey = string | number | Money | null;

export interface Rule<T> {
  /** `position` is the index among all rows, for lists in the order of insertion. */
  key(row: T, position: number): SortKey | undefined;
  readonly descending?: boolean;
}

/** The sort rules of a list. Each rule breaks the ties of the previous one; the last one is unique. */
export type Ordering<T> = readonly Rule<T>[];

/** A filter: returns a predicate for the requested codes, or for `undefined` if the filter is not set. */
export type Filter<T> = (codes: readonly string[] | undefined) => (row: T) => boolean;

/** Creates a filter that keeps the rows with one of the requested codes. */
export const byCode =
  <T>(read: (row: T) => string | undefined): Filter<T> =>
  (codes) =>
  (row) =>
    codes === undefined || codes.includes(read(row) ?? '');

interface AnyShape<T> {
  readonly name: ListName;
  readonly order: Ordering<T>;
  /** The texts of a row that a search matches. */
  texts?(row: T): readonly (string | null | undefined)[];
  readonly filters?: Readonly<Record<string, Filter<T>>>;
  readonly sort?: Readonly<Record<string, (row: T) => SortKey | undefined>>;
  /** The instant of a row that a range applies to. Absent: the range was applied before the rows were computed. */
  at?(row: T): string;
}

/** The search, filters and sort order of a list: all the capabilities that it declares. */
export type ListShape<N extends ListName, T> = AnyShape<T> & { readonly name: N } & ([SortOf<N>] extends [never]
    ? unknown
    : { readonly sort: Readonly<Record<SortOf<N>, (row: T) => SortKey | undefined>> }) &
  ([FilterOf<N>] extends [never] ? unknown : { readonly filters: Readonly<Record<FilterOf<N>, Filter<T>>> });

export interface AnyPlainList<T> extends AnyShape<T> {
  readonly records: readonly T[];
  /** Returns a record as it is on a day, where that depends on the day. */
  asOf?(record: T, today: string): T;
}

/** A list whose records stand in the shop as they are. */
export type PlainList<N extends ListName, T> = AnyPlainList<T> & ListShape<N, T>;

/**
 * Returns one page of the matching rows, and all matching rows. The cursor contains sort keys, not a row's position:
 * inserting a row never makes another one appear twice or disappear. Throws `unsupported` for a query option that the
 * list does not declare.
 */
export function listRows<T>(
  rows: readonly T[],
  request: PageRequest,
  { timeZone }: ReadOptions,
  shape: AnyShape<T>,
): { readonly page: Page<T>; readonly matching: readonly T[] } {
  const { first, after } = request;
  rejectUndeclared(request, protocolCapabilities[shape.name] ?? {});
  if (!Number.isInteger(first) || first < 1)
    throw new AdapterError('validation', { fieldErrors: { first: 'at least 1' } });
  const isMatch = matcherOf(request, timeZone, shape);
  const rules = orderingOf(request, shape);
  const compare = comparer(rules);
  const list = listOf(request);
  const start = after === undefined ? undefined : readCursor(after, list);
  const matching = rows.flatMap((row, position) =>
    isMatch(row) ? [{ row, keys: rules.map((rule) => rule.key(row, position) ?? null) }] : [],
  );
  const sorted = matching
    .filter(({ keys }) => start === undefined || compare(keys, start) > 0)
    .sort((a, b) => compare(a.keys, b.keys));
  const items = sorted.slice(0, first);
  const next = sorted.length > first ? writeCursor(list, items.at(-1)!.keys) : null;
  return {
    page: { items: items.map(({ row }) => row), next, total: matching.length },
    matching: matching.map(({ row }) => row),
  };
}

/** Returns a predicate for the rows that match a request. */
function matcherOf<T>(
  { text, filter = {}, range }: PageRequest,
  timeZone: string | undefined,
  { texts, filters = {}, at }: AnyShape<T>,
): (row: T) => boolean {
  const wanted = foldText(text ?? '');
  // Several codes, separated by commas, match any of them.
  const rules = Object.entries(filters).map(([name, keeps]) => keeps(filter[name]?.split(',')));
  const isWithin = within(range, timeZone);
  if (at) rules.push((row) => isWithin(at(row)));
  if (wanted) rules.push((row) => (texts?.(row) ?? []).some((found) => foldText(found ?? '').includes(wanted)));
  return (row) => rules.every((keeps) => keeps(row));
}

function orderingOf<T>({ sort }: PageRequest, { order, sort: keys = {} }: AnyShape<T>): Ordering<T> {
  const key = sort && keys[sort.field];
  return key ? [{ key, descending: sort.direction === 'descending' }, ...order] : order;
}

function comparer<T>(rules: Ordering<T>): (a: readonly SortKey[], b: readonly SortKey[]) => number {
  return (a, b) => {
    for (const [index, { descending = false }] of rules.entries()) {
      const order = compareKeys(a[index]!, b[index]!, descending);
      if (order !== 0) return order;
    }
    return 0;
  };
}

function compareKeys(a: SortKey, b: SortKey, descending: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const sign = descending ? -1 : 1;
  if (typeof a === 'object' && typeof b === 'object')
    return a.currency === b.currency ? sign * decimal.compare(a.value, b.value) : a.currency < b.currency ? -1 : 1;
  if (typeof a === 'string' && typeof b === 'string') return sign * compareCodePoints(a, b);
  return sign * (Number(a) - Number(b));
}

/** Identifies the query that a cursor belongs to. A cursor is invalid for another order or search. */
const listOf = ({ sort, filter, range, text }: PageRequest): string =>
  JSON.stringify([sort?.field, sort?.direction, filter, range?.from, range?.to, text]);

const writeCursor = (list: string, keys: readonly SortKey[]): string =>
  btoa(encodeURIComponent(JSON.stringify([list, keys]))).replaceAll('=', '');

function readCursor(cursor: string, list: string): readonly SortKey[] {
  try {
    const read: unknown = JSON.parse(decodeURIComponent(atob(cursor)));
    if (Array.isArray(read) && read[0] === list && Array.isArray(read[1])) return read[1] as SortKey[];
  } catch {
    // An unreadable cursor gets the same error as one of another list.
  }
  throw new AdapterError('validation', { fieldErrors: { after: 'is not a cursor of this list' } });
}
