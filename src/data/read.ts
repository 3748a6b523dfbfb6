import { portOf, type Adapter } from '../adapter/adapter.ts';
import { AdapterError, isRetryable, toAdapterError } from '../adapter/adapter-error.ts';
import type { ReadOptions } from '../adapter/options.ts';
import type { Page } from '../domain/page.ts';
import { parsePage, parseRecord, type KnownRows } from './boundary.ts';
import type { ListQuery, RecordQuery } from './query.ts';
import { pause } from '../adapter/pause.ts';

/** Fetches one record and validates it. Rejects with `unsupported` if the platform lacks the method. */
export const readRecord = <T>(query: RecordQuery<T>, adapter: Adapter, options: ReadOptions): Promise<T> =>
  naming(adapter, query.name, options.signal, async () =>
    parseRecord(query, await called(query.load(adapter, options))),
  );

/**
 * Fetches one page (the first without `after`) and validates each row. `getKnown` returns the rows that are known when the
 * first page has arrived: later pages have other rows.
 */
export const readPage = <T, S>(
  query: ListQuery<T, S>,
  adapter: Adapter,
  options: ReadOptions,
  after?: string,
  getKnown?: () => KnownRows<T>,
): Promise<Page<T, S>> =>
  naming(adapter, query.name, options.signal, async () => {
    const answer = await called(query.load(adapter, { first: query.pageSize, after }, options));
    return parsePage(query, answer, after === undefined ? getKnown?.() : undefined);
  });

/** Names the source of a query's data in an error of the read, if the adapter has several. */
async function naming<T>(adapter: Adapter, query: string, signal: AbortSignal, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (thrown) {
    throw signal.aborted || !adapter.sources ? thrown : withSource(toAdapterError(thrown), adapter, query);
  }
}

/** Returns an error that names the source of a query's data, unless the adapter has named one or has only one. */
export function withSource(error: AdapterError, { sources }: Adapter, query: string): AdapterError {
  const source = sources?.[portOf(query)];
  return source === undefined || error.source !== undefined
    ? error
    : Object.assign(new AdapterError(error.code, error), { source });
}

/** Returns the id of a row, or `undefined` if it has none. */
export const rowId = (item: unknown): unknown => (item as { readonly id?: unknown }).id;

const called = (call: Promise<unknown> | undefined): Promise<unknown> => {
  if (!call) throw new AdapterError('unsupported');
  return call;
};

/** The longest `retryAfter` that is waited for; a longer one ends the read with its error. Milliseconds. */
const maxRetryDelay = 60_000;
const maxRetries = 2;

/** The result of a read. */
export type Outcome<D> = { readonly data: D | undefined } | { readonly error: AdapterError };

/** Reads, and retries after errors that may be temporary. */
export async function readWithRetries<D>(
  read: (signal: AbortSignal) => Promise<D> | undefined,
  signal: AbortSignal,
): Promise<Outcome<D>> {
  for (let tries = 0; ; tries++) {
    try {
      return { data: await read(signal) };
    } catch (thrown) {
      const error = toAdapterError(thrown);
      const delay = retryDelay(error, tries);
      if (signal.aborted || tries === maxRetries || !isRetryable(error) || delay > maxRetryDelay) return { error };
      await pause(delay, signal);
      if (signal.aborted) return { error };
    }
  }
}

/**
 * Returns the delay before a retry in milliseconds: the server's hint, or exponential backoff from half a second, with
 * jitter.
 */
const retryDelay = ({ retryAfter }: AdapterError, tries: number): number =>
  retryAfter === undefined ? 500 * 2 ** tries * (0.5 + Math.random()) : retryAfter * 1000;
