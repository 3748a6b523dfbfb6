import { countFigures, moneyFigures, type CrossSellRow } from '../../domain/cross-sell.ts';
import * as decimal from '../../domain/decimal.ts';
import { foldText, compareNaturally } from '../../domain/fold-text.ts';
import { ensure, same, sameMoney, skip } from './assert.ts';
import { all, reading, type ConformanceCase, type ConformanceSetup } from './subject.ts';

/** Tests the sort order of lists. */
export function orderCases({ adapter, customers: { full } }: ConformanceSetup): ConformanceCase[] {
  const { orders, notes, crossSell, credit } = adapter;
  const cases: ConformanceCase[] = [];

  if (orders?.list)
    cases.push({
      name: 'orders.list: is sorted newest first; equal times by number, numerically descending',
      async run() {
        const { items } = await orders.list!(full, all, reading());
        inOrder(
          items,
          (a, b) => time(b.placedAt) - time(a.placedAt) || byNumberWithin(b.number, a.number),
          'orders.list',
        );
      },
    });
  if (notes?.list)
    cases.push({
      name: 'notes.list: is sorted with pinned notes first, then newest first',
      async run() {
        const { items } = await notes.list!(full, all, reading());
        const rank = (pinned = false): number => (pinned ? 0 : 1);
        inOrder(
          items,
          (a, b) => rank(a.pinned) - rank(b.pinned) || time(b.createdAt) - time(a.createdAt),
          'notes.list',
        );
      },
    });
  if (credit?.accounts && credit.entries)
    cases.push({
      name: 'credit.entries: is sorted newest first, and each balance is the previous one plus the amount',
      async run() {
        for (const account of (await credit.accounts!(full, all, reading())).items) {
          const { items } = await credit.entries!(full, account.id, all, reading());
          inOrder(items, (a, b) => time(b.at) - time(a.at), 'credit.entries');
          ensure(
            items.every(({ accountId }) => accountId === account.id),
            'credit.entries has an entry of another account',
          );
          let balance = account.balance.value;
          for (const { amount, balanceAfter } of items) {
            if (balanceAfter)
              ensure(decimal.compare(balanceAfter.value, balance) === 0, 'the ledger does not add up to the balance');
            balance = decimal.subtract(balance, amount.value);
          }
        }
      },
    });
  if (crossSell?.list) {
    const list = async (sort?: {
      field: string;
      direction: 'ascending' | 'descending';
    }): Promise<readonly CrossSellRow[]> => (await crossSell.list!(full, { ...all, sort }, reading())).items;
    cases.push({
      name: 'crossSell.list: is sorted by revenue, highest first, by default',
      run: async () => inOrder(await list(), byFigure('revenue', -1), 'crossSell.list'),
    });
    const { sort: sortable = [] } = crossSell.capabilities?.list ?? {};
    const figures = [...countFigures, ...moneyFigures].filter((figure) => sortable.includes(figure));
    const texts = (['title', 'sku'] as const).filter((name) => sortable.includes(name));
    if (figures.length > 0)
      cases.push({
        name: 'crossSell.list: can be sorted by any figure in both directions, with unknown values last',
        async run() {
          for (const field of figures) {
            inOrder(
              await list({ field, direction: 'ascending' }),
              byFigure(field, 1),
              `crossSell.list by ${field}, ascending`,
            );
            inOrder(
              await list({ field, direction: 'descending' }),
              byFigure(field, -1),
              `crossSell.list by ${field}, descending`,
            );
          }
        },
      });
    if (texts.length > 0)
      cases.push({
        name: 'crossSell.list: can be sorted by title and SKU in both directions, numerically, with unknown values last',
        async run() {
          for (const field of texts) {
            for (const [direction, sign] of [
              ['ascending', 1],
              ['descending', -1],
            ] as const) {
              inOrder(
                await list({ field, direction }),
                ({ product: { [field]: a } }, { product: { [field]: b } }) =>
                  a == null || b == null ? Number(a == null) - Number(b == null) : sign * byNumberWithin(a, b),
                `crossSell.list by ${field}, ${direction}`,
              );
            }
          }
        },
      });
    cases.push({
      name: 'crossSell.list: totals cover all pages, and add up to the lifetime total',
      async run() {
        const { items } = await crossSell.list!(full, all, reading());
        const { totals } = await crossSell.list!(full, { first: 1 }, reading());
        if (!totals) return skip('crossSell.list has no totals');
        same(
          [totals.rows, totals.orders, totals.units],
          [items.length, total(items, 'orders'), total(items, 'units')],
          'totals of crossSell.list',
        );
        for (const figure of moneyFigures) {
          const known = items.map((row) => row[figure]).filter((amount) => amount !== undefined && amount !== null);
          same(totals[figure]?.known ?? 0, known.length, `the number of rows with ${figure}`);
          sameMoney(totals[figure]?.amounts ?? [], known, `the total of ${figure}`);
        }
        const { charges, lifetimeTotal } = totals;
        if (charges && lifetimeTotal)
          sameMoney(lifetimeTotal, [...totals.revenue.amounts, ...charges], 'the lifetime total');
      },
    });
  }
  return cases;
}

const time = (instant: string): number => Date.parse(instant);
const total = (rows: readonly CrossSellRow[], figure: 'orders' | 'units'): number =>
  rows.reduce((sum, row) => sum + row[figure], 0);

/**
 * Compares two texts by their first number. Other comparisons are not tested: every language and database has its own
 * collation.
 */
function byNumberWithin(a: string, b: string): number {
  const [x, y] = [a, b].map((text) => /^([^0-9]*)([0-9]+)/.exec(foldText(text)));
  return x && y && x[1] === y[1] ? compareNaturally(x[2]!, y[2]!) : 0;
}

function inOrder<T>(rows: readonly T[], compare: (a: T, b: T) => number, what: string): void {
  for (const [index, row] of rows.slice(1).entries())
    ensure(compare(rows[index]!, row) <= 0, `${what}: row ${index + 2} is out of order`);
}

type Figure = (typeof countFigures)[number] | (typeof moneyFigures)[number];

/** Compares two rows by a figure. Rows with different currencies may have any order; unknown figures come last. */
const byFigure =
  (figure: Figure, sign: 1 | -1) =>
  (a: CrossSellRow, b: CrossSellRow): number => {
    const [x, y] = [a[figure] ?? undefined, b[figure] ?? undefined];
    if (x === undefined || y === undefined) return Number(x === undefined) - Number(y === undefined);
    if (typeof x === 'number' || typeof y === 'number') return sign * (Number(x) - Number(y));
    return x.currency === y.currency ? sign * decimal.compare(x.value, y.value) : 0;
  };
