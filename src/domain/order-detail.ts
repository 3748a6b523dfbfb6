import * as v from 'valibot';
import { Figure, Id, LongText, ShortText, several } from './bounds.ts';
import { Coded } from './coded.ts';
import { Money } from './money.ts';
import { Order, Return } from './order.ts';
import { Instant } from './time.ts';

/** One line. A charge (postage, a discount, a fee) is in the total, but is no product. */
export const OrderLine = v.object({
  id: Id,
  kind: v.picklist(['product', 'charge']),
  title: v.optional(ShortText),
  sku: v.optional(ShortText),
  /** For the way to the product, and what it looks like. */
  productId: v.optional(Id),
  image: v.optional(ShortText),
  /** Negative in a return. */
  quantity: Figure,
  /** May have more decimals than its currency. */
  unitPrice: Money,
  total: Money,
});
export type OrderLine = v.InferOutput<typeof OrderLine>;

export const Payment = v.object({
  id: Id,
  /** Negative where money went back. */
  amount: Money,
  method: v.optional(ShortText),
  status: v.optional(Coded),
  at: v.optional(Instant),
  reference: v.optional(ShortText),
});
export type Payment = v.InferOutput<typeof Payment>;

/** Codes of a refund's `status`. */
export const refundCodes = ['pending', 'refunded', 'failed'] as const;

/**
 * Money that went back to the customer, or is to. Not a return of goods: each comes without the other, too. What is
 * told as a refund is no payment besides.
 */
export const Refund = v.object({
  id: Id,
  /** Above zero. */
  amount: Money,
  at: v.optional(Instant),
  method: v.optional(ShortText),
  status: v.optional(Coded),
  /** In the platform's own words. */
  reason: v.optional(LongText),
  reference: v.optional(ShortText),
});
export type Refund = v.InferOutput<typeof Refund>;

export const Fulfillment = v.object({
  id: Id,
  status: v.optional(Coded),
  at: v.optional(Instant),
  carrier: v.optional(ShortText),
  tracking: v.optional(v.object({ number: ShortText, url: v.optional(ShortText) })),
  itemCount: v.optional(Figure),
});
export type Fulfillment = v.InferOutput<typeof Fulfillment>;

/** What else belongs to an order: the return of some of its goods, or the order that was sent in exchange. */
export const OrderRelation = v.object({
  kind: v.picklist(['return', 'exchange']),
  id: Id,
  number: ShortText,
});
export type OrderRelation = v.InferOutput<typeof OrderRelation>;

const detail = {
  lines: several(OrderLine),
  /** Absent: not known. Empty: none. */
  payments: v.optional(several(Payment)),
  refunds: v.optional(several(Refund)),
  fulfillments: v.optional(several(Fulfillment)),
  related: v.optional(several(OrderRelation)),
};

/** One order or return with all that belongs to it. */
export const OrderDetail = v.variant('kind', [
  v.object({ ...Order.entries, ...detail }),
  v.object({ ...Return.entries, ...detail }),
]);
export type OrderDetail = v.InferOutput<typeof OrderDetail>;
