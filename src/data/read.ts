import type { Adapter } from '../adapter/adapter.ts';
import { AdapterError } from '../adapter/adapter-error.ts';
import type { ReadOptions } from '../adapter/options.ts';
import type { Page } from '../domain/page.ts';
import { parsePage, parseRecord } from './boundary.ts';
import type { ListQuery, RecordQuery } from './query.ts';

/** Asks for one record and checks it. Rejects with `unsupported` where the platform lacks the method. */
export const readRecord = async <T>(query: RecordQuery<T>, adapter: Adapter, options: ReadOptions): Promise<T> =>
  parseRecord(query, await called(query.load(adapter, options)));

/** Asks for one page, the first where `after` is not said, and checks every row of it. */
export const readPage = async <T, S>(
  query: ListQuery<T, S>,
  adapter: Adapter,
  options: ReadOptions,
  after?: string,
): Promise<Page<T, S>> =>
  parsePage(query, await called(query.load(adapter, { first: query.pageSize, after }, options)));

/** What tells a row from another; `undefined` where rows have none. */
export const idOf = (item: unknown): unknown => (item as { readonly id?: unknown }).id;

const called = (call: Promise<unknown> | undefined): Promise<unknown> => {
  if (!call) throw new AdapterError('unsupported');
  return call;
};
