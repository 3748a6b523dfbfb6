import * as v from 'valibot';
import { Figure, Id, boundedList } from './bounds.ts';
import { Coded } from './field.ts';
import { Money } from './money.ts';
import { DayRange, Instant } from './time.ts';

/**
 * The codes of a figure's basis. The library has texts for the known codes; a label of the platform takes precedence.
 */
export const basisCodes = [
  /** The totals of all orders and returns, charges included. Fully canceled orders and their returns do not count. */
  'net-of-returns',
  /** All payments that were made, less all refunds that were made. */
  'paid-net-of-refunds',
  /** Everything that was ordered or counted: canceled orders included, returns not deducted. */
  'gross',
  /** The totals of all orders that were not fully canceled. Returns are not deducted. */
  'gross-without-canceled',
  /** The totals of orders divided by their number, in each currency. Fully canceled orders do not count. */
  'sales-per-order',
  /** The number of orders that were not fully canceled. */
  'sales',
  /** Units of products. Charges do not count. */
  'units',
  /** Payments and refunds that were made, each counted once. */
  'transactions',
] as const;

/** A count, and what was counted. */
export const CountMetric = v.object({
  /** The number. */
  value: Figure,
  /** What was counted, see [Bases](#bases). Known codes: `basisCodes`. */
  basis: Coded,
  /** The channels or shops that were counted, in a code with a label. Absent: all of them. */
  scope: v.optional(Coded),
});
export type CountMetric = v.InferOutput<typeof CountMetric>;

/** Amounts, one per currency, and what was added up. */
export const MoneyMetric = v.object({
  /** The sums, one for each currency. */
  amounts: boundedList(Money),
  /** What was added up, see [Bases](#bases). Known codes: `basisCodes`. */
  basis: Coded,
  /** The channels or shops that were counted, in a code with a label. Absent: all of them. */
  scope: v.optional(Coded),
});
export type MoneyMetric = v.InferOutput<typeof MoneyMetric>;

/**
 * A customer's statistics over a range of days, or over their lifetime. Averages have six decimal places, rounded half
 * up; `null` if there is nothing to average.
 */
export const CustomerStats = v.object({
  customerId: Id,
  /** The days that the figures cover. Absent: all time. */
  range: v.optional(DayRange),
  /** The number of orders. */
  orders: v.optional(CountMetric),
  /** The number of returns. */
  returns: v.optional(CountMetric),
  /** Fully canceled orders. They are in the order history and in no other figure. */
  canceled: v.optional(CountMetric),
  /** What the customer has spent. */
  lifetimeTotal: v.optional(MoneyMetric),
  /** The average of an order. */
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
  /** Units of products in canceled orders. */
  canceledItems: v.optional(CountMetric),
  /** Units of products that came back. */
  returnedItems: v.optional(CountMetric),
  /** The time of the first order. `null`: there is none. */
  firstOrderAt: v.optional(v.nullable(Instant)),
  /** The time of the last order. `null`: there is none. */
  lastOrderAt: v.optional(v.nullable(Instant)),
  /** The time at which the figures were current, if that is not now. */
  asOf: v.optional(Instant),
});
export type CustomerStats = v.InferOutput<typeof CustomerStats>;
