import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Revealed } from '../../../src/domain/customer-change.ts';
import type { Customer, Named, Phone } from '../../../src/domain/customer.ts';
import type { Withheld } from '../../../src/domain/field.ts';
import type { ProfileChange } from '../../../src/domain/profile-change.ts';
import { one } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { isPassword } from '../passwords.ts';
import type { Listed, Refused } from './client.ts';
import type { TestServer } from './test-server.ts';

/** Tests changing customers and revealing values. */
export function testCustomers(server: () => TestServer): void {
  const path = '/customers/C-20823';
  const read = async () => (await server().manager.get<Customer>(path)).body;
  const change = async (body: unknown, version?: string) =>
    server().manager.send<Customer>('PATCH', path, { body, version: version ?? (await read()).version });

  describe('customer updates', () => {
    it('write the named fields for the given version, and leave the others', async () => {
      const before = await read();
      const { status, headers, body } = await change({
        login: ' maud ',
        taxExempt: true,
        taxExemptUntil: '2027-12-31',
        businessAccountIds: ['B-318', 'B-311'],
      });
      assert.equal(status, 200);
      assert.equal(headers.get('ETag'), `"${Number(before.version) + 1}"`);
      assert.deepEqual(body, {
        ...before,
        version: String(Number(before.version) + 1),
        login: 'maud',
        taxExempt: true,
        taxExemptUntil: '2027-12-31',
        businessAccounts: [
          { id: 'B-318', name: 'Fairweather Coffee House' },
          { id: 'B-311', name: 'Holm & Daughters Ltd' },
        ],
      });
      assert.deepEqual(await read(), body);
      assert.deepEqual((await change({ taxExempt: false })).body.taxExemptUntil, null);
    });

    it('write name, e-mail, company and the first phone, trimmed, and leave other phones', async () => {
      const before = await read();
      const given = { name: ' Maud T. ', email: ' maud@kiln.example ', company: 'Kiln & Sons' };
      const { body } = await change({ ...given, phone: ' +44 7700 900999 ' });
      assert.deepEqual(
        [body.name, body.email, body.company, (body.phones as Phone[])[0]],
        [
          'Maud T.',
          'maud@kiln.example',
          'Kiln & Sons',
          { ...(before.phones as Phone[])[0], number: '+44 7700 900999' },
        ],
      );
      const removed = (await change({ phone: null, company: null })).body;
      assert.deepEqual([removed.phones, removed.company], [(before.phones as Phone[]).slice(1), null]);
    });

    it('are recorded member by member with the version they changed, and not at all if they are rejected', async () => {
      const log = async () => (await server().manager.get<Listed<ProfileChange>>(`${path}/changes?first=100`)).body;
      const [before, { total }] = [await read(), await log()];
      const { status } = await change({ login: 'maud.t', company: 'Kiln Ltd' });
      const second = await change({ login: 'nobody' }, before.version);
      assert.deepEqual([status, second.status], [200, 412]);
      const { items } = await log();
      const made = items.slice(0, items.length - total).map(({ kind, field, oldValue, newValue, actor }) => ({
        ...{ kind, field, oldValue, newValue, by: actor?.name },
      }));
      const by = 'Dana Whitlock';
      assert.deepEqual(
        made.toSorted((a, b) => String(a.field).localeCompare(String(b.field))),
        [
          { kind: 'profile', field: 'company', oldValue: before.company, newValue: 'Kiln Ltd', by },
          { kind: 'profile', field: 'login', oldValue: before.login, newValue: 'maud.t', by },
        ],
      );
      const { body } = await server().viewer.get<Listed<ProfileChange>>(`${path}/changes?filter[kind]=profile`);
      const seen = body.items.find(({ field }) => field === 'login');
      assert.deepEqual(seen?.newValue, { withheld: 'masked', display: 'm•••••' });
    });

    it('reject an e-mail address of another customer in any case, and name the member', async () => {
      const { email } = (await server().manager.get<Customer>('/customers/C-20822')).body;
      const { status, body } = await server().manager.send<Refused>('PATCH', path, {
        body: { email: (email as string).toUpperCase() },
        version: (await read()).version ?? '',
      });
      assert.deepEqual([status, body.fieldErrors], [422, { email: 'is taken' }]);
      const own = (await read()).email as string;
      assert.equal((await change({ email: own })).status, 200);
    });

    it('reject a change of a value that the operator may not see, and write nothing', async () => {
      const { version } = (await server().manager.get<Customer>('/customers/C-20817')).body;
      const body = { email: 'mine@holmcafe.example', name: 'Ingrid' };
      const answer = await server().manager.send<Refused>('PATCH', '/customers/C-20817', { body, version: version! });
      assert.deepEqual([answer.status, answer.body.code], [403, 'forbidden']);
      assert.equal((await server().manager.get<Customer>('/customers/C-20817')).body.version, version);
    });

    it('name invalid fields, and write nothing', async () => {
      const before = await read();
      const faults: readonly (readonly [body: object, field: string])[] = [
        [{ login: 'ingrid.vh' }, 'login'],
        [{ login: ' ' }, 'login'],
        [{ recoveryEmail: 'nobody' }, 'recoveryEmail'],
        [{ email: 'nobody' }, 'email'],
        [{ name: '' }, 'name'],
        [{ phone: '0'.repeat(61) }, 'phone'],
        [{ businessAccountIds: ['B-0'] }, 'businessAccountIds'],
        [{ taxExempt: true, taxExemptUntil: '2027-02-30' }, 'taxExemptUntil'],
      ];
      for (const [body, field] of faults) {
        const { status, body: rejected } = await server().manager.send<Refused>('PATCH', path, {
          body,
          version: before.version ?? '',
        });
        assert.deepEqual([status, Object.keys(rejected.fieldErrors ?? {})], [422, [field]]);
      }
      assert.deepEqual(await read(), before);
    });

    it('with an old version are rejected with the current record, masked for the operator', async () => {
      const stale = '0';
      const { status, body } = await server().agent.send<Refused>('PATCH', '/customers/C-20817', {
        body: { taxExempt: false },
        version: stale,
      });
      assert.deepEqual([status, body.code], [412, 'conflict']);
      assert.equal((body.current as Customer).taxExempt, true);
      assert.equal(((body.current as Customer).email as Withheld).withheld, 'masked');
      assert.doesNotMatch(JSON.stringify(body), /ingrid@holmcafe/);
    });

    it('of the same version: one of two concurrent ones is written', async () => {
      const { version } = await read();
      const statuses = await Promise.all(
        ['one', 'two'].map(async (login) => (await change({ login }, version)).status),
      );
      assert.deepEqual(new Set(statuses), new Set([200, 412]));
    });

    it('of the verification accept only what the platform offers', async () => {
      const send = async (verification: string) =>
        server().manager.send<Customer & Refused>('POST', `${path}/status`, {
          body: { verification },
          version: (await read()).version ?? '',
        });
      assert.equal((await send('unverified')).body.verification, 'unverified');
      const rejected = await send('gold');
      assert.deepEqual([rejected.status, Object.keys(rejected.body.fieldErrors ?? {})], [422, ['verification']]);
    });

    it('need an agent or manager; passwords and masked fields need a manager', async () => {
      const { agent, viewer } = server();
      const asked = [
        ['PATCH', path, { taxExempt: true }, [200, 403]],
        ['POST', `${path}/status`, { verification: 'verified' }, [200, 403]],
        ['POST', `${path}/password`, { password: 'long enough' }, [403, 403]],
        ['POST', `${path}/reveals`, { field: 'email' }, [403, 403]],
      ] as const;
      for (const [method, at, body, expected] of asked) {
        const statuses: number[] = [];
        for (const who of [agent, viewer])
          statuses.push(
            (
              await who.send(method, at, {
                body,
                version: (await read()).version ?? '',
                headers: { 'Change-Reason': 'test' },
              })
            ).status,
          );
        assert.deepEqual(statuses, expected, at);
      }
    });
  });

  describe('setting a password', () => {
    const send = (password: string, key?: string) =>
      server().manager.send<Refused>('POST', `${path}/password`, { body: { password }, key });
    const kept = () =>
      one<{ hash: string | null }>(
        server().database,
        sql`select password_hash as hash from customers where customer_id = 'C-20823'`,
      );

    it('stores a hash, and nothing else', async () => {
      const { status, body } = await send('slip-cast-2026', 'password-1');
      assert.deepEqual([status, body], [204, undefined]);
      const { hash } = await kept();
      assert.ok(await isPassword('slip-cast-2026', hash ?? undefined));
      const { database } = server();
      const keys = await database.query(sql`select 1 from idempotency_keys where key = 'password-1'`);
      assert.deepEqual(keys, []);
      for (const table of ['customers', 'idempotency_keys', 'reveals']) {
        await database.script(`do $$ begin if exists (select 1 from ${table} where ${table}::text like '%slip-cast-2026%')
          then raise exception 'kept in ${table}'; end if; end $$`);
      }
    });

    it('rejects a short one by its field, and keeps the one before', async () => {
      const before = await kept();
      const { status, body } = await send('short');
      assert.deepEqual([status, Object.keys(body.fieldErrors ?? {})], [422, ['password']]);
      assert.doesNotMatch(JSON.stringify(body), /short"/);
      assert.deepEqual(await kept(), before);
    });
  });

  describe('masked fields', () => {
    const reveal = (body: unknown, reason = 'She rang from her own number', customer = 'C-20817') =>
      server().manager.send<Revealed & Refused>('POST', `/customers/${customer}/reveals`, {
        body,
        headers: reason ? { 'Change-Reason': encodeURIComponent(reason) } : {},
      });
    const written = () =>
      server().database.query<{ operator: string; datum: string; reason: string }>(
        sql`select operator_id as operator, datum, reason from reveals where customer_id = 'C-20817' order by at`,
      );

    it('leave the server masked, whatever is read and by whom', async () => {
      const { manager, viewer } = server();
      const ingrid = JSON.stringify((await manager.get('/customers/C-20817')).body);
      assert.doesNotMatch(ingrid, /ingrid@holmcafe|accounts@holm/);
      assert.match(ingrid, /i•••••@holmcafe\.example/);
      const { body } = await viewer.get<Customer>('/customers/C-20817');
      assert.doesNotMatch(JSON.stringify(body), /7700|7946|Rosendale|Croxted|ingrid\.vh/);
      assert.equal(body.name, 'Ingrid Vasquez-Holm');
    });

    it('are revealed for a reason and for a minute; the log names the operator, not the value', async () => {
      const before = await written();
      const { status, headers, body } = await reveal({ field: 'email' });
      assert.equal(status, 200);
      assert.equal(headers.get('Cache-Control'), 'no-store');
      assert.equal(body.value, 'ingrid@holmcafe.example');
      const remaining = Date.parse(body.until ?? '') - Date.now();
      assert.ok(remaining > 50_000 && remaining <= 61_000, String(remaining));
      const after = await written();
      assert.equal(after.length, before.length + 1);
      assert.deepEqual(after.at(-1), {
        operator: 'op-114',
        datum: 'email',
        reason: 'She rang from her own number',
      });
      // Every reveal is logged, even of the same value.
      await reveal({ field: 'email' });
      assert.equal((await written()).length, before.length + 2);
    });

    it('are not revealed without a reason, and nothing is logged', async () => {
      const before = await written();
      for (const reason of ['', '   ']) assert.equal((await reveal({ field: 'email' }, reason)).status, 422);
      assert.deepEqual(await written(), before);
    });

    it('cannot be revealed if nobody holds the whole value', async () => {
      for (const [what, customer] of [
        [{ field: 'email' }, 'C-20819'],
        [{ field: 'firstName' }, 'C-20817'],
        [{ customField: 'none' }, 'C-20817'],
        [{ field: 'password_hash' }, 'C-20817'],
      ] as const)
        assert.equal((await reveal(what, 'curious', customer)).status, 422, JSON.stringify(what));
    });

    it('leave reveal entries that cannot be changed or deleted', async () => {
      await assert.rejects(server().database.script("update reveals set reason = 'none'"), /append-only/);
      await assert.rejects(server().database.script('delete from reveals'), /append-only/);
    });
  });

  describe('business accounts', () => {
    const list = (headers = {}) =>
      server().viewer.get<Listed<Named>>('/customers/C-20817/business-accounts?first=100', headers);

    it('are listed by name, and found by a part of it', async () => {
      const { items, total } = (await list()).body;
      assert.deepEqual([items[0]?.name, items.length], ['Atelier des Potiers SARL', total]);
      const { body } = await list({ 'Search-Text': 'SÖHNE' });
      assert.deepEqual(
        body.items.map(({ id }) => id),
        ['B-352'],
      );
    });
  });
}
