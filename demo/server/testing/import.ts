import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { CreditAccount } from '../../../src/domain/credit.ts';
import type { CrossSellRow, CrossSellTotals } from '../../../src/domain/cross-sell.ts';
import type { Customer } from '../../../src/domain/customer.ts';
import type { OrderDetail, OrderEntry } from '../../../src/domain/order.ts';
import type { CustomerStats } from '../../../src/domain/stats.ts';
import { sql } from '../database/sql.ts';
import { importFile, type Summary } from '../import/import-file.ts';
import type { Listed } from './client.ts';
import { csv, makeFiles, type FileLine } from './invoices.ts';
import type { TestServer } from './test-server.ts';

/** The rules of the import, each told by a file of a few lines and read over HTTP. */
export function testImport(server: () => TestServer): void {
  describe('import', () => {
    const write = makeFiles();

    const load = (...lines: readonly FileLine[]): Promise<Summary> =>
      importFile(server().database, write(csv(...lines)));
    const get = async <Body>(path: string): Promise<Body> =>
      (await server().manager.get<Body>(`/customers/${path}`)).body;
    const customerOf = (id: string) => get<Customer>(id);
    const statsOf = (id: string) => get<CustomerStats>(`${id}/stats`);
    const ordersOf = async (id: string) => (await get<Listed<OrderEntry>>(`${id}/orders`)).items;
    const crossSellOf = (id: string) => get<Listed<CrossSellRow, CrossSellTotals>>(`${id}/cross-sell`);
    const gbp = (value: string) => ({ value, currency: 'GBP' });

    it('knows a customer by number, and nothing else but the country', async () => {
      await load({ invoice: '1000', customer: '1' });
      const customer = await customerOf('1');
      assert.deepEqual(Object.keys(customer).toSorted(), ['country', 'id', 'version']);
      assert.equal(customer.country, 'United Kingdom');
    });

    it('takes the country from the latest invoice, of equal times the one with the higher number', async () => {
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

    it('dates an order by its earliest line, in London, on either side of daylight saving', async () => {
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
      // The day is London's, too.
      const { items } = await get<Listed<OrderEntry>>('5/orders?from=2011-10-29&to=2011-10-29&timeZone=Europe/London');
      assert.deepEqual(
        items.map(({ number }) => number),
        ['1042'],
      );
    });

    it('sorts newest first, of equal times by number, descending as text', async () => {
      const at = '2011-02-01 10:00:00';
      const invoices = ['999', '1051', '1050', 'C1052'];
      await load(
        ...invoices.map((invoice) => ({ invoice, customer: '6', at, quantity: invoice.startsWith('C') ? -1 : 1 })),
      );
      assert.deepEqual(
        (await ordersOf('6')).map(({ number }) => number),
        ['C1052', '999', '1051', '1050'],
      );
    });

    it('takes an invoice that begins with C for a return of its own, negative, of no order', async () => {
      await load(
        { invoice: '1060', customer: '7', quantity: 5 },
        { invoice: 'C1061', customer: '7', quantity: -2, at: '2011-01-11 10:00:00' },
      );
      const [back] = await ordersOf('7');
      assert.deepEqual([back?.kind, back?.total, back?.itemCount], ['return', gbp('-5.10'), 2]);
      assert.ok(back && !('original' in back));
    });

    it('does not know payments, fulfillments or any status', async () => {
      await load({ invoice: '1070', customer: '8' });
      const order = await get<OrderDetail>('8/orders/1070');
      assert.deepEqual(order.status, {});
      assert.ok(!('payments' in order) && !('fulfillments' in order));
    });

    it('takes what begins with a digit for a product, and anything else for a charge', async () => {
      await load(
        { invoice: '1080', customer: '9', code: '22423', description: 'CAKESTAND', price: '12.75' },
        { invoice: '1080', customer: '9', code: 'POST', description: 'POSTAGE', price: '18.00' },
        { invoice: '1080', customer: '9', code: 'C2', description: 'CARRIAGE', price: '0.5' },
      );
      const order = await get<OrderDetail>('9/orders/1080');
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

    it('names a product by its latest description that is not blank and stands beside a customer', async () => {
      const code = '10900';
      await load(
        { invoice: '1090', customer: '10', code, description: 'LATEST ', at: '2011-01-03 10:00:00' },
        { invoice: '1091', customer: '10', code, description: 'OLD', at: '2011-01-01 10:00:00' },
        { invoice: '1092', customer: '10', code, description: '  ', at: '2011-01-04 10:00:00' },
        { invoice: '1093', code, description: 'damaged?', at: '2011-01-05 10:00:00' },
      );
      const [row] = (await crossSellOf('10')).items;
      assert.deepEqual([row?.product.title, row?.product.sku], ['LATEST', code]);
      // On its invoice a line keeps the words that it was written with.
      assert.equal((await get<OrderDetail>('10/orders/1091')).lines[0]?.title, 'OLD');
      assert.equal((await get<OrderDetail>('10/orders/1092')).lines[0]?.title, 'LATEST');
    });

    it('sorts what has no name last, either way', async () => {
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

    it('counts orders, units and revenue of a product, returns beside', async () => {
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

    it('adds up a customer: orders, total net of returns, and an average to six places, halves up', async () => {
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

    it('opens an account for store credit, with nothing in it', async () => {
      await load({ invoice: '1130', customer: '14' });
      const { items } = await get<Listed<CreditAccount>>('14/credit/accounts');
      assert.deepEqual(
        items.map(({ balance, kind }) => [balance, kind]),
        [[gbp('0.00'), 'store-credit']],
      );
    });

    describe('again', () => {
      const lines: readonly FileLine[] = [
        { invoice: '1200', customer: '20', quantity: 2, description: 'ONE', code: '12000' },
        { invoice: '1200', customer: '20', quantity: 2, description: 'ONE', code: '12000' },
        {
          invoice: '1201',
          customer: '20',
          quantity: 1,
          description: 'TWO',
          code: '12000',
          at: '2011-02-01 10:00:00',
          country: 'Spain',
        },
        { invoice: '1202', customer: '21', quantity: 7 },
      ];

      /** Everything that the import makes, as rows. */
      const everything = async () => {
        const { database } = server();
        const rows = await database.query<{ row: string }>(sql`
          select customers::text as row from customers where customer_id in ('20', '21')
          union all select orders::text from orders where customer_id in ('20', '21')
          union all select order_lines::text from order_lines where customer_id in ('20', '21')
          union all select products::text from products where product_id = '12000'
          union all select credit_accounts::text from credit_accounts where customer_id in ('20', '21')
          order by 1`);
        return rows.map(({ row }) => row);
      };

      it('the same file changes nothing', async () => {
        await load(...lines);
        const once = await everything();
        await load(...lines);
        assert.deepEqual(await everything(), once);
        // In another order of lines, too, as far as the order of lines on an invoice is the same.
        await load(lines[3]!, lines[2]!, lines[0]!, lines[1]!);
        assert.deepEqual(await everything(), once);
      });

      it('a file of some invoices replaces those whole, and leaves the others', async () => {
        await load(...lines);
        await load({ invoice: '1200', customer: '20', quantity: 1, code: 'POST', price: '3' });
        const orders = await ordersOf('20');
        assert.deepEqual(
          orders.map(({ number, total }) => [number, total.value]),
          [
            ['1201', '2.55'],
            ['1200', '3.00'],
          ],
        );
        assert.equal((await statsOf('21')).lifetimeTotal?.amounts[0]?.value, '17.85');
      });

      it('names and countries follow what is left', async () => {
        await load(...lines);
        await load({
          invoice: '1201',
          customer: '20',
          at: '2010-12-02 10:00:00',
          code: '12000',
          description: 'TWO',
          country: 'Spain',
        });
        assert.equal((await customerOf('20')).country, 'United Kingdom');
        assert.equal((await crossSellOf('20')).items[0]?.product.title, 'ONE');
      });

      it('an invoice that has moved to another customer is there, and no longer here', async () => {
        await load(...lines);
        await load({ ...lines[3]!, customer: '22' });
        assert.equal((await server().manager.get('/customers/21')).status, 404);
        assert.deepEqual(
          (await ordersOf('22')).map(({ number }) => number),
          ['1202'],
        );
      });

      it('a customer of whom something was written stays, without orders', async () => {
        await load({ invoice: '1203', customer: '23' });
        await server().manager.send('POST', '/customers/23/notes', { body: { body: 'Called.' } });
        await load({ invoice: '1203', customer: '24' });
        assert.deepEqual(await ordersOf('23'), []);
        assert.ok(!('country' in (await customerOf('23'))));
      });
    });

    it('reads gzip, quotes, line breaks in quotes, CRLF, a byte order mark and letters of any script', async () => {
      const description = 'A "LARGE",\n HEART ÅÄ';
      const text = `\uFEFF${csv({ invoice: '1300', customer: '30', description }).replaceAll('\n', '\r\n')}`;
      await importFile(server().database, write(gzipSync(text.replace(',\r\n HEART', ',\n HEART'))));
      assert.equal((await get<OrderDetail>('30/orders/1300')).lines[0]?.title, description);
    });

    describe('of a damaged file', () => {
      const good = csv({ invoice: '1400', customer: '40' }, { invoice: '1401', customer: '40', country: 'France' });
      const bad = (line: FileLine): string =>
        csv({ invoice: '1400', customer: '40' }, line, { invoice: '1402', customer: '40' });
      const many = csv(
        ...Array.from({ length: 3000 }, (_, at) => ({
          invoice: `${2000 + at}`,
          customer: '40',
          description: `${at * 7919}`,
        })),
      );
      const damaged: Readonly<Record<string, readonly [content: string | Uint8Array, message: RegExp]>> = {
        'no bytes': ['', /^Line 1: the file is empty$/],
        'other columns': ['a,b\n1,2\n', /^Line 1: the columns are not InvoiceNo, /],
        'a column too few': [good.replace(',France', ''), /^Line 3: it has too few or too many columns$/],
        'a column too many': [good.replace('France', 'France,'), /^Line 3: it has too few or too many columns$/],
        'an empty line': [good.replace('1401', '\n1401'), /^Line 3: it has too few or too many columns$/],
        'half a unit': [bad({ invoice: '1401', quantity: '1.5' }), /^Line 3: Quantity is not a whole number$/],
        'a price in words': [bad({ invoice: '1401', price: 'free' }), /^Line 3: UnitPrice is not a decimal number$/],
        'a price with an exponent': [bad({ invoice: '1401', price: '1e3' }), /^Line 3: UnitPrice is not/],
        'a day that there is not': [
          bad({ invoice: '1401', at: '2011-02-29 10:00:00' }),
          /^Line 3: InvoiceDate is not a time/,
        ],
        'a time that there is not': [
          bad({ invoice: '1401', at: '2011-02-28 24:00:00' }),
          /^Line 3: InvoiceDate is not a time/,
        ],
        'a customer in words': [
          bad({ invoice: '1401', customer: 'Ingrid' }),
          /^Line 3: CustomerID is not a whole number$/,
        ],
        'no invoice number': [bad({ invoice: '' }), /^Line 3: InvoiceNo is not given$/],
        'a NUL': [bad({ invoice: '1401', description: 'a\0b' }), /^Line 3: Description is not text in UTF-8$/],
        'another encoding': [
          Buffer.from(bad({ invoice: '1401', description: 'Å' }), 'latin1'),
          /^Line 3: Description is not text in UTF-8$/,
        ],
        'a quote that is never closed': [
          good.replace('HEART', '"HEART'),
          /^Line 2: a quote opens here and is never closed$/,
        ],
        'a quote in the middle': [good.replace('HEART', 'HE"A"RT'), /^Line 2: a quote stands where none may stand$/],
        'an end within a line': [good.slice(0, -20), /^Line 3: /],
        'an end within the last word': [good.slice(0, -3), /^Line 3: it has no line end/],
        'an end within gzip': [
          gzipSync(many).subarray(0, -2000),
          /^Line \d{3,4}: the compressed file is cut off here$/,
        ],
        'a checksum that does not hold': [flipped(gzipSync(many)), /^Line \d+: the compressed file is damaged here$/],
      };
      for (const [name, [content, message]] of Object.entries(damaged)) {
        it(`${name}: says where, and imports nothing`, async () => {
          await assert.rejects(importFile(server().database, write(content)), { message });
          assert.equal((await server().manager.get('/customers/40')).status, 404);
        });
      }

      it('takes a last line without an end where its last word is one that the file has', async () => {
        const summary = await importFile(
          server().database,
          write(csv({ invoice: '1500', customer: '50' }, { invoice: '1501', customer: '50' }).trimEnd()),
        );
        assert.equal(summary.lines, 2);
      });
    });
  });
}

/** Gzip ends with a checksum of four bytes and a length of four. */
function flipped(bytes: Buffer): Buffer {
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 8) ^ 0xff, bytes.length - 8);
  return bytes;
}
