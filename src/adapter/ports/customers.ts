import type {
  CustomerChange,
  CustomerMember,
  PasswordInput,
  Revealed,
  RevealInput,
  StatusInput,
} from '../../domain/customer-change.ts';
import type { Customer, Named } from '../../domain/customer.ts';
import type { CustomerListItem } from '../../domain/customer-list.ts';
import type { ListCapabilities, Page } from '../../domain/page.ts';
import type { CustomerStats } from '../../domain/stats.ts';
import type { DayRange } from '../../domain/time.ts';
import type { OperationsOf } from '../operation.ts';
import type { Guarantees, PageRequest, ReadOptions, WriteOptions } from '../options.ts';

/** The customer record, and the list of all customers. */
export interface CustomersPort {
  /** The query options that each list supports. A list without an entry supports none. */
  readonly capabilities?: { readonly list?: ListCapabilities };
  /** The guarantees of the backend. Required if the adapter has one of the writes. */
  readonly guarantees?: Guarantees;
  /**
   * The members that `update` takes. It rejects others with `unsupported`. Default: `login`, `recoveryEmail`,
   * `businessAccountIds`, `taxExempt` and `taxExemptUntil`.
   */
  readonly updates?: readonly CustomerMember[] | undefined;
  /**
   * Fetches a page of all customers, those with the latest order first. Customers without an order come last.
   *
   * A search finds customers by a part of the name or the e-mail address, by digits of a telephone number in either of
   * its forms (`+63 917` finds `0917`), and by the
   * whole id or the whole number of an order. It finds nobody by a value that is withheld
   * from the operator; such values sort as unknown.
   *
   * Filters: `verification`, `level` and `group` (ids) take codes. The others take bounds, both included, of which one may
   * be absent: `orders` (`10/20`), `spent` with a currency (`GBP:1000/`), `firstOrder` and `lastOrder` days in the time
   * zone of the options (`2026-01-01/2026-01-31`). Several, separated by commas, match any of them.
   */
  list?(page: PageRequest, options: ReadOptions): Promise<Page<CustomerListItem>>;
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
  list: {
    kind: 'list',
    scope: 'platform',
    path: '/customers',
    item: 'CustomerListItem',
    isShared: true,
    can: {
      search: true,
      sort: [
        'name',
        'email',
        'lifetimeTotal',
        'orders',
        'transactions',
        'firstOrderAt',
        'lastOrderAt',
        'verification',
        'level',
      ],
      filter: ['verification', 'level', 'group', 'orders', 'spent', 'firstOrder', 'lastOrder'],
    },
    summary: 'All customers, those with the latest order first',
  },
  get: { kind: 'read', scope: 'customer', path: '', answer: 'Customer', summary: 'One customer' },
  update: {
    kind: 'write',
    scope: 'customer',
    method: 'PATCH',
    path: '',
    body: 'CustomerChange',
    answer: 'Customer',
    version: 'required',
    changes: ['customers', 'changes', 'timeline'],
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
    changes: ['customers', 'changes', 'timeline'],
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

/** The business accounts that a customer can be assigned to, sorted by name. They belong to no customer. */
export interface BusinessAccountsPort {
  /** The query options that each list supports. A list without an entry supports none. */
  readonly capabilities?: { readonly list?: ListCapabilities };
  /** Fetches a page of business accounts. */
  list?(customerId: string, page: PageRequest, options: ReadOptions): Promise<Page<Named>>;
}

export const businessAccounts = {
  list: {
    kind: 'list',
    scope: 'customer',
    path: '/business-accounts',
    item: 'Named',
    can: { search: true },
    isShared: true,
    summary: 'Business accounts that a customer can be assigned to, sorted by name',
  },
} as const satisfies OperationsOf<BusinessAccountsPort>;

/** The customer's figures. */
export interface StatsPort {
  /** Fetches the figures for a range of days. */
  get?(customerId: string, range: DayRange, options: ReadOptions): Promise<CustomerStats>;
}

export const stats = {
  get: {
    kind: 'read',
    scope: 'customer',
    path: '/stats',
    range: true,
    answer: 'CustomerStats',
    summary: 'Figures of the customer',
  },
} as const satisfies OperationsOf<StatsPort>;
