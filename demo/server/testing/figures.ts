import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { CrossSellRow } from '../../../src/domain/cross-sell.ts';
import type { OrderEntry } from '../../../src/domain/order.ts';
import type { CustomerStats } from '../../../src/domain/stats.ts';
import { escapeText, textHeader } from '../../../src/adapters/rest/headers.ts';
import { refreshFigures } from '../figures.ts';
import { sql } from '../database/sql.ts';
import type { Listed } from './client.ts';
import type { TestServer } from './test-server.ts';

const large = 'C-large';
const count = 1200;

/** Tests the stored figures of all orders. Runs after the imports, which change them. */
export function testFigures(server: () => TestServer): void {
  const get = async <Body>(customer: string, path: string, text?: string): Promise<Body> =>
    (
      await server().manager.get<Body>(
        `/customers/${encodeURIComponent(customer)}/${path}`,
        text === undefined ? {} : { [textHeader]: escapeText(text) },
      )
    ).body;

  describe('figures of all orders', () => {
    it('are those of a range that contains all days, for each customer', async () => {
      const always = 'from=1900-01-01&to=2100-01-01';
      const customers = await server().database.query<{ id: string }>(sql`
        select customer_id as id from order_figures group by customer_id order by max(orders) desc limit 60`);
      assert.ok(customers.length > 10, String(customers.length));
      for (const { id } of customers) {
        const { range: _, ...stats } = await get<CustomerStats>(id, `stats?${always}`);
        assert.deepEqual(await get(id, 'stats'), stats, id);
        const [stored, computed] = [
          await get<Listed<CrossSellRow>>(id, 'cross-sell?first=1000'),
          await get<Listed<CrossSellRow>>(id, `cross-sell?first=1000&${always}`),
        ];
        assert.deepEqual({ ...stored, next: null }, { ...computed, next: null }, id);
        const [listed, counted] = [
          await get<Listed<OrderEntry>>(id, 'orders?first=1'),
          await get<Listed<OrderEntry>>(id, `orders?first=1&${always}`),
        ];
        assert.deepEqual([listed.total, listed.totals], [counted.total, counted.totals], id);
      }
    });

    describe(`of ${count} orders`, () => {
      before(async () => {
        const { database } = server();
        await database.script(`
          insert into customers (customer_id, origin, profile) values ('${large}', 'shop', '{}');
          insert into orders (customer_id, order_id, kind, number, placed_at, currency, total, canceled, status)
          select '${large}', 'large-' || number, 'order', '#L' || number, '2026-01-01'::timestamptz + number * interval '1 hour',
            'GBP', 1, false, '{}' from generate_series(1, ${count}) as number;
          insert into order_lines (customer_id, order_id, line_no, title, quantity, unit_price, total)
          select '${large}', 'large-' || number, 1, case when number % 400 = 0 then 'Rare jug' else 'Common cup' end, 1, 1, 1
          from generate_series(1, ${count}) as number`);
        await refreshFigures(database, [large]);
      });
      after(() =>
        server().database.script(
          ['orders', 'customers'].map((table) => `delete from ${table} where customer_id = '${large}'`).join(';'),
        ),
      );

      const numbers = ({ items }: Listed<OrderEntry>): string[] => items.map(({ number }) => number);
      const expected = Array.from({ length: count }, (_, index) => count - index);

      it('a text that is in a few is found and counted', async () => {
        const found = await get<Listed<OrderEntry>>(large, 'orders', 'rare JUG');
        assert.deepEqual(numbers(found), ['#L1200', '#L800', '#L400']);
        assert.deepEqual([found.total, found.next], [3, null]);
      });

      it('a text that is in most is found, newest first, without a total, on every page', async () => {
        const all: string[] = [];
        let after = '';
        do {
          const page: Listed<OrderEntry> = await get(large, `orders?first=500${after}`, 'common');
          assert.deepEqual([page.total, page.totals], [undefined, undefined]);
          all.push(...numbers(page));
          after = page.next === null ? '' : `&after=${encodeURIComponent(page.next)}`;
        } while (after);
        assert.deepEqual(
          all,
          expected.filter((number) => number % 400 !== 0).map((number) => `#L${number}`),
        );
      });

      it('a text that is in every number is found without a total, with a filter too', async () => {
        const found = await get<Listed<OrderEntry>>(large, 'orders?first=2&filter[kind]=order', '#l');
        assert.deepEqual([numbers(found), found.total], [['#L1200', '#L1199'], undefined]);
        const returns = await get<Listed<OrderEntry>>(large, 'orders?filter[kind]=return', '#l');
        assert.deepEqual([returns.items, returns.next], [[], null]);
      });
    });
  });
}
