import { AdapterError } from '../adapter/adapter-error.ts';
import type { Page } from '../domain/page.ts';
import type { KnownRows } from './boundary.ts';
import type { DashboardClient } from './client.ts';
import type { Entry, Loader } from './entry.ts';
import { queryKey, type ListQuery, type ReadSettings, type RecordQuery } from './query.ts';
import { rowId, readPage, readRecord } from './read.ts';
import type { List, Snapshot } from './snapshot.ts';

/** A live view of one query, independent of DOM and Lit. Call `release()` when it is no longer needed. */
export interface Resource<T> {
  readonly snapshot: Snapshot<T>;
  /** Refetches from the first page. */
  refresh(): void;
  release(): void;
}

export interface ListResource<T, S> extends Resource<List<T, S>> {
  /** Fetches the next page, if there is one. After a failure, only with `again`. */
  more(again?: boolean): void;
}

/** Observes one record. `changed` is called synchronously whenever there is a new snapshot. */
export function observeRecord<T>(
  client: DashboardClient,
  query: RecordQuery<T>,
  settings: ReadSettings,
  changed: () => void,
): Resource<T> {
  const entry = client.entry<T>(queryKey(query, settings), query, {
    first: (signal) => readRecord(query, client.adapter, { ...settings, signal }),
    isShallow: () => true,
  });
  return {
    ...attach(client, entry, changed),
    get snapshot() {
      return snapshotOf(entry, (data) => data);
    },
  };
}

/** The rows fetched so far, and the last page, which has the totals and the next cursor. */
export interface ListData<T, S = unknown> {
  readonly items: readonly T[];
  readonly last: Page<T, S>;
  readonly pages: number;
}

/** Observes a list. */
export function observeList<T, S>(
  client: DashboardClient,
  query: ListQuery<T, S>,
  settings: ReadSettings,
  changed: () => void,
): ListResource<T, S> {
  const read = (signal: AbortSignal, after?: string) =>
    readPage(query, client.adapter, { ...settings, signal }, after, () => knownRows(client, query));
  const loader: Loader<ListData<T, S>> = {
    first: async (signal) => append(undefined, await read(signal)),
    next: (data, signal) =>
      data.last.next === null ? undefined : read(signal, data.last.next).then((page) => append(data, page)),
    isShallow: ({ pages }) => pages === 1,
    ...(query.ports && { keepPlaces }),
  };
  const key = queryKey(query, settings);
  const entry = client.entry<ListData<T, S>>(key, query, loader);
  return {
    ...attach(client, entry, changed),
    get snapshot() {
      return snapshotOf(entry, ({ items, last }) => ({
        items,
        total: last.total,
        totals: last.totals,
        asOf: last.asOf,
        warnings: last.warnings ?? [],
        hasMore: last.next !== null,
        loadingMore: entry.fetching === 'next',
        moreError: entry.moreError,
      }));
    },
    more: (again) => {
      if (entry.data?.last.next !== null) entry.more(again);
    },
  };
}

/** Returns the rows of a list that are cached: in any order, and of any search. */
const knownRows = <T, S>(client: DashboardClient, { name, customerId }: ListQuery<T, S>): KnownRows<T> =>
  client.entriesOf<Partial<ListData<T>>>(name, customerId).flatMap(({ data }) => (data?.items ? [data.items] : []));

/** Appends a page. A row that moved between two requests arrives twice: its first position is kept. */
function append<T, S>(data: ListData<T, S> | undefined, last: Page<T, S>): ListData<T, S> {
  // A cursor that points to itself would cause an endless loop.
  if (data && last.next !== null && last.next === data.last.next)
    throw new AdapterError('malformed', { field: 'next' });
  const seen = new Set(data?.items.map(rowId));
  const fresh = data ? last.items.filter((item) => rowId(item) === undefined || !seen.has(rowId(item))) : last.items;
  // The totals come with the first page; later pages may omit them.
  const page = {
    ...last,
    total: last.total ?? data?.last.total,
    totals: last.totals ?? data?.last.totals,
  };
  return {
    items: data ? [...data.items, ...fresh] : fresh,
    last: page,
    pages: (data?.pages ?? 0) + 1,
  };
}

/**
 * Returns fresh rows in the places of the rows on screen, or `undefined` if no row has moved. A row that is not among the
 * fresh ones stays as it was.
 */
function keepPlaces<T, S>(shown: ListData<T, S>, fresh: ListData<T, S>): ListData<T, S> | undefined {
  if (shown.items.length === 0) return undefined;
  const [before, now] = [shown, fresh].map(({ items }) => items.map(rowId));
  if (JSON.stringify(before) === JSON.stringify(now)) return undefined;
  const byId = new Map(fresh.items.map((item) => [rowId(item), item]));
  const items = shown.items.map((item) => byId.get(rowId(item)) ?? item);
  // The next page continues after the last row on screen.
  return { ...fresh, items, last: { ...fresh.last, next: shown.last.next } };
}

function snapshotOf<D, T>(entry: Entry<D>, view: (shown: D) => T): Snapshot<T> {
  const { shown, error, fetching, readAt, hasRemoteChanges } = entry;
  const refreshing = fetching === 'first';
  if (shown !== undefined)
    return {
      phase: 'ready',
      data: view(shown),
      refreshing,
      refreshError: error,
      readAt,
      hasRemoteChanges,
    };
  return error ? { phase: 'error', error, refreshing } : { phase: 'loading' };
}

function attach<D>(client: DashboardClient, entry: Entry<D>, changed: () => void) {
  const stops = [client.retain(), entry.observe(changed)];
  return {
    refresh: () => void entry.refresh(),
    release: () => {
      for (const stop of stops.splice(0).reverse()) stop();
    },
  };
}
