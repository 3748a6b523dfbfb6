import { negate, totals } from '../../../domain/amounts.ts';
import { codeOf } from '../../../domain/field.ts';
import * as decimal from '../../../domain/decimal.ts';
import type { Money } from '../../../domain/money.ts';
import type { CustomerStats } from '../../../domain/stats.ts';
import type { DayRange } from '../../../domain/time.ts';
import { totalOf, type Purchase } from './purchase.ts';

const isCanceled = ({ status }: Purchase): boolean =>
  status.cancellation !== undefined && codeOf(status.cancellation.status) === 'full';

/**
 * Returns the orders that count, given all of the customer's orders. A fully canceled order stays in the history, but
 * nothing was sold: neither it nor its returns count in any sum, number or average.
 */
export function counted(orders: readonly Purchase[], all: readonly Purchase[]): readonly Purchase[] {
  const canceled = new Set(all.filter(isCanceled).map(({ id }) => id));
  const isOfCanceled = (order: Purchase): boolean =>
    order.kind === 'return' && order.original !== undefined && canceled.has(order.original.id);
  return orders.filter((order) => !canceled.has(order.id) && !isOfCanceled(order));
}

const paidBy = ['paid', 'partially-refunded', 'refunded', 'disputed'];

/**
 * Returns the completed payments and refunds, refunds as negative amounts. Excludes failed, voided and pending ones.
 * `undefined` if those of one order are unknown: a partial sum would be too small.
 */
function movements(orders: readonly Purchase[]): readonly Money[] | undefined {
  const moved: Money[] = [];
  for (const { payments, refunds } of orders) {
    if (!payments || !refunds) return undefined;
    for (const { status, amount } of payments) if (status && paidBy.includes(codeOf(status))) moved.push(amount);
    for (const { status, amount } of refunds) if (status && codeOf(status) === 'refunded') moved.push(negate(amount));
  }
  return moved;
}

/**
 * Returns the figures of one customer's orders and returns. The lifetime total is the sum of all orders and
 * returns, including charges. The average is the total of the sales without returns, divided by the number of sales in the
 * same currency; `null` without a sale. Figures of ordered goods include orders that were canceled later; a partly
 * canceled order counts with its current total. Payments count with their order, whenever they were made. `activeOrders`
 * contains the orders that count.
 */
export function statsOf(
  customerId: string,
  range: DayRange,
  orders: readonly Purchase[],
  activeOrders: readonly Purchase[],
): CustomerStats {
  const isOrder = ({ kind }: Purchase): boolean => kind === 'order';
  const [ordered, sales] = [orders.filter(isOrder), activeOrders.filter(isOrder)];
  const moved = movements(orders);
  const times = sales.map(({ placedAt }) => placedAt).sort((a, b) => Date.parse(a) - Date.parse(b));
  return {
    customerId,
    ...((range.from ?? range.to) && { range }),
    orders: { value: sales.length, basis: 'sales' },
    returns: { value: activeOrders.length - sales.length, basis: 'gross' },
    canceled: { value: orders.filter(isCanceled).length, basis: 'gross' },
    lifetimeTotal: { amounts: sumOf(activeOrders), basis: 'net-of-returns' },
    averageOrderValue: sales.length ? { amounts: averages(sales), basis: 'sales-per-order' } : null,
    orderTotal: { amounts: sumOf(ordered), basis: 'gross' },
    orderTotalExcludingCanceled: { amounts: sumOf(sales), basis: 'gross-without-canceled' },
    ...(moved && {
      totalPaid: { amounts: [...totals(moved)], basis: 'paid-net-of-refunds' },
      transactions: { value: moved.length, basis: 'transactions' },
    }),
    items: { value: count(ordered, unitsOf), basis: 'units' },
    canceledItems: { value: count(ordered, canceledUnitsOf), basis: 'units' },
    returnedItems: { value: count(orders, (order) => (isOrder(order) ? 0 : unitsOf(order))), basis: 'units' },
    firstOrderAt: times[0] ?? null,
    lastOrderAt: times.at(-1) ?? null,
  };
}

const sumOf = (orders: readonly Purchase[]): Money[] => [...totals(orders.flatMap((order) => totalOf(order) ?? []))];

const count = (orders: readonly Purchase[], units: (order: Purchase) => number): number =>
  orders.reduce((total, order) => total + units(order), 0);

const unitsOf = ({ itemCount, lines }: Purchase): number =>
  itemCount ?? lines.reduce((units, { kind, quantity }) => units + (kind === 'product' ? Math.abs(quantity) : 0), 0);

/** Returns the number of canceled units: all of a fully canceled order, some of a partly canceled one. */
function canceledUnitsOf(order: Purchase): number {
  const { cancellation } = order.status;
  if (!cancellation) return 0;
  const code = codeOf(cancellation.status);
  return code === 'full' ? unitsOf(order) : code === 'partial' ? (cancellation.extent?.done ?? 0) : 0;
}

/** Returns the average sale in each currency, rounded to six decimal places, halves away from zero. */
function averages(sales: readonly Purchase[]): Money[] {
  return sumOf(sales).map(({ value, currency }) => {
    const count = sales.filter(({ total }) => total?.currency === currency).length;
    return { value: decimal.divide(value, String(count), 6), currency };
  });
}
