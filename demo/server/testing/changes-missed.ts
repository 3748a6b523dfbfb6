import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import type { Change } from '../../../src/adapter/adapter.ts';
import { recordFullChange } from '../changes/record.ts';
import { sql } from '../database/sql.ts';
import { startHousekeeping } from '../housekeeping.ts';
import { NotesSubscriber, waitForSilence } from './change-reader.ts';
import type { TestServer } from './test-server.ts';

/** Tests the events for changes that were made while nobody was listening. */
export function testMissedChanges(server: () => TestServer): void {
  const subscriber = new NotesSubscriber(server, 'C-20854');
  const { customer, topic } = subscriber;

  describe('missed live changes', () => {
    afterEach(() => subscriber.closeAll());

    it('are sent once each after a lost connection', async () => {
      const { manager, agent } = server();
      const first = await subscriber.open(manager);
      await subscriber.write(agent, 'Heard');
      await first.waitForEvents(1);
      first.close();
      const { body: only } = await subscriber.write(agent, 'Missed');
      const second = await subscriber.open(manager, [topic], first.id);
      await second.waitForEvents(1);
      assert.deepEqual(second.received, [{ customerId: customer, port: 'notes', id: only.id }]);
      second.close();
      await subscriber.write(manager, 'One of two', 'own-1');
      await subscriber.write(agent, 'Two of two');
      const third = await subscriber.open(manager, [topic], second.id);
      const { body: last } = await subscriber.write(agent, 'Live again');
      await third.waitForEvents(2);
      // Two changes are merged into an event without a key: a key would mean that all of them are her own.
      assert.deepEqual(third.received, [
        { customerId: customer, port: 'notes' },
        { customerId: customer, port: 'notes', id: last.id },
      ]);
      const fourth = await subscriber.open(manager, [topic], third.id);
      await waitForSilence();
      assert.deepEqual(fourth.received, []);
    });

    it('are not lost while connections break and changes go on', { timeout: 30_000 }, async () => {
      const { manager, agent, database } = server();
      let reader = await subscriber.open(manager);
      const seen = new Set<string>();
      let isWriting = true;
      const writing = (async () => {
        for (let count = 0; count < 60; count++) await subscriber.write(agent, `Note ${count}`);
        isWriting = false;
      })();
      const lastOf = async () =>
        (
          await database.query<{ id: string }>(sql`select max(change_id)::text as id from changes where port = 'notes'`)
        )[0]!.id;
      while (isWriting || reader.id !== (await lastOf())) {
        await new Promise((resolve) => setTimeout(resolve, 15));
        for (const change of reader.received) seen.add(JSON.stringify(change));
        reader.close();
        reader = await subscriber.resume(manager, [topic], reader.id);
        await new Promise((resolve) => setTimeout(resolve, 15));
      }
      await writing;
      assert.ok(!seen.has('"reset"'));
      assert.ok(seen.size > 10);
    });

    it('include the last seconds before the stream: nothing is lost between the page’s reads and its subscription', async () => {
      const { manager, agent, database } = server();
      await subscriber.open(manager);
      const { body: note } = await subscriber.write(agent, 'A moment ago');
      const reader = await subscriber.resume(manager, [topic]);
      await reader.waitForEvents(1);
      assert.equal((reader.received[0] as Change).id, note.id);
      await database.query(sql`update changes set changed_at = changed_at - interval '11 seconds'`);
      const later = await subscriber.resume(manager, [topic]);
      await waitForSilence();
      assert.deepEqual(later.received, []);
    });

    it('become one “everything” change if the server no longer knows what was missed', async () => {
      const { manager, agent, database } = server();
      const reader = await subscriber.open(manager);
      const { id } = reader;
      for (const body of ['Old', 'Older', 'Oldest']) await subscriber.write(agent, body);
      await reader.waitForEvents(1);
      await database.query(sql`update changes set changed_at = now() - interval '2 hours'`);
      const stop = startHousekeeping(database);
      const storedChanges = () => database.query(sql`select 1 from changes`);
      for (const end = Date.now() + 5000; (await storedChanges()).length > 1 && Date.now() < end;);
      stop();
      assert.equal((await storedChanges()).length, 1, 'the latest stays, for ids to be compared with');
      for (const unknown of [id, '999999999', 'nonsense', '-1', '']) {
        const late = await subscriber.resume(manager, [topic, 'C-20817/credit'], unknown);
        await late.waitForEvents(1);
        assert.deepEqual(late.received, ['reset'], unknown);
      }
      const now = await subscriber.resume(manager, [topic], reader.id);
      await waitForSilence();
      assert.deepEqual(now.received, [], 'a reader that is up to date has missed nothing');
    });

    it('become one “everything” change if everything may have changed', async () => {
      const { manager, agent, database } = server();
      const reader = await subscriber.open(manager);
      await database.transaction(recordFullChange);
      await reader.waitForEvents(1);
      const late = await subscriber.resume(manager, [topic], String(Number(reader.id) - 1));
      await late.waitForEvents(1);
      assert.deepEqual(late.received, ['reset']);
      await subscriber.write(agent, 'Afterwards');
      await reader.waitForEvents(2);
      assert.deepEqual(
        reader.received.map((change) => typeof change),
        ['string', 'object'],
      );
    });
  });
}
