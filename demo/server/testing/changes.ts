import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import type { Change } from '../../../src/adapter/adapter.ts';
import { latest } from '../changes/log.ts';
import { sql } from '../database/sql.ts';
import { NotesSubscriber, waitForSilence } from './change-reader.ts';
import type { Refused } from './client.ts';
import type { TestServer } from './test-server.ts';

/** Tests the recipients and the content of live changes over HTTP. */
export function testChanges(server: () => TestServer): void {
  const subscriber = new NotesSubscriber(server, 'C-20851');
  const { customer, notes, topic } = subscriber;

  describe('live changes', () => {
    afterEach(() => subscriber.closeAll());

    const rejections: Readonly<
      Record<string, readonly [status: number, method: string, query: string, token?: string]>
    > = {
      'no token': [401, 'GET', `?topic=${topic}`, ''],
      'an unknown token': [401, 'GET', `?topic=${topic}`, 'Bearer abc'],
      'no topic': [422, 'GET', ''],
      'a topic without a port': [422, 'GET', '?topic=C-1'],
      'too many topics': [422, 'GET', `?${'topic=C-1/notes&'.repeat(201)}`],
      'another method': [404, 'POST', `?topic=${topic}`],
    };
    for (const [name, [status, method, query, token]] of Object.entries(rejections))
      it(`are rejected for ${name}: ${status}`, async () => {
        const headers = { Authorization: token ?? `Bearer ${server().viewer.token}` };
        const response = await fetch(`${server().url}/api/changes${query}`, { method, headers });
        assert.deepEqual([response.status, ((await response.json()) as Refused).status], [status, status]);
      });

    it('reach other operators, but their key only the operator who wrote', async () => {
      const { manager, agent, viewer } = server();
      const [managerReader, viewerReader] = [await subscriber.open(manager), await subscriber.open(viewer)];
      const { body: note } = await subscriber.write(agent, 'Rang back');
      // If the changes were merged, their records would be missing.
      await Promise.all([managerReader.waitForEvents(1), viewerReader.waitForEvents(1)]);
      await subscriber.write(manager, 'Rang again', 'hers-1');
      await Promise.all([managerReader.waitForEvents(2), viewerReader.waitForEvents(2)]);
      assert.deepEqual(managerReader.received[0], { customerId: customer, port: 'notes', id: note.id });
      assert.equal((managerReader.received[1] as Change).idempotencyKey, 'hers-1');
      assert.deepEqual(
        viewerReader.received.map((change) => Object.keys(change)),
        [managerReader.received[0], managerReader.received[0]].map((change) => Object.keys(change!)),
      );
    });

    it('match the requested topics, across all ports that return the same data', async () => {
      const { manager, agent } = server();
      const ports = ['notes', 'addresses', 'customers', 'nonsense'].map((port) => `C-20852/${port}`);
      const reader = await subscriber.open(manager, [...ports, 'nobody/notes']);
      await subscriber.write(agent, 'Of another customer');
      const address = { lines: ['Kiln Lane 1'], country: 'GB' };
      const made = await agent.send('POST', '/customers/C-20852/addresses', { body: address });
      assert.equal(made.status, 201, JSON.stringify(made.body));
      await reader.waitForEvents(2);
      await waitForSilence();
      assert.deepEqual(
        reader.received.map((change) => (change as Change).port).sort((a, b) => (a < b ? -1 : 1)),
        ['addresses', 'customers'],
      );
    });

    it('of any customer reach those who ask without a customer, and name none, also after a lost connection', async () => {
      const { manager, agent } = server();
      const first = await subscriber.open(manager, ['/notes', '/addresses', topic]);
      await subscriber.write(agent, 'Of this customer');
      await first.waitForEvents(2);
      await agent.send('POST', '/customers/C-20853/notes', { body: { body: 'Of another' } });
      await first.waitForEvents(3);
      first.close();
      assert.deepEqual(
        first.received.map((change) => JSON.stringify({ ...(change as Change), id: undefined })).sort(),
        [{ customerId: customer, port: 'notes' }, { port: 'notes' }, { port: 'notes' }].map((one) =>
          JSON.stringify(one),
        ),
      );
      await subscriber.write(agent, 'Missed');
      await agent.send('POST', '/customers/C-20853/notes', { body: { body: 'Missed, too' } });
      const second = await subscriber.open(manager, ['/notes'], first.id);
      await second.waitForEvents(1);
      await waitForSilence();
      assert.deepEqual(second.received, [{ port: 'notes' }]);
    });

    it('name the changed record', async () => {
      const { manager, agent } = server();
      const { body: note } = await subscriber.write(agent, 'To be changed');
      const reader = await subscriber.open(manager);
      await agent.send('PATCH', `${notes}/${note.id}`, { body: { body: 'Changed' }, version: '1' });
      await reader.waitForEvents(1);
      await agent.send('DELETE', `${notes}/${note.id}`, { version: '2' });
      await reader.waitForEvents(2);
      assert.deepEqual(
        reader.received.map((change) => (change as Change).id),
        [note.id, note.id],
      );
    });

    it('are not sent if nothing was written', async () => {
      const { manager, agent, viewer } = server();
      await subscriber.write(agent, 'Once', 'twice-1');
      const reader = await subscriber.open(manager, [topic, 'C-20817/credit', 'C-20817/customers']);
      await subscriber.write(agent, 'Once', 'twice-1');
      await subscriber.write(agent, '');
      await subscriber.write(viewer, 'Not mine to write');
      const adjustment = { accountId: 'cr-20817-eur', amount: { value: '1', currency: 'EUR' }, description: 'x' };
      await manager.send('POST', '/customers/C-20817/credit/adjustments?dryRun=true', { body: adjustment });
      await subscriber.write(agent, 'At last');
      await reader.waitForEvents(1);
      await waitForSilence();
      assert.equal(reader.received.length, 1);
      const { length } = await server().database.query(
        sql`select 1 from changes where idempotency_key = 'twice-1' and port = 'notes'`,
      );
      assert.equal(length, 1);
    });

    it('are not sent if the write is rolled back', async (context) => {
      const { agent, database } = server();
      context.mock.method(console, 'error', () => {});
      await database.script(`alter table idempotency_keys add constraint doomed check (key <> 'doomed-1')`);
      const { status } = await subscriber.write(agent, 'Never written', 'doomed-1');
      await database.script('alter table idempotency_keys drop constraint doomed');
      const { length } = await database.query(sql`select 1 from changes where idempotency_key = 'doomed-1'`);
      assert.deepEqual([status, length], [500, 0]);
    });

    it('are all sent, however many arrive at once', async () => {
      const { manager, database } = server();
      const reader = await subscriber.open(manager);
      await database.query(sql`
        insert into changes (customer_id, port)
        select case when number = 3500 then ${customer} else 'C-1' end, 'notes' from generate_series(1, 3500) as number`);
      await reader.waitForEvents(1);
      assert.equal(reader.id, String(await latest(database)));
    });
  });
}
