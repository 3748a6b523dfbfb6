import * as v from 'valibot';
import { Figure, Id, ShortText, several } from './bounds.ts';
import { Money } from './money.ts';

/** A product as a row or a line names it. */
export const Product = v.object({
  id: Id,
  title: v.optional(ShortText),
  sku: v.optional(ShortText),
  image: v.optional(ShortText),
  url: v.optional(ShortText),
});
export type Product = v.InferOutput<typeof Product>;

const money = v.optional(v.nullable(Money));

/**
 * What one customer has bought of one product, net of returns where it says revenue. All amounts of a row are in one
 * currency: a product that was paid for in two has a row for each. A product that was only returned has 0 orders.
 */
export const CrossSellRow = v.object({
  id: Id,
  customerId: Id,
  product: Product,
  /** Distinct orders with this product. */
  orders: Figure,
  /** Units sold, returns not taken off. */
  units: Figure,
  unitsReturned: v.optional(Figure),
  revenue: Money,
  promoRevenue: money,
  nonPromoRevenue: money,
  /** Discounts given. */
  promotions: money,
  profit: money,
  /** Cost of goods sold. */
  cogs: money,
  fees: money,
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

/** A sum by currency over the rows where the figure is known, and in how many rows it is. */
export const FigureTotal = v.object({
  amounts: several(Money),
  known: Figure,
});
export type FigureTotal = v.InferOutput<typeof FigureTotal>;

/** Over every row, not over the page. An absent figure is known in no row. */
export const CrossSellTotals = v.object({
  rows: Figure,
  orders: Figure,
  /** In how many orders these rows stand: what the column `orders` adds up to counts an order once for each product. */
  distinctOrders: v.optional(Figure),
  units: Figure,
  unitsReturned: v.optional(Figure),
  revenue: FigureTotal,
  promoRevenue: v.optional(FigureTotal),
  nonPromoRevenue: v.optional(FigureTotal),
  promotions: v.optional(FigureTotal),
  profit: v.optional(FigureTotal),
  cogs: v.optional(FigureTotal),
  fees: v.optional(FigureTotal),
  /** What is in the customer's lifetime total and in no row: postage, fees, discounts. */
  charges: v.optional(several(Money)),
  /** The customer's lifetime total: revenue and charges. */
  lifetimeTotal: v.optional(several(Money)),
});
export type CrossSellTotals = v.InferOutput<typeof CrossSellTotals>;
