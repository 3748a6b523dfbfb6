import type {
  CustomerChange,
  CustomerMember,
  PasswordInput,
  Revealed,
  RevealInput,
  StatusInput,
} from '../../domain/customer-change.ts';
import type { Customer } from '../../domain/customer.ts';
import type { OperationsOf } from '../operation.ts';
import type { Guarantees, ReadOptions, WriteOptions } from '../options.ts';

/** The customer record. */
export interface CustomersPort {
  /** The guarantees of the backend. Required if the adapter has one of the writes. */
  readonly guarantees?: Guarantees;
  /**
   * The members that `update` takes. It rejects others with `unsupported`. Default: `login`, `recoveryEmail`,
   * `businessAccountIds`, `taxExempt` and `taxExemptUntil`.
   */
  readonly updates?: readonly CustomerMember[] | undefined;
  /** Fetches the customer. Rejects with `not-found` if there is none. */
  get?(customerId: string, options: ReadOptions): Promise<Customer>;
  /**
   * Changes the members that `change` contains, all or none. Rejects with `validation` and a field error if another
   * customer has the e-mail address or the login. If the platform accepts an e-mail address that another customer has,
   * leave `email` out of `updates`, or check before the write.
   */
  update?(customerId: string, change: CustomerChange, options: WriteOptions): Promise<Customer>;
  /**
   * Sets a new password. The backend stores the plain password nowhere, neither in logs nor with the idempotency key.
   */
  setPassword?(customerId: string, input: PasswordInput, options: WriteOptions): Promise<void>;
  /** Sets the verification status of the customer. */
  setStatus?(customerId: string, status: StatusInput, options: WriteOptions): Promise<Customer>;
  /**
   * Reveals a withheld value in full for a limited time. Requires `reason`. The platform logs who saw which value, and
   * why.
   */
  reveal?(customerId: string, what: RevealInput, options: WriteOptions): Promise<Revealed>;
}

export const customers = {
  get: { kind: 'read', scope: 'customer', path: '', answer: 'Customer', summary: 'One customer' },
  update: {
    kind: 'write',
    scope: 'customer',
    method: 'PATCH',
    path: '',
    body: 'CustomerChange',
    answer: 'Customer',
    version: 'required',
    summary: 'Change a customer',
  },
  setPassword: {
    kind: 'write',
    scope: 'customer',
    method: 'POST',
    path: '/password',
    body: 'PasswordInput',
    isSecret: true,
    summary: 'Set a new password for the customer',
  },
  setStatus: {
    kind: 'write',
    scope: 'customer',
    method: 'POST',
    path: '/status',
    body: 'StatusInput',
    answer: 'Customer',
    version: 'required',
    summary: 'Set the verification status of the customer',
  },
  reveal: {
    kind: 'write',
    scope: 'customer',
    method: 'POST',
    path: '/reveals',
    body: 'RevealInput',
    answer: 'Revealed',
    needsReason: true,
    isSecret: true,
    // Revealing changes no data.
    changes: [],
    summary: 'Reveal a withheld value, for a reason and a limited time',
  },
} as const satisfies OperationsOf<CustomersPort>;
