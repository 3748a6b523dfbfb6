import * as v from 'valibot';
import { amount } from './amounts.ts';

// The schemas describe what the adapter reads, not all that Medusa returns.

const text = v.nullish(v.string());
const list = <S extends v.GenericSchema>(item: S) => v.nullish(v.array(item), []);

const TaxLine = v.object({ code: text, description: text, rate: v.number() });

/** A discount. `amount` is for the whole line, with tax or without. */
const Adjustment = v.object({
  id: v.string(),
  code: text,
  description: text,
  is_tax_inclusive: v.nullish(v.boolean()),
  ...amount('amount'),
});
export type Adjustment = v.InferOutput<typeof Adjustment>;

const priced = {
  id: v.string(),
  is_tax_inclusive: v.nullish(v.boolean()),
  tax_lines: list(TaxLine),
  adjustments: list(Adjustment),
  /** What is left of the line, with tax, after discounts. */
  ...amount('total'),
};

export const Item = v.object({
  ...priced,
  title: text,
  subtitle: text,
  thumbnail: text,
  product_id: text,
  product_title: text,
  variant_id: text,
  variant_title: text,
  variant_sku: text,
  quantity: v.number(),
  ...amount('unit_price'),
  /** What came back, and is no longer in `total`. */
  ...amount('return_received_total'),
  ...amount('return_dismissed_total'),
  detail: v.object({
    fulfilled_quantity: v.number(),
    shipped_quantity: v.number(),
    delivered_quantity: v.number(),
    return_requested_quantity: v.number(),
    return_received_quantity: v.number(),
    return_dismissed_quantity: v.number(),
  }),
});
export type Item = v.InferOutput<typeof Item>;

export const ShippingMethod = v.object({
  ...priced,
  name: text,
  ...amount('amount'),
  /** The return whose shipping it is. The order lists it too. */
  detail: v.nullish(v.object({ return_id: text })),
});
export type ShippingMethod = v.InferOutput<typeof ShippingMethod>;

const Refund = v.object({
  id: v.string(),
  created_at: v.string(),
  note: text,
  refund_reason: v.nullish(v.object({ label: text })),
  ...amount('amount'),
});

const Payment = v.object({
  id: v.string(),
  provider_id: v.string(),
  created_at: v.string(),
  captured_at: text,
  canceled_at: text,
  ...amount('amount'),
  captures: list(v.object({ id: v.string(), created_at: v.string(), ...amount('amount') })),
  refunds: list(Refund),
});
export type Payment = v.InferOutput<typeof Payment>;

const Fulfillment = v.object({
  id: v.string(),
  created_at: v.string(),
  packed_at: text,
  shipped_at: text,
  delivered_at: text,
  canceled_at: text,
  labels: list(v.object({ tracking_number: text, tracking_url: text, label_url: text })),
  items: list(v.object({ quantity: v.number() })),
});
export type Fulfillment = v.InferOutput<typeof Fulfillment>;

export const Return = v.object({
  id: v.string(),
  display_id: v.number(),
  status: v.string(),
  created_at: v.string(),
  requested_at: text,
  received_at: text,
  exchange_id: text,
  exchange: v.nullish(v.object({ id: v.string() })),
  /** `null` unless somebody set it. */
  ...amount('refund_amount'),
  items: list(
    v.object({
      item_id: v.string(),
      quantity: v.number(),
      received_quantity: v.nullish(v.number()),
      damaged_quantity: v.nullish(v.number()),
    }),
  ),
});
export type Return = v.InferOutput<typeof Return>;

export const OrderAddress = v.object({
  first_name: text,
  last_name: text,
  company: text,
  address_1: text,
  address_2: text,
  city: text,
  province: text,
  postal_code: text,
  country_code: text,
  phone: text,
});
export type OrderAddress = v.InferOutput<typeof OrderAddress>;

export const MedusaOrder = v.object({
  id: v.string(),
  customer_id: text,
  display_id: v.number(),
  custom_display_id: text,
  is_draft_order: v.nullish(v.boolean()),
  created_at: v.string(),
  currency_code: v.string(),
  /** `pending`, also for a shipped order; `archived` and `canceled` say more. */
  status: v.string(),
  payment_status: v.string(),
  fulfillment_status: v.string(),
  items: list(Item),
  shipping_methods: list(ShippingMethod),
  shipping_address: v.nullish(OrderAddress),
  billing_address: v.nullish(OrderAddress),
  payment_collections: list(v.object({ payments: list(Payment) })),
  /**
   * What is deducted from the total of the order. Store credit and gift cards that paid for it are named by their
   * reference; others are refunds, which have a record of their own. Negative: given back as store credit.
   */
  credit_lines: list(v.object({ id: v.string(), created_at: v.string(), reference: text, ...amount('amount') })),
  fulfillments: list(Fulfillment),
  returns: list(Return),
});
export type MedusaOrder = v.InferOutput<typeof MedusaOrder>;

/** The members of an order that the adapter asks for. Without `total`, Medusa computes no totals of lines either. */
export const orderFields = [
  ...['id', 'customer_id', 'display_id', 'custom_display_id', 'is_draft_order', 'created_at', 'currency_code'],
  ...['status', 'payment_status', 'fulfillment_status', 'total'],
  ...['*items', '*items.tax_lines', '*items.adjustments', '*items.detail'],
  ...['*shipping_methods', '*shipping_methods.tax_lines', '*shipping_methods.adjustments'],
  ...['*shipping_address', '*billing_address'],
  ...['*payment_collections.payments', '*payment_collections.payments.captures'],
  ...['*payment_collections.payments.refunds', '*payment_collections.payments.refunds.refund_reason'],
  ...['*credit_lines', '*fulfillments', '*fulfillments.labels', '*fulfillments.items'],
  ...['*returns', '*returns.items'],
].join(',');
