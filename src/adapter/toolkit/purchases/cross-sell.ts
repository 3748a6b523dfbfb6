import { add, negate, totals } from '../../../domain/amounts.ts';
import {
  moneyFigures,
  type CrossSellRow,
  type CrossSellTotals,
  type FigureTotal,
  type MoneyFigure,
  type Product,
} from '../../../domain/cross-sell.ts';
import * as decimal from '../../../domain/decimal.ts';
import type { Money } from '../../../domain/money.ts';
import { fromMinor } from '../money.ts';
import type { Purchase, PurchaseLine } from './purchase.ts';

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
  const groups = new Map<string, Sold[]>();
  for (const order of orders)
    for (const line of order.lines) {
      if (line.kind === 'charge') continue;
      const id = rowIdOf(line);
      const group = groups.get(id);
      if (group) group.push({ line, order });
      else groups.set(id, [{ line, order }]);
    }
  return [...groups].map(([id, sold]) => rowOf(id, customerId, sold, products));
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
  const lines = sold.map(({ line }) => line);
  const { productId, title, sku, total } = lines[0]!;
  const { currency } = total;
  const product = products.get(productId ?? '') ?? { id: productId ?? id, title, sku };
  const sum = (amounts: readonly Money[]): Money => amounts.reduce(add, fromMinor(0, currency));
  const revenue = sum(lines.map((line) => line.total));
  const promotions = sumOfKnown(lines.map((line) => line.promotion));
  const promoted = sum(lines.filter(isPromoted).map((line) => line.total));
  const cogs = sumOfKnown(lines.map((line) => line.cost));
  const fees = sumOfKnown(lines.map((line) => line.fee));
  return {
    id,
    customerId,
    product,
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
  return amounts.every((amount) => amount !== undefined) ? amounts.reduce(add) : undefined;
}

const isPromoted = ({ promotion }: PurchaseLine): boolean =>
  promotion !== undefined && decimal.sign(promotion.value) !== 0;

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
  const figures = moneyFigures.map((figure) => [figure, totalOf(rows, figure)] as const);
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
    revenue: totalOf(rows, 'revenue'),
    ...(whole && { charges: chargesOf(orders), lifetimeTotal: [...totals(orders.map(({ total }) => total))] }),
  };
}

function chargesOf(orders: readonly Purchase[]): Money[] {
  const lines = orders.flatMap((order) => order.lines);
  const charged = new Set(lines.filter(({ kind }) => kind === 'charge').map(({ total }) => total.currency));
  const sold = lines.filter(({ kind }) => kind === 'product').map(({ total }) => negate(total));
  return totals([...orders.map(({ total }) => total), ...sold]).filter(
    ({ value, currency }) => charged.has(currency) || decimal.sign(value) !== 0,
  );
}

function totalOf(rows: readonly CrossSellRow[], figure: MoneyFigure): FigureTotal {
  const known = rows.map((row) => row[figure]).filter((amount) => amount !== undefined && amount !== null);
  return { amounts: [...totals(known)], known: known.length };
}
