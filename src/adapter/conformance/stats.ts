import * as decimal from '../../domain/decimal.ts';
import type { Money } from '../../domain/money.ts';
import { isRequestedReturn, type OrderEntry } from '../../domain/order.ts';
import { CustomerStats } from '../../domain/stats.ts';
import type { Adapter } from '../adapter.ts';
import { ensure, readable, same, sameMoney } from './assert.ts';
import { basisCase, paymentCase, withBasis } from './basis.ts';
import { isCanceled, isOrder, codeIn, History } from './history.ts';
import { all, reading, type ConformanceCase, type ConformanceSetup } from './subject.ts';

/**
 * Tests that the figures agree with the orders, by their basis. A figure with a basis of the platform's own, or of
 * another channel, is not compared.
 */
export function statsCases({ adapter, customers: { full } }: ConformanceSetup): ConformanceCase[] {
  const { orders, stats } = adapter;
  if (!stats?.get) return [];
  const read = async () => readable(CustomerStats, await stats.get!(full, {}, reading()), 'stats.get');
  const cases = [basisCase(read)];
  if (adapter.crossSell?.list) cases.push(crossSellCase(adapter, full, read));
  if (!orders?.list) return cases;
  const compared = (rule: string, check: (stats: CustomerStats, history: History) => void): ConformanceCase => ({
    name: `stats.get: ${rule}`,
    run: async () => check(await read(), await History.read(orders, full)),
  });
  cases.push(
    compared('the ordered total matches the list of orders, and is at least the canceled total', matchesOrdered),
    compared('the numbers of orders, canceled orders and returns match the list', matchesCounts),
    compared('totals without canceled orders or returns, and the average, match the list', matchesTotals),
    compared('units ordered, canceled and returned match the item counts in the list', matchesUnits),
    compared('the first and the last order are those of the list', matchesTimes),
  );
  if (orders.get) cases.push(paymentCase(orders, full, read));
  return cases;
}

const crossSellCase = ({ crossSell }: Adapter, full: string, read: () => Promise<CustomerStats>): ConformanceCase => ({
  name: 'stats.get: the figures match those of the products bought, by basis',
  async run() {
    const stats = await read();
    const { totals } = await crossSell!.list!(full, all, reading());
    if (!totals) return;
    const lifetime = withBasis(stats.lifetimeTotal, 'net-of-returns');
    if (lifetime && totals.lifetimeTotal)
      sameMoney(totals.lifetimeTotal, lifetime.amounts, 'crossSell.list: lifetimeTotal, as stats.get has it,');
    const bounds = [
      ['distinctOrders', totals.distinctOrders, 'orders', withBasis(stats.orders, 'sales')],
      ['units', totals.units, 'items', withBasis(stats.items, 'units')],
      ['unitsReturned', totals.unitsReturned, 'returnedItems', withBasis(stats.returnedItems, 'units')],
    ] as const;
    for (const [part, found, whole, metric] of bounds)
      if (found !== undefined && metric)
        ensure(
          found <= metric.value,
          `crossSell.list: ${part} is ${found} instead of at most ${metric.value}, which stats.get has for ${whole}`,
        );
  },
});

const amountsOf = (entries: readonly OrderEntry[]): readonly Money[] => entries.flatMap(({ total }) => total ?? []);

function matchesOrdered(stats: CustomerStats, { entries }: History): void {
  const ordered = amountsOf(entries.filter(isOrder));
  const { orderTotal, orderTotalExcludingCanceled, items, canceledItems } = stats;
  const whole = withBasis(orderTotal, 'gross');
  if (whole) sameMoney(whole.amounts, ordered, 'stats.get: orderTotal');
  for (const { currency, value } of orderTotalExcludingCanceled?.amounts ?? []) {
    const most = decimal.sum(...ordered.filter((one) => one.currency === currency).map((one) => one.value));
    ensure(
      decimal.compare(value, most) <= 0,
      `stats.get: orderTotalExcludingCanceled is ${value} instead of at most ${most} ${currency}`,
    );
  }
  if (items && canceledItems)
    ensure(
      canceledItems.value <= items.value,
      `stats.get: canceledItems is ${canceledItems.value} instead of at most ${items.value}, which is items`,
    );
}

function matchesCounts({ orders, returns, canceled }: CustomerStats, { entries, counted }: History): void {
  const sales = counted.filter(isOrder).length;
  const expected = [
    ['orders', withBasis(orders, 'sales'), sales],
    ['returns', withBasis(returns, 'gross'), counted.length - sales],
    ['canceled', withBasis(canceled, 'gross'), entries.filter(isCanceled).length],
  ] as const;
  for (const [name, metric, count] of expected) if (metric) same(metric.value, count, `stats.get: ${name}`);
}

function matchesTotals(stats: CustomerStats, { counted }: History): void {
  const sales = amountsOf(counted.filter(isOrder));
  const { lifetimeTotal, orderTotalExcludingCanceled, averageOrderValue } = stats;
  const net = withBasis(lifetimeTotal, 'net-of-returns');
  if (net) sameMoney(net.amounts, amountsOf(counted), 'stats.get: lifetimeTotal');
  const gross = withBasis(orderTotalExcludingCanceled, 'gross-without-canceled');
  if (gross) sameMoney(gross.amounts, sales, 'stats.get: orderTotalExcludingCanceled');
  if (averageOrderValue === null) same(sales.length, 0, 'stats.get: averageOrderValue is null. The number of orders');
  const average = withBasis(averageOrderValue, 'sales-per-order');
  if (!average) return;
  const averages = [...new Set(sales.map(({ currency }) => currency))].map((currency) => {
    const values = sales.filter((amount) => amount.currency === currency).map(({ value }) => value);
    return { currency, value: decimal.divide(decimal.sum(...values), String(values.length), 6) };
  });
  sameMoney(average.amounts, averages, 'stats.get: averageOrderValue');
}

function matchesUnits({ items, canceledItems, returnedItems }: CustomerStats, { entries }: History): void {
  const ordered = entries.filter(isOrder);
  const expected = [
    ['items', withBasis(items, 'units'), sumOf(ordered, unitsOf)],
    ['canceledItems', withBasis(canceledItems, 'units'), sumOf(ordered, canceledUnitsOf)],
    [
      'returnedItems',
      withBasis(returnedItems, 'units'),
      sumOf(
        entries.filter((entry) => !isOrder(entry) && !isRequestedReturn(entry)),
        unitsOf,
      ),
    ],
  ] as const;
  for (const [name, metric, units] of expected)
    if (metric && units !== undefined) same(metric.value, units, `stats.get: ${name}`);
}

/** Returns the sum of a figure, or `undefined` if it is unknown for an entry. */
function sumOf(entries: readonly OrderEntry[], units: (entry: OrderEntry) => number | undefined): number | undefined {
  const known = entries.flatMap((entry) => units(entry) ?? []);
  return known.length === entries.length ? known.reduce((sum, count) => sum + count, 0) : undefined;
}

const unitsOf = ({ itemCount }: OrderEntry): number | undefined => itemCount && Math.abs(itemCount);

/** Returns the number of canceled units: all of a fully canceled order, some of a partly canceled one. */
function canceledUnitsOf(entry: OrderEntry): number | undefined {
  const code = codeIn(entry, 'cancellation');
  if (code === 'full') return unitsOf(entry);
  return code === 'partial' ? entry.status.cancellation?.extent?.done : 0;
}

function matchesTimes({ firstOrderAt, lastOrderAt }: CustomerStats, { counted }: History): void {
  const times = counted.filter(isOrder).map(({ placedAt }) => Date.parse(placedAt));
  const expected = [
    ['firstOrderAt', firstOrderAt, Math.min(...times)],
    ['lastOrderAt', lastOrderAt, Math.max(...times)],
  ] as const;
  for (const [name, found, time] of expected)
    if (found !== undefined)
      same(
        found === null ? null : new Date(found).toISOString(),
        times.length ? new Date(time).toISOString() : null,
        `stats.get: ${name}`,
      );
}
