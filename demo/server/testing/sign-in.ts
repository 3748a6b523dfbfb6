import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { createApp } from '../app.ts';
import { one } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { listen, type Listener } from '../listen.ts';
import { Client, type Refused } from './client.ts';
import type { TestServer } from './test-server.ts';

/** Tests the limits for guessing passwords. */
export function testSignIn(server: () => TestServer): void {
  describe('sign-in', () => {
    let listener: Listener;
    let proxied: Client;
    let addresses = 0;
    before(async () => {
      listener = await listen(createApp({ database: server().database, trustedProxies: 1 }), 0);
      proxied = new Client(`${listener.url}/api`);
    });
    const forget = () => server().database.script('delete from sign_in_attempts');
    beforeEach(forget);
    after(async () => {
      await forget();
      await listener.close();
    });

    /** Attempts to sign in. Default: from an address that no other attempt uses. */
    const attempt = async (
      login: string,
      password = 'wrong',
      { from = `198.51.100.${(addresses += 1)}`, client = proxied } = {},
    ) => {
      const { status, headers, body } = await client.send<Refused>('POST', '/session', {
        body: { login, password },
        headers: { 'X-Forwarded-For': from },
      });
      return { status, wait: Number(headers.get('Retry-After')), reason: body.reason };
    };
    /** Moves all delays as if a number of seconds had passed. A negative number keeps a delay from ending. */
    const later = (seconds: number) =>
      server().database.query(sql`
        update sign_in_attempts
        set last_at = last_at - ${seconds} * interval '1 second', next_at = next_at - ${seconds} * interval '1 second'`);
    /** Returns the longest current delay in seconds. */
    const longestWait = async (): Promise<number> => {
      const { wait } = await one<{ wait: number }>(
        server().database,
        sql`
          select round(extract(epoch from next_at - last_at))::integer as wait
          from sign_in_attempts order by attempts desc limit 1`,
      );
      return wait;
    };
    /** Uses up the free attempts and extends the delay so that it does not end. */
    const exhaustAttempts = async (login: string): Promise<void> => {
      for (let count = 1; count <= 5; count++) assert.equal((await attempt(login)).status, 401);
      await later(-30);
      const { status, wait, reason } = await attempt(login);
      assert.equal(status, 429);
      assert.ok(wait > 25 && wait <= 31, String(wait));
      assert.equal(reason, `Too many attempts to sign in. Try again in ${wait} seconds.`);
    };

    for (const login of ['dana', 'nobody']) {
      it(`is delayed after five attempts for the name ${login}, each doubling the wait`, async () => {
        const waits: number[] = [];
        for (let count = 1; count <= 15; count++) {
          assert.equal((await attempt(login)).status, 401);
          waits.push(await longestWait());
          await later(waits.at(-1)!);
        }
        assert.deepEqual(waits, [0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]);
      });
    }

    it('checks no password during the delay, not even the right one, and accepts it afterwards', async () => {
      await exhaustAttempts('dana');
      assert.equal((await attempt('dana', 'kiln-at-dawn')).status, 429);
      await later(31);
      assert.equal((await attempt('dana', 'kiln-at-dawn')).status, 201);
      // Signing in has reset the count of the name.
      await exhaustAttempts('dana');
    });

    it('forgets attempts after an hour', async () => {
      await exhaustAttempts('dana');
      await later(3631);
      await exhaustAttempts('dana');
    });

    it('counts concurrent attempts as if they came one after another', async () => {
      const start = performance.now();
      const all = await Promise.all(Array.from({ length: 30 }, () => attempt('dana')));
      // On a slow machine, further attempts may be allowed because their delay is over.
      const more = Math.floor(Math.log2(1 + (performance.now() - start) / 1000));
      const looked = all.filter(({ status }) => status === 401).length;
      assert.ok(looked >= 5 && looked <= 5 + more, `${looked} of 30`);
      assert.ok(all.every(({ status }) => status === 401 || status === 429));
    });

    it('is delayed after twenty attempts from one address for any names; a success neither counts nor resets', async () => {
      const here = { from: '192.0.2.7' };
      for (let count = 1; count <= 19; count++)
        assert.equal((await attempt(`someone-${count}`, 'wrong', here)).status, 401);
      assert.equal((await attempt('priya', 'paper-filter', here)).status, 201);
      assert.equal(await longestWait(), 0);
      assert.equal((await attempt('someone-20', 'wrong', here)).status, 401);
      assert.equal(await longestWait(), 1);
      await later(-30);
      assert.equal((await attempt('priya', 'paper-filter', here)).status, 429);
      assert.equal((await attempt('priya', 'paper-filter')).status, 201);
      await later(31);
      assert.equal((await attempt('priya', 'paper-filter', here)).status, 201);
      assert.equal((await attempt('someone-21', 'wrong', here)).status, 401);
      assert.equal(await longestWait(), 2);
    });

    it('reads the address that its own proxy adds, and IPv6 addresses by network', async () => {
      for (let count = 1; count <= 20; count++)
        await attempt(`a-${count}`, 'wrong', { from: `198.51.100.${count}, 2001:db8::${count}` });
      await later(-30);
      const from = async (address: string) => (await attempt('b', 'wrong', { from: address })).status;
      assert.equal(await from('203.0.113.9, 2001:db8:0:0:ffff::1'), 429);
      assert.equal(await from('2001:db8::1, 2001:db8:0:1::1'), 401);
    });

    it('ignores forwarded addresses without a proxy', async () => {
      const client = server().stranger;
      for (let count = 1; count <= 20; count++) await attempt(`c-${count}`, 'wrong', { client });
      await later(-30);
      assert.equal((await attempt('d', 'wrong', { client })).status, 429);
    });

    it('stores no name and no address', async () => {
      await attempt('my-password-typed-as-a-name');
      const rows = await server().database.query<{ row: string }>(
        sql`select sign_in_attempts::text as row from sign_in_attempts`,
      );
      assert.equal(rows.length, 2);
      assert.doesNotMatch(rows.map(({ row }) => row).join(), /my-password|198\.51/);
    });
  });
}
