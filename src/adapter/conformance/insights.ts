import type { CustomerListItem } from '../../domain/customer-list.ts';
import * as decimal from '../../domain/decimal.ts';
import { isMade } from '../../domain/transaction.ts';
import { wallClockAt } from '../../domain/wall-clock.ts';
import type { Adapter } from '../adapter.ts';
import type { InsightsPort } from '../ports/insights.ts';
import { ensure, same, sameMoney, skip } from './assert.ts';
import { dayIn, zonesApart } from './days.ts';
import { History, isOrder } from './history.ts';
import { all, reading, type ConformanceCase, type ConformanceSetup } from './subject.ts';

/** Tests the figures of all customers: the ranking, and that the purchases of the full customer are among those counted. */
export function insightCases({ adapter, customers: { full } }: ConformanceSetup): ConformanceCase[] {
  const { insights = {}, orders, transactions } = adapter;
  return [
    ...(insights.topCustomers ? rankingCases(adapter, insights) : []),
    ...(insights.newVersusReturning && orders?.list ? [monthCase(insights, () => salesOf(orders, full))] : []),
    ...(insights.peakTimes && orders?.list ? [hourCase(insights, () => salesOf(orders, full))] : []),
    ...(insights.paymentMethods && transactions?.list ? [methodCase(insights, adapter, full)] : []),
  ];
}

/** Returns the times of the orders of a customer that count, earliest first. */
async function salesOf(orders: NonNullable<Adapter['orders']>, full: string): Promise<readonly string[]> {
  const { counted } = await History.read(orders, full);
  const times = counted.filter(isOrder).map(({ placedAt }) => placedAt);
  if (times.length === 0) skip('the full customer has no order');
  return times.toSorted((a, b) => Date.parse(a) - Date.parse(b));
}

const fields = ['lifetimeTotal', 'orders', 'averageOrderValue'] as const;

/** The number of rows that are compared with the figures of their customers. */
const maxRows = 8;

function rankingCases({ stats }: Adapter, insights: InsightsPort): ConformanceCase[] {
  const load = async (request: object = {}) => insights.topCustomers!({ ...all, ...request }, reading());
  const { sort = [], filter = [] } = insights.capabilities?.topCustomers ?? {};
  const name = 'insights.topCustomers';
  return [
    ...(stats?.get
      ? [
          {
            name: `${name}: has the figures of stats.get`,
            async run() {
              const rows = (await load()).items.slice(0, maxRows);
              for (const row of rows.length ? rows : skip('no customer has an order')) {
                const figures = await stats.get!(row.id, {}, reading());
                if (row.orders && figures.orders) same(row.orders, figures.orders, `${name}: orders of ${row.id}`);
                for (const field of ['lifetimeTotal', 'averageOrderValue'] as const)
                  if (row[field] && figures[field])
                    sameMoney(row[field].amounts, figures[field].amounts, `${name}: ${field} of ${row.id}`);
              }
            },
          },
        ]
      : []),
    ...fields
      .filter((field) => sort.includes(field))
      .map((field) => ({
        name: `${name}: ranks by ${field}, in one currency`,
        async run() {
          const { items } = await load({ sort: { field, direction: 'descending' } });
          const keys = items.map((row) => keyOf(row, field) ?? skip(`${row.id} has no ${field}`));
          for (const [index, key] of keys.slice(1).entries()) {
            const before = keys[index]!;
            same(key.currency, before.currency, `${name} by ${field}: the currency of row ${index + 2}`);
            ensure(
              decimal.compare(before.value, key.value) >= 0,
              `${name} by ${field}: row ${index + 2} is out of order`,
            );
          }
        },
      })),
    ...(filter.includes('currency')
      ? [
          {
            name: `${name}: the filter currency keeps the customers of that currency`,
            async run() {
              const currencies = (await load()).totals?.currencies ?? [];
              for (const currency of currencies.length ? currencies : skip('no customer has an order'))
                for (const { id, lifetimeTotal } of (await load({ filter: { currency } })).items)
                  same(lifetimeTotal?.amounts[0]?.currency, currency, `${name}: the first currency of ${id}`);
            },
          },
        ]
      : []),
  ];
}

/** Returns what a row is ranked by. */
const keyOf = (row: CustomerListItem, field: (typeof fields)[number]) =>
  field === 'orders' ? row.orders && { value: String(row.orders.value), currency: '' } : row[field]?.amounts[0];

/** Tests that a customer is new in the month of the first order, and returning in later ones. */
const monthCase = (insights: InsightsPort, sales: () => Promise<readonly string[]>): ConformanceCase => ({
  name: 'insights.newVersusReturning: a customer is new in the month of the first order, and returning later',
  async run() {
    const times = await sales();
    for (const timeZone of zonesApart) {
      const days = times.map((at) => dayIn(timeZone, at));
      const range = { from: days[0]!, to: days.at(-1)! };
      const { months, range: counted } = await insights.newVersusReturning!(range, reading({ timeZone }));
      for (const [index, month] of [...new Set(days.map((day) => day.slice(0, 7)))].entries()) {
        // Of a long range, a platform may count the last months only, and says so.
        if (counted.from !== undefined && month < counted.from.slice(0, 7)) continue;
        const count = months.find((one) => one.month === month)?.[index === 0 ? 'newCustomers' : 'returningCustomers'];
        ensure(
          (count ?? 0) > 0,
          `insights.newVersusReturning: no ${index === 0 ? 'new' : 'returning'} customer in ${month} in ${timeZone}`,
        );
      }
      for (const { month } of months)
        ensure(
          month >= range.from.slice(0, 7) && month <= range.to.slice(0, 7),
          `insights.newVersusReturning: ${month} was not asked for`,
        );
    }
  },
});

/** Tests that the orders of a day are counted at its weekday and hours, in the time zone of the options. */
const hourCase = (insights: InsightsPort, sales: () => Promise<readonly string[]>): ConformanceCase => ({
  name: 'insights.peakTimes: counts the orders of a day at its weekday and hours in the given time zone',
  async run() {
    const at = (await sales()).at(-1)!;
    for (const timeZone of zonesApart) {
      const day = dayIn(timeZone, at);
      const { orders } = await insights.peakTimes!({ from: day, to: day }, reading({ timeZone }));
      const local = new Date(wallClockAt(at, timeZone).time);
      const weekday = (local.getUTCDay() + 6) % 7;
      const hour = local.getUTCHours();
      ensure((orders[weekday]?.[hour] ?? 0) > 0, `insights.peakTimes: the order of ${at} is missing in ${timeZone}`);
      for (const [other, hours] of orders.entries())
        ensure(
          other === weekday || hours.every((count) => count === 0),
          `insights.peakTimes: weekday ${other + 1} has orders in ${timeZone}, and ${day} is another weekday`,
        );
    }
  },
});

const methodCase = (insights: InsightsPort, { transactions }: Adapter, full: string): ConformanceCase => ({
  name: 'insights.paymentMethods: counts the payments that were made, the most used method first',
  async run() {
    const { items } = await transactions!.list!(full, all, reading());
    const paid = items.filter((one) => one.kind === 'payment' && isMade(one));
    const { createdAt } = paid[0] ?? skip('the full customer has made no payment');
    const timeZone = zonesApart[0];
    const day = dayIn(timeZone, createdAt);
    const { methods } = await insights.paymentMethods!({ from: day, to: day }, reading({ timeZone }));
    const ofDay = paid.filter((one) => dayIn(timeZone, one.createdAt) === day);
    for (const method of new Set(ofDay.map((one) => one.method ?? null))) {
      const own = ofDay.filter((one) => (one.method ?? null) === method);
      const count = methods.find((one) => one.method === method)?.payments ?? 0;
      ensure(
        count >= own.length,
        `insights.paymentMethods: ${method ?? 'the unknown method'} has ${count} payments on ${day} instead of at least ${own.length}`,
      );
    }
    for (const [index, { payments }] of methods.slice(1).entries())
      ensure(payments <= methods[index]!.payments, `insights.paymentMethods: row ${index + 2} is out of order`);
  },
});
