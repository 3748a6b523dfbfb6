import * as v from 'valibot';
import { boundedList, Count, ShortText } from './bounds.ts';
import { Money } from './money.ts';
import { DayRange, Instant, TimeZone } from './time.ts';

/** What the ranking of customers can be limited to. */
export const TopCustomerTotals = v.object({
  /** The currencies of customers with an order, as ISO 4217 codes: that of most customers first. */
  currencies: boundedList(Money.entries.currency),
});
export type TopCustomerTotals = v.InferOutput<typeof TopCustomerTotals>;

/** A calendar month: `YYYY-MM`. */
export const Month = v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month as YYYY-MM'));

/** The customers who ordered in one month. Each is counted once, as new or as returning. */
export const CustomerMonth = v.object({
  /** The month, `YYYY-MM`. */
  month: Month,
  /** Customers whose first order was in this month. */
  newCustomers: Count,
  /** Customers who ordered in this month and had ordered in an earlier one. */
  returningCustomers: Count,
});
export type CustomerMonth = v.InferOutput<typeof CustomerMonth>;

/** New and returning customers by month. Fully canceled orders do not count. */
export const NewVersusReturning = v.object({
  /** The days that are counted, always whole months. They can be fewer than were asked for. */
  range: DayRange,
  /** The time zone in which the months begin. */
  timeZone: TimeZone,
  /** The months, earliest first. A month without an order may be absent. */
  months: boundedList(CustomerMonth),
  /** The time at which the figures were current, if that is not now. */
  asOf: v.optional(Instant),
});
export type NewVersusReturning = v.InferOutput<typeof NewVersusReturning>;

/** How often a payment method was used. */
export const PaymentMethodUse = v.object({
  /** The means of payment, in the platform's own words. `null`: the payments whose method is unknown. */
  method: v.nullable(ShortText),
  /** The number of payments. */
  payments: Count,
  /** Their sums, one for each currency. Refunds are not deducted. */
  amounts: boundedList(Money),
});
export type PaymentMethodUse = v.InferOutput<typeof PaymentMethodUse>;

/** The payment methods by the number of payments. Those that came to nothing, and those under way, do not count. */
export const PaymentMethods = v.object({
  /** The days that are counted. They can be fewer than were asked for. */
  range: DayRange,
  /** The time zone in which the days begin. */
  timeZone: TimeZone,
  /** The methods, the most used one first. */
  methods: boundedList(PaymentMethodUse),
  /** The time at which the figures were current, if that is not now. */
  asOf: v.optional(Instant),
});
export type PaymentMethods = v.InferOutput<typeof PaymentMethods>;

/** The numbers of orders by weekday and hour. Fully canceled orders do not count. */
export const PeakTimes = v.object({
  /** The days that are counted. They can be fewer than were asked for. */
  range: DayRange,
  /** The time zone of the weekdays and hours. */
  timeZone: TimeZone,
  /** A row for each weekday, Monday first, with a number of orders for each of the hours 0 to 23. */
  orders: v.pipe(v.array(v.pipe(v.array(Count), v.length(24))), v.length(7)),
  /** The time at which the figures were current, if that is not now. */
  asOf: v.optional(Instant),
});
export type PeakTimes = v.InferOutput<typeof PeakTimes>;

/** Returns the days of all months that a range touches. */
export const wholeMonths = ({ from, to }: DayRange): DayRange => ({
  ...(from !== undefined && { from: `${from.slice(0, 7)}-01` }),
  ...(to !== undefined && { to: `${to.slice(0, 7)}-${lastDay(to)}` }),
});

const lastDay = (day: string): number =>
  new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).getUTCDate();
