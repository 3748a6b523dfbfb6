import { negate, totals } from '../../../domain/amounts.ts';
import { codeOf } from '../../../domain/field.ts';
import { naturalKey } from '../../../domain/fold-text.ts';
import { isMade, type Transaction, type TransactionTotals } from '../../../domain/transaction.ts';
import { byCode, type ContractList } from '../rows.ts';
import type { Purchase } from './purchase.ts';

/** Newest first; equal times by id. */
export const transactionList: ContractList<'transactions.list', Transaction> = {
  order: [
    { key: ({ createdAt }) => Date.parse(createdAt), descending: true },
    { key: ({ id }) => id, descending: true },
  ],
  sort: {
    createdAt: ({ createdAt }) => Date.parse(createdAt),
    amount: ({ amount }) => amount,
    reference: ({ reference }) => reference && naturalKey(reference),
  },
  filters: { kind: byCode(({ kind }) => kind), status: byCode(({ status }) => status && codeOf(status)) },
  texts: ({ reference, order }) => [reference, order?.number],
  at: ({ createdAt }) => createdAt,
};

/**
 * Returns the payments and refunds of orders and returns as transactions. The ids of payments and those of refunds may
 * overlap, and those of two orders too.
 */
export const transactionsOf = (orders: readonly Purchase[]): Transaction[] =>
  orders.flatMap((purchase) => {
    const { id, kind, number, customerId, placedAt, payments = [], refunds = [] } = purchase;
    const original = purchase.kind === 'return' ? purchase.original : undefined;
    const order = { id, kind, number, ...(original && { original }) };
    return [
      ...payments.map(({ id: paymentId, at = placedAt, ...payment }) => ({
        ...payment,
        ...{ id: `payment:${id}:${paymentId}`, customerId, kind: 'payment' as const, createdAt: at, order },
      })),
      ...refunds.map(({ id: refundId, at = placedAt, amount, ...refund }) => ({
        ...refund,
        ...{ id: `refund:${id}:${refundId}`, customerId, kind: 'refund' as const, createdAt: at, order },
        amount: negate(amount),
      })),
    ];
  });

/** Returns the figures of some transactions. Empty if the status of one is unknown: a partial sum would be wrong. */
export function transactionTotals(transactions: readonly Transaction[]): TransactionTotals {
  if (transactions.some((transaction) => isMade(transaction) === undefined)) return {};
  const made = transactions.filter(isMade).map(({ amount }) => amount);
  return {
    transactions: { value: made.length, basis: 'transactions' },
    totalPaid: { amounts: [...totals(made)], basis: 'paid-net-of-refunds' },
  };
}
