import type { Adapter } from '../adapter/adapter.ts';
import type { Entry } from './entry.ts';

/** The part of a client that live updates read: its adapter, its entries and its latest writes. */
export interface EntryStore {
  readonly adapter: Adapter;
  /** Every entry of the cache. */
  readonly entries: readonly Entry<unknown>[];
  /** The time when each write was settled, by idempotency key, in milliseconds of the epoch; `undefined` if pending. */
  readonly writes: ReadonlyMap<string, number | undefined>;
}
