import type {
  CustomerChange,
  PasswordInput,
  Revealed,
  RevealInput,
  StatusInput,
} from '../../domain/customer-change.ts';
import type { Customer } from '../../domain/customer.ts';
import type { OperationsOf } from '../operation.ts';
import type { Guarantees, ReadOptions, WriteOptions } from '../options.ts';

/** The customer's own data. */
export interface CustomersPort {
  readonly guarantees?: Guarantees;
  /** Rejects with `not-found` where there is no such customer. */
  get?(customerId: string, options: ReadOptions): Promise<Customer>;
  update?(customerId: string, change: CustomerChange, options: WriteOptions): Promise<Customer>;
  /** The password is kept nowhere: not in a log, not with the key. */
  setPassword?(customerId: string, input: PasswordInput, options: WriteOptions): Promise<void>;
  setStatus?(customerId: string, status: StatusInput, options: WriteOptions): Promise<Customer>;
  /** A withheld datum as a whole, for a while. Demands `reason`; who saw what, and why, is kept by the platform. */
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
    summary: 'Change what is known of a customer',
  },
  setPassword: {
    kind: 'write',
    scope: 'customer',
    method: 'POST',
    path: '/password',
    body: 'PasswordInput',
    isSecret: true,
    summary: 'Give the customer another password',
  },
  setStatus: {
    kind: 'write',
    scope: 'customer',
    method: 'POST',
    path: '/status',
    body: 'StatusInput',
    answer: 'Customer',
    version: 'required',
    summary: 'Say whether who the customer says to be has been checked',
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
    // What is revealed is only shown.
    changes: [],
    summary: 'Show a withheld datum, for a reason and for a while',
  },
} as const satisfies OperationsOf<CustomersPort>;
