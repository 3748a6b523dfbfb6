import type { ListCapabilities, Page } from '../../domain/page.ts';
import type { Transaction, TransactionTotals } from '../../domain/transaction.ts';
import type { OperationsOf } from '../operation.ts';
import type { PageRequest, ReadOptions } from '../options.ts';

/**
 * The payments and refunds of a customer, newest first, also those of archived and canceled orders. The search covers
 * references and the numbers of orders. Filters: `kind` and `status`; several codes separated by commas match any of
 * them. A range is applied to the time of the payment or refund.
 */
export interface TransactionsPort {
  /** The query options that each list supports. A list without an entry supports none. */
  readonly capabilities?: { readonly list?: ListCapabilities };
  /** Fetches a page of payments and refunds, with totals over all pages. */
  list?(customerId: string, page: PageRequest, options: ReadOptions): Promise<Page<Transaction, TransactionTotals>>;
}

export const transactions = {
  list: {
    kind: 'list',
    scope: 'customer',
    path: '/transactions',
    item: 'Transaction',
    totals: 'TransactionTotals',
    can: { search: true, sort: ['createdAt', 'amount', 'reference'], filter: ['kind', 'status'], range: true },
    summary: 'Payments and refunds of the customer, newest first',
  },
} as const satisfies OperationsOf<TransactionsPort>;
