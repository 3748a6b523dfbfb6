// Adapters whose transactions contradict the orders, the statistics or one another.
import type { Page } from '../../src/domain/page.ts';
import type { Transaction, TransactionTotals } from '../../src/domain/transaction.ts';
import * as decimal from '../../src/domain/decimal.ts';
import { overriding, pages, type Tampering } from './tampering.ts';

type Transactions = Page<Transaction, TransactionTotals>;

const changed = (change: (page: Transactions) => Partial<Transactions>): Tampering =>
  pages((page) => ({ ...page, ...change(page as unknown as Transactions) }), 'transactions.list');

const rows = (change: (row: Transaction) => Partial<Transaction>): Tampering =>
  changed(({ items }) => ({ items: items.map((row) => ({ ...row, ...change(row) })) }));

export const brokenTransactions: readonly (readonly [what: string, tampering: Tampering, ...cases: string[]])[] = [
  [
    'lists the oldest transactions first',
    changed(({ items }) => ({ items: [...items].reverse() })),
    'transactions.list: is sorted newest first',
  ],
  [
    'lists refunds with positive amounts',
    rows(({ amount }) => ({ amount: { ...amount, value: amount.value.replace('-', '') } })),
    'transactions.list: the amount of a refund is not above zero',
  ],
  [
    'counts payments that failed',
    changed(({ totals }) => ({
      totals: { ...totals, transactions: { ...totals!.transactions!, value: totals!.transactions!.value + 2 } },
    })),
    'transactions.list: the figures count each payment and refund that was made',
  ],
  [
    'has figures of transactions whose status is unknown',
    rows(() => ({ status: undefined })),
    'transactions.list: the figures count each payment and refund that was made',
  ],
  [
    'does not deduct refunds',
    changed(({ totals }) => ({
      totals: {
        ...totals,
        totalPaid: {
          ...totals!.totalPaid!,
          amounts: totals!.totalPaid!.amounts.map((paid) => ({ ...paid, value: decimal.sum(paid.value, '18.00') })),
        },
      },
    })),
    'transactions.list: the figures are those of stats.get',
  ],
  [
    'does not find numbers of orders',
    overriding('transactions.list', (list) => async (...args) => {
      const page = (await list(...args)) as Transactions;
      const { text } = args[1] as { readonly text?: string };
      return text === undefined ? page : { ...page, items: page.items.filter(({ reference }) => reference === text) };
    }),
    'transactions.list: a search finds references and numbers of orders',
  ],
  [
    'lists no refund of an order',
    changed(({ items }) => ({ items: items.filter(({ kind }) => kind === 'payment') })),
    'transactions.list: lists the payments and refunds of each order, each once',
  ],
  [
    'knows another reference than the order',
    rows(({ reference }) => ({ reference: reference && `${reference}0` })),
    'transactions.list: lists the payments and refunds of each order, each once',
  ],
];
