import * as decimal from '../../domain/decimal.ts';
import { ensure, same, skip } from './assert.ts';
import { all, reading, type ConformanceCase, type ConformanceSetup } from './subject.ts';

/** Tests the order of wishlists and carts, and that the carts in the totals are those of the list. */
export function chosenProductCases({
  adapter: { wishlist, cart },
  customers: { full },
}: ConformanceSetup): ConformanceCase[] {
  const cases: ConformanceCase[] = [];
  for (const [name, list] of [
    ['wishlist.list', wishlist?.list?.bind(wishlist)],
    ['cart.list', cart?.list?.bind(cart)],
  ] as const)
    if (list)
      cases.push({
        name: `${name}: is sorted by the time of adding, newest first, unknown times last`,
        async run() {
          const times = (await list(full, all, reading())).items.map(({ addedAt }) =>
            addedAt ? Date.parse(addedAt) : -Infinity,
          );
          same(
            times,
            times.toSorted((a, b) => (a === b ? 0 : b - a)),
            'the times',
          );
        },
      });
  if (!cart?.list) return cases;
  const list = cart.list.bind(cart);
  cases.push({
    name: 'cart.list: the totals have each cart of the rows, with its units',
    async run() {
      const { items, totals } = await list(full, all, reading());
      if (!totals) skip('the list has no totals');
      const units = new Map<string, number>();
      for (const { cartId, quantity } of items) units.set(cartId, (units.get(cartId) ?? 0) + quantity);
      for (const [id, count] of units) {
        const found = totals.carts.find((one) => one.id === id);
        ensure(found, `the cart ${JSON.stringify(id)} of a row is not in the totals`);
        if (found.units !== undefined) same(found.units, count, `the units of the cart ${JSON.stringify(id)}`);
      }
      for (const { id } of totals.carts) ensure(units.has(id), `the cart ${JSON.stringify(id)} has no row`);
    },
  });
  cases.push({
    name: 'cart.list: the price of a line and the total of its cart are in one currency',
    async run() {
      const { items, totals } = await list(full, all, reading());
      for (const { id, cartId, unitPrice, lineTotal } of items) {
        const total = totals?.carts.find((one) => one.id === cartId)?.total;
        const currencies = new Set([unitPrice, lineTotal, total].flatMap((amount) => amount?.currency ?? []));
        ensure(currencies.size < 2, `the row ${JSON.stringify(id)} mixes ${[...currencies].join(' and ')}`);
        if (lineTotal) ensure(decimal.sign(lineTotal.value) >= 0, `the row ${JSON.stringify(id)} is below zero`);
      }
    },
  });
  if (cart.capabilities?.list?.search)
    cases.push({
      name: 'cart.list: a search does not change the carts in the totals',
      async run() {
        const { items, totals } = await list(full, all, reading());
        const text = items.flatMap(({ product: { title, sku } }) => title ?? sku ?? [])[0];
        if (!totals || text === undefined) skip('no row has a text to search for');
        same((await list(full, { ...all, text }, reading())).totals, totals, 'the totals of a search');
      },
    });
  return cases;
}
