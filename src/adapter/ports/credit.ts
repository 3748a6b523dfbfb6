import type { Page, ListCapabilities } from '../../domain/page.ts';
import type {
  CreditAccount,
  CreditAdjustment,
  CreditEntry,
  CreditOpening,
  CreditOutcome,
} from '../../domain/credit.ts';
import type { OperationsOf } from '../operation.ts';
import type { Guarantees, PageRequest, ReadOptions, WriteOptions } from '../options.ts';

/** The customer's stored value: accounts with their balances, and the ledger of each account, newest entry first. */
export interface CreditPort {
  /** The guarantees of the backend. Required if the adapter has one of the writes. */
  readonly guarantees?: Guarantees;
  /** The query options that each list supports. A list without an entry supports none. */
  readonly capabilities?: { readonly accounts?: ListCapabilities; readonly entries?: ListCapabilities };
  /** The accounts that `open` can open: one for each kind and currency or unit. Absent or empty: none. */
  readonly openings?: readonly CreditOpening[] | undefined;
  /** Fetches a page of accounts with their balances. */
  accounts?(customerId: string, page: PageRequest, options: ReadOptions): Promise<Page<CreditAccount>>;
  /** Fetches a page of an account's ledger. */
  entries?(customerId: string, accountId: string, page: PageRequest, options: ReadOptions): Promise<Page<CreditEntry>>;
  /**
   * Adds a ledger entry and changes the balance. With `dryRun`, returns the resulting balance and writes nothing.
   * Rejects with `validation` and a field error for `amount` if the balance is too low. With `reverses`, reverses an
   * earlier entry; rejects with `validation` if that entry was reversed before or is not `reversible`.
   */
  adjust?(customerId: string, adjustment: CreditAdjustment, options: WriteOptions): Promise<CreditOutcome>;
  /**
   * Opens an account of the customer, with a balance of zero: one of `openings`, or else rejects with `validation`.
   * Rejects with `conflict` and the existing account if the customer has one of that kind and currency or unit.
   */
  open?(customerId: string, opening: CreditOpening, options: WriteOptions): Promise<CreditAccount>;
}

export const credit = {
  accounts: {
    kind: 'list',
    scope: 'customer',
    path: '/credit/accounts',
    item: 'CreditAccount',
    can: { filter: ['kind'] },
    summary: 'Accounts of stored value with their balances',
  },
  entries: {
    kind: 'list',
    scope: 'customer',
    path: '/credit/accounts/{accountId}/entries',
    item: 'CreditEntry',
    can: { search: true, range: true },
    summary: 'The ledger of an account, newest entry first',
  },
  adjust: {
    kind: 'write',
    scope: 'customer',
    method: 'POST',
    path: '/credit/adjustments',
    body: 'CreditAdjustment',
    answer: 'CreditOutcome',
    creates: true,
    version: 'optional',
    dryRun: true,
    changes: ['credit', 'timeline'],
    summary: 'Add an entry to the ledger and change the balance',
  },
  open: {
    kind: 'write',
    scope: 'customer',
    method: 'POST',
    path: '/credit/accounts',
    body: 'CreditOpening',
    answer: 'CreditAccount',
    creates: true,
    summary: 'Open an account with a balance of zero',
  },
} as const satisfies OperationsOf<CreditPort>;
