import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { escapeText, textHeader } from '../../../src/adapters/rest/headers.ts';
import type { CrossSellRow, CrossSellTotals } from '../../../src/domain/cross-sell.ts';
import type { CustomerListItem } from '../../../src/domain/customer-list.ts';
import type { Customer } from '../../../src/domain/customer.ts';
import { foldText } from '../../../src/domain/fold-text.ts';
import type { OrderEntry } from '../../../src/domain/order.ts';
import type { CustomerStats } from '../../../src/domain/stats.ts';
import type { TimelineEvent } from '../../../src/domain/timeline.ts';
import type { Transaction } from '../../../src/domain/transaction.ts';
import { one, type Database } from '../database/database.ts';
import { Sql, sql } from '../database/sql.ts';
import { importFile, type Summary } from '../import/import-file.ts';
import type { Listed } from './client.ts';
import { createFiles } from './invoices.ts';
import { readTrends, testRetailInsights } from './retail-insights.ts';
import { addUp, cellsOf, customerOf, linesOf, thousandths, type Sums } from './retail-ledger.ts';
import type { TestServer } from './test-server.ts';

const file = process.env['ONLINE_RETAIL'];
/** Collapses white space, as a page displays it. */
const shown = (text: string): string => text.replace(/\s+/g, ' ').trim();

const skip = file ? false : 'ONLINE_RETAIL does not name the data set (DOI 10.24432/C5BW33).';

/**
 * Tests the whole data set: compares the server's figures with sums that share no code with the import, and imports a
 * part of it again, into all of it. Tests of repeated imports of small files run with every store.
 */
export function testRetail(server: () => TestServer): void {
  describe('the Online Retail data set', () => {
    let summary: Summary;
    let ledger: Map<string, Sums>;
    let earlier: Awaited<ReturnType<typeof readTrends>>;
    const write = createFiles();
    before(async () => {
      if (!file) return;
      earlier = await readTrends(server());
      ledger = addUp(file);
      summary = await importFile(server().database, file);
      // A connection from before the long import may have been closed, which only the next request detects.
      await get('12346/stats').catch(() => {});
    });

    const get = async <Body>(path: string): Promise<Body> =>
      (await server().viewer.get<Body>(`/customers/${path}`)).body;
    const stats = (id: string) => get<CustomerStats>(`${id}/stats`);
    const list = async (query: string) =>
      (await server().viewer.get<Listed<CustomerListItem>>(`/customers?${query}`)).body;
    const total = ({ lifetimeTotal }: CustomerStats) => lifetimeTotal?.amounts[0]?.value;

    it('is imported completely, except for lines without a customer', { skip }, () => {
      const { lines, orders, returns, customers, skipped } = summary;
      assert.deepEqual([lines, orders + returns, customers, skipped], [406_829, 22_190, 4_372, 135_080]);
      assert.equal(ledger.size, customers);
    });

    it('customer 12346 has one order and its return', { skip }, async () => {
      const { items } = await get<Listed<OrderEntry>>('12346/orders');
      assert.deepEqual(
        items.map(({ kind, total: amount }) => [kind, amount?.value]),
        [
          ['return', '-77183.60'],
          ['order', '77183.60'],
        ],
      );
      assert.equal(total(await stats('12346')), '0.00');
    });

    it('customers 14646, 17841 and 14911 have the published totals', { skip }, async () => {
      assert.equal(total(await stats('14646')), '279489.02');
      assert.equal(total(await stats('17841')), '40340.78');
      const { orders, returns, ...busiest } = await stats('14911');
      assert.deepEqual([total(busiest), orders?.value, returns?.value], ['132572.62', 201, 47]);
    });

    it('customer 17448 has a return and no order', { skip }, async () => {
      const { orders, returns, averageOrderValue } = await stats('17448');
      assert.deepEqual([orders?.value, returns?.value, averageOrderValue], [0, 1, null]);
    });

    it('every title is found by its displayed form in the search text', { skip }, async () => {
      const lines = await server().database.query<{ title: string; search: string }>(sql`
        select distinct title, search from order_lines where written_at is not null and title is not null`);
      // Other imports may have left products behind.
      assert.ok(new Set(lines.map(({ title }) => title)).size >= 3_885);
      assert.deepEqual(
        lines.filter(({ title, search }) => !search.includes(foldText(shown(title)))),
        [],
      );
    });

    it('customer 17841: every product is found by its displayed title', { skip }, async () => {
      const rows = await server().viewer.all<CrossSellRow>('/customers/17841/cross-sell', 1000);
      assert.equal(rows.length, 1330);
      const { base, token } = server().viewer;
      const chosen = rows.filter(({ product: { title = '' } }, index) => shown(title) !== title || index % 50 === 0);
      for (const { id, product } of chosen) {
        const response = await fetch(`${base}/customers/17841/cross-sell?first=1000`, {
          headers: { Authorization: `Bearer ${token}`, [textHeader]: escapeText(shown(product.title ?? '')) },
        });
        const { items } = (await response.json()) as Listed<CrossSellRow>;
        assert.ok(
          items.some((row) => row.id === id),
          product.title ?? id,
        );
      }
      assert.ok(chosen.length > 70, String(chosen.length));
    });

    it('every sale of every fortieth customer is one transaction', { skip }, async () => {
      for (const [id, { orders, sales }] of [...ledger].filter((_, index) => index % 40 === 0)) {
        const rows = await server().viewer.all<Transaction>(`/customers/${id}/transactions`, 1000);
        assert.deepEqual(new Set(rows.map(({ reference }) => reference)), new Set(orders), id);
        assert.deepEqual([rows.length, thousandths(rows.map(({ amount }) => amount))], [orders.size, sales], id);
      }
    });

    it(
      'the timeline of every fortieth customer has each purchase and return once, newest first, in small pages',
      { skip },
      async () => {
        const chosen = [...ledger].filter(([id], index) => index % 40 === 0 || id === '14911');
        for (const [id, { total: sum, orders }] of chosen) {
          const events = await server().viewer.all<TimelineEvent>(`/customers/${id}/timeline`, 7);
          const bought = events.flatMap((event) =>
            event.kind === 'purchase' || event.kind === 'return'
              ? [event.order]
              : assert.fail(`${id} has a ${event.kind}`),
          );
          const purchases = bought.filter(({ kind }) => kind === 'order').map(({ number }) => number);
          assert.deepEqual([purchases.length, new Set(purchases)], [orders.size, new Set(orders)], id);
          assert.equal(thousandths(bought.flatMap(({ total: amount }) => amount ?? [])), sum, id);
          const times = bought.map(({ placedAt }) => Date.parse(placedAt));
          assert.deepEqual(
            times,
            times.toSorted((a, b) => b - a),
            id,
          );
          if (id === '14911') assert.deepEqual([purchases.length, bought.length - purchases.length], [201, 47]);
        }
      },
    );

    it('the list has every customer, the best first by what they have spent', { skip }, async () => {
      const best = (await list('first=1000&sort=-lifetimeTotal')).items.find(({ id }) => ledger.has(id));
      assert.deepEqual([best?.id, best?.lifetimeTotal?.amounts[0]?.value], ['14646', '279489.02']);
      const { database } = server();
      const [imported] = await database.query<{ count: number }>(sql`
        select count(*)::integer as count from customers where origin = 'import' and orders + lifetime_total is not null`);
      assert.ok(imported!.count >= 4_372, String(imported?.count));
    });

    it('filters of the list match independent sums', { skip }, async () => {
      const inFile = async (filter: string): Promise<number> => {
        const rows = await server().viewer.all<CustomerListItem>(
          `/customers?filter[${filter}&timeZone=Europe/London`,
          1000,
        );
        return rows.filter(({ id }) => ledger.has(id)).length;
      };
      const count = (matches: (sums: Sums) => boolean): number => [...ledger.values()].filter(matches).length;
      assert.equal(
        await inFile('spent]=GBP:1000.01/'),
        count(({ total: spent }) => spent > 1_000_000n),
      );
      assert.equal(
        await inFile('orders]=10/'),
        count(({ orders }) => orders.size >= 10),
      );
      assert.equal(
        await inFile('firstOrder]=2010-12-01/2010-12-31'),
        count(({ first }) => first.startsWith('2010-12')),
      );
      assert.equal(
        await inFile('lastOrder]=2011-12-01/2011-12-31'),
        count(({ last }) => last.startsWith('2011-12')),
      );
    });

    it('totals of every fortieth customer match the file', { skip }, async () => {
      for (const [id, sums] of [...ledger].filter((_, index) => index % 40 === 0)) {
        const { orders, returns, lifetimeTotal, averageOrderValue } = await stats(id);
        assert.deepEqual(
          [orders?.value, returns?.value, thousandths(lifetimeTotal?.amounts)],
          [sums.orders.size, sums.returns.size, sums.total],
          id,
        );
        const average = averageOrderValue && Number(averageOrderValue.amounts[0]?.value);
        if (sums.orders.size > 0) {
          const exact = Number(sums.sales) / 1000 / sums.orders.size;
          assert.ok(
            Math.abs((average ?? Number.NaN) - exact) <= 5e-7 + exact * 1e-12,
            `${id}: ${average} is not ${exact}`,
          );
        } else assert.equal(average, null);
        assert.equal((await get<Customer>(id)).country ?? 'Unspecified', sums.country, id);

        const { totals } = await get<Listed<CrossSellRow, CrossSellTotals>>(`${id}/cross-sell`);
        assert.deepEqual(
          [thousandths(totals.charges), thousandths(totals.lifetimeTotal)],
          [sums.charges, sums.total],
          id,
        );
        assert.equal(thousandths(totals.revenue.amounts), sums.total - sums.charges, id);
        const rows = await server().viewer.all<CrossSellRow>(`/customers/${id}/cross-sell`, 1000);
        const revenues = rows.map(({ product, revenue }) => [product.id, thousandths([revenue])] as const);
        assert.deepEqual(new Map(revenues), sums.products, id);
      }
    });

    testRetailInsights(server, file ?? '', () => earlier);

    it('a second import of every tenth customer changes nothing in any table', { skip }, async () => {
      const before = await digest(server().database);
      const again = new Set([...ledger.keys()].filter((id, index) => index % 10 === 0 || id === '14911'));
      const [first = '', ...lines] = linesOf(file ?? '');
      const chosen = lines.filter((line) => again.has(customerOf(cellsOf(line))));
      const { lines: imported, customers } = await importFile(
        server().database,
        write([first, ...chosen, ''].join('\n')),
      );
      assert.deepEqual([imported, customers], [chosen.length, again.size]);
      assert.deepEqual(await digest(server().database), before);
    });
  });
}

/** The tables that an import writes, except the texts of lines, which are numbered in any order. */
const importedTables = [
  'customers',
  'orders',
  'order_lines',
  'products',
  'order_figures',
  'product_figures',
  'transactions',
  'credit_accounts',
];

/** Returns the number of rows in each table, and a sum of their hashes. */
async function digest(database: Database): Promise<Readonly<Record<string, unknown>>> {
  const digests = importedTables.map(async (table) => {
    const from = new Sql(
      [`select count(*)::text, sum(hashtextextended(one::text, 0))::text as hash from ${table} one`],
      [],
    );
    return [table, await one<object>(database, from)] as const;
  });
  return Object.fromEntries(await Promise.all(digests));
}
