import * as v from 'valibot';
import { boundedList, Figure, Id, ShortText } from './bounds.ts';
import { Product, ProductVariant } from './cross-sell.ts';
import * as decimal from './decimal.ts';
import { Money } from './money.ts';
import { Instant } from './time.ts';

/** A product in an open cart of a customer. */
export const CartItem = v.object({
  id: Id,
  customerId: Id,
  /** The cart that it is in: the `id` of one of the carts in the totals. */
  cartId: Id,
  /** The product. */
  product: Product,
  /** The variant that the customer chose. Absent: unknown. `null`: none, or the product has no variants. */
  variant: v.optional(v.nullable(ProductVariant)),
  /** The number of units. */
  quantity: Figure,
  /** The price of one unit in this cart. `null`: it has none yet. */
  unitPrice: v.optional(v.nullable(Money)),
  /** The price of the whole quantity, after the discounts of the line. `null`: it has none yet. */
  lineTotal: v.optional(v.nullable(Money)),
  /** The time when the customer added it. Absent: unknown. */
  addedAt: v.optional(Instant),
});
export type CartItem = v.InferOutput<typeof CartItem>;

/** A cart that is not an order yet. */
export const OpenCart = v.object({
  id: Id,
  /** The name that the customer or the platform gave it. Absent or `null`: none. */
  name: v.optional(v.nullable(ShortText)),
  /** The price of the cart as the customer sees it. Absent: unknown. `null`: it has none yet. */
  total: v.optional(v.nullable(Money)),
  /** The number of product units in it. */
  units: v.optional(Figure),
  /** The time of the last change. */
  updatedAt: v.optional(Instant),
});
export type OpenCart = v.InferOutput<typeof OpenCart>;

/** The open carts of a customer, each as a whole, whatever the list was searched for. */
export const CartTotals = v.object({
  /** The carts, those that changed last first. */
  carts: boundedList(OpenCart),
});
export type CartTotals = v.InferOutput<typeof CartTotals>;

/**
 * Returns the carts that some items are in, each with the sum of its lines, for a platform that has nothing more to say
 * about them. `items` are all items of the customer, those added last first. A cart with a line without a price, or with
 * lines in several currencies, has no total.
 */
export function cartsOf(items: readonly CartItem[]): OpenCart[] {
  return [...new Set(items.map(({ cartId }) => cartId))].map((id) => {
    const lines = items.filter(({ cartId }) => cartId === id);
    const updatedAt = lines.find(({ addedAt }) => addedAt)?.addedAt;
    const totals = lines.map(({ lineTotal }) => lineTotal);
    const [first] = totals;
    const isSummable = totals.every((total) => total && total.currency === first?.currency);
    return {
      id,
      ...(first && isSummable && { total: { ...first, value: decimal.sum(...totals.map((total) => total!.value)) } }),
      units: lines.reduce((units, { quantity }) => units + quantity, 0),
      ...(updatedAt && { updatedAt }),
    };
  });
}
