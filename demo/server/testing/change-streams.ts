import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, describe, it } from 'node:test';
import type { Change } from '../../../src/adapter/adapter.ts';
import { restAdapter } from '../../../src/adapters/rest/index.ts';
import { createApp } from '../app.ts';
import { latest } from '../changes/log.ts';
import { Mailbox } from '../changes/mailbox.ts';
import { sql } from '../database/sql.ts';
import { listen } from '../listen.ts';
import { NotesSubscriber, waitForSilence, until } from './change-reader.ts';
import { allowedOrigin, type TestServer } from './test-server.ts';

/** Tests the lifetime and the flow control of event streams. */
export function testChangeStreams(server: () => TestServer): void {
  const subscriber = new NotesSubscriber(server, 'C-20855');
  const { customer, topic } = subscriber;

  describe('streams of live changes', () => {
    afterEach(() => subscriber.closeAll());

    it('end with their session, at once on sign-out, and leave other sessions alone', async () => {
      const { stranger, viewer } = server();
      const someone = await stranger.signIn('priya', 'paper-filter');
      const [gone, remaining] = [await subscriber.open(someone), await subscriber.open(viewer)];
      await someone.send('DELETE', '/session');
      await gone.waitForEnd();
      assert.equal(remaining.hasEnded, false);
      await assert.rejects(subscriber.open(someone), /401/);
    });

    it('last as long as the session, and send a heartbeat', async (context) => {
      context.mock.timers.enable({ apis: ['setInterval'] });
      const { stranger, manager, agent, database } = server();
      const someone = await stranger.signIn('priya', 'paper-filter');
      const [reader, idle] = [await subscriber.open(someone), await subscriber.open(manager, ['C-20817/credit'])];
      const before = idle.id;
      await subscriber.write(agent, 'Told');
      await reader.waitForEvents(1);
      context.mock.timers.tick(15_000);
      // A write can change several topics; both readers learn the id of its last change, also without one of their own.
      await until(
        () => idle.id !== before && idle.id === reader.id,
        () => `${idle.id} and ${reader.id} are one id, and not ${before}`,
      );
      assert.deepEqual([idle.received, reader.hasEnded], [[], false]);
      await database.query(sql`
        update sessions set expires_at = now() - interval '1 second'
        where expires_at = (select max(expires_at) from sessions)`);
      context.mock.timers.tick(15_000);
      await reader.waitForEnd();
      assert.equal(idle.hasEnded, false);
    });

    it('stop all work when their reader disconnects', async (context) => {
      const { manager, database } = server();
      context.mock.timers.enable({ apis: ['setInterval'] });
      const all = await Promise.all(Array.from({ length: 30 }, () => subscriber.open(manager)));
      for (const reader of all) reader.close();
      context.mock.method(console, 'error', () => {});
      await database.script('alter table changes rename to mislaid');
      await assert.rejects(subscriber.resume(manager, [topic]), /500/);
      await database.script('alter table mislaid rename to changes');
      await waitForSilence();
      const query = context.mock.method(database, 'query');
      context.mock.timers.tick(15_000);
      assert.equal(query.mock.callCount(), 0);
      const put = context.mock.method(Mailbox.prototype, 'put');
      await subscriber.write(manager, 'To nobody');
      await waitForSilence();
      assert.equal(put.mock.callCount(), 0);
      await subscriber.resume(manager, [topic]);
      query.mock.resetCalls();
      context.mock.timers.tick(15_000);
      await until(
        () => query.mock.callCount() === 1,
        () => 'the one who is still there',
      );
    });

    it('buffer one change per topic for a slow reader, and delay nobody else', { timeout: 60_000 }, async () => {
      const { manager, agent, url, database } = server();
      const fast = await subscriber.open(manager);
      const { hostname, port } = new URL(url);
      const socket = connect(Number(port), hostname);
      socket.pause();
      const authorization = `Authorization: Bearer ${agent.token}`;
      socket.write(`GET /api/changes?topic=${topic} HTTP/1.1\r\nHost: ${hostname}\r\n${authorization}\r\n\r\n`);
      await waitForSilence();
      // The rows are larger than all buffers on the way.
      const insert = sql`
        insert into changes (customer_id, port, record_id) values (${customer}, 'notes', repeat('x', 60000))`;
      for (let count = 0; count < 400; count++) await database.query(insert);
      const isUpToDate = async () => fast.id === String(await latest(database));
      for (const end = Date.now() + 20_000; !(await isUpToDate()) && Date.now() < end; await waitForSilence());
      const { body: last } = await subscriber.write(manager, 'The last one');
      await until(
        () => JSON.stringify(fast.received.at(-1)).includes(last.id),
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

    it('end at once when the server stops, and resume after its restart', { timeout: 30_000 }, async (context) => {
      const { database, agent, manager } = server();
      const start = async (port: number) => {
        const stopping = new AbortController();
        const listener = await listen(createApp({ database, stopping: stopping.signal }), port);
        let stopped: Promise<void> | undefined;
        const stop = () => (stopping.abort(), (stopped ??= listener.close()));
        context.after(stop);
        return { listener, stop };
      };
      await subscriber.forget();
      const first = await start(0);
      const adapter = restAdapter({ baseUrl: `${first.listener.url}/api`, getToken: () => manager.token ?? null });
      const received: Change[] = [];
      const closing = new AbortController();
      const watched = adapter.watch(
        [{ customerId: customer, port: 'notes' }],
        (change) => received.push(change),
        closing,
      );
      context.after(() => closing.abort());
      const { body: note } = await subscriber.write(agent, 'Before the restart');
      await until(
        () => received.some(({ id }) => id === note.id),
        () => 'before',
      );
      const before = performance.now();
      await first.stop();
      assert.ok(performance.now() - before < 1000, 'a stream held up the end of the server');
      const { body: missed } = await subscriber.write(agent, 'While it was gone');
      const second = await start(Number(new URL(first.listener.url).port));
      await until(
        () => received.some(({ id }) => id === missed.id),
        () => 'what was missed',
        10_000,
      );
      closing.abort();
      await watched;
      await second.stop();
      assert.equal(received.filter(({ id }) => id === missed.id).length, 1);
    });

    it('may be requested from another origin, also with a last event id', async () => {
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
