import * as v from 'valibot';
import { Address } from './address.ts';
import { Figure, Id, LongText, ShortText, boundedList } from './bounds.ts';
import { ProductVariant } from './cross-sell.ts';
import { Coded, field } from './field.ts';
import { Decimal, Money } from './money.ts';
import { Order, Return } from './order.ts';
import { Instant } from './time.ts';

/** The codes of a charge's `type`. */
export const chargeTypes = [
  /** Delivery. */
  'shipping',
  /** A deduction: negative in an order. */
  'discount',
  /** A tax that is not part of the prices. */
  'tax',
  /** Any other charge, such as gift wrapping. */
  'fee',
] as const;

/** A discount that is already deducted from the total of a product line. */
export const LineDiscount = v.object({
  /** The name of the discount. */
  title: v.optional(ShortText),
  /** The code that the customer entered. */
  code: v.optional(ShortText),
  /** Positive; negative in a return, which takes the discount back. */
  amount: Money,
});
export type LineDiscount = v.InferOutput<typeof LineDiscount>;

/**
 * One line of an order. A charge (shipping, a discount, a tax, a fee) counts toward the total but is not a product. Each
 * amount is in one place: a discount is either a charge of its own, or in the `discounts` of the product line whose
 * total it has reduced; a tax is either a charge, or in the prices and in the order's `includedTaxes`.
 */
export const OrderLine = v.object({
  id: Id,
  /** A product, or a charge that counts toward the total. */
  kind: v.picklist(['product', 'charge']),
  /** For a charge: what it is for. Absent: unknown. Known codes: `chargeTypes`. */
  type: v.optional(Coded),
  /** For a charge, its name: the method of shipping, the promotion, the tax. */
  title: v.optional(ShortText),
  /** For a discount: the code that the customer entered. */
  code: v.optional(ShortText),
  /** For a tax: the rate in percent: `"20"`, `"7.7"`. */
  rate: v.optional(Decimal),
  /** The SKU of what was sold: of the variant, if there is one. */
  sku: v.optional(ShortText),
  /** For the link to the product, and for its image. */
  productId: v.optional(Id),
  /** The variant of the product that was sold. */
  variant: v.optional(ProductVariant),
  /** The URL of an image. */
  image: v.optional(ShortText),
  /** Negative in a return. */
  quantity: Figure,
  /** May have more decimals than its currency. */
  unitPrice: Money,
  /** The amount of the line. Negative in a return, and for a discount. */
  total: Money,
  /** The discounts that are deducted from `total`. Absent: unknown. Empty: none. */
  discounts: v.optional(boundedList(LineDiscount)),
});
export type OrderLine = v.InferOutput<typeof OrderLine>;

/** A tax that is included in the totals of the lines. It is shown with them and added to nothing. */
export const IncludedTax = v.object({
  /** The name of the tax: `VAT`. */
  title: v.optional(ShortText),
  /** The rate in percent: `"20"`. */
  rate: v.optional(Decimal),
  /** Negative in a return. */
  amount: Money,
});
export type IncludedTax = v.InferOutput<typeof IncludedTax>;

/** A payment for the order. Independent of the status of the order. */
export const Payment = v.object({
  id: Id,
  /** Negative if money was returned. */
  amount: Money,
  /** The means of payment, in the platform's own words. */
  method: v.optional(ShortText),
  /** Known codes: `axes.payment`. */
  status: v.optional(Coded),
  /** The time of the payment. */
  at: v.optional(Instant),
  /** The number of the transaction. */
  reference: v.optional(ShortText),
});
export type Payment = v.InferOutput<typeof Payment>;

/** The codes of a refund's `status`. */
export const refundCodes = [
  /** The money is not with the customer yet. */
  'pending',
  /** The money was returned. */
  'refunded',
  /** The payment provider rejected the refund. */
  'failed',
] as const;

/**
 * Money that was or will be returned to the customer. Independent of the return of goods. A refund must not be listed
 * as a payment too.
 */
export const Refund = v.object({
  id: Id,
  /** Always positive. */
  amount: Money,
  /** The time of the refund. */
  at: v.optional(Instant),
  /** The means of the refund, in the platform's own words. */
  method: v.optional(ShortText),
  /** Known codes: `refundCodes`. */
  status: v.optional(Coded),
  /** An explanation in the platform's own words. */
  reason: v.optional(LongText),
  /** The number of the transaction. */
  reference: v.optional(ShortText),
});
export type Refund = v.InferOutput<typeof Refund>;

/** The tracking number of one parcel. */
export const Tracking = v.object({
  /** The number, as the carrier writes it. */
  number: ShortText,
  /** The URL of the carrier's page about the parcel. */
  url: v.optional(ShortText),
  /** The URL of the shipping label, to print it. */
  labelUrl: v.optional(ShortText),
});
export type Tracking = v.InferOutput<typeof Tracking>;

/** A consignment, or another delivery of some of the goods. */
export const Fulfillment = v.object({
  id: Id,
  /** Known codes: `axes.fulfillment`. */
  status: v.optional(Coded),
  /** The time of the last change, such as the dispatch. */
  at: v.optional(Instant),
  /** The name of the carrier. */
  carrier: v.optional(ShortText),
  /** One for each parcel. Absent: unknown. Empty: none. */
  tracking: v.optional(boundedList(Tracking)),
  /** The number of product units in it. */
  itemCount: v.optional(Figure),
});
export type Fulfillment = v.InferOutput<typeof Fulfillment>;

/** A related record: a return of some of the goods, or an exchange order. */
export const OrderRelation = v.object({
  /** How the record is related to the order. */
  kind: v.picklist(['return', 'exchange']),
  id: Id,
  /** The number to display. */
  number: ShortText,
});
export type OrderRelation = v.InferOutput<typeof OrderRelation>;

const detail = {
  /**
   * They add up to `total`: shipping, a discount, a fee or a tax that no product line includes is a charge. Of a
   * requested return, the goods that are to come back.
   */
  lines: boundedList(OrderLine),
  /** The taxes that the lines include. Absent: unknown. Empty: none. */
  includedTaxes: v.optional(boundedList(IncludedTax)),
  /** The address of the delivery, as it was when the order was placed. Absent: unknown. `null`: none. */
  shippingAddress: v.optional(v.nullable(field(Address))),
  /** The address of the invoice, as it was when the order was placed. Absent: unknown. `null`: none. */
  billingAddress: v.optional(v.nullable(field(Address))),
  /** The payments. Absent: unknown. Empty: none. */
  payments: v.optional(boundedList(Payment)),
  /** The refunds. Absent: unknown. Empty: none. */
  refunds: v.optional(boundedList(Refund)),
  /** The consignments. Absent: unknown. Empty: none. */
  fulfillments: v.optional(boundedList(Fulfillment)),
  /** Returns and exchanges of the order. Absent: unknown. Empty: none. */
  related: v.optional(boundedList(OrderRelation)),
};

/** One order or return with all its details. */
export const OrderDetail = v.variant('kind', [
  v.object({ ...Order.entries, ...detail }),
  v.object({ ...Return.entries, ...detail }),
]);
export type OrderDetail = v.InferOutput<typeof OrderDetail>;
