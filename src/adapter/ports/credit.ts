import type { ListCapabilities } from '../../domain/capabilities.ts';
import type { CreditAccount, CreditAdjustment, CreditEntry, CreditOutcome } from '../../domain/credit.ts';
import type { Page } from '../../domain/page.ts';
import type { OperationsOf } from '../operation.ts';
import type { Guarantees, PageRequest, ReadOptions, WriteOptions } from '../options.ts';

/** Stored value: balances, and the ledger behind each, newest entry first. */
export interface CreditPort {
  readonly guarantees?: Guarantees;
  readonly capabilities?: { readonly accounts?: ListCapabilities; readonly entries?: ListCapabilities };
  accounts?(customerId: string, page: PageRequest, options: ReadOptions): Promise<Page<CreditAccount>>;
  entries?(customerId: string, accountId: string, page: PageRequest, options: ReadOptions): Promise<Page<CreditEntry>>;
  /**
   * Adds an entry and moves the balance. With `dryRun` it answers the balance after and writes nothing. What would
   * take more away than there is rejects with `validation` and a field error for `amount`. With `reverses` it takes an
   * entry back, once: what was taken back already, or is not `reversible`, rejects with `validation`.
   */
  adjust?(customerId: string, adjustment: CreditAdjustment, options: WriteOptions): Promise<CreditOutcome>;
}

export const credit = {
  accounts: {
    kind: 'list',
    scope: 'customer',
    path: '/credit/accounts',
    item: 'CreditAccount',
    can: { filter: ['kind'] },
    summary: 'Balances of stored value',
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
    summary: 'Add an entry to the ledger, which moves the balance',
  },
} as const satisfies OperationsOf<CreditPort>;
