import type { Adapter } from '../adapter.ts';
import { callOperation } from '../call-operation.ts';
import type { WriteName } from '../operations.ts';
import type { WriteOptions } from '../options.ts';
import { writing } from './subject.ts';

/** One write that is ready to be sent, and how to tell what became of it. */
export interface Attempt {
  /** The ids in the path after the customer's. */
  readonly ids?: readonly string[];
  readonly body?: unknown;
  /** Another body, which under the same key is another request. */
  readonly otherBody?: unknown;
  /** The version that it is based on. */
  readonly ifVersion?: string | undefined;
  readonly reason?: string;
  /** How often it has been carried out since it was made ready. Absent: nobody can tell. */
  count?(): Promise<number>;
  /** Takes back what was carried out, so that it could be carried out once more. Absent: that is not possible. */
  undo?(): Promise<unknown>;
  /** Leaves things as they were, whatever has been carried out. */
  tidy?(): Promise<unknown>;
}

/** How the kit tries out a write of one customer: it makes ready as many attempts as it needs. */
export interface Trial {
  readonly name: WriteName;
  prepare(): Promise<Attempt>;
}

/** Sends an attempt through an adapter, as it is or as `more` says. */
export function send(
  adapter: Adapter,
  { name }: Trial,
  { ids = [], body, ifVersion, reason }: Attempt,
  customerId: string,
  more: Partial<WriteOptions> = {},
): Promise<unknown> {
  const options = writing({ ifVersion, reason, ...more });
  return callOperation(adapter, name, { ids: [customerId, ...ids], body, options })!;
}
