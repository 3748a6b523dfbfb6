// The figures that come from orders alone, for a shop that has nothing in common with the demo's.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { build } from 'esbuild';
import * as v from 'valibot';
import { AdapterError } from '../../src/adapter/adapter-error.ts';
import { purchasePorts, purchases, type Purchase, type PurchasePorts } from '../../src/adapter/toolkit/index.ts';
import { protocolCapabilities } from '../../src/adapter/capabilities.ts';
import { CrossSellRow, CrossSellTotals } from '../../src/domain/cross-sell.ts';
import { OrderDetail } from '../../src/domain/order-detail.ts';
import { OrderEntry } from '../../src/domain/order.ts';
import { page } from '../../src/domain/page.ts';
import { CustomerStats } from '../../src/domain/stats.ts';

const gbp = (value: string) => ({ value, currency: 'GBP' });
const eur = (value: string) => ({ value, currency: 'EUR' });
const line = (id: string, productId: string, quantity: number, total: string, more: object = {}) => ({
  id,
  kind: 'product' as const,
  title: `Product ${productId}`,
  sku: `SKU-${productId}`,
  productId,
  quantity,
  unitPrice: gbp('1.00'),
  total: gbp(total),
  ...more,
});
const charge = (total: string) => ({
  ...{ id: 'c', kind: 'charge' as const, title: 'Postage', quantity: 1 },
  ...{ unitPrice: gbp(total), total: gbp(total) },
});
const base = { customerId: '17', status: {} };

const sale: Purchase = {
  ...base,
  ...{ kind: 'order', id: 'o1', number: '#1', placedAt: '2026-01-31T23:30:00Z', total: gbp('28.00'), itemCount: 3 },
  // The discount of 2.00 is in no line.
  lines: [
    line('1', 'tea', 2, '20.00', { cost: gbp('8.00'), fee: gbp('0.50'), discounts: [{ amount: gbp('1.00') }] }),
    line('2', 'pot', 1, '7.00', { cost: gbp('3.00') }),
    charge('3.00'),
  ],
  payments: [
    { id: 'p', amount: gbp('28.00'), status: 'paid' },
    { id: 'f', amount: gbp('28.00'), status: 'failed' },
  ],
  refunds: [
    { id: 'r', amount: gbp('4.00'), status: 'refunded' },
    { id: 's', amount: gbp('9.00'), status: 'pending' },
  ],
};
const back: Purchase = {
  ...base,
  ...{ kind: 'return', id: 'o2', number: 'R-1', placedAt: '2026-02-03T10:00:00Z', total: gbp('-10.00'), itemCount: 1 },
  original: { id: 'o1', number: '#1' },
  lines: [line('3', 'tea', -1, '-10.00', { cost: gbp('-4.00'), fee: gbp('0.00'), discounts: [] })],
  payments: [],
  refunds: [],
};
const canceled: Purchase = {
  ...base,
  ...{ kind: 'order', id: 'o3', number: '#10', placedAt: '2026-02-05T10:00:00Z', total: gbp('100.00') },
  status: { cancellation: { status: 'full' } },
  lines: [line('4', 'tea', 10, '100.00')],
  payments: [],
  refunds: [],
};
const abroad: Purchase = {
  ...base,
  ...{ kind: 'order', id: 'o4', number: '#9', placedAt: '2026-02-05T10:00:00Z', total: eur('5.00') },
  lines: [line('5', 'tea', 1, '0', { total: eur('5.00') })],
  payments: [],
  refunds: [],
};
const all = [sale, back, canceled, abroad];
const bought = purchases('17', all);
const asked = { first: 1000 };
const utc = { timeZone: 'UTC' };

describe('purchases', () => {
  it('are answers of the contract', () => {
    const stats = bought.stats({}, utc);
    assert.deepEqual(v.parse(CustomerStats, stats), stats);
    v.parse(page(OrderEntry), bought.orders(asked, utc));
    v.parse(page(CrossSellRow, CrossSellTotals), bought.crossSell(asked, utc));
    for (const { id } of all) v.parse(OrderDetail, bought.order(id));
  });

  it('declare what the protocol has', () => {
    const sorted = (can: object | undefined) =>
      Object.entries(can ?? {}).map(([name, value]: [string, unknown]) => [
        name,
        Array.isArray(value) ? value.map(String).toSorted((a, b) => (a < b ? -1 : 1)) : value,
      ]);
    const ports = purchasePorts(async () => bought);
    for (const name of ['orders', 'crossSell'] as const)
      assert.deepEqual(
        Object.fromEntries(sorted(ports[name].capabilities?.list)),
        Object.fromEntries(sorted(protocolCapabilities[`${name}.list`])),
      );
  });

  it('list the history, newest first, numbers as numbers, with the number of orders and returns', () => {
    const { items, totals, next } = bought.orders(asked, utc);
    assert.deepEqual(
      items.map(({ id }) => id),
      ['o3', 'o4', 'o2', 'o1'],
    );
    assert.deepEqual([totals, next], [{ orders: 3, returns: 1, requestedReturns: 0 }, null]);
    assert.ok(items.every((item) => !('lines' in item) && !('payments' in item)));
    assert.deepEqual(
      bought.orders({ first: 1, text: 'product POT' }, utc).items.map(({ id }) => id),
      ['o1'],
    );
  });

  it('give the details of one order, its returns among them, without what the goods cost', () => {
    const order = bought.order('o1');
    assert.deepEqual(order.related, [{ kind: 'return', id: 'o2', number: 'R-1' }]);
    assert.doesNotMatch(JSON.stringify(order), /cost|fee/);
    assert.throws(() => bought.order('o9'), { code: 'not-found' });
    const products = new Map([['tea', { id: 'tea', title: 'Tea', image: '/tea.png' }]]);
    assert.equal(purchases('17', all, { products }).order('o1').lines[0]!.image, '/tea.png');
  });

  it('add up to statistics, each figure with its basis', () => {
    assert.deepEqual(bought.stats({}, utc), {
      customerId: '17',
      orders: { value: 2, basis: 'sales' },
      returns: { value: 1, basis: 'gross' },
      canceled: { value: 1, basis: 'gross' },
      lifetimeTotal: { amounts: [gbp('18.00'), eur('5.00')], basis: 'net-of-returns' },
      averageOrderValue: { amounts: [gbp('28.000000'), eur('5.000000')], basis: 'sales-per-order' },
      orderTotal: { amounts: [gbp('128.00'), eur('5.00')], basis: 'gross' },
      orderTotalExcludingCanceled: { amounts: [gbp('28.00'), eur('5.00')], basis: 'gross-without-canceled' },
      totalPaid: { amounts: [gbp('24.00')], basis: 'paid-net-of-refunds' },
      transactions: { value: 2, basis: 'transactions' },
      // Two orders do not say how many units they have: their lines do.
      items: { value: 14, basis: 'units' },
      canceledItems: { value: 10, basis: 'units' },
      returnedItems: { value: 1, basis: 'units' },
      firstOrderAt: sale.placedAt,
      lastOrderAt: abroad.placedAt,
    });
  });

  it('list payments and refunds as transactions, with the figures of the statistics', () => {
    const { items, totals } = bought.transactions(asked, utc);
    assert.deepEqual(
      items.map(({ kind, amount, order }) => [kind, amount.value, order?.number]),
      [
        ['refund', '-9.00', '#1'],
        ['refund', '-4.00', '#1'],
        ['payment', '28.00', '#1'],
        ['payment', '28.00', '#1'],
      ],
    );
    const { totalPaid, transactions } = bought.stats({}, utc);
    assert.deepEqual(totals, { totalPaid, transactions });
    // The figures are those of the rows that match, and a pending refund was not made.
    const refunds = bought.transactions({ ...asked, filter: { kind: 'refund' } }, utc);
    assert.deepEqual(refunds.totals.totalPaid?.amounts, [gbp('-4.00')]);
    assert.equal(bought.transactions({ ...asked, text: '#1' }, utc).items.length, 4);
  });

  it('give no figures of transactions if the status of one is unknown', () => {
    const paid = sale.payments!.map((payment) => ({ ...payment, status: undefined }));
    assert.deepEqual(purchases('17', [{ ...sale, payments: paid } as Purchase]).transactions(asked, utc).totals, {});
  });

  it('leave out what they do not know, rather than say nought', () => {
    const { payments: _, ...unpaid } = sale;
    const stats = purchases('17', [unpaid as Purchase, back]).stats({}, utc);
    assert.deepEqual([stats.totalPaid, stats.transactions], [undefined, undefined]);
    assert.deepEqual(stats.orders, { value: 1, basis: 'sales' });
    assert.deepEqual(purchases('18', []).stats({}, utc).averageOrderValue, null);
  });

  it('count on the day of the zone, and what came back of a canceled order nowhere', () => {
    const range = { from: '2026-02-01', to: '2026-02-28' };
    assert.equal(bought.stats(range, utc).orders!.value, 1);
    assert.equal(bought.stats(range, { timeZone: 'Asia/Jakarta' }).orders!.value, 2);
    const reversed = { ...back, original: { id: 'o3', number: '#10' } };
    assert.equal(purchases('17', [canceled, reversed]).stats(range, utc).returns!.value, 0);
    assert.deepEqual(purchases('17', [canceled, reversed]).crossSell({ ...asked, range }, utc).items, []);
  });

  it('add up to products bought, with totals that agree with the statistics', () => {
    const { items, totals } = bought.crossSell(asked, utc);
    const rows = items.map(({ id, orders, units, unitsReturned, revenue }) => [
      id,
      orders,
      units,
      unitsReturned,
      revenue,
    ]);
    assert.deepEqual(rows, [
      ['tea:EUR', 1, 1, 0, eur('5.00')],
      ['tea:GBP', 1, 2, 1, gbp('10.00')],
      ['pot:GBP', 1, 1, 0, gbp('7.00')],
    ]);
    const tea = items.find(({ id }) => id === 'tea:GBP')!;
    assert.deepEqual(
      [tea.cogs, tea.fees, tea.profit, tea.promotions, tea.promoRevenue, tea.nonPromoRevenue],
      [gbp('4.00'), gbp('0.50'), gbp('5.50'), gbp('1.00'), gbp('20.00'), gbp('-10.00')],
    );
    // The fee of one line is unknown, and profit with it.
    const pot = items.find(({ id }) => id === 'pot:GBP')!;
    assert.deepEqual([pot.cogs, pot.fees, pot.profit], [gbp('3.00'), undefined, undefined]);
    assert.deepEqual([totals.rows, totals.orders, totals.distinctOrders], [3, 3, 2]);
    assert.deepEqual(totals.lifetimeTotal, bought.stats({}, utc).lifetimeTotal!.amounts);
    // Postage of 3.00, and the discount of 2.00 that is in no line.
    assert.deepEqual(totals.charges, [gbp('1.00')]);
  });

  it('list a return that is only requested, and count it nowhere', () => {
    const requested: Purchase = {
      ...base,
      ...{ kind: 'return', id: 'o5', number: 'R-2', placedAt: '2026-02-06T10:00:00Z', itemCount: 1 },
      status: { return: { status: 'requested' } },
      original: { id: 'o1', number: '#1' },
      lines: [line('6', 'tea', -1, '-10.00')],
      payments: [],
      refunds: [{ id: 'q', amount: gbp('10.00'), status: 'refunded' }],
    };
    const more = purchases('17', [...all, requested]);
    const { items, totals } = more.orders(asked, utc);
    assert.deepEqual([items[0]!.id, items[0]!.total], ['o5', undefined]);
    assert.deepEqual(totals, { orders: 3, returns: 2, requestedReturns: 1 });
    assert.equal(more.order('o5').total, undefined);
    assert.deepEqual(
      more.order('o1').related!.map(({ id }) => id),
      ['o5', 'o2'],
    );
    assert.deepEqual(more.stats({}, utc), bought.stats({}, utc));
    assert.deepEqual(more.crossSell(asked, utc), bought.crossSell(asked, utc));
  });

  it('know the total of a return by its lines, once it has come back', () => {
    const { total: _, ...unpriced } = back;
    const priceless = purchases('17', [sale, unpriced as Purchase]);
    assert.deepEqual(priceless.order('o2').total, gbp('-10.00'));
    assert.deepEqual(priceless.stats({}, utc).lifetimeTotal!.amounts, [gbp('18.00')]);
  });

  it('group the variants under their product, highest revenue first, with figures that add up', () => {
    const of = (id: string, variant: string, quantity: number, total: string) =>
      line(id, 'cup', quantity, total, {
        ...{ variant: { id: variant, title: `Size ${variant}` }, sku: `CUP-${variant}` },
        ...{ discounts: [{ amount: gbp('0.50') }, { amount: gbp('0.25') }], cost: gbp('1.00') },
      });
    const lines = [of('a', 's', 1, '5.00'), of('b', 'l', 2, '12.00')];
    const order = { ...sale, lines: [...lines, line('c', 'pot', 1, '7.00')] };
    const returned = { ...back, lines: [of('d', 'l', -1, '-6.00')] };
    const { items } = purchases('17', [order, returned]).crossSell(asked, utc);
    const [cup, pot] = ['cup', 'pot'].map((id) => items.find(({ product }) => product.id === id)!);
    const variants = cup!.variants!.map(({ id, title, sku, orders, units, unitsReturned, revenue, promotions }) => [
      ...[id, title, sku, orders, units, unitsReturned],
      ...[revenue.value, promotions!.value],
    ]);
    assert.deepEqual(variants, [
      ['l', 'Size l', 'CUP-l', 1, 2, 1, '6.00', '1.50'],
      ['s', 'Size s', 'CUP-s', 1, 1, 0, '5.00', '0.75'],
    ]);
    assert.deepEqual([cup!.orders, cup!.units, cup!.revenue, cup!.cogs], [1, 3, gbp('11.00'), gbp('3.00')]);
    // The SKU of a line is that of its variant, not of the product.
    assert.deepEqual(cup!.product, { id: 'cup', title: 'Product cup' });
    assert.equal(pot!.variants, undefined);
    // One line has no variant: the others would not add up to the product.
    const partly = { ...order, lines: [...lines, line('e', 'cup', 1, '5.00')] };
    assert.equal(purchases('17', [partly]).crossSell(asked, utc).items[0]!.variants, undefined);
    const found = purchases('17', [order]).crossSell({ ...asked, text: 'size l' }, utc).items;
    assert.deepEqual(
      found.map(({ product }) => product.id),
      ['cup'],
    );
  });

  it('leave charges and the lifetime total out of the totals of a search', () => {
    const { items, totals } = bought.crossSell({ ...asked, text: 'pot' }, utc);
    assert.equal(items.length, 1);
    assert.deepEqual([totals.charges, totals.lifetimeTotal, totals.distinctOrders], [undefined, undefined, 1]);
  });

  it('bring along neither the demo nor the table of operations', async () => {
    const { metafile } = await build({
      stdin: {
        contents: `export { purchases } from './src/adapter/toolkit/index.ts';`,
        resolveDir: '.',
        loader: 'ts',
      },
      ...{ bundle: true, minify: true, format: 'esm', write: false, metafile: true, treeShaking: true },
    });
    const used = Object.values(metafile.outputs).flatMap(({ inputs }) =>
      Object.entries(inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0),
    );
    assert.ok(used.length > 5);
    for (const [path] of used) assert.doesNotMatch(path, /adapters|ports|operations|conformance/, path);
  });
});

describe('the ports of purchases', () => {
  /** The ports of a platform that reads with what it is asked, and what it was asked. */
  const open = () => {
    const read: unknown[][] = [];
    const ports = purchasePorts(async (customerId, options) => {
      read.push([customerId, options]);
      return bought;
    });
    return { ports, read };
  };
  const options = { signal: new AbortController().signal, locale: 'en-GB', timeZone: 'Asia/Jakarta' };
  const days = { from: '2026-02-01', to: '2026-02-04' };
  const few = { first: 1, range: days, sort: { field: 'placedAt', direction: 'ascending' } } as const;
  const pages = { first: 2, after: undefined, range: days };

  // The sale of 31 January in UTC was placed on the first of these days in Jakarta.
  for (const [method, ask, expected] of [
    ['orders.list', (ports) => ports.orders.list('17', few, options), bought.orders(few, options)],
    ['orders.get', (ports) => ports.orders.get('17', 'o2', options), bought.order('o2')],
    [
      'transactions.list',
      (ports) => ports.transactions.list!('17', pages, options),
      bought.transactions(pages, options),
    ],
    ['crossSell.list', (ports) => ports.crossSell.list!('17', pages, options), bought.crossSell(pages, options)],
    ['stats.get', (ports) => ports.stats.get!('17', days, options), bought.stats(days, options)],
  ] as readonly [string, (ports: PurchasePorts) => Promise<unknown>, unknown][])
    it(`answer ${method} from the purchases of the customer, read once with the options of the call`, async () => {
      const { ports, read } = open();
      assert.deepEqual(await ask(ports), expected);
      assert.deepEqual(read, [['17', options]]);
    });

  it('fail as the read does', async () => {
    const ports = purchasePorts(() => Promise.reject(new AdapterError('offline')));
    await assert.rejects(ports.orders.get('17', 'o1', options), { code: 'offline' });
    await assert.rejects(open().ports.orders.get('17', 'none', options), { code: 'not-found' });
  });
});
