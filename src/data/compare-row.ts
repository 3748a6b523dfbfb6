import { AdapterError } from '../adapter/adapter-error.ts';
import { parsePage } from './boundary.ts';
import type { DashboardClient } from './client.ts';
import { listQuery, type ListOperation } from './list-query.ts';
import type { ReadSettings } from './query.ts';

/** A row of a list, of a customer. */
interface Row {
  readonly id: string;
  readonly customerId: string;
}

const pageSize = 100;
/** No list of a customer that people edit by hand is longer. */
const maxPages = 50;

/**
 * Reads a row again, past the cache, before a write that is based on it, for a platform without versions. Throws
 * `conflict` with the current row if its value has changed, `not-found` if it is gone, and the errors of the read. A
 * race remains: another write can come between this and the write.
 */
export async function compareRow<T extends Row>(
  client: DashboardClient,
  { operation, base, valueOf }: Comparison<T>,
  settings: ReadSettings,
): Promise<void> {
  const query = listQuery(operation, pageSize, base.customerId);
  const options = { ...settings, signal: AbortSignal.timeout(30_000) };
  let after: string | undefined;
  for (let page = 0; page < maxPages; page++) {
    const call = query.load(client.adapter, { first: pageSize, after }, options);
    // A platform that does not list the rows has nothing to compare with.
    if (!call) return;
    const { items, next } = parsePage(query, await call);
    const current = items.find(({ id }) => id === base.id);
    if (current && JSON.stringify(valueOf(current)) !== JSON.stringify(valueOf(base)))
      throw new AdapterError('conflict', { current });
    if (current) return;
    if (next === null) throw new AdapterError('not-found');
    after = next;
  }
}

/** The row that a write is based on, and the part of it that the write would overwrite. */
export interface Comparison<T extends Row> {
  readonly operation: ListOperation<T>;
  readonly base: T;
  readonly valueOf: (row: T) => unknown;
}
