import type { Adapter } from '../adapter.ts';
import type { ReadOptions, WriteOptions } from '../options.ts';

/** What the kit is let loose on. It changes customers, writes addresses and notes, moves credit, issues coupons and subscribes to products; it puts back what it can. */
export interface ConformanceSetup {
  /** Of an operator who may do everything. */
  readonly adapter: Adapter;
  /** The same backend, asked by an operator who may not write. */
  readonly restricted?: Adapter | undefined;
  /** Ids of customers. */
  readonly customers: {
    /** Has three rows or more in every list that the platform has, and credit in an account that allows debits. */
    readonly full: string;
    /** Has no order, no note, no credit, no coupon, no quote and no subscription. */
    readonly empty: string;
    /** Does not exist. */
    readonly missing: string;
    /** Has orders that were archived, where the platform archives any. */
    readonly archived?: string | undefined;
  };
  /** How long live changes may take to be told: 10,000 milliseconds, where nothing is said. */
  readonly patience?: number | undefined;
}

/** One rule of the contract, to be run by any test runner: `it(name, run)`. */
export interface ConformanceCase {
  readonly name: string;
  /** Rejects with an `Error` that says what was not kept. */
  readonly run: () => Promise<void>;
}

/** What a case reads with. */
export const reading = (more: Partial<ReadOptions> = {}): ReadOptions => ({
  signal: new AbortController().signal,
  locale: 'en',
  timeZone: 'UTC',
  ...more,
});

/** A write of its own, or one that says more. */
export const writing = (more: Partial<WriteOptions> = {}): WriteOptions => ({
  idempotencyKey: crypto.randomUUID(),
  ...more,
});

/** As many rows as a list has, for lists that are compared as a whole. */
export const all = { first: 1000 } as const;
