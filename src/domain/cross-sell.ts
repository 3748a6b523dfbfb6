import * as v from 'valibot';
import { Figure, Id, ShortText, boundedList } from './bounds.ts';
import { Money } from './money.ts';
import { Interval } from './interval.ts';

/** A product, as rows and order lines refer to it. */
export const Product = v.object({
  id: Id,
  /** The title of the product. */
  title: v.optional(ShortText),
  /** The article number. */
  sku: v.optional(ShortText),
  /** The URL of an image. */
  image: v.optional(ShortText),
  /** The URL of the product in the shop. */
  url: v.optional(ShortText),
});
export type Product = v.InferOutput<typeof Product>;

/** A variant of a product: a size, a color. */
export const ProductVariant = v.object({
  id: Id,
  /** The title of the variant, without that of the product. */
  title: v.optional(ShortText),
});
export type ProductVariant = v.InferOutput<typeof ProductVariant>;

const money = v.optional(v.nullable(Money));

const figures = {
  /** The number of distinct orders with this product. */
  orders: Figure,
  /** Units sold, returns not deducted. */
  units: Figure,
  /** Units that came back, as a positive number. */
  unitsReturned: v.optional(Figure),
  /** Sales, returns deducted. */
  revenue: Money,
  /** The part of the revenue from sales in a promotion. */
  promoRevenue: money,
  /** The part of the revenue from all other sales. */
  nonPromoRevenue: money,
  /** Discounts given. */
  promotions: money,
  /** Revenue after costs and fees. */
  profit: money,
  /** The cost of goods sold. */
  cogs: money,
  /** Fees of marketplaces and payment providers. */
  fees: money,
};

/** A customer's purchases of one variant of a product. */
export const CrossSellVariant = v.object({
  ...ProductVariant.entries,
  /** The article number of the variant. */
  sku: v.optional(ShortText),
  ...figures,
});
export type CrossSellVariant = v.InferOutput<typeof CrossSellVariant>;

/**
 * A customer's purchases of one product, in all its variants. Revenue is net of returns. All amounts of a row are in one
 * currency: a product that was bought in two currencies has two rows. A product that was only returned has 0 orders.
 */
export const CrossSellRow = v.object({
  id: Id,
  customerId: Id,
  /** The product. */
  product: Product,
  ...figures,
  /**
   * The same by variant. Units and amounts add up to those of the row; an order with two variants counts in both. Absent
   * if the product has none, or if it is unknown for one of the purchases.
   */
  variants: v.optional(boundedList(CrossSellVariant)),
});
export type CrossSellRow = v.InferOutput<typeof CrossSellRow>;

/** The figures of a row that are money, in the order of the columns. */
export const moneyFigures = [
  'revenue',
  'promoRevenue',
  'nonPromoRevenue',
  'promotions',
  'profit',
  'cogs',
  'fees',
] as const;
export type MoneyFigure = (typeof moneyFigures)[number];

/** The figures of a row that are counts. */
export const countFigures = ['orders', 'units', 'unitsReturned'] as const;
export type CountFigure = (typeof countFigures)[number];

/** The sum per currency over the rows in which the figure is known, and the number of those rows. */
export const FigureTotal = v.object({
  /** The sums, one for each currency. */
  amounts: boundedList(Money),
  /** The number of rows in which the figure is known. */
  known: Figure,
});
export type FigureTotal = v.InferOutput<typeof FigureTotal>;

/** Totals over all rows, not only over the page. An absent figure is unknown in every row. */
export const CrossSellTotals = v.object({
  /** The number of rows. */
  rows: Figure,
  /** The sum of the column `orders`. */
  orders: Figure,
  /**
   * The number of distinct orders in all rows. The sum of the column `orders` counts an order once for each product.
   */
  distinctOrders: v.optional(Figure),
  /** Units sold, returns not deducted. */
  units: Figure,
  /** Units that came back. */
  unitsReturned: v.optional(Figure),
  /** The total of the column `revenue`. */
  revenue: FigureTotal,
  /** The total of the column `promoRevenue`. */
  promoRevenue: v.optional(FigureTotal),
  /** The total of the column `nonPromoRevenue`. */
  nonPromoRevenue: v.optional(FigureTotal),
  /** The total of the column `promotions`. */
  promotions: v.optional(FigureTotal),
  /** The total of the column `profit`. */
  profit: v.optional(FigureTotal),
  /** The total of the column `cogs`. */
  cogs: v.optional(FigureTotal),
  /** The total of the column `fees`. */
  fees: v.optional(FigureTotal),
  /** Amounts in the customer's lifetime total that belong to no row: shipping, fees, discounts. */
  charges: v.optional(boundedList(Money)),
  /** The customer's lifetime total: revenue and charges. */
  lifetimeTotal: v.optional(boundedList(Money)),
});
export type CrossSellTotals = v.InferOutput<typeof CrossSellTotals>;

/** A product of the catalog that can be chosen. */
export const CatalogProduct = v.object({
  ...Product.entries,
  /** The title of the variant: size, color. */
  variant: v.optional(ShortText),
  /** The price of one unit. `null`: the product has no price of its own. */
  price: v.optional(v.nullable(Money)),
  /** The intervals of a subscription to the product. Absent: any. Empty: no subscription is possible. */
  intervals: v.optional(boundedList(Interval)),
});
export type CatalogProduct = v.InferOutput<typeof CatalogProduct>;
