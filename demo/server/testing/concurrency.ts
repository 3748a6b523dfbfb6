import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import type { CreditAccount, CreditOutcome } from '../../../src/domain/credit.ts';
import { createApp } from '../app.ts';
import { recordFullChange } from '../changes/record.ts';
import { one } from '../database/database.ts';
import { openDatabase } from '../database/open.ts';
import { sql } from '../database/sql.ts';
import { merge } from '../import/merge.ts';
import { stage } from '../import/stage.ts';
import { listen } from '../listen.ts';
import { Client } from './client.ts';
import { createImporter } from './importer.ts';
import { createFiles, csv } from './invoices.ts';
import type { TestServer } from './test-server.ts';

/** Tests concurrency, for stores with more than one connection. */
export function testConcurrency(server: () => TestServer, url: () => string): void {
  const customer = '/customers/C-20817/credit';
  const account = 'cr-20817-eur';
  const adjust = (client: Client, value: string, key?: string) =>
    client.send<CreditOutcome>('POST', `${customer}/adjustments`, {
      body: { accountId: account, amount: { value, currency: 'EUR' }, description: 'At once' },
      key,
    });
  const balance = async (): Promise<string | undefined> =>
    (await server().manager.all<CreditAccount>(`${customer}/accounts`, 10)).find(({ id }) => id === account)?.balance
      .value;
  /** Waits until so many connections wait for a lock. */
  const blocked = async (count: number): Promise<void> => {
    while ((await one<{ waiting: number }>(server().database, waiting)).waiting < count) await setTimeout(pollInterval);
  };

  describe('concurrency', () => {
    const { load, ordersOf, statsOf } = createImporter(server);
    const write = createFiles();

    it(
      'a write whose key is in progress is rejected as such; later it gets the stored response',
      { timeout: 20_000 },
      async () => {
        const { database, manager } = server();
        let first: ReturnType<typeof adjust> | undefined;
        await database.transaction(async (tx) => {
          // If the second write waits instead of being rejected, this timeout ends the transaction.
          await tx.script(`set local idle_in_transaction_session_timeout = '5s'`);
          await tx.query(sql`select 1 from credit_accounts where account_id = ${account} for update`);
          first = adjust(manager, '1', 'at-once');
          await blocked(1);
          const { status, headers } = await adjust(manager, '1', 'at-once');
          assert.deepEqual([status, headers.get('Retry-After')], [409, '1']);
        });
        const { status, body } = await first!;
        assert.equal(status, 201);
        assert.deepEqual((await adjust(manager, '1', 'at-once')).body, body);
      },
    );

    const address = { lines: ['1 Lock Side'], city: 'Stoke', country: 'GB' };
    const opening = { kind: 'store-credit', currency: 'KWD' };
    for (const [name, path, bodies] of [
      ['addresses', 'addresses', [address, address]],
      ['accounts', 'credit/accounts', [opening, { ...opening, currency: 'JPY' }]],
    ] as const)
      it(`new ${name} and another write of the customer do not wait for each other`, { timeout: 20_000 }, async () => {
        const { database, manager } = server();
        const writes: Promise<{ status: number }>[] = [];
        // No other test opens accounts for this customer.
        const own = '/customers/C-20850';
        await database.transaction(async (tx) => {
          // Writes record their changes in turn: all wait for this transaction, in the order in which they were sent.
          await recordFullChange(tx);
          writes.push(manager.send('POST', `${own}/notes`, { body: { body: 'At once' } }));
          await blocked(1);
          for (const body of bodies) writes.push(manager.send('POST', `${own}/${path}`, { body }));
          await blocked(3);
        });
        assert.deepEqual(
          (await Promise.all(writes)).map(({ status }) => status),
          [201, 201, 201],
        );
      });

    it('a connection that is lost within a transaction fails that transaction, not the server', async () => {
      const { database, manager } = server();
      const terminated = database.transaction((tx) => tx.query(sql`select pg_terminate_backend(pg_backend_pid())`));
      await assert.rejects(terminated);
      assert.equal((await manager.get('/customers/C-20817')).status, 200);
    });

    it('two servers on one database spend no credit twice, and execute one key once', async () => {
      const { manager } = server();
      const second = await openDatabase({ url: url(), directory: '' });
      const listener = await listen(createApp({ database: second }), 0);
      const other = new Client(`${listener.url}/api`, manager.token);
      try {
        await adjust(manager, '60');
        const before = Number(await balance());
        const debits = await Promise.all(
          Array.from({ length: 60 }, (_, at) => adjust(at % 2 ? manager : other, '-10')),
        );
        const made = debits.filter(({ status }) => status === 201).length;
        assert.equal(made, Math.floor(before / 10));
        assert.equal(Number(await balance()), before - made * 10);

        await Promise.all(Array.from({ length: 10 }, (_, at) => adjust(at % 2 ? manager : other, '7', 'on-both')));
        assert.equal(Number(await balance()), before - made * 10 + 7);
      } finally {
        await listener.close();
        await second.close();
      }
    });

    it('two imports of the same customers run one after the other', { timeout: 20_000 }, async () => {
      const { database } = server();
      await load({ invoice: '13000', customer: '300' });
      const imports: Promise<unknown>[] = [];
      await database.transaction(async (tx) => {
        // Both imports have begun when this transaction lets them replace the figures.
        await tx.script('lock table order_figures in share mode');
        imports.push(load({ invoice: '13001', customer: '300' }), load({ invoice: '13002', customer: '300' }));
        await blocked(2);
      });
      await Promise.all(imports);
      assert.deepEqual((await ordersOf('300')).map(({ number }) => number).toSorted(), ['13000', '13001', '13002']);
      assert.equal((await statsOf('300')).orders?.value, 3);
    });

    for (const [name, invoice, id, path, body] of [
      ['a note', '13010', '301', 'notes', { body: 'Called.' }],
      [
        'an adjustment',
        '13020',
        '302',
        'credit/adjustments',
        { accountId: 'credit-302', amount: { value: '5', currency: 'GBP' }, description: 'Sorry' },
      ],
    ] as const)
      it(`an import keeps a customer about whom ${name} is being written`, { timeout: 20_000 }, async () => {
        const { database, manager } = server();
        await load({ invoice, customer: id });
        const writes: Promise<unknown>[] = [];
        await database.transaction(async (tx) => {
          await recordFullChange(tx);
          writes.push(manager.send('POST', `/customers/${id}/${path}`, { body }));
          await blocked(1);
          writes.push(load({ invoice, customer: '303' }));
          await blocked(2);
        });
        const [answer] = await Promise.all(writes);
        assert.equal((answer as { status: number }).status, 201);
        assert.equal((await manager.get(`/customers/${id}`)).status, 200);
      });

    it('operators read what was there before while an import is in progress', { timeout: 20_000 }, async () => {
      const { database, manager } = server();
      await load({ invoice: '3100', customer: '310', code: '31000', description: 'BEFORE' });
      const reads = ['310', '310/orders', '310/stats', '310/cross-sell', '310/transactions'];
      const read = () => Promise.all(reads.map(async (path) => (await manager.get(`/customers/${path}`)).body));
      const before = await read();
      const file = write(
        csv(
          { invoice: '3100', customer: '310', code: '31000', description: 'AFTER', price: '9.00' },
          { invoice: '3101', customer: '310', code: '31001', country: 'France' },
        ),
      );
      await database.transaction(async (tx) => {
        await stage(tx, file, () => {});
        await merge(tx);
        assert.deepEqual(await read(), before);
        assert.equal((await manager.get('/customers?first=50&sort=-lifetimeTotal')).status, 200);
      });
      assert.notDeepEqual(await read(), before);
    });

    it('two servers can start at the same time on an empty database', async () => {
      await server().database.script('create database twins');
      const emptyDatabase = new URL(url());
      emptyDatabase.pathname = '/twins';
      const opened = await Promise.all([1, 2].map(() => openDatabase({ url: emptyDatabase.href, directory: '' })));
      const { applied } = await one<{ applied: number }>(
        opened[0]!,
        sql`select count(*)::integer as applied from migrations`,
      );
      assert.equal(applied, readdirSync(new URL('../migrations/', import.meta.url)).length);
      await Promise.all(opened.map((database) => database.close()));
    });
  });
}

/** Milliseconds between two questions: asked without a pause, they take a core from what they wait for. */
const pollInterval = 10;

const waiting = sql`select count(*)::integer as waiting from pg_stat_activity where wait_event_type = 'Lock'`;
