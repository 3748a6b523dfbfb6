import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Note } from '../../src/domain/note.ts';
import { postgresMissing, startPostgres } from '../../tools/postgres.mjs';
import { type Database, one } from './database/database.ts';
import { openDatabase } from './database/open.ts';
import { sql } from './database/sql.ts';
import { deleteExpired } from './housekeeping.ts';
import { ChangeReader, until } from './testing/change-reader.ts';
import type { Client, Refused } from './testing/client.ts';
import { type ServerProcess, startServerProcess } from './testing/server-process.ts';

// Two processes, as behind a load balancer: whatever one of them knows, the other must know too.
describe('two servers on one PostgreSQL', { skip: postgresMissing() }, () => {
  const notes = '/customers/C-20817/notes';
  let stopPostgres: () => Promise<void>;
  let database: Database;
  let servers: readonly [ServerProcess, ServerProcess];
  /** The same session at each server. */
  let here: Client;
  let there: Client;

  before(async () => {
    const { url, stop } = await startPostgres();
    stopPostgres = stop;
    // Both start on the empty database at once: one of them migrates and seeds it.
    const start = () => startServerProcess(url, { PAGES: 'on' });
    servers = await Promise.all([start(), start()]);
    database = await openDatabase({ url, directory: '' });
    here = await servers[0].client.signIn('dana', 'kiln-at-dawn');
    there = at(servers[1], here);
  });
  after(async () => {
    await database?.close();
    await Promise.all((servers ?? []).map((server) => server.stop()));
    await stopPostgres?.();
  });

  /** Returns a client with the same session at another server. */
  const at = ({ client }: ServerProcess, { token }: Client): Client => client.withToken(token);
  const write = (client: Client, body: string, key?: string) =>
    client.send<Note>('POST', notes, { body: { body }, key });
  const countNotes = async (body: string): Promise<number> =>
    (await one<{ count: number }>(database, sql`select count(*)::integer as count from notes where body = ${body}`))
      .count;

  it('a session of one is valid at the other until it ends at either', async () => {
    const session = await servers[0].client.signIn('priya', 'paper-filter');
    const elsewhere = at(servers[1], session);
    assert.equal((await elsewhere.get('/session')).status, 200);
    const reader = await ChangeReader.open(session, ['C-20817/notes']);
    assert.equal((await elsewhere.send('DELETE', '/session')).status, 204);
    assert.equal((await session.get('/session')).status, 401);
    await reader.waitForEnd();
  });

  it('a change written through one is seen by a watcher at the other', async () => {
    const readers = await Promise.all([here, there].map((client) => ChangeReader.open(client, ['C-20817/notes'])));
    const ids: (string | undefined)[] = [];
    for (const client of [here, there, here]) {
      ids.push((await write(client, 'Seen by both')).body.id);
      // Changes of a topic are joined if they arrive faster than they are read.
      await Promise.all(readers.map((reader) => reader.waitForEvents(ids.length)));
    }
    for (const reader of readers) {
      assert.deepEqual(
        reader.received.map((change) => change !== 'reset' && change.id),
        ids,
      );
      reader.close();
    }
  });

  it('a watcher of one resumes at the other and receives what it missed, once', async () => {
    const reader = await ChangeReader.open(here, ['C-20817/notes']);
    const { body: seen } = await write(there, 'Before the move');
    await until(
      () => reader.received.some((change) => change !== 'reset' && change.id === seen.id),
      () => 'the change before the move',
    );
    const lastId = reader.id;
    reader.close();
    const { body: missed } = await write(here, 'During the move');
    const resumed = await ChangeReader.open(there, ['C-20817/notes'], lastId);
    await resumed.waitForEvents(1);
    assert.deepEqual(
      resumed.received.map((change) => change !== 'reset' && change.id),
      [missed.id],
    );
    resumed.close();
  });

  it('sign-in attempts at both are counted together', async () => {
    const attempt = ({ client }: ServerProcess) =>
      client.send<Refused>('POST', '/session', { body: { login: 'nobody', password: 'wrong' } });
    for (let count = 0; count < 5; count++) assert.equal((await attempt(servers[count % 2]!)).status, 401);
    // The delay would end within a second, which a slow machine may need for the next attempt.
    await database.script(`update sign_in_attempts set next_at = next_at + interval '1 minute' where attempts = 5`);
    for (const server of servers) assert.equal((await attempt(server)).status, 429);
    await database.script('delete from sign_in_attempts');
  });

  it('one key that is sent to both at once is executed once', async () => {
    for (let round = 0; round < 20; round++) {
      const body = `At once, ${round}`;
      const send = (client: Client) => write(client, body, `both-${round}`);
      const answers = await Promise.all([here, there, here, there].map(send));
      // A request during the first one is either rejected as still running or gets its response.
      for (const { status } of answers) assert.ok(status === 201 || status === 409, String(status));
      assert.equal(await countNotes(body), 1, body);
      const repeated = await Promise.all([here, there].map(send));
      const ids = [...answers, ...repeated].filter(({ status }) => status === 201).map((answer) => answer.body.id);
      assert.equal(new Set(ids).size, 1, body);
    }
  });

  it('a login is given to one customer, although two ask for it at both servers at once', async () => {
    const customers = ['/customers/C-20817', '/customers/C-20818'];
    for (let round = 0; round < 10; round++) {
      const answers = await Promise.all(
        customers.map(async (customer, index) => {
          const client = [here, there][index]!;
          const { body } = await client.get<{ version: string }>(customer);
          return client.send('PATCH', customer, { body: { login: `both.${round}` }, version: body.version });
        }),
      );
      assert.deepEqual(
        answers.map(({ status }) => status).toSorted((a, b) => a - b),
        [200, 422],
        `round ${round}`,
      );
    }
  });

  it('expired rows are deleted by either, by one at a time, and nothing else is', async () => {
    await write(here, 'Kept');
    await database.script(`
      insert into sessions (token_hash, operator_id, expires_at)
      select 'expired-' || number, 'op-114', now() - interval '1 minute' from generate_series(1, 2000) as number`);
    await database.transaction(async (tx) => {
      await tx.script('select pg_advisory_xact_lock(417300003)');
      // While another server is deleting, this one neither waits nor deletes.
      assert.equal(await deleteExpired(database), false);
    });
    const done = await Promise.all(Array.from({ length: 8 }, () => deleteExpired(database)));
    assert.ok(done.includes(true));
    const left = await one<{ expired: number; valid: number }>(
      database,
      sql`
        select count(*) filter (where expires_at <= now())::integer as expired,
          count(*) filter (where expires_at > now())::integer as valid
        from sessions`,
    );
    assert.equal(left.expired, 0);
    assert.ok(left.valid > 0);
    assert.equal((await there.get('/session')).status, 200);
    assert.equal(await countNotes('Kept'), 1);
  });

  it('a page of one finds its files at the other', async () => {
    const page = async ({ url }: ServerProcess) => (await fetch(`${url}/customers/C-20817`)).text();
    const html = await page(servers[0]);
    assert.equal(await page(servers[1]), html);
    const assets = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => path);
    assert.ok(assets.length > 0);
    for (const path of assets) assert.equal((await fetch(servers[1].url + path)).status, 200, path);
  });

  it('a server that is killed leaves its sessions and its writes to the other', async () => {
    const { body: note } = await write(here, 'Before the kill', 'killed');
    await servers[0].stop('SIGKILL');
    const { status, body: again } = await write(there, 'Before the kill', 'killed');
    assert.deepEqual([status, again.id], [201, note.id]);
    assert.equal(await countNotes('Before the kill'), 1);
  });
});
