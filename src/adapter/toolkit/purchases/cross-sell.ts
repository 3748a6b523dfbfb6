import { add, addAll, negate, totals } from '../../../domain/amounts.ts';
import {
  moneyFigures,
  type CrossSellRow,
  type CrossSellTotals,
  type CrossSellVariant,
  type FigureTotal,
  type MoneyFigure,
  type Product,
} from '../../../domain/cross-sell.ts';
import * as decimal from '../../../domain/decimal.ts';
import type { Money } from '../../../domain/money.ts';
import { fromMinor } from '../money.ts';
import { totalOf, type Purchase, type PurchaseLine } from './purchase.ts';

interface Sold {
  readonly line: PurchaseLine;
  readonly order: Purchase;
}

/** Returns one row for each product and currency, from the lines of all orders and returns that count. */
export function crossSellRows(
  customerId: string,
  orders: readonly Purchase[],
  products: ReadonlyMap<string, Product>,
): CrossSellRow[] {
  const sold = orders.flatMap((order) => order.lines.map((line) => ({ line, order })));
  const groups = grouped(
    sold.filter(({ line }) => line.kind === 'product'),
    ({ line }) => rowIdOf(line),
  );
  return [...groups].map(([id, group]) => rowOf(id, customerId, group, products));
}

function grouped(sold: readonly Sold[], keyOf: (sold: Sold) => string): ReadonlyMap<string, readonly Sold[]> {
  const groups = new Map<string, Sold[]>();
  for (const one of sold) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

/** Returns the id of the row that a line belongs to: one for each product and currency. */
const rowIdOf = ({ id, productId, sku, title, total }: PurchaseLine): string =>
  `${productId ?? sku ?? title ?? id}:${total.currency}`;

function rowOf(
  id: string,
  customerId: string,
  sold: readonly Sold[],
  products: ReadonlyMap<string, Product>,
): CrossSellRow {
  const variants = variantsOf(sold);
  const { productId, title, sku } = sold[0]!.line;
  // The SKU of a line is that of its variant.
  const product = products.get(productId ?? '') ?? { id: productId ?? id, title, ...(!variants && { sku }) };
  return { id, customerId, product, ...figuresOf(sold), ...(variants && { variants }) };
}

/**
 * Returns the figures by variant, highest revenue first; `undefined` if the variant of a line is unknown: they would not
 * add up.
 */
function variantsOf(sold: readonly Sold[]): CrossSellVariant[] | undefined {
  if (!sold.every(({ line }) => line.variant)) return undefined;
  const variants = [...grouped(sold, ({ line }) => line.variant!.id).values()].map((group) => {
    const { variant, sku } = group[0]!.line;
    return { ...variant!, ...(sku !== undefined && { sku }), ...figuresOf(group) };
  });
  return variants.sort((a, b) => decimal.compare(b.revenue.value, a.revenue.value) || (a.id < b.id ? -1 : 1));
}

/** Returns the figures of the lines of one product, or of one of its variants, all in one currency. */
function figuresOf(sold: readonly Sold[]): Omit<CrossSellVariant, 'id' | 'title' | 'sku'> {
  const lines = sold.map(({ line }) => line);
  const { currency } = lines[0]!.total;
  const zero = fromMinor(0, currency);
  const revenue = addAll(
    zero,
    lines.map((line) => line.total),
  );
  const ownPromotions = lines.map((line) => promotionOf(line, zero));
  const promotions = sumOfKnown(ownPromotions);
  const isPromoted = (_: PurchaseLine, index: number): boolean =>
    decimal.sign(ownPromotions[index]?.value ?? '0') !== 0;
  const promoted = addAll(
    zero,
    lines.filter(isPromoted).map((line) => line.total),
  );
  const cogs = sumOfKnown(lines.map((line) => line.cost));
  const fees = sumOfKnown(lines.map((line) => line.fee));
  return {
    orders: new Set(sold.filter(({ order }) => order.kind === 'order').map(({ order }) => order.id)).size,
    units: units(lines, 1),
    unitsReturned: units(lines, -1),
    revenue,
    ...(promotions && { promotions, promoRevenue: promoted, nonPromoRevenue: add(revenue, negate(promoted)) }),
    ...(cogs && { cogs }),
    ...(fees && { fees }),
    ...(cogs && fees && { profit: [cogs, fees].map(negate).reduce(add, revenue) }),
  };
}

/** Returns the sum of the amounts, or `undefined` if one is unknown: a partial sum would be too small. */
function sumOfKnown(amounts: readonly (Money | undefined)[]): Money | undefined {
  const [first, ...others] = amounts;
  return first && others.every((amount) => amount !== undefined) ? addAll(first, others) : undefined;
}

/** Returns the sum of the discounts on a line, or `undefined` if they are unknown. */
const promotionOf = ({ discounts }: PurchaseLine, zero: Money): Money | undefined =>
  discounts &&
  addAll(
    zero,
    discounts.map(({ amount }) => amount),
  );

const units = (lines: readonly PurchaseLine[], sign: 1 | -1): number =>
  lines.reduce((count, { quantity }) => count + Math.max(0, sign * quantity), 0);

/**
 * Returns the totals of all matching rows. Charges and the lifetime total are included only if no row is filtered out,
 * so that revenue plus charges equals the lifetime total. Charges are what the totals of the orders have beside their
 * products: a platform may have taxes or discounts in no line.
 */
export function crossSellTotals(
  rows: readonly CrossSellRow[],
  orders: readonly Purchase[],
  whole: boolean,
): CrossSellTotals {
  const count = (read: (row: CrossSellRow) => number): number => rows.reduce((total, row) => total + read(row), 0);
  const figures = moneyFigures.map((figure) => [figure, figureTotal(rows, figure)] as const);
  const ids = new Set(rows.map(({ id }) => id));
  const matchingOrders = orders.filter(
    (order) => order.kind === 'order' && order.lines.some((line) => line.kind === 'product' && ids.has(rowIdOf(line))),
  );
  return {
    rows: rows.length,
    orders: count((row) => row.orders),
    distinctOrders: matchingOrders.length,
    units: count((row) => row.units),
    unitsReturned: count((row) => row.unitsReturned ?? 0),
    ...Object.fromEntries(figures.filter(([, { known }]) => known > 0)),
    revenue: figureTotal(rows, 'revenue'),
    ...(whole && {
      charges: chargesOf(orders),
      lifetimeTotal: [...totals(orders.flatMap((order) => totalOf(order) ?? []))],
    }),
  };
}

function chargesOf(orders: readonly Purchase[]): Money[] {
  const lines = orders.flatMap((order) => order.lines);
  const charged = new Set(lines.filter(({ kind }) => kind === 'charge').map(({ total }) => total.currency));
  const sold = lines.filter(({ kind }) => kind === 'product').map(({ total }) => negate(total));
  return totals([...orders.flatMap((order) => totalOf(order) ?? []), ...sold]).filter(
    ({ value, currency }) => charged.has(currency) || decimal.sign(value) !== 0,
  );
}

function figureTotal(rows: readonly CrossSellRow[], figure: MoneyFigure): FigureTotal {
  const known = rows.map((row) => row[figure]).filter((amount) => amount !== undefined && amount !== null);
  return { amounts: [...totals(known)], known: known.length };
}
