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
export const axes = {
  payment: [
    /** Nothing has been paid or authorized yet. */
    'pending',
    /** The amount is reserved with the payment provider and not yet taken. */
    'authorized',
    /** A part of the amount is paid. */
    'partially-paid',
    /** The whole amount is paid. */
    'paid',
    /** It was paid, and a part of the money was returned. */
    'partially-refunded',
    /** It was paid, and all of the money was returned. */
    'refunded',
    /** The authorization was withdrawn before money was taken. */
    'voided',
    /** The payment provider rejected the payment. */
    'failed',
    /** The authorization, or the time to pay, has run out. */
    'expired',
    /** The customer disputes the payment with the bank. */
    'disputed',
  ],
  fulfillment: [
    /** There is nothing to ship: only services or downloads. */
    'not-required',
    /** Nothing is shipped yet. */
    'unfulfilled',
    /** It is to be shipped at a later, known time. */
    'scheduled',
    /** Somebody or a rule stopped it; it is not shipped until it is released. */
    'on-hold',
    /** It is being packed. */
    'in-progress',
    /** A part of the goods is on its way or has arrived. */
    'partial',
    /** All goods are with the carrier. */
    'in-transit',
    /** All goods have arrived. */
    'delivered',
    /** The goods went back into stock and are not shipped. */
    'restocked',
  ],
  cancellation: [
    /** Nobody asked for a cancellation. */
    'none',
    /** Asked for, and not decided. */
    'requested',
    /** A part of the order is canceled. */
    'partial',
    /** The whole order is canceled. */
    'full',
  ],
  exchange: [
    /** Nobody asked for an exchange. */
    'none',
    /** Asked for; the replacement is not sent. */
    'requested',
    /** A part of the replacement is sent. */
    'partial',
    /** The replacement is sent. */
    'done',
  ],
  return: [
    /** Nobody asked for a return. */
    'none',
    /** Asked for; nothing has come back. */
    'requested',
    /** A part of the goods has come back. */
    'partial',
    /** All goods have come back. */
    'full',
  ],
} as const;
export type Axis = keyof typeof axes;

/** Returns `true` for a return that was requested and has not come back yet. It counts in no figure. */
export const isRequestedReturn = ({ kind, status }: Pick<OrderEntry, 'kind' | 'status'>): boolean =>
  kind === 'return' && status.return !== undefined && codeOf(status.return.status) === 'requested';
