import * as v from 'valibot';
import { ShortText, boundedList } from './bounds.ts';
import { Product } from './cross-sell.ts';
import { Interval } from './interval.ts';
import { Money } from './money.ts';

/** A product of the catalog that can be chosen. */
export const CatalogProduct = v.object({
  ...Product.entries,
  variant: v.optional(ShortText),
  /** The price of one unit. `null`: the product has no price of its own. */
  price: v.optional(v.nullable(Money)),
  /** The intervals of a subscription to the product. Absent: any. Empty: no subscription is possible. */
  intervals: v.optional(boundedList(Interval)),
});
export type CatalogProduct = v.InferOutput<typeof CatalogProduct>;
