import * as v from 'valibot';
import { Figure, Id, ShortText } from './bounds.ts';
import { codeOf, Coded } from './field.ts';
import { Money } from './money.ts';
import { Instant } from './time.ts';

/** The state of one axis, and how much of the order it applies to: 1 of 3 lines. */
export const AxisStatus = v.object({
  /** Known codes: those of the axis, see `OrderStatus`. */
  status: Coded,
  /** How much of the order the status applies to: `done` of `of` units. */
  extent: v.optional(v.object({ done: Figure, of: Figure })),
});
export type AxisStatus = v.InferOutput<typeof AxisStatus>;

/** An absent axis is unknown. */
export const OrderStatus = v.object({
  /** Known codes: `axes.payment`. */
  payment: v.optional(AxisStatus),
  /** Known codes: `axes.fulfillment`. */
  fulfillment: v.optional(AxisStatus),
  /** Known codes: `axes.cancellation`. */
  cancellation: v.optional(AxisStatus),
  /** Known codes: `axes.exchange`. */
  exchange: v.optional(AxisStatus),
  /** Known codes: `axes.return`. */
  return: v.optional(AxisStatus),
});
export type OrderStatus = v.InferOutput<typeof OrderStatus>;

const entry = {
  id: Id,
  customerId: Id,
  /** The number to display: `#10512`. */
  number: ShortText,
  /** The time of the order; for a return, the time when it was registered. */
  placedAt: Instant,
  /**
   * The number of product units; for a return, the units that came back, as a positive number; for a requested return,
   * the units that are to come back. Charges are not counted.
   */
  itemCount: v.optional(Figure),
  /** The title of the first product line, and the number of further ones. */
  summary: v.optional(v.object({ title: ShortText, more: Figure })),
  /** The state of each axis. */
  status: v.optional(OrderStatus, {}),
  /** `true` if the platform has archived the order. Archived orders are listed only on request. */
  archived: v.optional(v.boolean()),
};

/** An order of goods. */
export const Order = v.object({
  /** Tells orders and returns apart. */
  kind: v.literal('order'),
  ...entry,
  /** The amount that the customer has to pay. */
  total: Money,
});
export type Order = v.InferOutput<typeof Order>;

/** The order that a return belongs to. */
export const OriginalOrder = v.object({
  id: Id,
  /** The number to display. */
  number: ShortText,
});
export type OriginalOrder = v.InferOutput<typeof OriginalOrder>;

/**
 * A return of goods, or the request for one. If the code of `status.return` is `requested`, nothing has come back yet:
 * the return counts in no figure, neither as goods nor as money.
 */
export const Return = v.object({
  /** Tells orders and returns apart. */
  kind: v.literal('return'),
  ...entry,
  /** Not positive. Absent: unknown, which is allowed only as long as the return is requested. */
  total: v.optional(Money),
  /** The order that the return belongs to. Absent if the platform does not name one. */
  original: v.optional(OriginalOrder),
});
export type Return = v.InferOutput<typeof Return>;

/** A row of the order history. */
export const OrderEntry = v.variant('kind', [Order, Return]);
export type OrderEntry = v.InferOutput<typeof OrderEntry>;

/** The number of orders and of returns in the whole set. */
export const OrderTotals = v.object({
  /** The number of orders. */
  orders: v.optional(Figure),
  /** All returns, requested ones included. */
  returns: v.optional(Figure),
  /** The returns that are only requested. Absent: unknown. */
  requestedReturns: v.optional(Figure),
});
export type OrderTotals = v.InferOutput<typeof OrderTotals>;

/** The five independent axes of an order's status with their codes. `none` is not the same as `requested`. */
// prettier-ignore
export const axes = {
  payment: ['pending', 'authorized', 'partially-paid', 'paid', 'partially-refunded', 'refunded', 'voided', 'failed', 'expired', 'disputed'],
  fulfillment: ['not-required', 'unfulfilled', 'scheduled', 'on-hold', 'in-progress', 'partial', 'in-transit', 'delivered', 'restocked'],
  cancellation: ['none', 'requested', 'partial', 'full'],
  exchange: ['none', 'requested', 'partial', 'done'],
  return: ['none', 'requested', 'partial', 'full'],
} as const;
export type Axis = keyof typeof axes;

/** Returns `true` for a return that was requested and has not come back yet. It counts in no figure. */
export const isRequestedReturn = ({ kind, status }: Pick<OrderEntry, 'kind' | 'status'>): boolean =>
  kind === 'return' && status.return !== undefined && codeOf(status.return.status) === 'requested';
