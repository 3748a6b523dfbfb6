import * as v from 'valibot';
import { Figure, Id, boundedList } from './bounds.ts';
import { Coded } from './field.ts';
import { Money } from './money.ts';
import { DayRange, Instant } from './time.ts';

/**
 * The codes of a figure's basis. The library has texts for the known codes; a label of the platform takes precedence.
 */
export const basisCodes = [
  'net-of-returns',
  'paid-net-of-refunds',
  'gross',
  'gross-without-canceled',
  'sales-per-order',
  'sales',
  'units',
  'transactions',
] as const;

/** A count, and what was counted. */
export const CountMetric = v.object({
  value: Figure,
  basis: Coded,
  scope: v.optional(Coded),
});
export type CountMetric = v.InferOutput<typeof CountMetric>;

/** Amounts, one per currency, and what was added up. */
export const MoneyMetric = v.object({
  amounts: boundedList(Money),
  basis: Coded,
  scope: v.optional(Coded),
});
export type MoneyMetric = v.InferOutput<typeof MoneyMetric>;

/**
 * A customer's statistics over a range of days, or over their lifetime. Averages have six decimal places, rounded half
 * up; `null` if there is nothing to average.
 */
export const CustomerStats = v.object({
  customerId: Id,
  range: v.optional(DayRange),
  orders: v.optional(CountMetric),
  returns: v.optional(CountMetric),
  /** Fully canceled orders. They are in the order history and in no other figure. */
  canceled: v.optional(CountMetric),
  lifetimeTotal: v.optional(MoneyMetric),
  averageOrderValue: v.optional(v.nullable(MoneyMetric)),
  /** The total of all orders, including those canceled later. Returns are not deducted. */
  orderTotal: v.optional(MoneyMetric),
  /** The same without canceled orders. */
  orderTotalExcludingCanceled: v.optional(MoneyMetric),
  /** The amount paid, refunds deducted. A payment counts on the day of its order, whenever it was made. */
  totalPaid: v.optional(MoneyMetric),
  /** Payments and refunds, counted separately: some platforms call these orders. */
  transactions: v.optional(CountMetric),
  /** Units of products that were ordered, canceled later, and returned. */
  items: v.optional(CountMetric),
  canceledItems: v.optional(CountMetric),
  returnedItems: v.optional(CountMetric),
  firstOrderAt: v.optional(v.nullable(Instant)),
  lastOrderAt: v.optional(v.nullable(Instant)),
  asOf: v.optional(Instant),
});
export type CustomerStats = v.InferOutput<typeof CustomerStats>;
