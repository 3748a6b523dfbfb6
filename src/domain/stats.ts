import * as v from 'valibot';
import { Figure, Id, several } from './bounds.ts';
import { Coded } from './coded.ts';
import { Money } from './money.ts';
import { DayRange, Instant } from './time.ts';

/** What a figure counts. Known codes are worded by the library; with a label, the platform's words are shown. */
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

/** A number of things, and what was counted. */
export const CountMetric = v.object({
  value: Figure,
  basis: Coded,
  scope: v.optional(Coded),
});
export type CountMetric = v.InferOutput<typeof CountMetric>;

/** Amounts, one for each currency, and what was added up. */
export const MoneyMetric = v.object({
  amounts: several(Money),
  basis: Coded,
  scope: v.optional(Coded),
});
export type MoneyMetric = v.InferOutput<typeof MoneyMetric>;

/**
 * What one customer adds up to over a range (the whole life where none is given). Averages have six places, halves
 * up; `null` where there is nothing to average.
 */
export const CustomerStats = v.object({
  customerId: Id,
  range: v.optional(DayRange),
  orders: v.optional(CountMetric),
  returns: v.optional(CountMetric),
  /** Orders that were canceled as a whole: they stand in the history, and in no other figure. */
  canceled: v.optional(CountMetric),
  lifetimeTotal: v.optional(MoneyMetric),
  averageOrderValue: v.optional(v.nullable(MoneyMetric)),
  /** All that was ordered, what was canceled since included; returns not taken off. */
  orderTotal: v.optional(MoneyMetric),
  /** The same without what was canceled. */
  orderTotalExcludingCanceled: v.optional(MoneyMetric),
  /** What was paid, refunds taken off: with the order that it is of, whenever that was. */
  totalPaid: v.optional(MoneyMetric),
  /** Payments and refunds, each for itself: where a platform calls these its orders. */
  transactions: v.optional(CountMetric),
  /** Units of products: ordered, canceled since, and come back. */
  items: v.optional(CountMetric),
  canceledItems: v.optional(CountMetric),
  returnedItems: v.optional(CountMetric),
  firstOrderAt: v.optional(v.nullable(Instant)),
  lastOrderAt: v.optional(v.nullable(Instant)),
  asOf: v.optional(Instant),
});
export type CustomerStats = v.InferOutput<typeof CustomerStats>;
