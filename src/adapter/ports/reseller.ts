import type { ResellerRecord, ResellerChange } from '../../domain/reseller.ts';
import type { OperationsOf } from '../operation.ts';
import type { Guarantees, ReadOptions, WriteOptions } from '../options.ts';

/**
 * The details of customers who sell on. A platform that is about to withdraw these details says so in `permissions`:
 * `deprecated`, with its notice. Widgets show it as a warning.
 */
export interface ResellerPort {
  /** The guarantees of the backend. Required if the adapter has the write. */
  readonly guarantees?: Guarantees;
  /** Fetches the details. A customer who does not sell on has them too, each of them `null`. */
  get?(customerId: string, options: ReadOptions): Promise<ResellerRecord>;
  /** Changes details. */
  update?(customerId: string, change: ResellerChange, options: WriteOptions): Promise<ResellerRecord>;
}

export const reseller = {
  get: {
    kind: 'read',
    scope: 'customer',
    path: '/reseller',
    answer: 'ResellerRecord',
    summary: 'Reseller details',
  },
  update: {
    kind: 'write',
    scope: 'customer',
    method: 'PATCH',
    path: '/reseller',
    body: 'ResellerChange',
    answer: 'ResellerRecord',
    version: 'required',
    summary: 'Change reseller details',
  },
} as const satisfies OperationsOf<ResellerPort>;
