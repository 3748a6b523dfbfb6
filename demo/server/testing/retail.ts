import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { escapeText, textHeader } from '../../../src/adapters/rest/headers.ts';
import type { CrossSellRow, CrossSellTotals } from '../../../src/domain/cross-sell.ts';
import type { CustomerListItem } from '../../../src/domain/customer-list.ts';
import type { Customer } from '../../../src/domain/customer.ts';
import { foldText } from '../../../src/domain/fold-text.ts';
import type { Money } from '../../../src/domain/money.ts';
import type { OrderEntry } from '../../../src/domain/order.ts';
import type { CustomerStats } from '../../../src/domain/stats.ts';
import type { TimelineEvent } from '../../../src/domain/timeline.ts';
import type { Transaction } from '../../../src/domain/transaction.ts';
import { sql } from '../database/sql.ts';
import { importFile, type Summary } from '../import/import-file.ts';
import type { Listed } from './client.ts';
import { readTrends, testRetailInsights } from './retail-insights.ts';
import type { TestServer } from './test-server.ts';

const file = process.env['ONLINE_RETAIL'];
/** Collapses white space, as a page displays it. */
const shown = (text: string): string => text.replace(/\s+/g, ' ').trim();

const skip = file ? false : 'ONLINE_RETAIL does not name the data set (DOI 10.24432/C5BW33).';

/**
 * Tests the whole data set: compares the server's figures with sums that share no code with the import. `twice`: also
 * imports it again, which takes long. Tests of repeated imports of small files run with every store.
 */
export function testRetail(server: () => TestServer, twice: boolean): void {
  describe('the Online Retail data set', () => {
    let summary: Summary;
    let ledger: Map<string, Sums>;
    let earlier: Awaited<ReturnType<typeof readTrends>>;
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

    if (twice)
      it('a second import changes nothing', { skip }, async () => {
        const before = await stats('14911');
        assert.deepEqual(await importFile(server().database, file ?? ''), summary);
        assert.deepEqual(await stats('14911'), before);
      });
  });
}

/** Sums amounts in thousandths of a pound, the precision of the file's prices. */
const thousandths = (amounts: readonly Money[] = []): bigint =>
  amounts.reduce((sum, { value }) => {
    const [whole = '', fraction = ''] = value.split('.');
    return sum + BigInt(whole + fraction.padEnd(3, '0'));
  }, 0n);

interface Sums {
  readonly orders: Set<string>;
  readonly returns: Set<string>;
  readonly products: Map<string, bigint>;
  total: bigint;
  sales: bigint;
  charges: bigint;
  /** The latest invoice so far, and its country. */
  latest: string;
  country: string;
  /** The local times of the first and of the last order; empty if there is none. */
  first: string;
  last: string;
}

/** Sums up each customer's lines from the whole file in memory. */
function addUp(path: string): Map<string, Sums> {
  const ledger = new Map<string, Sums>();
  const placedAt = new Map<string, string>();
  for (const line of gunzipSync(readFileSync(path)).toString().split('\n').slice(1)) {
    const cells = [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) => cell);
    const [invoice = '', code = '', , quantity = '', at = '', price = '', customer = '', country = ''] = cells;
    if (!customer) continue;
    const id = String(Math.trunc(Number(customer)));
    const sums = ledger.get(id) ?? {
      orders: new Set(),
      returns: new Set(),
      products: new Map(),
      total: 0n,
      sales: 0n,
      charges: 0n,
      latest: '',
      country: '',
      first: '',
      last: '',
    };
    ledger.set(id, sums);
    const amount = BigInt(quantity) * BigInt(Math.round(Number(price) * 1000));
    const isReturn = invoice.startsWith('C');
    (isReturn ? sums.returns : sums.orders).add(invoice);
    sums.total += amount;
    if (!isReturn) {
      sums.sales += amount;
      // An order is placed at the time of its earliest line.
      const placed = placedAt.get(invoice);
      if (placed === undefined || at < placed) placedAt.set(invoice, at);
    }
    if (/^\d/.test(code)) sums.products.set(code, (sums.products.get(code) ?? 0n) + amount);
    else sums.charges += amount;
    if (`${at} ${invoice}` >= sums.latest) Object.assign(sums, { latest: `${at} ${invoice}`, country });
  }
  for (const sums of ledger.values()) {
    const times = [...sums.orders].map((invoice) => placedAt.get(invoice)!).toSorted();
    Object.assign(sums, { first: times[0] ?? '', last: times.at(-1) ?? '' });
  }
  return ledger;
}
