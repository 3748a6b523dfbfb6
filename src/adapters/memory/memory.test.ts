import { expect } from 'chai';
import { conformance } from '../../adapter/conformance.ts';
import { shopCases } from '../../testing/conformance-cases.ts';
import { isAdapterError, type AdapterError } from '../../adapter/adapter-error.ts';
import type { PageRequest } from '../../adapter/options.ts';
import { totals } from '../../domain/amounts.ts';
import * as decimal from '../../domain/decimal.ts';
import type { Permissions } from '../../domain/operator.ts';
import { knownCustomers, createShop, memoryAdapter, MemoryStore, roles } from './index.ts';

const { archived, currencies, ingrid, masked, noOrders, onlyCanceled, onlyReturn, sameInstant, wholesale } =
  knownCustomers;
/** Makes each write to an object, or to what it contains, an error. */
function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deepFreeze);
  return value;
}

// Adapters share a shop, so stores must not write to it.
const shop = deepFreeze(createShop({ customers: 40 }));
const options = { signal: new AbortController().signal };
const viewer = { id: 'op-9', name: 'Vera Lind' };
const all: PageRequest = { first: 1000 };
const fresh = () => memoryAdapter({ store: new MemoryStore(shop) });
const rejection = (call: Promise<unknown>): Promise<AdapterError> =>
  call.then(
    () => expect.fail('should have been refused'),
    (thrown: unknown) => (isAdapterError(thrown) ? thrown : expect.fail(String(thrown))),
  );

describe('memoryAdapter fulfills the contract', () => {
  const store = new MemoryStore(shop);
  const cases = shopCases({
    adapter: memoryAdapter({ store }),
    restricted: memoryAdapter({ store, role: 'viewer', actor: viewer }),
    customers: { full: ingrid, empty: noOrders, missing: 'C-0', archived },
  });
  for (const { name, run } of cases) it(name, run);
});

describe('memoryAdapter: search and sort', () => {
  const place = 'Łódź,  Straße İ 5+1 100%_';
  const [order] = shop.orders.filter(({ customerId, lines }) => customerId === ingrid && lines.length > 0);
  const first = <T extends { readonly customerId: string }>(rows: readonly T[], change: (row: T) => T): T[] => {
    const index = rows.findIndex(({ customerId }) => customerId === ingrid);
    return rows.map((row, at) => (at === index ? change(row) : row));
  };
  const store = new MemoryStore({
    ...shop,
    orders: shop.orders.map((row) =>
      row === order ? { ...row, lines: row.lines.map((line) => ({ ...line, title: place })) } : row,
    ),
    products: shop.products.map((product, at) => (at === 0 ? { ...product, title: place } : product)),
    notes: first(shop.notes, (note) => ({ ...note, body: place })),
    entries: first(shop.entries, (entry) => ({ ...entry, description: place })),
    coupons: first(shop.coupons, (coupon) => ({ ...coupon, name: place })),
    addresses: first(shop.addresses, (book) => ({
      ...book,
      address: { id: book.id, lines: ['1 Kiln Lane', place], country: 'PL' },
    })),
    businessAccounts: [{ id: 'b', name: place }, ...shop.businessAccounts],
  });
  const { orders, notes, credit, coupons, addresses, businessAccounts } = memoryAdapter({ store });
  const lists = {
    orders: (page: PageRequest) => orders.list(ingrid, page, options),
    notes: (page: PageRequest) => notes.list(ingrid, page, options),
    entries: async (page: PageRequest) => {
      const [account] = shop.entries.filter(({ customerId }) => customerId === ingrid);
      return credit.entries(ingrid, account!.accountId, page, options);
    },
    coupons: (page: PageRequest) => coupons.list(ingrid, page, options),
    addresses: (page: PageRequest) => addresses.list(ingrid, page, options),
    'business accounts': (page: PageRequest) => businessAccounts.list(ingrid, page, options),
  };
  for (const [name, list] of Object.entries(lists)) {
    it(`${name} ignore case, diacritics and white space in a search, and match signs literally`, async () => {
      for (const text of [place, 'lodz, strasse', 'ŁÓDŹ, STRASSE i', '5+1 100%_'])
        expect((await list({ ...all, text })).total, text).to.equal(1);
      for (const text of ['5 1 100', '100__', 'lodzstrasse'])
        expect((await list({ ...all, text })).total, text).to.equal(0);
    });
  }

  it('orders are sorted by number numerically, with stable cursors', async () => {
    const numbers = ['#3127', '#10119', '#10512', 'R-9', 'R-10'];
    const [sample] = shop.orders.filter(({ customerId }) => customerId === ingrid);
    const few = new MemoryStore({
      ...shop,
      orders: numbers.toReversed().map((number) => ({ ...sample!, id: number, number, archived: false })),
    });
    const port = memoryAdapter({ store: few }).orders;
    for (const [direction, wanted] of [
      ['ascending', numbers],
      ['descending', numbers.toReversed()],
    ] as const) {
      const found: string[] = [];
      let after: string | undefined;
      do {
        const page = await port.list(ingrid, { first: 2, after, sort: { field: 'number', direction } }, options);
        found.push(...page.items.map(({ number }) => number));
        after = page.next ?? undefined;
      } while (after !== undefined);
      expect(found).to.deep.equal(wanted);
    }
    // The default order sorts equal times by number, descending.
    const { items } = await port.list(ingrid, all, options);
    expect(items.map(({ number }) => number)).to.deep.equal(numbers.toReversed());
  });

  it('business accounts are sorted by name and the catalog by title, both numerically', async () => {
    const texts = ['Cup 2 x 9', 'cup 2 x 10', 'Cup 10 x 1', 'Mug 3', 'Mug 12'];
    const [product] = shop.products;
    const ids = texts.map((text, index) => ({ id: `s-${texts.length - index}`, text })).toReversed();
    const adapter = memoryAdapter({
      store: new MemoryStore({
        ...shop,
        businessAccounts: ids.map(({ id, text }) => ({ id, name: text })),
        products: ids.map(({ id, text }) => ({ ...product!, id, title: text })),
      }),
    });
    const read = async <T>(list: (page: PageRequest) => Promise<{ items: readonly T[]; next: string | null }>) => {
      const found: T[] = [];
      let after: string | undefined;
      do {
        const page = await list({ first: 2, after });
        found.push(...page.items);
        after = page.next ?? undefined;
      } while (after !== undefined);
      return found;
    };
    const accounts = await read((page) => adapter.businessAccounts.list(ingrid, page, options));
    expect(accounts.map(({ name }) => name)).to.deep.equal(texts);
    const products = await read((page) => adapter.products.list(page, options));
    expect(products.map(({ title }) => title)).to.deep.equal(texts);
  });

  it('half a surrogate pair and a range that ends before it begins are rejected', async () => {
    const written = await rejection(notes.create(ingrid, { body: 'a\uD83D' }, { idempotencyKey: 'half' }));
    expect([written.code, written.fieldErrors]).to.deep.equal([
      'validation',
      { body: 'has characters that cannot be stored' },
    ]);
    const asked = await rejection(
      orders.list(ingrid, { ...all, range: { from: '2026-12-31', to: '2026-01-01' } }, options),
    );
    expect(asked.code).to.equal('validation');
  });
});

describe('memoryAdapter with one note per customer fulfills the contract', () => {
  const store = new MemoryStore(shop);
  const cases = conformance({
    adapter: memoryAdapter({ store, singleNote: true }),
    restricted: memoryAdapter({ store, singleNote: true, role: 'viewer', actor: viewer }),
    customers: { full: ingrid, empty: noOrders, missing: 'C-0', archived },
  });
  for (const { name, run } of cases.filter((rule) => rule.name.startsWith('notes'))) it(name, run);
});

describe('memoryAdapter: languages', () => {
  it('sorts in any language, also an invalid one', async () => {
    for (const locale of ['id_ID', 'de_DE', 'not a locale', '', 'en-a'])
      expect((await fresh().notes.list(ingrid, all, { ...options, locale })).items.length, locale).to.be.greaterThan(0);
  });
});

describe('memoryAdapter: figures', () => {
  it('match the design', async () => {
    const stats = await fresh().stats.get(ingrid, {}, options);
    expect(stats).to.deep.include({
      orders: { value: 47, basis: 'sales' },
      lifetimeTotal: { amounts: [{ value: '18462.70', currency: 'GBP' }], basis: 'net-of-returns' },
      averageOrderValue: { amounts: [{ value: '399.382979', currency: 'GBP' }], basis: 'sales-per-order' },
      lastOrderAt: '2026-11-18T11:08:00Z',
      // The canceled #10350 was £74.50, the returns £308.30, and #10512 is not paid.
      orderTotal: { amounts: [{ value: '18845.50', currency: 'GBP' }], basis: 'gross' },
      orderTotalExcludingCanceled: {
        amounts: [{ value: '18771.00', currency: 'GBP' }],
        basis: 'gross-without-canceled',
      },
      totalPaid: { amounts: [{ value: '18050.30', currency: 'GBP' }], basis: 'paid-net-of-refunds' },
      transactions: { value: 54, basis: 'transactions' },
      items: { value: 1487, basis: 'units' },
      canceledItems: { value: 1, basis: 'units' },
      returnedItems: { value: 6, basis: 'units' },
    });
    const { items, totals } = await fresh().crossSell.list(ingrid, { first: 1 }, options);
    expect(items[0]).to.deep.include({ orders: 19, units: 412, profit: { value: '3402.07', currency: 'GBP' } });
    expect(totals).to.deep.include({
      rows: 23,
      distinctOrders: 47,
      units: 1486,
      profit: { amounts: [{ value: '7968.40', currency: 'GBP' }], known: 20 },
      charges: [{ value: '557.50', currency: 'GBP' }],
      lifetimeTotal: [{ value: '18462.70', currency: 'GBP' }],
    });
  });

  it('exclude a canceled order, which stays in the history', async () => {
    const adapter = fresh();
    const stats = await adapter.stats.get(onlyCanceled, {}, options);
    expect(stats).to.deep.include({ averageOrderValue: null, firstOrderAt: null });
    expect(stats.orders?.value).to.equal(0);
    expect(stats.lifetimeTotal?.amounts).to.deep.equal([]);
    expect(stats.orderTotal?.amounts).to.deep.equal([{ value: '40.50', currency: 'GBP' }]);
    expect(stats).to.deep.include({
      orderTotalExcludingCanceled: { amounts: [], basis: 'gross-without-canceled' },
      items: { value: 3, basis: 'units' },
      canceledItems: { value: 3, basis: 'units' },
    });
    expect((await adapter.orders.list(onlyCanceled, all, options)).totals).to.deep.equal({
      orders: 1,
      returns: 0,
      requestedReturns: 0,
    });
    expect((await adapter.crossSell.list(onlyCanceled, all, options)).items).to.deep.equal([]);
  });

  it('of an order that was canceled as a whole exclude its returns, in any range', async () => {
    const cancellation = { status: { code: 'full', label: 'Withdrawn' } };
    const orders = shop.orders.map((order) =>
      order.id === 'o-10388' ? { ...order, status: { ...order.status, cancellation } } : order,
    );
    const adapter = memoryAdapter({ store: new MemoryStore({ ...shop, orders }) });
    const [before, after] = await Promise.all([fresh(), adapter].map(({ stats }) => stats.get(ingrid, {}, options)));
    expect(before!.lifetimeTotal?.amounts).to.deep.equal([{ value: '18462.70', currency: 'GBP' }]);
    expect(after!.lifetimeTotal?.amounts).to.deep.equal([{ value: '18075.70', currency: 'GBP' }]);
    expect(after!.returns?.value).to.equal(before!.returns!.value - 1);
    expect(after!.canceled?.value).to.equal(before!.canceled!.value + 1);
    const { totals: products } = await adapter.crossSell.list(ingrid, all, options);
    expect(products?.lifetimeTotal).to.deep.equal([{ value: '18075.70', currency: 'GBP' }]);
    // On the day of the return, no order was placed.
    const range = { from: '2026-11-02', to: '2026-11-02' };
    const [then, now] = await Promise.all([fresh(), adapter].map(({ stats }) => stats.get(ingrid, range, options)));
    expect([then!.lifetimeTotal?.amounts, now!.lifetimeTotal?.amounts]).to.deep.equal([
      [{ value: '-129.00', currency: 'GBP' }],
      [],
    ]);
  });

  it('of a return without a sale are negative, without an average', async () => {
    const { lifetimeTotal, averageOrderValue, orders } = await fresh().stats.get(onlyReturn, {}, options);
    expect(lifetimeTotal?.amounts[0]?.value).to.match(/^-/);
    expect([averageOrderValue, orders?.value]).to.deep.equal([null, 0]);
    const [row] = (await fresh().crossSell.list(onlyReturn, all, options)).items;
    expect(row).to.deep.include({ orders: 0, units: 0, unitsReturned: 2 });
  });

  it('list a return that is only requested, and count it nowhere', async () => {
    const adapter = fresh();
    const { items, totals: counts } = await adapter.orders.list(knownCustomers.itemized, all, options);
    expect(counts).to.deep.equal({ orders: 1, returns: 2, requestedReturns: 1 });
    expect(items.map(({ total }) => total?.value)).to.deep.equal([undefined, '-20.90', '192.62']);
    const stats = await adapter.stats.get(knownCustomers.itemized, {}, options);
    expect([stats.returns?.value, stats.returnedItems?.value]).to.deep.equal([1, 2]);
    expect(stats.lifetimeTotal?.amounts).to.deep.equal([{ value: '171.72', currency: 'GBP' }]);
  });

  it('mask the addresses of an order for an operator who may not see the customer’s', async () => {
    const addressesFor = async (role: 'viewer' | 'manager') => {
      const { orders } = memoryAdapter({ store: new MemoryStore(createShop({ customers: 1 })), role });
      const { shippingAddress, billingAddress } = await orders.get(ingrid, 'o-10240', options);
      return [shippingAddress, billingAddress];
    };
    const masked = { withheld: 'masked', display: '•••••, London' };
    expect(await addressesFor('viewer')).to.deep.equal([masked, masked]);
    expect((await addressesFor('manager'))[0]).to.deep.include({ postalCode: 'SE24 9DB', country: 'GB' });
  });

  it('list several currencies side by side', async () => {
    const adapter = fresh();
    const { lifetimeTotal, averageOrderValue } = await adapter.stats.get(currencies, {}, options);
    const kinds = ['EUR', 'GBP', 'USD'];
    expect(lifetimeTotal?.amounts.map(({ currency }) => currency).toSorted()).to.deep.equal(kinds);
    expect(averageOrderValue?.amounts.map(({ currency }) => currency).toSorted()).to.deep.equal(kinds);
    const { items: history } = await adapter.orders.list(currencies, all, options);
    const sales = history.flatMap(({ kind, total, status }) =>
      kind === 'order' && total.currency === 'GBP' && !status.cancellation ? total : [],
    );
    const sum = totals(sales)[0]!.value;
    expect(averageOrderValue?.amounts).to.deep.include({
      value: decimal.divide(sum, String(sales.length), 6),
      currency: 'GBP',
    });
    const { items } = await adapter.crossSell.list(currencies, all, options);
    expect(new Set(items.map(({ product }) => product.id)).size).to.be.below(items.length);
    expect(
      items.every((row) =>
        [row.promotions, row.cogs, row.fees].every((amount) => !amount || amount.currency === row.revenue.currency),
      ),
    ).to.equal(true);
  });

  it('are absent if their parts are unknown, as is the profit', async () => {
    const { items, totals } = await fresh().crossSell.list(wholesale, all, options);
    const withoutCost = items.filter((row) => !('cogs' in row));
    expect(withoutCost).to.have.length.above(0);
    expect(withoutCost.every((row) => !('profit' in row))).to.equal(true);
    expect(totals.cogs?.known).to.equal(items.length - withoutCost.length);
  });

  it('are unknown if one of their parts is unknown', async () => {
    const orders = shop.orders.map((order) =>
      order.number === '#10498'
        ? { ...order, lines: order.lines.map((line) => ({ ...line, cost: undefined })) }
        : order,
    );
    const { crossSell } = memoryAdapter({ store: new MemoryStore({ ...shop, orders }) });
    const { items } = await crossSell.list(ingrid, { ...all, text: 'COF-HB-1K' }, options);
    expect(items[0]).to.not.have.any.keys('cogs', 'profit');
    expect(items[0]).to.have.nested.property('fees.value', '125.16');
  });

  it('of a search cover the matches, without the lifetime total', async () => {
    const { items, totals, total } = await fresh().crossSell.list(ingrid, { ...all, text: 'CUP' }, options);
    expect(items.map(({ product }) => product.sku)).to.have.members(['CUP-220-OAT', 'ESP-90-INK', 'PPR-227-50']);
    expect([total, totals.rows, totals.charges, totals.lifetimeTotal]).to.deep.equal([3, 3, undefined, undefined]);
  });
});

describe('memoryAdapter: lists', () => {
  it('pages hundreds of orders in any order', async () => {
    const adapter = fresh();
    for (const field of ['total', 'number', 'placedAt', 'itemCount']) {
      const seen = new Set<string>();
      let after: string | undefined;
      do {
        const page = await adapter.orders.list(
          wholesale,
          { first: 37, after, sort: { field, direction: 'ascending' } },
          options,
        );
        for (const { id } of page.items) seen.add(id);
        after = page.next ?? undefined;
      } while (after !== undefined);
      expect(seen.size, field).to.equal((await adapter.orders.list(wholesale, { first: 1 }, options)).total);
    }
  });

  it('pages orders of the same instant', async () => {
    const adapter = fresh();
    const first = await adapter.orders.list(sameInstant, { first: 11 }, options);
    const second = await adapter.orders.list(sameInstant, { first: 19, after: first.next! }, options);
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).to.equal(30);
    expect(second.next).to.equal(null);
  });

  it('finds an order by its contents, and filters by kind and status', async () => {
    const { list } = fresh().orders;
    const found = await list(ingrid, { ...all, text: ' grinder ' }, options);
    expect(found.items.length).to.equal(3);
    expect((await list(ingrid, { ...all, filter: { kind: 'return' } }, options)).totals).to.deep.equal({
      orders: 0,
      returns: 5,
      requestedReturns: 0,
    });
    const open = await list(ingrid, { ...all, filter: { payment: 'pending' } }, options);
    expect(open.items.map(({ number }) => number)).to.deep.equal(['#10512']);
  });

  it('rejects a cursor of another list, and an invalid one', async () => {
    const { list } = fresh().orders;
    const { next } = await list(ingrid, { first: 2 }, options);
    for (const request of [
      { first: 2, after: 'made up' },
      { first: 2, after: next!, text: 'cup' },
    ]) {
      expect(await rejection(list(ingrid, request, options))).to.deep.include({
        code: 'validation',
        fieldErrors: { after: 'is not a cursor of this list' },
      });
    }
  });

  it('rejects filters and sort keys that are names of Object.prototype', async () => {
    const { list } = fresh().orders;
    const filtered = list(ingrid, { ...all, filter: { constructor: 'x' } }, options);
    const sorted = list(ingrid, { ...all, sort: { field: 'toString', direction: 'ascending' } }, options);
    for (const call of [filtered, sorted]) expect((await rejection(call)).code).to.equal('unsupported');
  });

  it('rejects invalid days and time zones', async () => {
    const { list } = fresh().orders;
    expect((await rejection(list(ingrid, { ...all, range: { from: 'yesterday' } }, options))).code).to.equal(
      'validation',
    );
    const zoned = list(ingrid, { ...all, range: { from: '2026-01-01' } }, { ...options, timeZone: 'Europe/Nowhere' });
    expect((await rejection(zoned)).fieldErrors).to.have.property('timeZone');
  });
});

describe('memoryAdapter: operators', () => {
  it('share a store, but write under their own names and keys', async () => {
    const store = new MemoryStore(shop);
    const [dana, tom] = ['Dana', 'Tom'].map((name) => memoryAdapter({ store, actor: { id: name, name } }));
    const write = { idempotencyKey: 'the same' };
    const first = await dana!.notes.create(ingrid, { body: 'One' }, write);
    const second = await tom!.notes.create(ingrid, { body: 'Two' }, write);
    expect([first.author.id, second.author.id]).to.deep.equal(['Dana', 'Tom']);
    const { items } = await dana!.notes.list(ingrid, { first: 3 }, options);
    expect(items.map(({ body }) => body)).to.include.members(['One', 'Two']);
  });

  it('receive the reason of a rejection', async () => {
    const { notes } = memoryAdapter({ store: new MemoryStore(shop), role: 'viewer' });
    const error = await rejection(notes.create(ingrid, { body: 'No' }, { idempotencyKey: 'k' }));
    expect(error).to.include({ code: 'forbidden', reason: 'Agents and managers may write notes.' });
  });

  it('receive the stored response for a write that they may no longer make', async () => {
    const store = new MemoryStore(shop);
    const write = (permissions: Permissions | undefined, idempotencyKey: string) =>
      memoryAdapter({ store, permissions }).notes.create(ingrid, { body: 'Once' }, { idempotencyKey });
    const first = await write(undefined, 'k1');
    expect(await write(roles.viewer.permissions, 'k1')).to.deep.equal(first);
    expect((await rejection(write(roles.viewer.permissions, 'k2'))).code).to.equal('forbidden');
  });

  it('may lack the permission to read; planned operations are unsupported', async () => {
    const permissions = { 'customers.get': { state: 'denied' }, 'credit.adjust': { state: 'planned' } } as const;
    const { customers, credit } = memoryAdapter({ store: new MemoryStore(shop), permissions });
    expect((await rejection(customers.get(masked, options))).code).to.equal('forbidden');
    const adjustment = { accountId: 'cr-20817-gbp', amount: { value: '1', currency: 'GBP' }, description: 'x' };
    expect((await rejection(credit.adjust(ingrid, adjustment, { idempotencyKey: 'k' }))).code).to.equal('unsupported');
  });

  it('do not change the shop that the store was made from', async () => {
    const before = JSON.stringify(shop);
    await fresh().notes.create(ingrid, { body: 'Only here' }, { idempotencyKey: 'k' });
    expect(JSON.stringify(shop)).to.equal(before);
  });
});
