import { AdapterError } from '../adapter/adapter-error.ts';
import type { Warning } from '../domain/page.ts';
import { rowId, readPage, readWithRetries } from './read.ts';
import type { DashboardClient } from './client.ts';
import type { ListQuery, ReadSettings } from './query.ts';

/** The rows that one page adds. */
export interface RowBatch<T> {
  /** Rows that no earlier page contained. */
  readonly items: readonly T[];
  /** The number of all rows, if the platform returns it. */
  readonly total: number | undefined;
  readonly warnings: readonly Warning[];
}

/** Limits against endless cursors: consecutive pages without a new row, and rows of one list. */
const maxEmptyPages = 20;
const maxRows = 1_000_000;

/**
 * Reads every row of a list, page by page, without the cache: nothing is stored, and the screen does not change. A page
 * that fails temporarily is retried like any read. Throws an `AdapterError` (`malformed` for cursors that never end) or
 * the reason of the aborted signal.
 */
export async function* readAllRows<T, S>(
  client: DashboardClient,
  query: ListQuery<T, S>,
  settings: ReadSettings,
  signal: AbortSignal,
): AsyncGenerator<RowBatch<T>, void, undefined> {
  const seen = new Set<unknown>();
  const cursors = new Set<string>();
  let after: string | undefined;
  let total: number | undefined;
  for (let rows = 0, idle = 0; ;) {
    const outcome = await readWithRetries(
      () => readPage(query, client.adapter, { ...settings, signal }, after),
      signal,
    );
    signal.throwIfAborted();
    if ('error' in outcome) {
      if (outcome.error.code === 'unauthenticated') client.expire();
      throw outcome.error;
    }
    const page = outcome.data!;
    // A row that moved between two requests arrives twice: its first position is kept.
    const items = page.items.filter((item) => {
      const id = rowId(item);
      return id === undefined || (!seen.has(id) && seen.add(id));
    });
    total = page.total ?? total;
    yield { items, total, warnings: page.warnings ?? [] };
    signal.throwIfAborted();
    if (page.next === null) return;
    rows += items.length;
    idle = items.length ? 0 : idle + 1;
    if (cursors.has(page.next) || idle >= maxEmptyPages || rows >= maxRows) throw endless();
    cursors.add((after = page.next));
  }
}

const endless = () => new AdapterError('malformed', { field: 'next' });
