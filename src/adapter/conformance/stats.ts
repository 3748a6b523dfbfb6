import { totals } from '../../domain/amounts.ts';
import * as decimal from '../../domain/decimal.ts';
import type { Money } from '../../domain/money.ts';
import { ensure, same, outcomeOf } from './assert.ts';
import { all, reading, type ConformanceCase, type ConformanceSetup } from './subject.ts';

/** Tests that the figures agree with the list of orders. */
export function statsCases({ adapter, customers: { full } }: ConformanceSetup): ConformanceCase[] {
  const { orders, stats } = adapter;
  if (!orders?.list || !stats?.get) return [];
  return [
    {
      name: 'stats.get: the ordered total matches the list of orders, and is at least the canceled total',
      async run() {
        // The figures include archived orders. A platform without an archive may reject the filter.
        const withArchived = await outcomeOf(
          orders.list!(full, { ...all, filter: { archived: 'include' } }, reading()),
        );
        const page = withArchived.thrown ? await orders.list!(full, all, reading()) : withArchived.answer;
        const listed = page.items.filter(({ kind }) => kind === 'order');
        const { orderTotal, orderTotalExcludingCanceled, items, canceledItems } = await stats.get!(full, {}, reading());
        const ordered = byCurrency(totals(listed.map(({ total }) => total)));
        if (orderTotal) same(byCurrency(orderTotal.amounts), ordered, 'the total of all orders');
        for (const { currency, value } of orderTotalExcludingCanceled?.amounts ?? [])
          ensure(
            decimal.compare(value, ordered[currency] ?? '0') <= 0,
            'the total without canceled orders exceeds the total of all orders',
          );
        if (items && canceledItems) ensure(canceledItems.value <= items.value, 'more units are canceled than ordered');
      },
    },
  ];
}

/** Returns the amounts by currency without trailing zeros: `18.50` becomes `18.5`. */
const byCurrency = (amounts: readonly Money[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    amounts
      .map(({ currency, value }) => [currency, value.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '')] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
