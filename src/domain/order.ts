import * as v from 'valibot';
import { Figure, Id, ShortText } from './bounds.ts';
import { codeOf, Coded } from './field.ts';
import { Money } from './money.ts';
import { Instant } from './time.ts';

/** The state of one axis, and how much of the order it applies to: 1 of 3 lines. */
export const AxisStatus = v.object({
  status: Coded,
  extent: v.optional(v.object({ done: Figure, of: Figure })),
});
export type AxisStatus = v.InferOutput<typeof AxisStatus>;

/** An absent axis is unknown. */
export const OrderStatus = v.object({
  payment: v.optional(AxisStatus),
  fulfillment: v.optional(AxisStatus),
  cancellation: v.optional(AxisStatus),
  exchange: v.optional(AxisStatus),
  return: v.optional(AxisStatus),
});
export type OrderStatus = v.InferOutput<typeof OrderStatus>;

const entry = {
  id: Id,
  customerId: Id,
  /** The number to display: `#10512`. */
  number: ShortText,
  placedAt: Instant,
  /**
   * The number of product units; for a return, the units that came back, as a positive number; for a requested return,
   * the units that are to come back. Charges are not counted.
   */
  itemCount: v.optional(Figure),
  /** The title of the first product line, and the number of further ones. */
  summary: v.optional(v.object({ title: ShortText, more: Figure })),
  status: v.optional(OrderStatus, {}),
  /** `true` if the platform has archived the order. Archived orders are listed only on request. */
  archived: v.optional(v.boolean()),
};

export const Order = v.object({ kind: v.literal('order'), ...entry, total: Money });
export type Order = v.InferOutput<typeof Order>;

/** The order that a return belongs to. */
export const OriginalOrder = v.object({ id: Id, number: ShortText });
export type OriginalOrder = v.InferOutput<typeof OriginalOrder>;

/**
 * A return of goods, or the request for one. If the code of `status.return` is `requested`, nothing has come back yet:
 * the return counts in no figure, neither as goods nor as money.
 */
export const Return = v.object({
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
