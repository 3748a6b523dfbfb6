import * as v from 'valibot';
import { Id } from './bounds.ts';
import { Product, ProductVariant } from './cross-sell.ts';
import { Coded } from './field.ts';
import { Money } from './money.ts';
import { Instant } from './time.ts';

/** The codes that say whether a product can be bought. */
export const stockStatuses = [
  /** It can be bought and is in stock. */
  'in-stock',
  /** It can be bought, and few are left. */
  'low-stock',
  /** It can be ordered before it is on sale. */
  'preorder',
  /** It can be ordered and is delivered once it is in stock again. */
  'backorder',
  /** It cannot be bought now. */
  'out-of-stock',
  /** It is no longer sold. */
  'discontinued',
] as const;

/** A product that a customer has put on a wishlist. If the customer has several lists, their products are one list. */
export const WishlistItem = v.object({
  id: Id,
  customerId: Id,
  /** The product. */
  product: Product,
  /** The variant that the customer chose. Absent: unknown. `null`: none, or the product has no variants. */
  variant: v.optional(v.nullable(ProductVariant)),
  /** The price of one unit today. `null`: the product has no price of its own. */
  price: v.optional(v.nullable(Money)),
  /** Whether the product can be bought today. Known codes: `stockStatuses`. Absent: unknown. */
  availability: v.optional(Coded),
  /** The time when the customer added it. Absent: unknown. */
  addedAt: v.optional(Instant),
});
export type WishlistItem = v.InferOutput<typeof WishlistItem>;
