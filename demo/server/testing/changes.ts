import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, describe, it } from 'node:test';
import type { Change } from '../../../src/adapter/watch.ts';
import { restAdapter } from '../../../src/adapters/rest/index.ts';
import type { Note } from '../../../src/domain/note.ts';
import { makeApp } from '../app.ts';
import { latest } from '../changes/log.ts';
import { Mailbox } from '../changes/mailbox.ts';
import { recordUpheaval } from '../changes/record.ts';
import { sql } from '../database/sql.ts';
import { keepTidy } from '../housekeeping.ts';
import { listen } from '../listen.ts';
import { ChangeReader, until } from './change-reader.ts';
import { Client, type Refused } from './client.ts';
import { allowedOrigin, type TestServer } from './test-server.ts';

/** Live changes, over HTTP. */
export function testChanges(server: () => TestServer): void {
  const customer = 'C-20851';
  const notes = `/customers/${customer}/notes`;
  const topic = `${customer}/notes`;
  const write = (client: Client, body: string, key?: string) =>
    client.send<Note>('POST', notes, { body: { body }, key });
  const readers: ChangeReader[] = [];
  /** What was written before is not of the last seconds any more. */
  const forget = () => server().database.query(sql`update changes set changed_at = changed_at - interval '1 minute'`);
  const open = async (client: Client, topics = [topic], after?: string): Promise<ChangeReader> => {
    await forget();
    return resume(client, topics, after);
  };
  const resume = async (client: Client, topics: readonly string[], after?: string): Promise<ChangeReader> => {
    const reader = await ChangeReader.open(client, topics, after);
    readers.push(reader);
    return reader;
  };
  const settle = () => new Promise((resolve) => setTimeout(resolve, 100));

  describe('live changes', () => {
    afterEach(async () => {
      if (!readers.length) return;
      for (const reader of readers.splice(0)) reader.close();
      await settle();
    });

    const refusals: Readonly<Record<string, readonly [status: number, method: string, query: string, token?: string]>> =
      {
        'no token': [401, 'GET', `?topic=${topic}`, ''],
        'a token of nobody': [401, 'GET', `?topic=${topic}`, 'Bearer abc'],
        'no topic': [422, 'GET', ''],
        'a topic without a port': [422, 'GET', '?topic=C-1'],
        'a topic without a customer': [422, 'GET', '?topic=/notes'],
        'too many topics': [422, 'GET', `?${'topic=C-1/notes&'.repeat(201)}`],
        'another method': [404, 'POST', `?topic=${topic}`],
      };
    for (const [name, [status, method, query, token]] of Object.entries(refusals))
      it(`are refused for ${name}: ${status}`, async () => {
        const headers = { Authorization: token ?? `Bearer ${server().viewer.token}` };
        const response = await fetch(`${server().url}/api/changes${query}`, { method, headers });
        assert.deepEqual([response.status, ((await response.json()) as Refused).status], [status, status]);
      });

    it('of one operator reach another, and their key nobody but the one who wrote', async () => {
      const { manager, agent, viewer } = server();
      const [hers, his] = [await open(manager), await open(viewer)];
      const { body: note } = await write(agent, 'Rang back');
      // Told together, it would not be told which they were.
      await Promise.all([hers.hears(1), his.hears(1)]);
      await write(manager, 'Rang again', 'hers-1');
      await Promise.all([hers.hears(2), his.hears(2)]);
      assert.deepEqual(hers.heard[0], { customerId: customer, port: 'notes', id: note.id });
      assert.equal((hers.heard[1] as Change).idempotencyKey, 'hers-1');
      assert.deepEqual(
        his.heard.map((change) => Object.keys(change)),
        [hers.heard[0], hers.heard[0]].map((change) => Object.keys(change!)),
      );
    });

    it('are those of the topics, and of every port that says the same', async () => {
      const { manager, agent } = server();
      const ports = ['notes', 'addresses', 'customers', 'nonsense'].map((port) => `C-20852/${port}`);
      const reader = await open(manager, [...ports, 'nobody/notes']);
      await write(agent, 'Of another customer');
      const address = { lines: ['Kiln Lane 1'], country: 'GB' };
      const made = await agent.send('POST', '/customers/C-20852/addresses', { body: address });
      assert.equal(made.status, 201, JSON.stringify(made.body));
      await reader.hears(2);
      await settle();
      assert.deepEqual(
        reader.heard.map((change) => (change as Change).port).sort((a, b) => (a < b ? -1 : 1)),
        ['addresses', 'customers'],
      );
    });

    it('name the record that was changed', async () => {
      const { manager, agent } = server();
      const { body: note } = await write(agent, 'To be changed');
      const reader = await open(manager);
      await agent.send('PATCH', `${notes}/${note.id}`, { body: { body: 'Changed' }, version: '1' });
      await reader.hears(1);
      await agent.send('DELETE', `${notes}/${note.id}`, { version: '2' });
      await reader.hears(2);
      assert.deepEqual(
        reader.heard.map((change) => (change as Change).id),
        [note.id, note.id],
      );
    });

    it('are none where nothing was written', async () => {
      const { manager, agent, viewer } = server();
      await write(agent, 'Once', 'twice-1');
      const reader = await open(manager, [topic, 'C-20817/credit', 'C-20817/customers']);
      await write(agent, 'Once', 'twice-1');
      await write(agent, '');
      await write(viewer, 'Not mine to write');
      const adjustment = { accountId: 'cr-20817-eur', amount: { value: '1', currency: 'EUR' }, description: 'x' };
      await manager.send('POST', '/customers/C-20817/credit/adjustments?dryRun=true', { body: adjustment });
      await write(agent, 'At last');
      await reader.hears(1);
      await settle();
      assert.equal(reader.heard.length, 1);
      const { length } = await server().database.query(sql`select 1 from changes where idempotency_key = 'twice-1'`);
      assert.equal(length, 1);
    });

    it('are none where a write came to nothing in the end', async (context) => {
      const { agent, database } = server();
      context.mock.method(console, 'error', () => {});
      await database.script(`alter table idempotency_keys add constraint doomed check (key <> 'doomed-1')`);
      const { status } = await write(agent, 'Never written', 'doomed-1');
      await database.script('alter table idempotency_keys drop constraint doomed');
      const { length } = await database.query(sql`select 1 from changes where idempotency_key = 'doomed-1'`);
      assert.deepEqual([status, length], [500, 0]);
    });

    it('are all told, however many come at once', async () => {
      const { manager, database } = server();
      const reader = await open(manager);
      await database.query(sql`
        insert into changes (customer_id, port)
        select case when number = 3500 then ${customer} else 'C-1' end, 'notes' from generate_series(1, 3500) as number`);
      await reader.hears(1);
      assert.equal(reader.id, String(await latest(database)));
    });

    it('go on after a connection that was cut: all that was missed, once', async () => {
      const { manager, agent } = server();
      const first = await open(manager);
      await write(agent, 'Heard');
      await first.hears(1);
      first.close();
      const { body: only } = await write(agent, 'Missed');
      const second = await open(manager, [topic], first.id);
      await second.hears(1);
      assert.deepEqual(second.heard, [{ customerId: customer, port: 'notes', id: only.id }]);
      second.close();
      await write(manager, 'One of two', 'own-1');
      await write(agent, 'Two of two');
      const third = await open(manager, [topic], second.id);
      const { body: last } = await write(agent, 'Live again');
      await third.hears(2);
      // Of two it is told that there were some: a key would say that they were her own.
      assert.deepEqual(third.heard, [
        { customerId: customer, port: 'notes' },
        { customerId: customer, port: 'notes', id: last.id },
      ]);
      const fourth = await open(manager, [topic], third.id);
      await settle();
      assert.deepEqual(fourth.heard, []);
    });

    it('lose nothing while connections are cut and changes go on', { timeout: 30_000 }, async () => {
      const { manager, agent, database } = server();
      let reader = await open(manager);
      const seen = new Set<string>();
      let isWriting = true;
      const writing = (async () => {
        for (let count = 0; count < 60; count++) await write(agent, `Note ${count}`);
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
        reader = await resume(manager, [topic], reader.id);
        await new Promise((resolve) => setTimeout(resolve, 15));
      }
      await writing;
      assert.ok(!seen.has('"reset"'));
      assert.ok(seen.size > 10);
    });

    it('begin a little before their stream: nothing is lost between the reads of a page and its opening', async () => {
      const { manager, agent, database } = server();
      await open(manager);
      const { body: note } = await write(agent, 'A moment ago');
      const reader = await resume(manager, [topic]);
      await reader.hears(1);
      assert.equal((reader.heard[0] as Change).id, note.id);
      await database.query(sql`update changes set changed_at = changed_at - interval '11 seconds'`);
      const later = await resume(manager, [topic]);
      await settle();
      assert.deepEqual(later.heard, []);
    });

    it('are everything, where it is no longer known what was missed', async () => {
      const { manager, agent, database } = server();
      const reader = await open(manager);
      const { id } = reader;
      for (const body of ['Old', 'Older', 'Oldest']) await write(agent, body);
      await reader.hears(1);
      await database.query(sql`update changes set changed_at = now() - interval '2 hours'`);
      const stop = keepTidy(database);
      const kept = () => database.query(sql`select 1 from changes`);
      for (const end = Date.now() + 5000; (await kept()).length > 1 && Date.now() < end;);
      stop();
      assert.equal((await kept()).length, 1, 'the latest stays, for ids to be compared with');
      for (const unknown of [id, '999999999', 'nonsense', '-1', '']) {
        const late = await resume(manager, [topic, 'C-20817/credit'], unknown);
        await late.hears(1);
        assert.deepEqual(late.heard, ['reset'], unknown);
      }
      const now = await resume(manager, [topic], reader.id);
      await settle();
      assert.deepEqual(now.heard, [], 'whoever had heard everything has missed nothing');
    });

    it('are everything, where everything may have changed', async () => {
      const { manager, agent, database } = server();
      const reader = await open(manager);
      await database.transaction(recordUpheaval);
      await reader.hears(1);
      const late = await resume(manager, [topic], String(Number(reader.id) - 1));
      await late.hears(1);
      assert.deepEqual(late.heard, ['reset']);
      await write(agent, 'Afterwards');
      await reader.hears(2);
      assert.deepEqual(
        reader.heard.map((change) => typeof change),
        ['string', 'object'],
      );
    });

    it('end with the session, at once when the operator signs out, and no other', async () => {
      const { stranger, viewer } = server();
      const someone = await stranger.signIn('priya', 'paper-filter');
      const [gone, stays] = [await open(someone), await open(viewer)];
      await someone.send('DELETE', '/session');
      await gone.ends();
      assert.equal(stays.hasEnded, false);
      await assert.rejects(open(someone), /401/);
    });

    it('are told for as long as the session holds; now and then the stream says that it stands', async (context) => {
      context.mock.timers.enable({ apis: ['setInterval'] });
      const { stranger, manager, agent, database } = server();
      const someone = await stranger.signIn('priya', 'paper-filter');
      const [reader, idle] = [await open(someone), await open(manager, ['C-20817/credit'])];
      const before = idle.id;
      await write(agent, 'Told');
      await reader.hears(1);
      context.mock.timers.tick(15_000);
      await until(
        () => idle.id !== before,
        () => `another id than ${before}`,
      );
      assert.equal(idle.id, reader.id, 'also where nothing was told');
      assert.deepEqual([idle.heard, reader.hasEnded], [[], false]);
      await database.query(sql`
        update sessions set expires_at = now() - interval '1 second'
        where expires_at = (select max(expires_at) from sessions)`);
      context.mock.timers.tick(15_000);
      await reader.ends();
      assert.equal(idle.hasEnded, false);
    });

    it('of whoever has gone away are not looked after', async (context) => {
      const { manager, database } = server();
      context.mock.timers.enable({ apis: ['setInterval'] });
      const all = await Promise.all(Array.from({ length: 30 }, () => open(manager)));
      for (const reader of all) reader.close();
      context.mock.method(console, 'error', () => {});
      await database.script('alter table changes rename to mislaid');
      await assert.rejects(resume(manager, [topic]), /500/);
      await database.script('alter table mislaid rename to changes');
      await settle();
      const query = context.mock.method(database, 'query');
      context.mock.timers.tick(15_000);
      assert.equal(query.mock.callCount(), 0);
      const put = context.mock.method(Mailbox.prototype, 'put');
      await write(manager, 'To nobody');
      await settle();
      assert.equal(put.mock.callCount(), 0);
      await resume(manager, [topic]);
      query.mock.resetCalls();
      context.mock.timers.tick(15_000);
      await until(
        () => query.mock.callCount() === 1,
        () => 'the one who is still there',
      );
    });

    it('wait for a reader who is slow, one for each topic, and hold up nobody', { timeout: 60_000 }, async () => {
      const { manager, agent, url, database } = server();
      const fast = await open(manager);
      const { hostname, port } = new URL(url);
      const socket = connect(Number(port), hostname);
      socket.pause();
      const authorization = `Authorization: Bearer ${agent.token}`;
      socket.write(`GET /api/changes?topic=${topic} HTTP/1.1\r\nHost: ${hostname}\r\n${authorization}\r\n\r\n`);
      await settle();
      // More than all buffers on the way hold.
      const insert = sql`
        insert into changes (customer_id, port, record_id) values (${customer}, 'notes', repeat('x', 60000))`;
      for (let count = 0; count < 400; count++) await database.query(insert);
      const isUpToDate = async () => fast.id === String(await latest(database));
      for (const end = Date.now() + 20_000; !(await isUpToDate()) && Date.now() < end; await settle());
      const { body: last } = await write(manager, 'The last one');
      await until(
        () => JSON.stringify(fast.heard.at(-1)).includes(last.id),
        () => 'the last one',
      );
      let text = '';
      socket.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      socket.resume();
      await until(
        () => text.includes(`id: ${fast.id}\n`),
        () => 'the last id',
        20_000,
      );
      assert.ok(text.length < 15_000_000, `${text.length} characters`);
      socket.destroy();
      await once(socket, 'close');
    });

    it('go on over a restart of the server, and end with it at once', { timeout: 30_000 }, async (context) => {
      const { database, agent, manager } = server();
      const start = async (port: number) => {
        const stopping = new AbortController();
        const listener = await listen(makeApp({ database, stopping: stopping.signal }), port);
        let stopped: Promise<void> | undefined;
        const stop = () => (stopping.abort(), (stopped ??= listener.close()));
        context.after(stop);
        return { listener, stop };
      };
      await forget();
      const first = await start(0);
      const adapter = restAdapter({ baseUrl: `${first.listener.url}/api`, getToken: () => manager.token ?? null });
      const heard: Change[] = [];
      const closing = new AbortController();
      const watched = adapter.watch([{ customerId: customer, port: 'notes' }], (change) => heard.push(change), closing);
      context.after(() => closing.abort());
      const { body: note } = await write(agent, 'Before the restart');
      await until(
        () => heard.some(({ id }) => id === note.id),
        () => 'before',
      );
      const before = performance.now();
      await first.stop();
      assert.ok(performance.now() - before < 1000, 'a stream held up the end of the server');
      const { body: missed } = await write(agent, 'While it was gone');
      const second = await start(Number(new URL(first.listener.url).port));
      await until(
        () => heard.some(({ id }) => id === missed.id),
        () => 'what was missed',
        10_000,
      );
      closing.abort();
      await watched;
      await second.stop();
      assert.equal(heard.filter(({ id }) => id === missed.id).length, 1);
    });

    it('may be asked for by another origin, after an id too', async () => {
      const response = await fetch(`${server().url}/api/changes`, {
        method: 'OPTIONS',
        headers: {
          Origin: allowedOrigin,
          'Access-Control-Request-Method': 'GET',
          'Access-Control-Request-Headers': 'authorization,last-event-id',
        },
      });
      assert.match(response.headers.get('Access-Control-Allow-Headers') ?? '', /last-event-id/i);
    });
  });
}
