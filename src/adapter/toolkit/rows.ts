import type { Page, ListCapabilities } from '../../domain/page.ts';
import * as decimal from '../../domain/decimal.ts';
import { foldText, compareCodePoints } from '../../domain/fold-text.ts';
import type { Money } from '../../domain/money.ts';
import { AdapterError } from '../adapter-error.ts';
import type { FilterOf, ListName, SortOf } from '../operations.ts';
import type { PageRequest } from '../options.ts';
import { readCursor, writeCursor } from './offset-pages.ts';
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
export type Filter<T> = (codes: readonly string[] | undefined, timeZone?: string) => (row: T) => boolean;

/** Creates a filter that keeps the rows with one of the requested codes. */
export const byCode =
  <T>(read: (row: T) => string | undefined): Filter<T> =>
  (codes) =>
  (row) =>
    codes === undefined || codes.includes(read(row) ?? '');

/** The search, filters and sort order of a list in memory. The list supports what it has here, and nothing else. */
export interface RowList<T> {
  readonly order: Ordering<T>;
  /** The texts of a row that a search matches. */
  texts?(row: T): readonly (string | null | undefined)[];
  /** Returns a predicate for the rows that match a search text although no text of theirs contains it. */
  finds?(text: string): (row: T) => boolean;
  readonly filters?: Readonly<Record<string, Filter<T>>>;
  readonly sort?: Readonly<Record<string, (row: T) => SortKey | undefined>>;
  /**
   * The instant of a row that a range applies to, or `"applied"` if the range was applied before the rows were
   * computed.
   */
  readonly at?: ((row: T) => string) | 'applied';
}

/** A list of the contract with everything that the REST protocol has for it, checked by the compiler. */
export type ContractList<N extends ListName, T> = RowList<T> &
  ([SortOf<N>] extends [never]
    ? unknown
    : { readonly sort: Readonly<Record<SortOf<N>, (row: T) => SortKey | undefined>> }) &
  ([FilterOf<N>] extends [never] ? unknown : { readonly filters: Readonly<Record<FilterOf<N>, Filter<T>>> });

/** Returns what a list supports, to declare it: `capabilities: { list: capabilitiesOf(noteList) }`. */
export const capabilitiesOf = <T>({ texts, sort = {}, filters = {}, at }: RowList<T>): ListCapabilities => ({
  ...(texts && { search: true }),
  ...(Object.keys(sort).length > 0 && { sort: Object.keys(sort) }),
  ...(Object.keys(filters).length > 0 && { filter: Object.keys(filters) }),
  ...(at && { range: true }),
});

/**
 * Returns one page of the matching rows, and all matching rows. The cursor contains sort keys, not a row's position:
 * inserting a row never makes another one appear twice or disappear. Throws `unsupported` for a query option that the
 * list does not have.
 */
export function listRows<T>(
  rows: readonly T[],
  request: PageRequest,
  { timeZone }: { readonly timeZone?: string | undefined },
  list: RowList<T>,
): { readonly page: Page<T, never>; readonly matching: readonly T[] } {
  const { first, after } = request;
  rejectUndeclared(request, capabilitiesOf(list));
  if (!Number.isInteger(first) || first < 1)
    throw new AdapterError('validation', { fieldErrors: { first: 'at least 1' } });
  const isMatch = matcherOf(request, timeZone, list);
  const rules = orderingOf(request, list);
  const compare = comparer(rules);
  const start = after === undefined ? undefined : readCursor(request, isKeys);
  const matching = rows.flatMap((row, position) =>
    isMatch(row) ? [{ row, keys: rules.map((rule) => rule.key(row, position) ?? null) }] : [],
  );
  const sorted = matching
    .filter(({ keys }) => start === undefined || compare(keys, start) > 0)
    .sort((a, b) => compare(a.keys, b.keys));
  const items = sorted.slice(0, first);
  const next = sorted.length > first ? writeCursor(request, items.at(-1)!.keys) : null;
  return {
    page: { items: items.map(({ row }) => row), next, total: matching.length },
    matching: matching.map(({ row }) => row),
  };
}

const isKeys = (value: unknown): value is readonly SortKey[] => Array.isArray(value);

/** Returns a predicate for the rows that match a request. */
function matcherOf<T>(
  { text, filter = {}, range }: PageRequest,
  timeZone: string | undefined,
  { texts, finds, filters = {}, at }: RowList<T>,
): (row: T) => boolean {
  const wanted = foldText(text ?? '');
  // Several codes, separated by commas, match any of them.
  const rules = Object.entries(filters).map(([name, keeps]) => keeps(filter[name]?.split(','), timeZone));
  const isWithin = within(range, timeZone);
  if (typeof at === 'function') rules.push((row) => isWithin(at(row)));
  if (wanted) {
    const isFound = finds?.(wanted);
    rules.push(
      (row) => (texts?.(row) ?? []).some((found) => foldText(found ?? '').includes(wanted)) || isFound?.(row) === true,
    );
  }
  return (row) => rules.every((keeps) => keeps(row));
}

function orderingOf<T>({ sort }: PageRequest, { order, sort: keys = {} }: RowList<T>): Ordering<T> {
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

/**
 * Throws `unsupported` if the request uses a query option that the list does not declare. Ignoring the option would
 * return the wrong rows.
 */
export function rejectUndeclared({ text, sort, filter = {}, range }: PageRequest, can: ListCapabilities): void {
  const { search = false, sort: sortable = [], filter: filters = [], range: hasRange = false } = can;
  const fieldErrors: Record<string, string> = {};
  if (text && !search) fieldErrors['text'] = 'is not supported by this list';
  if (sort && !sortable.includes(sort.field)) fieldErrors['sort'] = 'is not a sortable member of this list';
  for (const name of Object.keys(filter))
    if (!filters.includes(name)) fieldErrors[`filter[${name}]`] = 'is not a filter of this list';
  if ((range?.from ?? range?.to) !== undefined && !hasRange) fieldErrors['range'] = 'is not supported by this list';
  if (Object.keys(fieldErrors).length > 0) throw new AdapterError('unsupported', { fieldErrors });
}
