import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from '../database/sql.ts';
import type { Refused } from './client.ts';
import type { TestServer } from './test-server.ts';

export function testSessions(server: () => TestServer): void {
  describe('sessions', () => {
    it('returns who is signed in', async () => {
      const { body } = await server().agent.get('/session');
      assert.deepEqual(body, { id: 'op-131', name: 'Tom Adeyemi', role: 'agent' });
    });

    it('rejects a wrong password as it rejects an unknown name', async () => {
      const rejected = async (login: string) => {
        const body = { login, password: 'wrong' };
        const answer = await server().stranger.send<Refused>('POST', '/session', { body });
        return [answer.status, answer.body.code, answer.body.reason];
      };
      const reason = 'This name and password do not belong together.';
      assert.deepEqual(await rejected('dana'), [401, 'unauthenticated', reason]);
      assert.deepEqual(await rejected('nobody'), [401, 'unauthenticated', reason]);
    });

    it('stores neither tokens nor passwords', async () => {
      const { database, manager } = server();
      const [kept] = await database.query<{ all: string }>(sql`
        select (select string_agg(sessions::text, ' ') from sessions) || (select string_agg(operators::text, ' ') from operators)
          as all`);
      assert.ok(kept && !kept.all.includes(manager.token ?? '') && !kept.all.includes('kiln-at-dawn'));
    });

    it('ends when it expires', async () => {
      const someone = await server().stranger.signIn('priya', 'paper-filter');
      assert.equal((await someone.get('/session')).status, 200);
      await server().database.query(sql`
        update sessions set expires_at = now() - interval '1 second'
        where expires_at = (select max(expires_at) from sessions)`);
      const { status, headers } = await someone.get('/session');
      assert.equal(status, 401);
      assert.equal(headers.get('WWW-Authenticate'), 'Bearer');
    });

    it('ends when its operator signs out, and leaves other sessions alone', async () => {
      const { stranger, viewer } = server();
      const someone = await stranger.signIn('priya', 'paper-filter');
      assert.equal((await someone.send('DELETE', '/session')).status, 204);
      assert.equal((await someone.get('/session')).status, 401);
      assert.equal((await viewer.get('/session')).status, 200);
    });
  });
}
