import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { createApp } from '../app.ts';
import { after, latest } from '../changes/log.ts';
import { recordChanges } from '../changes/record.ts';
import { one } from '../database/database.ts';
import { openDatabase } from '../database/open.ts';
import { sql } from '../database/sql.ts';
import { listen } from '../listen.ts';
import { NotesSubscriber, until } from './change-reader.ts';
import { Client } from './client.ts';
import type { TestServer } from './test-server.ts';

/** Tests concurrency of live changes, for stores with more than one connection. */
export function testConcurrentChanges(server: () => TestServer, url: () => string): void {
  const subscriber = new NotesSubscriber(server, 'C-20853');

  describe('concurrent live changes', () => {
    afterEach(() => subscriber.closeAll());

    it('from one server reach a reader of another one on the same database', async (context) => {
      const { manager } = server();
      const database = await openDatabase({ url: url(), directory: '' });
      const stopping = new AbortController();
      const listener = await listen(createApp({ database, stopping: stopping.signal }), 0);
      context.after(async () => {
        stopping.abort();
        await listener.close();
        await database.close();
      });
      const other = new Client(`${listener.url}/api`, manager.token);
      const [here, there] = [await subscriber.open(manager), await subscriber.open(other)];
      const { body: note } = await subscriber.write(other, 'Written there');
      await Promise.all([here.waitForEvents(1), there.waitForEvents(1)]);
      const { body: answer } = await subscriber.write(manager, 'Written here');
      for (const reader of [here, there]) {
        await reader.waitForEvents(2);
        assert.deepEqual(
          reader.received.map((change) => change !== 'reset' && change.id),
          [note.id, answer.id],
        );
      }
      const someone = await new Client(`${listener.url}/api`).signIn('priya', 'paper-filter');
      const theirs = await subscriber.open(new Client(manager.base, someone.token));
      await someone.send('DELETE', '/session');
      await theirs.waitForEnd();
      stopping.abort();
      await there.waitForEnd();
    });

    it('survive a lost database connection', { timeout: 20_000 }, async (context) => {
      const { manager, database } = server();
      context.mock.method(console, 'error', () => {});
      const reader = await subscriber.open(manager);
      const listening = sql`from pg_stat_activity where query ilike 'listen %' and state = 'idle'`;
      const count = async () =>
        (await one<{ count: number }>(database, sql`select count(*)::integer as count ${listening}`)).count;
      assert.equal(await count(), 1);
      const before = reader.received.length;
      await database.query(sql`select pg_terminate_backend(pid) ${listening}`);
      // Nothing is listening now. The change only arrives if the table is read after reconnecting.
      const { body: note } = await subscriber.write(manager, 'Unheard');
      await until(
        () => reader.received.slice(before).some((change) => change !== 'reset' && change.id === note.id),
        () => 'what nobody listened to',
        10_000,
      );
      assert.equal(await count(), 1);
    });

    it('are numbered in commit order', { timeout: 20_000 }, async () => {
      const { database } = server();
      const start = await latest(database);
      const change = (tx: Parameters<typeof recordChanges>[0], recordId: string) =>
        recordChanges(tx, {
          name: 'notes.create',
          customerId: subscriber.customer,
          recordId,
          operatorId: 'op-114',
          key: recordId,
        });
      let second: Promise<void> | undefined;
      await database.transaction(async (tx) => {
        await change(tx, 'first');
        second = database.transaction((other) => change(other, 'second'));
        const waiting = sql`select count(*)::integer as count from pg_stat_activity where wait_event = 'advisory'`;
        while ((await one<{ count: number }>(database, waiting)).count === 0);
        // If the second change were committed first, a reader would never look for the first one.
        assert.deepEqual(await after(database, start, 10), []);
      });
      await second;
      const ofNotes = (await after(database, start, 10)).filter(({ port }) => port === 'notes');
      assert.deepEqual(
        ofNotes.map(({ recordId }) => recordId),
        ['first', 'second'],
      );
    });
  });
}
