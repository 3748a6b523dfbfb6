import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import type { Change } from '../../../src/adapter/watch.ts';
import { recordUpheaval } from '../changes/record.ts';
import { sql } from '../database/sql.ts';
import { keepTidy } from '../housekeeping.ts';
import { ChangeDesk, settle } from './change-reader.ts';
import type { TestServer } from './test-server.ts';

/** Tests the events for changes that were made while nobody was listening. */
export function testMissedChanges(server: () => TestServer): void {
  const desk = new ChangeDesk(server, 'C-20854');
  const { customer, topic } = desk;

  describe('missed live changes', () => {
    afterEach(() => desk.closeAll());

    it('are sent once each after a lost connection', async () => {
      const { manager, agent } = server();
      const first = await desk.open(manager);
      await desk.write(agent, 'Heard');
      await first.hears(1);
      first.close();
      const { body: only } = await desk.write(agent, 'Missed');
      const second = await desk.open(manager, [topic], first.id);
      await second.hears(1);
      assert.deepEqual(second.heard, [{ customerId: customer, port: 'notes', id: only.id }]);
      second.close();
      await desk.write(manager, 'One of two', 'own-1');
      await desk.write(agent, 'Two of two');
      const third = await desk.open(manager, [topic], second.id);
      const { body: last } = await desk.write(agent, 'Live again');
      await third.hears(2);
      // Two changes are merged into an event without a key: a key would mean that all of them are her own.
      assert.deepEqual(third.heard, [
        { customerId: customer, port: 'notes' },
        { customerId: customer, port: 'notes', id: last.id },
      ]);
      const fourth = await desk.open(manager, [topic], third.id);
      await settle();
      assert.deepEqual(fourth.heard, []);
    });

    it('are not lost while connections break and changes go on', { timeout: 30_000 }, async () => {
      const { manager, agent, database } = server();
      let reader = await desk.open(manager);
      const seen = new Set<string>();
      let isWriting = true;
      const writing = (async () => {
        for (let count = 0; count < 60; count++) await desk.write(agent, `Note ${count}`);
        isWriting = false;
      })();
      const lastOf = async () =>
        (
          await database.query<{ id: string }>(sql`select max(change_id)::text as id from changes where port = 'notes'`)
        )[0]!.id;
      while (isWriting || reader.id !== (await lastOf())) {
        await new Promise((resolve) => setTimeout(resolve, 15));
        for (const change of reader.heard) seen.add(JSON.stringify(change));
        reader.close();
        reader = await desk.resume(manager, [topic], reader.id);
        await new Promise((resolve) => setTimeout(resolve, 15));
      }
      await writing;
      assert.ok(!seen.has('"reset"'));
      assert.ok(seen.size > 10);
    });

    it('include the last seconds before the stream: nothing is lost between the page’s reads and its subscription', async () => {
      const { manager, agent, database } = server();
      await desk.open(manager);
      const { body: note } = await desk.write(agent, 'A moment ago');
      const reader = await desk.resume(manager, [topic]);
      await reader.hears(1);
      assert.equal((reader.heard[0] as Change).id, note.id);
      await database.query(sql`update changes set changed_at = changed_at - interval '11 seconds'`);
      const later = await desk.resume(manager, [topic]);
      await settle();
      assert.deepEqual(later.heard, []);
    });

    it('become one “everything” change if the server no longer knows what was missed', async () => {
      const { manager, agent, database } = server();
      const reader = await desk.open(manager);
      const { id } = reader;
      for (const body of ['Old', 'Older', 'Oldest']) await desk.write(agent, body);
      await reader.hears(1);
      await database.query(sql`update changes set changed_at = now() - interval '2 hours'`);
      const stop = keepTidy(database);
      const kept = () => database.query(sql`select 1 from changes`);
      for (const end = Date.now() + 5000; (await kept()).length > 1 && Date.now() < end;);
      stop();
      assert.equal((await kept()).length, 1, 'the latest stays, for ids to be compared with');
      for (const unknown of [id, '999999999', 'nonsense', '-1', '']) {
        const late = await desk.resume(manager, [topic, 'C-20817/credit'], unknown);
        await late.hears(1);
        assert.deepEqual(late.heard, ['reset'], unknown);
      }
      const now = await desk.resume(manager, [topic], reader.id);
      await settle();
      assert.deepEqual(now.heard, [], 'whoever had heard everything has missed nothing');
    });

    it('become one “everything” change if everything may have changed', async () => {
      const { manager, agent, database } = server();
      const reader = await desk.open(manager);
      await database.transaction(recordUpheaval);
      await reader.hears(1);
      const late = await desk.resume(manager, [topic], String(Number(reader.id) - 1));
      await late.hears(1);
      assert.deepEqual(late.heard, ['reset']);
      await desk.write(agent, 'Afterwards');
      await reader.hears(2);
      assert.deepEqual(
        reader.heard.map((change) => typeof change),
        ['string', 'object'],
      );
    });
  });
}
