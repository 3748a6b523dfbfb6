import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CreditAccount } from '../../../src/domain/credit.ts';
import type { CrossSellRow } from '../../../src/domain/cross-sell.ts';
import type { NewVersusReturning } from '../../../src/domain/insights.ts';
import type { OrderEntry } from '../../../src/domain/order.ts';
import type { Transaction } from '../../../src/domain/transaction.ts';
import type { Listed } from './client.ts';
import { gbp, createImporter } from './importer.ts';
import type { TestServer } from './test-server.ts';

/** Tests the rules of the import with files of a few lines, and reads the result over HTTP. */
export function testImport(server: () => TestServer): void {
  describe('import', () => {
    const { get, load, customerOf, statsOf, ordersOf, orderOf, crossSellOf } = createImporter(server);

    it('imports a customer’s number and country only', async () => {
      await load({ invoice: '1000', customer: '1' });
      const customer = await customerOf('1');
      assert.deepEqual(Object.keys(customer).toSorted(), ['country', 'id', 'version']);
      assert.equal(customer.country, 'United Kingdom');
    });

    it('takes the country from the latest invoice; of equal times from the higher number', async () => {
      const at = '2011-05-01 09:00:00';
      await load(
        { invoice: '1012', customer: '2', at, country: 'EIRE' },
        { invoice: '1010', customer: '2', at: '2011-04-01 09:00:00', country: 'Spain' },
        { invoice: '1011', customer: '2', at, country: 'France' },
      );
      assert.equal((await customerOf('2')).country, 'EIRE');
      await load({ invoice: '1013', customer: '2', at: '2011-06-01 09:00:00', country: 'Unspecified' });
      assert.ok(!('country' in (await customerOf('2'))));
    });

    it('skips and counts lines without a customer', async () => {
      const summary = await load({ invoice: '1020', customer: '3' }, { invoice: '1020' }, { invoice: '1021' });
      assert.deepEqual(summary, {
        lines: 1,
        orders: 1,
        returns: 0,
        customers: 1,
        products: 1,
        withoutCountry: 0,
        skipped: 2,
      });
    });

    it('keeps identical lines apart', async () => {
      const line = { invoice: '1030', customer: '4', quantity: 3, price: '1.10' };
      await load(line, line);
      const [order] = await ordersOf('4');
      assert.deepEqual([order?.itemCount, order?.total, order?.summary], [6, gbp('6.60'), { title: 'HEART', more: 1 }]);
      const [row] = (await crossSellOf('4')).items;
      assert.deepEqual([row?.orders, row?.units, row?.revenue], [1, 6, gbp('6.60')]);
    });

    it('dates an order by its earliest line, in London time, on either side of daylight saving', async () => {
      await load(
        { invoice: '1040', customer: '5', at: '2011-03-26 12:01:00' },
        { invoice: '1040', customer: '5', at: '2011-03-26 12:00:00' },
        { invoice: '1041', customer: '5', at: '2011-03-28 12:00:00' },
        { invoice: '1042', customer: '5', at: '2011-10-29 00:30:00' },
        { invoice: '1043', customer: '5', at: '2011-10-31 00:30:00' },
      );
      const times = (await ordersOf('5')).map(({ number, placedAt }) => [number, placedAt]);
      assert.deepEqual(times, [
        ['1043', '2011-10-31T00:30:00Z'],
        ['1042', '2011-10-28T23:30:00Z'],
        ['1041', '2011-03-28T11:00:00Z'],
        ['1040', '2011-03-26T12:00:00Z'],
      ]);
      // The range uses London's days too.
      const { items } = await get<Listed<OrderEntry>>('5/orders?from=2011-10-29&to=2011-10-29&timeZone=Europe/London');
      assert.deepEqual(
        items.map(({ number }) => number),
        ['1042'],
      );
    });

    it('counts customers in the months of their orders, from the first hour to the last', async () => {
      await load(
        { invoice: '1045', customer: '51', at: '2009-01-01 00:00:00' },
        { invoice: '1046', customer: '51', at: '2009-01-31 23:59:59' },
        { invoice: '1047', customer: '52', at: '2009-01-31 23:59:59' },
        { invoice: '1048', customer: '51', at: '2009-02-28 23:59:59' },
        { invoice: '1049', customer: '52', at: '2009-04-01 00:00:00' },
      );
      const query = 'from=2009-01-15&to=2009-04-10&timeZone=Europe/London';
      const { body } = await server().manager.get<NewVersusReturning>(`/insights/new-versus-returning?${query}`);
      assert.deepEqual(body.months, [
        { month: '2009-01', newCustomers: 2, returningCustomers: 0 },
        { month: '2009-02', newCustomers: 0, returningCustomers: 1 },
        { month: '2009-04', newCustomers: 0, returningCustomers: 1 },
      ]);
    });

    it('sorts newest first; equal times by number, descending', async () => {
      const at = '2011-02-01 10:00:00';
      const invoices = ['999', '1051', '1050', 'C1052'];
      await load(
        ...invoices.map((invoice) => ({ invoice, customer: '6', at, quantity: invoice.startsWith('C') ? -1 : 1 })),
      );
      assert.deepEqual(
        (await ordersOf('6')).map(({ number }) => number),
        ['C1052', '1051', '1050', '999'],
      );
    });

    it('imports an invoice that begins with C as a separate, negative return without an order', async () => {
      await load(
        { invoice: '1060', customer: '7', quantity: 5 },
        { invoice: 'C1061', customer: '7', quantity: -2, at: '2011-01-11 10:00:00' },
      );
      const [back] = await ordersOf('7');
      assert.deepEqual([back?.kind, back?.total, back?.itemCount], ['return', gbp('-5.10'), 2]);
      assert.ok(back && !('original' in back));
    });

    it('imports no payment, fulfillment or status', async () => {
      await load({ invoice: '1070', customer: '8' });
      const order = await orderOf('8', '1070');
      assert.deepEqual(order.status, {});
      assert.ok(!('payments' in order) && !('fulfillments' in order));
      assert.ok(!('canceled' in (await statsOf('8'))));
    });

    it('makes one transaction of each sale, of unknown method and status, also if it is imported again', async () => {
      const at = '2011-02-01 10:00:00';
      const lines = [
        { invoice: '1090', customer: '10', quantity: 2, price: '1.10', at },
        { invoice: '1090', customer: '10', price: '3.00', at },
        { invoice: '1091', customer: '10', at: '2011-02-02 10:00:00' },
        { invoice: 'C1092', customer: '10', quantity: -1 },
      ];
      const listed = () => get<Listed<Transaction, object>>('10/transactions');
      await load(...lines);
      const first = await listed();
      assert.deepEqual(first.items.at(-1), {
        id: 'payment:1090:sale',
        ...{ customerId: '10', kind: 'payment', createdAt: '2011-02-01T10:00:00Z', amount: gbp('5.20') },
        ...{ reference: '1090', order: { id: '1090', kind: 'order', number: '1090' } },
      });
      // Whether it was paid is unknown, so no figure says how much was.
      assert.deepEqual(
        first.items.map(({ reference }) => reference),
        ['1091', '1090'],
      );
      assert.deepEqual(first.totals, {});
      await load(...lines);
      assert.deepEqual(await listed(), first);
      await load({ invoice: '1090', customer: '10', price: '9.00', at });
      assert.deepEqual((await listed()).items.at(-1)?.amount, gbp('9.00'));
    });

    it('imports codes that begin with a digit as products, and others as charges', async () => {
      await load(
        { invoice: '1080', customer: '9', code: '22423', description: 'CAKESTAND', price: '12.75' },
        { invoice: '1080', customer: '9', code: 'POST', description: 'POSTAGE', price: '18.00' },
        { invoice: '1080', customer: '9', code: 'C2', description: 'CARRIAGE', price: '0.5' },
      );
      const order = await orderOf('9', '1080');
      assert.deepEqual(
        order.lines.map(({ kind, title }) => [kind, title]),
        [
          ['product', 'CAKESTAND'],
          ['charge', 'POSTAGE'],
          ['charge', 'CARRIAGE'],
        ],
      );
      assert.deepEqual(
        [order.total, order.itemCount, order.summary],
        [gbp('31.25'), 1, { title: 'CAKESTAND', more: 0 }],
      );
      const { items, totals } = await crossSellOf('9');
      assert.deepEqual(
        items.map(({ product }) => product.id),
        ['22423'],
      );
      assert.deepEqual(
        [totals.revenue.amounts, totals.charges, totals.lifetimeTotal],
        [[gbp('12.75')], [gbp('18.50')], [gbp('31.25')]],
      );
    });

    it('takes a product’s title from its latest description that is not blank and has a customer', async () => {
      const code = '10900';
      await load(
        { invoice: '1090', customer: '10', code, description: 'LATEST ', at: '2011-01-03 10:00:00' },
        { invoice: '1091', customer: '10', code, description: 'OLD', at: '2011-01-01 10:00:00' },
        { invoice: '1092', customer: '10', code, description: '  ', at: '2011-01-04 10:00:00' },
        { invoice: '1093', code, description: 'damaged?', at: '2011-01-05 10:00:00' },
      );
      const [row] = (await crossSellOf('10')).items;
      assert.deepEqual([row?.product.title, row?.product.sku], ['LATEST', code]);
      // A line on an invoice keeps its own description.
      assert.equal((await orderOf('10', '1091')).lines[0]?.title, 'OLD');
      assert.equal((await orderOf('10', '1092')).lines[0]?.title, 'LATEST');
    });

    it('sorts products without a title last in both directions', async () => {
      await load(
        { invoice: '1095', customer: '15', code: '10951', description: '' },
        { invoice: '1095', customer: '15', code: '10952', description: 'B' },
        { invoice: '1095', customer: '15', code: '10953', description: 'a' },
      );
      for (const [sort, codes] of [
        ['title', ['10953', '10952', '10951']],
        ['-title', ['10952', '10953', '10951']],
      ] as const) {
        const rows = await server().manager.all<CrossSellRow>(`/customers/15/cross-sell?sort=${sort}`, 1);
        assert.deepEqual(
          rows.map(({ product }) => product.id),
          codes,
        );
      }
    });

    it('counts orders, units and revenue of a product, and its returns separately', async () => {
      await load(
        { invoice: '1100', customer: '11', quantity: 10, price: '1.255' },
        { invoice: '1100', customer: '11', quantity: 2, price: '1.00' },
        { invoice: '1101', customer: '11', quantity: 4, price: '1.00' },
        { invoice: 'C1102', customer: '11', quantity: -3, price: '1.255' },
        { invoice: 'C1103', customer: '11', code: '22000', quantity: -1, price: '9.99' },
      );
      const { items, totals } = await crossSellOf('11');
      const [heart, other] = items;
      assert.deepEqual([heart?.orders, heart?.units, heart?.unitsReturned, heart?.revenue], [2, 16, 3, gbp('14.785')]);
      assert.deepEqual([other?.orders, other?.units, other?.unitsReturned, other?.revenue], [0, 0, 1, gbp('-9.99')]);
      assert.deepEqual(
        [totals.rows, totals.orders, totals.distinctOrders, totals.units, totals.unitsReturned],
        [2, 2, 2, 16, 4],
      );
      assert.deepEqual(totals.revenue.amounts, [gbp('4.795')]);
      for (const figure of ['promoRevenue', 'nonPromoRevenue', 'promotions', 'profit', 'cogs', 'fees'] as const) {
        assert.ok(heart && !(figure in heart) && !(figure in totals), figure);
      }
    });

    it('totals a customer: orders, total net of returns, and an average to six places, halves rounded up', async () => {
      await load(
        { invoice: '1110', customer: '12', quantity: 1, price: '0.000001' },
        { invoice: '1111', customer: '12', code: 'POST', quantity: 1, price: '10' },
        { invoice: 'C1112', customer: '12', quantity: -1, price: '4' },
        { invoice: '1113', customer: '12', quantity: 5, price: '0' },
        { invoice: '1114', customer: '12', quantity: 1, price: '0.000001' },
      );
      const { orders, returns, lifetimeTotal, averageOrderValue } = await statsOf('12');
      assert.deepEqual([orders?.value, returns?.value], [4, 1]);
      assert.deepEqual(lifetimeTotal, { amounts: [gbp('6.000002')], basis: 'net-of-returns' });
      assert.deepEqual(averageOrderValue, { amounts: [gbp('2.500001')], basis: 'sales-per-order' });
    });

    it('has no average without a sale', async () => {
      await load({ invoice: 'C1120', customer: '13', quantity: -1, price: '4.25' });
      const { orders, averageOrderValue, lifetimeTotal } = await statsOf('13');
      assert.deepEqual([orders?.value, averageOrderValue, lifetimeTotal?.amounts], [0, null, [gbp('-4.25')]]);
    });

    it('opens a store credit account with a zero balance', async () => {
      await load({ invoice: '1130', customer: '14' });
      const { items } = await get<Listed<CreditAccount>>('14/credit/accounts');
      assert.deepEqual(
        items.map(({ balance, kind }) => [balance, kind]),
        [[gbp('0.00'), 'store-credit']],
      );
    });
  });
}
