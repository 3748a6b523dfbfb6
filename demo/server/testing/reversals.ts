import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CreditAccount, CreditEntry, CreditOutcome } from '../../../src/domain/credit.ts';
import { sql } from '../database/sql.ts';
import type { Client, Refused } from './client.ts';
import type { TestServer } from './test-server.ts';

/** Tests reversals, and the rules of accounts for adjustments. */
export function testReversals(server: () => TestServer): void {
  const customer = '/customers/C-20821';
  const gbp = (value: string) => ({ value, currency: 'GBP' });
  const reasons = [{ code: 'goodwill', label: 'Goodwill' }];

  /** Opens a separate account for a test. */
  async function open(balance: string, details: object = {}, allowDebit = true): Promise<string> {
    const id = crypto.randomUUID();
    await server().database.query(sql`
      insert into credit_accounts (customer_id, account_id, account_no, balance, currency, allow_debit, details)
      values ('C-20821', ${id}, 100, ${balance}::numeric, 'GBP', ${allowDebit},
        ${JSON.stringify({ kind: 'store-credit', ...details })}::jsonb)`);
    return id;
  }
  const adjust = <Body = CreditOutcome>(
    accountId: string,
    value: string,
    more: object = {},
    { as = server().manager, key, query = '' }: { as?: Client; key?: string; query?: string } = {},
  ) =>
    as.send<Body>('POST', `${customer}/credit/adjustments${query}`, {
      body: { accountId, amount: gbp(value), description: 'Keyed wrong', ...more },
      key,
    });
  const give = async (accountId: string, value: string): Promise<CreditEntry> =>
    (await adjust(accountId, value)).body.entry!;
  const accountOf = async (id: string): Promise<CreditAccount> =>
    (await server().manager.all<CreditAccount>(`${customer}/credit/accounts`, 100)).find((found) => found.id === id)!;
  const entriesOf = (id: string): Promise<CreditEntry[]> =>
    server().manager.all(`${customer}/credit/accounts/${id}/entries`, 7);

  describe('reversed entries', () => {
    it('stay in the ledger, linked with their reversal', async () => {
      const account = await open('0');
      const entry = await give(account, '250.00');
      assert.deepEqual([entry.reversible, entry.reversedBy, entry.reverses], [true, null, null]);
      const { status, body } = await adjust(account, '-250.00', { reverses: entry.id });
      assert.equal(status, 201);
      assert.deepEqual([body.entry?.kind, body.entry?.reverses, body.entry?.reversible], ['reversal', entry.id, false]);
      const [reversal, original] = await entriesOf(account);
      assert.deepEqual(reversal, body.entry);
      assert.deepEqual(original, { ...entry, reversedBy: reversal?.id, reversible: false });
      assert.deepEqual((await accountOf(account)).balance, gbp('0.00'));
    });

    it('are reversed once under fifty concurrent requests', async () => {
      const account = await open('1000');
      const entry = await give(account, '20');
      const answers = await Promise.all(
        Array.from({ length: 50 }, () => adjust<Refused>(account, '-20', { reverses: entry.id })),
      );
      const made = answers.filter(({ status }) => status === 201);
      assert.equal(made.length, 1);
      for (const { status, body } of answers.filter((answer) => !made.includes(answer)))
        assert.deepEqual([status, body.fieldErrors], [422, { reverses: 'is already reversed' }]);
      assert.deepEqual((await accountOf(account)).balance, gbp('1000.00'));
      assert.equal((await entriesOf(account)).length, 2);
    });

    it('are reversed once by a constraint of the database', async () => {
      const account = await open('0');
      const entry = await give(account, '1');
      await adjust(account, '-1', { reverses: entry.id });
      await assert.rejects(
        server().database.query(sql`
          insert into credit_entries (customer_id, account_id, entry_no, entry_id, amount, balance_after, at, reverses, details)
          values ('C-20821', ${account}, 99, 'again', -1, -1, now(), ${entry.id}, '{}')`),
        // A partition names its index after the columns.
        /credit_entries_(reversed_once|p\d_customer_id_account_id_reverses)/,
      );
    });

    it('return the same response for the same key', async () => {
      const account = await open('0');
      const entry = await give(account, '3');
      const [first, again] = [
        await adjust(account, '-3', { reverses: entry.id }, { key: 'reversal-1' }),
        await adjust(account, '-3', { reverses: entry.id }, { key: 'reversal-1' }),
      ];
      assert.deepEqual([again.status, again.body], [201, first.body]);
      assert.equal((await entriesOf(account)).length, 2);
    });

    it('cause no negative balance, and have a dry run without effect', async () => {
      const account = await open('0');
      const entry = await give(account, '10');
      await adjust(account, '-4');
      for (const query of ['', '?dryRun=true']) {
        const { status, body } = await adjust<Refused>(account, '-10', { reverses: entry.id }, { query });
        assert.deepEqual([status, body.fieldErrors], [422, { amount: 'exceeds the balance' }]);
      }
      await adjust(account, '4');
      const { body } = await adjust(account, '-10', { reverses: entry.id }, { query: '?dryRun=true' });
      assert.deepEqual([body.account.balance, body.entry], [gbp('0.00'), undefined]);
      assert.equal((await entriesOf(account))[2]?.reversedBy, null);
    });

    it('must match the amount and the account, and be no reversal themselves', async () => {
      const [account, other] = [await open('50'), await open('50')];
      const entry = await give(account, '10');
      const { body } = await adjust(account, '-10', { reverses: (await give(account, '10')).id });
      for (const [id, value, reverses] of [
        [account, '-9.99', entry.id],
        [account, '10', entry.id],
        [other, '-10', entry.id],
        [account, '-10', 'no-such-entry'],
        [account, '10', body.entry!.id],
        ['cr-20817-gbp', '-250', 'cr-20817-gbp-28'],
      ] as const)
        assert.equal((await adjust(id, value, { reverses })).status, 422, `${id} ${value} ${reverses}`);
      assert.equal((await entriesOf(account))[2]?.reversible, true);
    });

    it('may be reversed where debits are not allowed', async () => {
      const account = await open('5', {}, false);
      const entry = await give(account, '2');
      assert.equal((await adjust(account, '-2')).status, 422);
      assert.equal((await adjust(account, '-2', { reverses: entry.id })).status, 201);
    });

    it('depends on roles: agents up to their limit, viewers not at all', async () => {
      const { agent, viewer } = server();
      const account = await open('0');
      const [much, little] = [await give(account, '50.01'), await give(account, '50')];
      const { status, body } = await adjust<Refused>(account, '-50.01', { reverses: much.id }, { as: agent });
      assert.deepEqual([status, body.code], [403, 'forbidden']);
      assert.equal((await adjust(account, '-50', { reverses: little.id }, { as: viewer })).status, 403);
      assert.equal((await adjust(account, '-50', { reverses: little.id }, { as: agent })).status, 201);
    });
  });

  describe('rules of an account for adjustments', () => {
    it('require one of its reasons, and store its label', async () => {
      const account = await open('0', { reasons });
      for (const more of [{}, { reason: 'bribe' }])
        assert.deepEqual(Object.keys((await adjust<Refused>(account, '1', more)).body.fieldErrors ?? {}), ['reason']);
      const { body } = await adjust(account, '1', { reason: 'goodwill' });
      assert.deepEqual(body.entry?.reason, reasons[0]);
      const without = await open('0');
      assert.equal((await adjust(without, '1', { reason: 'goodwill' })).status, 422);
    });

    it('require a future last day, which counts toward the next expiry', async () => {
      const account = await open('0', { allowExpiry: true });
      assert.equal((await accountOf(account)).lapsing, null);
      const { body } = await adjust(account, '8', { expiresOn: '2099-06-30' });
      const lapsing = { amount: gbp('8.00'), at: '2099-06-30T23:59:59Z' };
      assert.deepEqual([body.entry?.expiresAt, body.account.lapsing], ['2099-06-30T23:59:59Z', lapsing]);
      await adjust(account, '4', { expiresOn: '2099-07-31' });
      await adjust(account, '-9');
      assert.deepEqual((await accountOf(account)).lapsing, { ...lapsing, amount: gbp('3.00') });
      for (const [value, expiresOn] of [
        ['1', '2000-01-01'],
        ['1', '2099-02-30'],
        ['-1', '2099-06-30'],
      ] as const)
        assert.equal((await adjust(account, value, { expiresOn })).status, 422, `${value} ${expiresOn}`);
      for (const [timeZone, expiresOn, expiresAt] of [
        ['Europe/London', '2099-03-29', '2099-03-29T22:59:59Z'],
        ['Europe/London', '2099-10-25', '2099-10-25T23:59:59Z'],
        ['Pacific/Auckland', '2099-12-31', '2099-12-31T10:59:59Z'],
      ] as const) {
        const zoned = await adjust(account, '1', { expiresOn, timeZone });
        assert.equal(zoned.body.entry?.expiresAt, expiresAt, `${expiresOn} ${timeZone}`);
      }
      const nowhere = await adjust<Refused>(account, '1', { expiresOn: '2099-06-30', timeZone: 'Moon/Sea' });
      assert.deepEqual([nowhere.status, Object.keys(nowhere.body.fieldErrors ?? {})], [422, ['timeZone']]);
      const plain = await open('0');
      assert.equal((await adjust(plain, '1', { expiresOn: '2099-06-30' })).status, 422);
    });
  });
}
