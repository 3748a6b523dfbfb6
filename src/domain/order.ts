import * as v from 'valibot';
import { Coded } from './coded.ts';
import { Money } from './money.ts';
import { Instant } from './time.ts';

/** The five independent axes of an order's status, each with its codes. `none` is not `requested`. */
// prettier-ignore
export const axes = {
  payment: ['pending', 'authorized', 'partially-paid', 'paid', 'partially-refunded', 'refunded', 'voided', 'failed', 'expired', 'disputed'],
  fulfillment: ['not-required', 'unfulfilled', 'scheduled', 'on-hold', 'in-progress', 'partial', 'in-transit', 'delivered', 'restocked'],
  cancellation: ['none', 'requested', 'partial', 'full'],
  exchange: ['none', 'requested', 'partial', 'done'],
  return: ['none', 'requested', 'partial', 'full'],
} as const;
export type Axis = keyof typeof axes;

/** The state of one axis, and how much of the order it is about: 1 of 3 lines. */
export const AxisStatus = v.object({
  status: Coded,
  extent: v.optional(v.object({ done: v.number(), of: v.number() })),
});
export type AxisStatus = v.InferOutput<typeof AxisStatus>;

/** An absent axis is not known. */
export const OrderStatus = v.object({
  payment: v.optional(AxisStatus),
  fulfillment: v.optional(AxisStatus),
  cancellation: v.optional(AxisStatus),
  exchange: v.optional(AxisStatus),
  return: v.optional(AxisStatus),
});
export type OrderStatus = v.InferOutput<typeof OrderStatus>;

const entry = {
  id: v.string(),
  customerId: v.string(),
  /** What people call it: `#10512`. */
  number: v.string(),
  placedAt: Instant,
  /** Units of products; a return counts what came back, above zero. Charges are not items. */
  itemCount: v.optional(v.number()),
  /** The title of the first line that is a product, and how many further ones there are. */
  summary: v.optional(v.object({ title: v.string(), more: v.number() })),
  /** Negative for a return. */
  total: Money,
  status: v.optional(OrderStatus, {}),
  /** Put away by the platform: listed only where a list is asked for what is archived. */
  archived: v.optional(v.boolean()),
};

export const Order = v.object({ kind: v.literal('order'), ...entry });
export type Order = v.InferOutput<typeof Order>;

/** Goods that came back. `original` is the order they belong to: absent where the platform names none. */
export const Return = v.object({
  kind: v.literal('return'),
  ...entry,
  original: v.optional(v.object({ id: v.string(), number: v.string() })),
});
export type Return = v.InferOutput<typeof Return>;

/** A row of the order history. */
export const OrderEntry = v.variant('kind', [Order, Return]);
export type OrderEntry = v.InferOutput<typeof OrderEntry>;

/** One line. A charge (postage, a discount, a fee) is in the total, but is no product. */
export const OrderLine = v.object({
  id: v.string(),
  kind: v.picklist(['product', 'charge']),
  title: v.optional(v.string()),
  sku: v.optional(v.string()),
  /** For the way to the product, and what it looks like. */
  productId: v.optional(v.string()),
  image: v.optional(v.string()),
  /** Negative in a return. */
  quantity: v.number(),
  /** May have more decimals than its currency. */
  unitPrice: Money,
  total: Money,
});
export type OrderLine = v.InferOutput<typeof OrderLine>;

export const Payment = v.object({
  id: v.string(),
  /** Negative where money went back. */
  amount: Money,
  method: v.optional(v.string()),
  status: v.optional(Coded),
  at: v.optional(Instant),
  reference: v.optional(v.string()),
});
export type Payment = v.InferOutput<typeof Payment>;

/** Codes of a refund's `status`. */
export const refundCodes = ['pending', 'refunded', 'failed'] as const;

/**
 * Money that went back to the customer, or is to. Not a return of goods: each comes without the other, too. What is
 * told as a refund is no payment besides.
 */
export const Refund = v.object({
  id: v.string(),
  /** Above zero. */
  amount: Money,
  at: v.optional(Instant),
  method: v.optional(v.string()),
  status: v.optional(Coded),
  /** In the platform's own words. */
  reason: v.optional(v.string()),
  reference: v.optional(v.string()),
});
export type Refund = v.InferOutput<typeof Refund>;

export const Fulfillment = v.object({
  id: v.string(),
  status: v.optional(Coded),
  at: v.optional(Instant),
  carrier: v.optional(v.string()),
  tracking: v.optional(v.object({ number: v.string(), url: v.optional(v.string()) })),
  itemCount: v.optional(v.number()),
});
export type Fulfillment = v.InferOutput<typeof Fulfillment>;

/** What else belongs to an order: the return of some of its goods, or the order that was sent in exchange. */
export const OrderRelation = v.object({
  kind: v.picklist(['return', 'exchange']),
  id: v.string(),
  number: v.string(),
});
export type OrderRelation = v.InferOutput<typeof OrderRelation>;

const detail = {
  lines: v.array(OrderLine),
  /** Absent: not known. Empty: none. */
  payments: v.optional(v.array(Payment)),
  refunds: v.optional(v.array(Refund)),
  fulfillments: v.optional(v.array(Fulfillment)),
  related: v.optional(v.array(OrderRelation)),
};

/** One order or return with all that belongs to it. */
export const OrderDetail = v.variant('kind', [
  v.object({ ...Order.entries, ...detail }),
  v.object({ ...Return.entries, ...detail }),
]);
export type OrderDetail = v.InferOutput<typeof OrderDetail>;

/** How many there are of each kind in the whole set. */
export const OrderTotals = v.object({
  orders: v.optional(v.number()),
  returns: v.optional(v.number()),
});
export type OrderTotals = v.InferOutput<typeof OrderTotals>;
