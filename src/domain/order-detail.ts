import * as v from 'valibot';
import { Figure, Id, LongText, ShortText, boundedList } from './bounds.ts';
import { Coded } from './field.ts';
import { Money } from './money.ts';
import { Order, Return } from './order.ts';
import { Instant } from './time.ts';

/** One line of an order. A charge (shipping, a discount, a fee) counts toward the total but is not a product. */
export const OrderLine = v.object({
  id: Id,
  kind: v.picklist(['product', 'charge']),
  title: v.optional(ShortText),
  sku: v.optional(ShortText),
  /** For the link to the product, and for its image. */
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
  /** Negative if money was returned. */
  amount: Money,
  method: v.optional(ShortText),
  status: v.optional(Coded),
  at: v.optional(Instant),
  reference: v.optional(ShortText),
});
export type Payment = v.InferOutput<typeof Payment>;

/** The codes of a refund's `status`. */
export const refundCodes = ['pending', 'refunded', 'failed'] as const;

/**
 * Money that was or will be returned to the customer. Independent of the return of goods. A refund must not be listed
 * as a payment too.
 */
export const Refund = v.object({
  id: Id,
  /** Always positive. */
  amount: Money,
  at: v.optional(Instant),
  method: v.optional(ShortText),
  status: v.optional(Coded),
  /** An explanation in the platform's own words. */
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

/** A related record: a return of some of the goods, or an exchange order. */
export const OrderRelation = v.object({
  kind: v.picklist(['return', 'exchange']),
  id: Id,
  number: ShortText,
});
export type OrderRelation = v.InferOutput<typeof OrderRelation>;

const detail = {
  /** They add up to `total`: shipping, a discount, a fee or a tax that no product line includes is a charge. */
  lines: boundedList(OrderLine),
  /** Absent: unknown. Empty: none. */
  payments: v.optional(boundedList(Payment)),
  refunds: v.optional(boundedList(Refund)),
  fulfillments: v.optional(boundedList(Fulfillment)),
  related: v.optional(boundedList(OrderRelation)),
};

/** One order or return with all its details. */
export const OrderDetail = v.variant('kind', [
  v.object({ ...Order.entries, ...detail }),
  v.object({ ...Return.entries, ...detail }),
]);
export type OrderDetail = v.InferOutput<typeof OrderDetail>;
