import * as v from 'valibot';
import { Coded } from './coded.ts';
import { Money } from './money.ts';
import { Order, Return } from './order.ts';
import { Instant } from './time.ts';

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
