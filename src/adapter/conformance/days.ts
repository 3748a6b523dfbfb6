import { codeOf } from '../../domain/field.ts';
import { ensure, same, skip } from './assert.ts';
import { all, reading, type ConformanceCase, type ConformanceSetup } from './subject.ts';

/** Two time zones that never have the same date. */
export const zonesApart = ['Pacific/Kiritimati', 'Pacific/Pago_Pago'] as const;
const [early, late] = zonesApart;

/** Tests that a range covers whole days in the time zone of the options. */
export function dayCases({ adapter, customers: { full } }: ConformanceSetup): ConformanceCase[] {
  const { orders, stats } = adapter;
  if (!orders?.list) return [];
  const placedOn = async (from: string | undefined, to: string | undefined, timeZone: string) =>
    (await orders.list!(full, { ...all, range: { from, to } }, reading({ timeZone }))).items;
  const someOrder = async () =>
    (await orders.list!(full, all, reading())).items.find(({ kind }) => kind === 'order') ??
    skip('the full customer has no order');

  // A list that cannot be filtered by days need not answer: rejecting a range is another case.
  const cases: ConformanceCase[] = [];
  if (orders.capabilities?.list?.range)
    cases.push({
      name: 'orders.list: a range covers whole days, both included, in the given time zone',
      async run() {
        const { id, placedAt } = await someOrder();
        const here = dayIn(early, placedAt);
        const on = await placedOn(here, here, early);
        ensure(
          on.some((order) => order.id === id),
          'an order is missing from its own day',
        );
        ensure(
          on.every((order) => dayIn(early, order.placedAt) === here),
          'a day has an order of another day',
        );
        const there = await placedOn(here, here, late);
        ensure(!there.some((order) => order.id === id), 'the time zone of the options is ignored');
        const open = await placedOn(here, undefined, early);
        ensure(
          open.some((order) => order.id === id),
          'a range with an open end omits its first day',
        );
      },
    });
  if (stats?.get)
    cases.push({
      name: 'stats.get: counts only orders that were placed in the range',
      async run() {
        const day = dayIn(early, (await someOrder()).placedAt);
        const { items } = await orders.list!(full, all, reading());
        const placed = items.filter(({ kind, placedAt }) => kind === 'order' && dayIn(early, placedAt) === day);
        const { orders: count, firstOrderAt } = await stats.get!(
          full,
          { from: day, to: day },
          reading({ timeZone: early }),
        );
        // The contract leaves open whether a fully canceled order counts.
        const activeOrders = placed.filter(({ status }) => codeOf(status.cancellation?.status ?? 'none') !== 'full');
        if (count)
          ensure(
            count.value >= activeOrders.length && count.value <= placed.length,
            `stats.get counts ${count.value} orders on a day with ${placed.length}`,
          );
        if (firstOrderAt) same(dayIn(early, firstOrderAt), day, 'the first order of a day');
      },
    });
  return cases;
}

/** The formats of the few zones that the kit uses. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const options = { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', options);
  formats.set(timeZone, format);
  return format;
}

/** Returns the day of an instant in a time zone: `2026-10-25`. */
export function dayIn(timeZone: string, instant: string): string {
  const parts = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(Date.parse(instant))
      .map(({ type, value }) => [type, value]),
  );
  return `${parts['year']}-${parts['month']}-${parts['day']}`;
}
