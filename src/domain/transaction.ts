import * as v from 'valibot';
import { Id, LongText, ShortText } from './bounds.ts';
import { codeOf, Coded } from './field.ts';
import { Money } from './money.ts';
import { OriginalOrder } from './order.ts';
import { CountMetric, MoneyMetric } from './stats.ts';
import { Instant } from './time.ts';

/** The codes of a transaction's `status`. A refund has only `pending`, `refunded` and `failed`. */
export const transactionStatuses = [
  /** It is under way: the payment provider has not confirmed it yet. */
  'pending',
  /** The amount of the payment is reserved with the payment provider and not yet taken. */
  'authorized',
  /** A part of the payment was made. */
  'partially-paid',
  /** The payment was made. */
  'paid',
  /** The payment was made, and a part of it was returned by a refund. */
  'partially-refunded',
  /** Of a payment: it was made, and all of it was returned. Of a refund: the money was returned. */
  'refunded',
  /** The authorization was withdrawn before money was taken. */
  'voided',
  /** The payment provider rejected it. */
  'failed',
  /** The authorization, or the time to pay, has run out. */
  'expired',
  /** The payment was made, and the customer disputes it with the bank. */
  'disputed',
] as const;

/** The order or the return that a transaction belongs to. */
export const TransactionOrder = v.object({
  id: Id,
  /** Tells orders and returns apart. */
  kind: v.picklist(['order', 'return']),
  /** The number to display. */
  number: ShortText,
  /** Of a return: the order that it belongs to. Absent if the platform does not name one. */
  original: v.optional(OriginalOrder),
});
export type TransactionOrder = v.InferOutput<typeof TransactionOrder>;

/**
 * A payment of a customer, or a refund to one. If the adapter has orders, these are their payments and refunds, each
 * listed once.
 */
export const Transaction = v.object({
  id: Id,
  customerId: Id,
  /** Tells payments and refunds apart. */
  kind: v.picklist(['payment', 'refund']),
  /** The time of the payment or refund; if it is unknown, that of the order. */
  createdAt: Instant,
  /** Above zero if the customer paid it; below zero if it goes back to the customer. Of a refund, never above zero. */
  amount: Money,
  /** The means of payment, in the platform's own words. */
  method: v.optional(ShortText),
  /** Known codes: `transactionStatuses`. Absent: unknown. */
  status: v.optional(Coded),
  /** The number of the transaction, as the payment provider or the bank knows it. */
  reference: v.optional(v.nullable(ShortText)),
  /** The order or return that it belongs to. Absent: unknown. `null`: it belongs to none. */
  order: v.optional(v.nullable(TransactionOrder)),
  /** An explanation in the platform's own words. */
  reason: v.optional(LongText),
});
export type Transaction = v.InferOutput<typeof Transaction>;

/**
 * Figures over all rows of the list, or over those that match the search, the filters and the range. Those without a
 * search, filter or range are the figures of the same names in the statistics, if the platform has both.
 */
export const TransactionTotals = v.object({
  /**
   * The number of payments and refunds that were made. Basis: `transactions`. Absent: unknown, as it is if the status of
   * one of them is unknown.
   */
  transactions: v.optional(CountMetric),
  /** Payments that were made, less refunds that were made. Basis: `paid-net-of-refunds`. Absent: unknown. */
  totalPaid: v.optional(MoneyMetric),
});
export type TransactionTotals = v.InferOutput<typeof TransactionTotals>;

/** The statuses of payments that were made, whatever became of them later. */
const paidStatuses: readonly string[] = ['paid', 'partially-refunded', 'refunded', 'disputed'];

/** Returns whether a payment or a refund was made: `undefined` if its status is unknown. */
export const isMade = ({ kind, status }: Pick<Transaction, 'kind' | 'status'>): boolean | undefined =>
  status === undefined
    ? undefined
    : kind === 'refund'
      ? codeOf(status) === 'refunded'
      : paidStatuses.includes(codeOf(status));
