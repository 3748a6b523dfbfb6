import * as v from 'valibot';
import { CrossSellRow, moneyFigures } from '../../domain/cross-sell.ts';
import { ensure, readable, same, sameMoney, skip } from './assert.ts';
import { dayIn, zonesApart } from './days.ts';
import { History, isOrder } from './history.ts';
import { walk } from './lists.ts';
import { reading, all, type ConformanceCase, type ConformanceSetup } from './subject.ts';

/** Tests that the units of the products bought agree with their totals and with the order lines. */
export function crossSellCases({ adapter, customers: { full } }: ConformanceSetup): ConformanceCase[] {
  const { crossSell, orders } = adapter;
  if (!crossSell?.list) return [];
  const load: NonNullable<typeof crossSell.list> = (id, page, options) => crossSell.list!(id, page, options);
  const read = async () => readable(v.array(CrossSellRow), await walk({ load }, full, all), 'crossSell.list');
  const cases: ConformanceCase[] = [
    {
      name: 'crossSell.list: units returned are not negative, and add up to their total',
      async run() {
        const rows = await read();
        for (const { id, unitsReturned = 0 } of rows)
          ensure(
            unitsReturned >= 0,
            `crossSell.list: unitsReturned of ${id} is ${unitsReturned} instead of ${-unitsReturned}`,
          );
        const { totals } = await crossSell.list!(full, { first: 1 }, reading());
        if (totals?.unitsReturned !== undefined)
          same(totals.unitsReturned, unitsReturnedIn(rows) ?? 0, 'crossSell.list: the total of unitsReturned');
      },
    },
    {
      name: 'crossSell.list: the figures of the variants of a product add up to those of the product',
      run: async () => (await read()).forEach(variantsAddUp),
    },
  ];
  if (orders?.list && orders.get && crossSell.capabilities?.list?.range)
    cases.push({
      name: 'crossSell.list: a range covers the days of the given time zone',
      async run() {
        const history = await History.read(orders, full);
        const order = history.counted.find(isOrder) ?? skip('the full customer has no order that counts');
        for (const timeZone of zonesApart) {
          const day = dayIn(timeZone, order.placedAt);
          const placed = history.counted.filter((one) => isOrder(one) && dayIn(timeZone, one.placedAt) === day);
          const lines = (await history.details(placed, { whole: true })).flatMap((one) => one.lines);
          const sold = lines.map(({ kind, quantity }) => (kind === 'product' ? Math.max(0, quantity) : 0));
          const { items } = await crossSell.list!(
            full,
            { ...all, range: { from: day, to: day } },
            reading({ timeZone }),
          );
          const found = readable(v.array(CrossSellRow), items, 'crossSell.list').map(({ units }) => units);
          same(
            sumOf(found),
            sumOf(sold),
            `crossSell.list: the units sold on ${day} in ${timeZone}, as orders.get has them`,
          );
        }
      },
    });
  if (orders?.list && orders.get)
    cases.push({
      name: 'crossSell.list: units sold and returned match the lines of orders and returns',
      async run() {
        const rows = await read();
        const history = await History.read(orders, full);
        const units = { sold: 0, returned: 0 };
        for (const entry of await history.details(history.counted, { whole: true }))
          for (const { kind, quantity } of entry.lines)
            if (kind === 'product') units[isOrder(entry) && quantity > 0 ? 'sold' : 'returned'] += Math.abs(quantity);
        same(
          rows.reduce((sum, row) => sum + row.units, 0),
          units.sold,
          'crossSell.list: the units of all products, as orders.get has them',
        );
        const found = unitsReturnedIn(rows);
        if (found !== undefined)
          same(found, units.returned, 'crossSell.list: the units returned of all products, as orders.get has them');
      },
    });
  return cases;
}

/** Checks counts and amounts that are known of all variants. An order with two variants counts in both. */
function variantsAddUp({ id, variants, ...row }: CrossSellRow): void {
  if (!variants) return;
  const where = `crossSell.list: ${id}`;
  for (const figure of ['units', 'unitsReturned'] as const) {
    const known = variants.flatMap((variant) => variant[figure] ?? []);
    if (row[figure] !== undefined && known.length === variants.length)
      same(row[figure], sumOf(known), `${where}: ${figure}, as its variants have it,`);
  }
  const orders = variants.map((variant) => variant.orders);
  ensure(
    Math.max(0, ...orders) <= row.orders && row.orders <= sumOf(orders),
    `${where}: orders is ${row.orders} instead of the orders of its variants, which are ${orders.join(' and ')}`,
  );
  for (const figure of moneyFigures) {
    const known = variants.flatMap((variant) => variant[figure] ?? []);
    const whole = row[figure];
    if (whole && known.length === variants.length)
      sameMoney([whole], known, `${where}: ${figure}, as its variants have it,`);
  }
}

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

/** Returns the number of units returned, or `undefined` if it is unknown for a product. */
function unitsReturnedIn(rows: readonly CrossSellRow[]): number | undefined {
  const counts = rows.flatMap(({ unitsReturned }) => unitsReturned ?? []);
  return counts.length === rows.length ? sumOf(counts) : undefined;
}
