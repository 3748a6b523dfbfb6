import type { Adapter } from '../adapter/adapter.ts';
import { AdapterError } from '../adapter/adapter-error.ts';
import type { ReadOptions } from '../adapter/options.ts';
import type { Page } from '../domain/page.ts';
import { parsePage, parseRecord } from './boundary.ts';
import type { ListQuery, RecordQuery } from './query.ts';

/** Fetches one record and validates it. Rejects with `unsupported` if the platform lacks the method. */
export const readRecord = async <T>(query: RecordQuery<T>, adapter: Adapter, options: ReadOptions): Promise<T> =>
  parseRecord(query, await called(query.load(adapter, options)));

/** Fetches one page (the first without `after`) and validates each row. */
export const readPage = async <T, S>(
  query: ListQuery<T, S>,
  adapter: Adapter,
  options: ReadOptions,
  after?: string,
): Promise<Page<T, S>> =>
  parsePage(query, await called(query.load(adapter, { first: query.pageSize, after }, options)));

/** Returns the id of a row, or `undefined` if it has none. */
export const rowId = (item: unknown): unknown => (item as { readonly id?: unknown }).id;

const called = (call: Promise<unknown> | undefined): Promise<unknown> => {
  if (!call) throw new AdapterError('unsupported');
  return call;
};
