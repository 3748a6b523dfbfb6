import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { memoryAdapter, MemoryStore } from '../../../src/adapters/memory/index.ts';
import type { CustomerListItem } from '../../../src/domain/customer-list.ts';
import type { NewVersusReturning, PaymentMethods, PeakTimes, TopCustomerTotals } from '../../../src/domain/insights.ts';
import { createApp } from '../app.ts';
import { sql } from '../database/sql.ts';
import type { Listed } from './client.ts';
import { recorded } from './recorded.ts';
import type { TestServer } from './test-server.ts';

const zones = ['Europe/London', 'Pacific/Kiritimati', 'America/St_Johns'];
const range = { from: '2025-11-20', to: '2026-11-18' };

/** Tests the figures of all customers. It runs before the customers of the shop are changed. */
export function testInsights(server: () => TestServer): void {
  const get = async <Body>(path: string, query: string): Promise<Body> =>
    (await server().manager.get<Body>(`/insights/${path}?${query}`)).body;

  describe('the figures of all customers', () => {
    let memory: ReturnType<typeof memoryAdapter>;
    before(async () => {
      memory = memoryAdapter({ store: new MemoryStore(server().shop) });
      // Other tests have customers without an order; an order of theirs would count here too.
      const [others] = await server().database.query<{ count: number }>(sql`
        select count(*)::integer as count from customers where orders > 0 and customer_id not like 'C-%'`);
      assert.equal(others!.count, 0);
    });

    for (const sort of ['lifetimeTotal', 'orders', 'averageOrderValue'])
      it(`rank customers by ${sort}, in the order of the memory adapter`, async () => {
        const page = { first: 100, sort: { field: sort, direction: 'descending' as const } };
        const expected = await memory.insights.topCustomers(page, { signal: new AbortController().signal });
        const found = await get<Listed<CustomerListItem, TopCustomerTotals>>(
          'top-customers',
          `first=100&sort=-${sort}`,
        );
        assert.deepEqual(
          [found.items.map(({ id }) => id), found.totals, found.total],
          [expected.items.map(({ id }) => id), expected.totals, expected.total],
        );
        assert.ok(found.items.length > 5, String(found.items.length));
        const averages = (rows: readonly CustomerListItem[]) => rows.map((row) => row.averageOrderValue?.amounts);
        assert.deepEqual(averages(found.items), averages(expected.items));
      });

    for (const timeZone of zones)
      it(`are those of the memory adapter for days in ${timeZone}`, async () => {
        const options = { timeZone, signal: new AbortController().signal };
        const query = `from=${range.from}&to=${range.to}&timeZone=${timeZone}`;
        const [months, methods, times] = await Promise.all([
          memory.insights.newVersusReturning(range, options),
          memory.insights.paymentMethods(range, options),
          memory.insights.peakTimes(range, options),
        ]);
        assert.deepEqual(await get<NewVersusReturning>('new-versus-returning', query), months);
        const paid = await get<PaymentMethods>('payment-methods', query);
        const counts = ({ methods: all }: PaymentMethods) =>
          new Map(all.map(({ method, payments, amounts }) => [method, { payments, amounts: amounts.length }]));
        assert.deepEqual(counts(paid), counts(methods));
        assert.deepEqual(await get<PeakTimes>('peak-times', query), times);
        assert.ok(times.orders.flat().reduce((sum, count) => sum + count, 0) > 50);
      });

    it('count the ranked customers without reading their rows', async () => {
      const { database, statements } = recorded(server().database);
      const headers = { Authorization: `Bearer ${server().manager.token}` };
      await createApp({ database }).request('http://localhost/api/insights/top-customers?first=2', { headers });
      const counts = statements.filter(({ text }) => /\bcount\(\*\)/.test(text) && text.includes('lifetime_currency'));
      assert.equal(counts.length, 2);
      await server().database.transaction(async (tx) => {
        // The shop of the tests is so small that reading all of it is fastest.
        await tx.script('set local enable_seqscan = off; set local enable_bitmapscan = off');
        for (const statement of counts) {
          const rows = await tx.query<{ 'QUERY PLAN': string }>(sql`explain ${statement}`);
          const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
          assert.match(plan, /Index Only Scan.* using \w*(customers_by_currency|currency\w*idx)/, plan);
        }
      });
    });

    it('cover five years at most, and say which', async () => {
      const { range: days } = await get<PeakTimes>('peak-times', 'from=1990-01-01&to=2026-11-18');
      assert.deepEqual(days, { from: '2021-11-14', to: '2026-11-18' });
    });
  });
}
