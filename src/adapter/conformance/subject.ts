import type { Adapter } from '../adapter.ts';
import type { ReadOptions, WriteOptions } from '../options.ts';

/**
 * The input of the conformance kit. The kit changes customers, writes addresses and notes, moves credit, issues coupons,
 * subscribes to products, replies to inquiries, exports customers and requests an erasure that it withdraws. It reverts what it can, so use test data.
 */
export interface ConformanceSetup {
  /** The adapter of an operator who is allowed to do everything. */
  readonly adapter: Adapter;
  /** An adapter for the same backend, of an operator without permission to write. */
  readonly restricted?: Adapter | undefined;
  /** The ids of the test customers. */
  readonly customers: {
    /**
     * A customer with at least three rows in every list that the platform has, and with credit in an account that
     * allows debits. One account is enough. Cases for which something is missing are skipped.
     */
    readonly full: string;
    /** A customer without orders, addresses, notes, credit, coupons, quotes, subscriptions and inquiries. */
    readonly empty: string;
    /** The id of a customer that does not exist. */
    readonly missing: string;
    /** A customer with archived orders. Absent: the platform has no archive. */
    readonly archived?: string | undefined;
  };
  /** The maximum delay of a change notification in milliseconds. Default: 10,000. */
  readonly timeout?: number | undefined;
}

/** A rule of the contract as a test case for any test runner: `it(name, run)`. */
export interface ConformanceCase {
  readonly name: string;
  /**
   * Rejects with an `Error` that describes the violation, or that the test data is not enough: `isSkipped` tells them
   * apart.
   */
  readonly run: () => Promise<void>;
}

/** Returns options for a read. */
export const reading = (more: Partial<ReadOptions> = {}): ReadOptions => ({
  signal: new AbortController().signal,
  locale: 'en',
  timeZone: 'UTC',
  ...more,
});

/** Returns options for a write with a new idempotency key, unless `more` overrides it. */
export const writing = (more: Partial<WriteOptions> = {}): WriteOptions => ({
  idempotencyKey: crypto.randomUUID(),
  ...more,
});

/** A page request that is large enough for the whole list, to compare lists in full. */
export const all = { first: 1000 } as const;
