import * as v from 'valibot';

// The members of an order that the adapter asks for. A schema describes what was asked for, not all that the API has.
// Amounts are integers in minor units; those `WithTax` are what the customer pays.

const assets = 'featuredAsset { preview }';

export const orderMembers = `id code state orderPlacedAt currencyCode totalWithTax
  lines {
    id quantity orderPlacedQuantity linePriceWithTax proratedUnitPriceWithTax proratedLinePriceWithTax
    ${assets} productVariant { id sku name ${assets} product { id name ${assets} } }
    fulfillmentLines { quantity fulfillmentId }
  }
  shippingLines {
    id priceWithTax discountedPriceWithTax discounts { adjustmentSource amountWithTax } shippingMethod { name }
  }
  surcharges { id description sku priceWithTax }
  payments {
    id createdAt method amount state transactionId
    refunds { id createdAt method total state reason transactionId }
  }
  fulfillments { id createdAt state method trackingCode lines { quantity } }`;

const text = v.nullish(v.string());
const count = v.pipe(v.number(), v.integer());
const Asset = v.nullish(v.object({ preview: v.string() }));

const OrderLine = v.object({
  id: v.string(),
  quantity: count,
  orderPlacedQuantity: count,
  linePriceWithTax: count,
  proratedUnitPriceWithTax: count,
  proratedLinePriceWithTax: count,
  featuredAsset: Asset,
  productVariant: v.object({
    id: v.string(),
    sku: v.string(),
    name: v.string(),
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
  discounts: v.array(v.object({ adjustmentSource: v.string(), amountWithTax: count })),
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
  payments: v.nullish(v.array(Payment), []),
  fulfillments: v.nullish(v.array(Fulfillment), []),
});
export type VendureOrder = v.InferOutput<typeof VendureOrder>;
