import { totals } from '../../domain/amounts.ts';
import * as decimal from '../../domain/decimal.ts';
import type { Money } from '../../domain/money.ts';
import type { CustomerStats } from '../../domain/stats.ts';
import type { DayRange } from '../../domain/time.ts';
import type { ShopLine, ShopOrder } from './shop.ts';

/**
 * What counts. An order that was canceled as a whole stays in the history, but nothing was sold: it is no order in
 * any figure, neither in a sum nor in a number nor in an average.
 */
export const counted = (orders: readonly ShopOrder[]): readonly ShopOrder[] =>
  orders.filter(({ status }) => status.cancellation?.status !== 'full');

export const linesOf = (orders: readonly ShopOrder[]): readonly ShopLine[] => orders.flatMap(({ lines }) => lines);

/**
 * What one customer's orders and returns add up to. The lifetime total is the sum of all their lines, charges and
 * returns included. The average is that of the sales alone, returns not taken off, over the number of sales in the
 * same currency; `null` without a sale.
 */
export function statsOf(customerId: string, range: DayRange, orders: readonly ShopOrder[]): CustomerStats {
  const all = counted(orders);
  const sales = all.filter(({ kind }) => kind === 'order');
  const times = sales.map(({ placedAt }) => placedAt).sort((a, b) => Date.parse(a) - Date.parse(b));
  return {
    customerId,
    ...((range.from ?? range.to) && { range }),
    orders: { value: sales.length, basis: 'sales' },
    returns: { value: all.length - sales.length, basis: 'gross' },
    canceled: { value: orders.length - all.length, basis: 'gross' },
    lifetimeTotal: { amounts: [...totals(linesOf(all).map(({ total }) => total))], basis: 'net-of-returns' },
    averageOrderValue: sales.length ? { amounts: averages(sales), basis: 'sales-per-order' } : null,
    firstOrderAt: times[0] ?? null,
    lastOrderAt: times.at(-1) ?? null,
  };
}

/** The average sale in each currency, to six places, halves away from nought. */
function averages(sales: readonly ShopOrder[]): Money[] {
  return totals(linesOf(sales).map(({ total }) => total)).map(({ value, currency }) => {
    const count = sales.filter(({ total }) => total.currency === currency).length;
    return { value: decimal.divide(value, String(count), 6), currency };
  });
}
