import * as v from 'valibot';
import { ShortText, several } from './bounds.ts';
import { Product } from './cross-sell.ts';
import { Interval } from './interval.ts';
import { Money } from './money.ts';

/** A product of the catalogue, to be chosen. */
export const CatalogProduct = v.object({
  ...Product.entries,
  variant: v.optional(ShortText),
  /** Of one unit. `null`: it has no price of its own. */
  price: v.optional(v.nullable(Money)),
  /** The intervals at which it can be subscribed to. Absent: any. Empty: it cannot be. */
  intervals: v.optional(several(Interval)),
});
export type CatalogProduct = v.InferOutput<typeof CatalogProduct>;
