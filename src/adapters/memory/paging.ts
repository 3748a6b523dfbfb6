import { AdapterError } from '../../adapter/adapter-error.ts';
import type { PageRequest } from '../../adapter/options.ts';
import * as decimal from '../../domain/decimal.ts';
import { foldText } from '../../domain/fold-text.ts';
import type { Money } from '../../domain/money.ts';
import { compareCodePoints } from '../../domain/natural-order.ts';
import type { Page } from '../../domain/page.ts';

/**
 * What a row is sorted by; `null` where it is not known. Texts compare by code point, so what people read is sorted by
 * its `naturalKey`. Money stands by currency first: two are never compared.
 */
export type SortKey = string | number | Money | null;

export interface Rule<T> {
  key(row: T): SortKey | undefined;
  readonly descending?: boolean;
}

/** How a list is sorted: the first rule decides, the next where it does not. The last one tells any two rows apart. */
export type Ordering<T> = readonly Rule<T>[];

/** How the rows of a list are searched, filtered and sorted. */
export interface ListShape<T> {
  /** The texts of a row that a search looks into. */
  texts?(row: T): readonly (string | null | undefined)[];
  /** What a filter of that name compares with. */
  readonly filters?: Readonly<Record<string, (row: T) => string | undefined>>;
  readonly order: Ordering<T>;
  /** By which members else the list can be sorted. */
  readonly sortable?: Readonly<Record<string, (row: T) => SortKey | undefined>>;
}

/** The rows that a request means, before they are cut into pages. */
export function matching<T>(rows: readonly T[], { text, filter = {} }: PageRequest, shape: ListShape<T>): readonly T[] {
  const wanted = foldText(text ?? '');
  const filters = Object.entries(filter).map(([name, value]) => {
    const read = valueAt(shape.filters, name);
    if (!read) throw new AdapterError('validation', { fieldErrors: { [`filter[${name}]`]: 'no such filter' } });
    // Several codes with commas between them mean any of these.
    const wanted: readonly (string | undefined)[] = value.split(',');
    return (row: T) => wanted.includes(read(row));
  });
  if (wanted) filters.push((row) => (shape.texts?.(row) ?? []).some((found) => foldText(found ?? '').includes(wanted)));
  return rows.filter((row) => filters.every((keeps) => keeps(row)));
}

/** What a table has under a name that was sent: not what every object has. */
const valueAt = <V>(table: Readonly<Record<string, V>> = {}, name: string): V | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

/**
 * One page of what matches. The cursor says after which keys to go on, not at which row: a row that is inserted
 * meanwhile makes no other come twice or never.
 */
export function pageOf<T>(rows: readonly T[], request: PageRequest, shape: ListShape<T>): Page<T> {
  const { first, after } = request;
  if (!Number.isInteger(first) || first < 1)
    throw new AdapterError('validation', { fieldErrors: { first: 'at least 1' } });
  const rules = orderingOf(request, shape);
  const compare = comparer(rules);
  const keysOf = (row: T): SortKey[] => rules.map((rule) => rule.key(row) ?? null);
  const list = listOf(request);
  const start = after === undefined ? undefined : readCursor(after, list);
  const sorted = rows
    .map((row) => ({ row, keys: keysOf(row) }))
    .filter(({ keys }) => start === undefined || compare(keys, start) > 0)
    .sort((a, b) => compare(a.keys, b.keys));
  const items = sorted.slice(0, first);
  const next = sorted.length > first ? writeCursor(list, items.at(-1)!.keys) : null;
  return { items: items.map(({ row }) => row), next, total: rows.length };
}

function orderingOf<T>({ sort }: PageRequest, { order, sortable }: ListShape<T>): Ordering<T> {
  if (!sort) return order;
  const key = valueAt(sortable, sort.field);
  if (!key) throw new AdapterError('validation', { fieldErrors: { sort: 'cannot be sorted by this' } });
  return [{ key, descending: sort.direction === 'descending' }, ...order];
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

/** What list a cursor belongs to: with another order or another search it would lead astray. */
const listOf = ({ sort, filter, range, text }: PageRequest): string =>
  JSON.stringify([sort?.field, sort?.direction, filter, range?.from, range?.to, text]);

const writeCursor = (list: string, keys: readonly SortKey[]): string =>
  btoa(encodeURIComponent(JSON.stringify([list, keys]))).replaceAll('=', '');

function readCursor(cursor: string, list: string): readonly SortKey[] {
  try {
    const read: unknown = JSON.parse(decodeURIComponent(atob(cursor)));
    if (Array.isArray(read) && read[0] === list && Array.isArray(read[1])) return read[1] as SortKey[];
  } catch {
    // What cannot be read is as wrong as what belongs to another list.
  }
  throw new AdapterError('validation', { fieldErrors: { after: 'no cursor of this list' } });
}
