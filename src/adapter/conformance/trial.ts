import type { Adapter } from '../adapter.ts';
import { callOperation } from '../call-operation.ts';
import { operations, type WriteName } from '../operations.ts';
import type { WriteOptions } from '../options.ts';
import { writing } from './subject.ts';

/** A prepared write, with functions that determine its effect. */
export interface Attempt {
  /** The ids in the path after the customer's. */
  readonly ids?: readonly string[];
  readonly body?: unknown;
  /** A different body, for a different request with the same key. */
  readonly otherBody?: unknown;
  /** The version that the write is based on. */
  readonly ifVersion?: string | undefined;
  readonly reason?: string;
  /** Counts how often the write has been carried out since it was prepared. Absent: cannot be determined. */
  count?(): Promise<number>;
  /** Reverts the write, so that it could be carried out again. Absent: the write cannot be reverted. */
  undo?(): Promise<unknown>;
  /** Cleans up, no matter how often the write was carried out. */
  cleanUp?(): Promise<unknown>;
}

/** A write operation with a function that prepares attempts for one customer. */
export interface Trial {
  readonly name: WriteName;
  /** `true`: every operator may do it, so nobody is rejected. */
  readonly isForEverybody?: boolean;
  prepare(): Promise<Attempt>;
}

/** Sends an attempt through an adapter. `more` overrides its options. */
export function send(
  adapter: Adapter,
  { name }: Trial,
  { ids = [], body, ifVersion, reason }: Attempt,
  customerId: string,
  more: Partial<WriteOptions> = {},
): Promise<unknown> {
  const options = writing({ ifVersion, reason, ...more });
  const owner = operations[name].scope === 'customer' ? [customerId] : [];
  return callOperation(adapter, name, { ids: [...owner, ...ids], body, options })!;
}
