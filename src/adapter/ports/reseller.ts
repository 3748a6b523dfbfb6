import type { Reseller, ResellerChange } from '../../domain/reseller.ts';
import type { OperationsOf } from '../operation.ts';
import type { Guarantees, ReadOptions, WriteOptions } from '../options.ts';

/**
 * What is known of customers who sell on. A platform that is about to withdraw these details says so in `permissions`:
 * `deprecated`, with its notice. Widgets show it as a warning.
 */
export interface ResellerPort {
  /** The guarantees of the backend. Required if the adapter has the write. */
  readonly guarantees?: Guarantees;
  /** Fetches the details. A customer who does not sell on has them too, each of them `null`. */
  get?(customerId: string, options: ReadOptions): Promise<Reseller>;
  /** Changes details. */
  update?(customerId: string, change: ResellerChange, options: WriteOptions): Promise<Reseller>;
}

export const reseller = {
  get: {
    kind: 'read',
    scope: 'customer',
    path: '/reseller',
    answer: 'Reseller',
    summary: 'Reseller details',
  },
  update: {
    kind: 'write',
    scope: 'customer',
    method: 'PATCH',
    path: '/reseller',
    body: 'ResellerChange',
    answer: 'Reseller',
    version: 'required',
    summary: 'Change reseller details',
  },
} as const satisfies OperationsOf<ResellerPort>;
