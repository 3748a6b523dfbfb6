import * as v from 'valibot';

// The members of an order that the adapter asks for. A schema describes what was asked for, not all that the API has.
// Amounts are integers in minor units; those `WithTax` are what the customer pays.

const assets = 'featuredAsset { preview }';
const discounts = 'discounts { adjustmentSource description amountWithTax }';
const address = `fullName company streetLine1 streetLine2 city province postalCode country countryCode phoneNumber`;

export const orderMembers = `id code state orderPlacedAt currencyCode totalWithTax
  lines {
    id quantity orderPlacedQuantity unitPriceWithTax linePriceWithTax proratedUnitPriceWithTax proratedLinePriceWithTax
    ${discounts} ${assets}
    productVariant { id sku name options { name } ${assets} product { id name ${assets} } }
    fulfillmentLines { quantity fulfillmentId }
  }
  shippingLines { id priceWithTax discountedPriceWithTax ${discounts} shippingMethod { name } }
  surcharges { id description sku priceWithTax }
  promotions { id couponCode }
  taxSummary { description taxRate taxTotal }
  shippingAddress { ${address} }
  billingAddress { ${address} }
  payments {
    id createdAt method amount state transactionId
    refunds { id createdAt method total state reason transactionId }
  }
  fulfillments { id createdAt state method trackingCode lines { quantity } }`;

const text = v.nullish(v.string());
const count = v.pipe(v.number(), v.integer());
/** Negative. The source is a promotion (`PROMOTION:3`), or a cancellation. */
const Discount = v.object({ adjustmentSource: v.string(), description: v.string(), amountWithTax: count });
const Asset = v.nullish(v.object({ preview: v.string() }));

const OrderLine = v.object({
  id: v.string(),
  quantity: count,
  orderPlacedQuantity: count,
  unitPriceWithTax: count,
  linePriceWithTax: count,
  proratedUnitPriceWithTax: count,
  proratedLinePriceWithTax: count,
  discounts: v.array(Discount),
  featuredAsset: Asset,
  productVariant: v.object({
    id: v.string(),
    sku: v.string(),
    name: v.string(),
    options: v.array(v.object({ name: v.string() })),
    featuredAsset: Asset,
    product: v.object({ id: v.string(), name: v.string(), featuredAsset: Asset }),
  }),
  fulfillmentLines: v.nullish(v.array(v.object({ quantity: count, fulfillmentId: v.string() })), []),
});
export type VendureOrderLine = v.InferOutput<typeof OrderLine>;

const ShippingLine = v.object({
  id: v.string(),
  priceWithTax: count,
  discountedPriceWithTax: count,
  discounts: v.array(Discount),
  shippingMethod: v.object({ name: v.string() }),
});

const Refund = v.object({
  id: v.string(),
  createdAt: v.string(),
  method: text,
  total: count,
  state: v.string(),
  reason: text,
  transactionId: text,
});

const Payment = v.object({
  id: v.string(),
  createdAt: v.string(),
  method: v.string(),
  amount: count,
  state: v.string(),
  transactionId: text,
  refunds: v.array(Refund),
});

const Fulfillment = v.object({
  id: v.string(),
  createdAt: v.string(),
  state: v.string(),
  method: v.string(),
  trackingCode: text,
  lines: v.array(v.object({ quantity: count })),
});

/** An address as it was when the order was placed. All members are null if there is none. */
const OrderAddress = v.object({
  fullName: text,
  company: text,
  streetLine1: text,
  streetLine2: text,
  city: text,
  province: text,
  postalCode: text,
  country: text,
  countryCode: text,
  phoneNumber: text,
});
export type VendureOrderAddress = v.InferOutput<typeof OrderAddress>;

export const VendureOrder = v.object({
  id: v.string(),
  code: v.string(),
  state: v.string(),
  orderPlacedAt: v.string(),
  currencyCode: v.string(),
  totalWithTax: count,
  lines: v.array(OrderLine),
  shippingLines: v.array(ShippingLine),
  surcharges: v.array(v.object({ id: v.string(), description: v.string(), sku: text, priceWithTax: count })),
  promotions: v.array(v.object({ id: v.string(), couponCode: text })),
  taxSummary: v.array(v.object({ description: v.string(), taxRate: v.number(), taxTotal: count })),
  shippingAddress: v.nullish(OrderAddress),
  billingAddress: v.nullish(OrderAddress),
  payments: v.nullish(v.array(Payment), []),
  fulfillments: v.nullish(v.array(Fulfillment), []),
});
export type VendureOrder = v.InferOutput<typeof VendureOrder>;
