import type { Adapter } from '../adapter/adapter.ts';
import type { Entry } from './entry.ts';

/** The part of a client that live updates read: its adapter, its entries and its latest writes. */
export interface EntryStore {
  readonly adapter: Adapter;
  /** Every entry of the cache. */
  readonly entries: readonly Entry<unknown>[];
  /** By idempotency key, when each write was settled, in milliseconds of the epoch; `undefined` while it is pending. */
  readonly writes: ReadonlyMap<string, number | undefined>;
}
