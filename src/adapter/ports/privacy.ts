import type { CustomerPrivacy, ErasureInput } from '../../domain/privacy.ts';
import type { OperationsOf } from '../operation.ts';
import type { Guarantees, ReadOptions, WriteOptions } from '../options.ts';

/**
 * The host's statements about data protection, and the erasure of a customer's personal data. The host decides about a
 * request and carries it out; operators see its state.
 */
export interface PrivacyPort {
  /** The guarantees of the backend. Required if the adapter has one of the writes. */
  readonly guarantees?: Guarantees;
  /** Fetches the statements and the state of the erasure. */
  get?(customerId: string, options: ReadOptions): Promise<CustomerPrivacy>;
  /**
   * Records that the customer has asked for the erasure. Rejects with `validation` while another request is open, and
   * after the data was erased.
   */
  requestErasure?(customerId: string, input: ErasureInput, options: WriteOptions): Promise<CustomerPrivacy>;
  /** Withdraws a request that nobody has decided about yet. Rejects with `validation` in any other state. */
  withdrawErasure?(customerId: string, options: WriteOptions): Promise<CustomerPrivacy>;
}

export const privacy = {
  get: {
    kind: 'read',
    scope: 'customer',
    path: '/privacy',
    answer: 'CustomerPrivacy',
    summary: 'Data protection: the statements of the host, and the state of the erasure',
  },
  requestErasure: {
    kind: 'write',
    scope: 'customer',
    method: 'POST',
    path: '/privacy/erasure',
    body: 'ErasureInput',
    answer: 'CustomerPrivacy',
    version: 'required',
    changes: ['privacy', 'changes'],
    summary: 'Request the erasure of personal data',
  },
  withdrawErasure: {
    kind: 'write',
    scope: 'customer',
    method: 'DELETE',
    path: '/privacy/erasure',
    answer: 'CustomerPrivacy',
    version: 'required',
    changes: ['privacy', 'changes'],
    summary: 'Withdraw the request for erasure',
  },
} as const satisfies OperationsOf<PrivacyPort>;
