import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { knownCustomers } from '../../../src/adapters/memory/index.ts';
import type { CatalogProduct } from '../../../src/domain/cross-sell.ts';
import type { Quote } from '../../../src/domain/quote.ts';
import type { Subscription } from '../../../src/domain/subscription.ts';
import { insertRows } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import type { Refused } from './client.ts';
import type { TestServer } from './test-server.ts';

const customer = '/customers/C-20823';
const fromToday = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

export function testSubscriptions(server: () => TestServer): void {
  const path = `${customer}/subscriptions`;
  const create = <Body = Subscription>(more: object = {}, query = '', as = server().manager) =>
    as.send<Body>('POST', `${path}${query}`, {
      body: { productId: 'prod-cof-hb-1k', quantity: 3, interval: { unit: 'week', count: 2 }, ...more },
    });
  const send = <Body = Subscription>(
    { id, version }: Subscription,
    what: 'pause' | 'resume' | 'cancellation',
    body?: object,
    as = server().manager,
  ) => as.send<Body>('POST', `${path}/${id}/${what}`, { version, body });
  const all = (query = '') => server().viewer.all<Subscription>(`${path}${query}`, 3);

  describe('subscriptions', () => {
    it('cost the catalogue price, and renew one interval after their start', async () => {
      const before = (await all()).length;
      const { status, body: preview } = await create({}, '?dryRun=true');
      assert.deepEqual([status, (await all()).length], [200, before]);
      const { headers, body } = await create();
      assert.deepEqual([headers.get('ETag'), headers.get('Location')], ['"1"', `/api${path}/${body.id}`]);
      for (const { price, nextRenewal, startedAt } of [preview, body])
        assert.deepEqual(
          [price, nextRenewal, startedAt],
          [{ value: '43.20', currency: 'GBP' }, fromToday(14), fromToday(0)],
        );
    });

    it('are rejected for an interval that the product does not offer, or a product without a price', async () => {
      await server().database.query(sql`insert into products (product_id, title) values ('unpriced', 'Unpriced')`);
      for (const [member, more] of Object.entries({
        interval: { interval: { unit: 'day', count: 1 } },
        productId: { productId: 'unpriced' },
        startsAt: { startsAt: '9999-12-31' },
      })) {
        const { status, body } = await create<Refused>(more);
        assert.deepEqual([status, Object.keys(body.fieldErrors ?? {})], [422, [member]]);
      }
      await server().database.query(sql`delete from products where product_id = 'unpriced'`);
    });

    it('are changed by agents and canceled by managers; an operator without permission reads who has it', async () => {
      const { agent, viewer } = server();
      assert.equal((await create<Refused>({}, '', viewer)).status, 403);
      const { body: created } = await create({}, '', agent);
      const { status, body } = await send<Refused>(created, 'cancellation', { at: 'now' }, agent);
      assert.deepEqual([status, body.reason], [403, 'Managers cancel subscriptions.']);
      assert.equal((await send(created, 'pause', undefined, agent)).status, 200);
    });

    it('renew when due, and are canceled when they end, on the next read', async () => {
      const { body: due } = await create();
      const { body: ending } = await create();
      const record = (id: string, change: object) =>
        server().database.query(sql`
          update subscriptions set record = record || ${JSON.stringify(change)}::jsonb where subscription_id = ${id}`);
      await record(due.id, { startedAt: fromToday(-20), nextRenewal: fromToday(-6) });
      await record(ending.id, { nextRenewal: null, endsAt: fromToday(-1) });
      const canceled = await all('?filter[status]=canceled');
      assert.ok(canceled.some(({ id }) => id === ending.id));
      const renewed = (await all()).find(({ id }) => id === due.id);
      assert.deepEqual([renewed?.nextRenewal, renewed?.version], [fromToday(8), '1']);
    });

    it('are sorted as in memory in every order, as are quotes', async () => {
      const ingrid = `/customers/${knownCustomers.ingrid}`;
      const { shop, viewer } = server();
      const number = (id: string) => shop.lists.quotes.findIndex((quote) => quote.id === id);
      const quotes = await viewer.all<Quote>(`${ingrid}/quotes`, 2);
      assert.deepEqual(
        quotes.map(({ id }) => number(id)),
        [0, 1, 2, 3, 4],
      );
      for (const [sort, expected] of Object.entries({
        number: ['Q-987', 'Q-1009', 'Q-1027', 'Q-1038', 'Q-1042'],
        total: ['Q-1027', 'Q-1009', 'Q-1038', 'Q-987', 'Q-1042'],
        '-total': ['Q-987', 'Q-1038', 'Q-1009', 'Q-1027', 'Q-1042'],
        '-validUntil': ['Q-1038', 'Q-1027', 'Q-1009', 'Q-987', 'Q-1042'],
      }))
        assert.deepEqual(
          (await viewer.all<Quote>(`${ingrid}/quotes?sort=${sort}`, 2)).map((quote) => quote.number),
          expected,
          sort,
        );
      const recent = await viewer.all<Subscription>(`${ingrid}/subscriptions?sort=-startedAt`, 3);
      assert.deepEqual(
        recent.map(({ id }) => id),
        [8, 7, 6, 5, 4, 3, 2, 1].map((at) => `sub-20817-${at}`),
      );
      assert.equal((await viewer.all<Subscription>(`${ingrid}/subscriptions`, 3))[0]?.id, 'sub-20817-5');
    });
  });

  describe('quotes', () => {
    before(() =>
      insertRows(
        server().database,
        'quotes',
        [
          ['last-day', fromToday(0), 'sent'],
          ['over', fromToday(-1), 'sent'],
          ['accepted', fromToday(-1), 'accepted'],
          ['own', null, { code: 'in-review', label: 'In review' }],
          ['declined', null, 'declined'],
        ].map(([id, validUntil, status]) => ({
          customer_id: 'C-20823',
          quote_id: id,
          created_at: '2026-10-01T08:00:00Z',
          record: { number: id, status, validUntil },
        })),
      ),
    );
    after(() => server().database.query(sql`delete from quotes where customer_id = 'C-20823'`));
    const find = async (query: string): Promise<readonly string[]> =>
      (await server().viewer.all<Quote>(`${customer}/quotes?${query}`, 2)).map(({ id }) => id).toSorted();

    it('expire after their last day unless they are accepted', async () => {
      assert.deepEqual(await find('filter[status]=expired'), ['over']);
      assert.deepEqual(await find('filter[state]=current'), ['accepted', 'last-day', 'own']);
      assert.deepEqual(await find('filter[status]=in-review,declined'), ['declined', 'own']);
      const { status } = await server().viewer.get(`${customer}/quotes?filter[state]=past`);
      assert.equal(status, 422);
    });
  });

  describe('products', () => {
    it('equal those of the memory adapter, by title, and belong to no customer', async () => {
      const products = await server().viewer.all<CatalogProduct>('/products', 50);
      assert.equal(products.length, server().shop.products.length);
      const beans = products.find(({ id }) => id === 'prod-cof-hb-1k');
      assert.deepEqual(
        [beans?.price, beans?.intervals?.length, beans && 'customerId' in beans],
        [{ value: '14.40', currency: 'GBP' }, 3, false],
      );
      assert.equal((await server().stranger.get('/products')).status, 401);
    });
  });
}
