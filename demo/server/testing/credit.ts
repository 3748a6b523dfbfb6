import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CreditAccount, CreditEntry, CreditOutcome } from '../../../src/domain/credit.ts';
import * as decimal from '../../../src/domain/decimal.ts';
import { unitOf } from '../../../src/domain/money.ts';
import { sql } from '../database/sql.ts';
import type { Client, Listed, Refused } from './client.ts';
import type { TestServer } from './test-server.ts';

export function testCredit(server: () => TestServer): void {
  const customer = '/customers/C-20821';
  const gbp = (value: string) => ({ value, currency: 'GBP' });

  /** Opens a separate account for a test. */
  async function open(balance: string, currency = 'GBP', allowDebit = true): Promise<string> {
    const id = crypto.randomUUID();
    await server().database.query(sql`
      insert into credit_accounts (customer_id, account_id, account_no, balance, currency, allow_debit, details)
      values ('C-20821', ${id}, 100, ${balance}::numeric, ${currency}, ${allowDebit}, '{"kind": "store-credit"}')`);
    return id;
  }

  const adjust = <Body = CreditOutcome>(
    accountId: string,
    amount: object,
    options: { as?: Client; key?: string; version?: string; query?: string } = {},
  ) => {
    const { as = server().manager, key, version, query = '' } = options;
    const body = { accountId, amount, description: 'Goodwill', reference: 'CS-1' };
    return as.send<Body>('POST', `${customer}/credit/adjustments${query}`, { body, key, version });
  };
  const accountOf = async (id: string): Promise<CreditAccount> =>
    (await server().manager.all<CreditAccount>(`${customer}/credit/accounts`, 100)).find(
      (account) => account.id === id,
    )!;
  const entriesOf = (id: string): Promise<CreditEntry[]> =>
    server().manager.all(`${customer}/credit/accounts/${id}/entries`, 7);

  describe('credit', () => {
    it('moves in steps of the account’s smallest fraction, also from an integer balance, and no smaller ones', async () => {
      const id = crypto.randomUUID();
      await server().database.query(sql`
        insert into credit_accounts (customer_id, account_id, account_no, balance, unit, allow_debit, details)
        values ('C-20821', ${id}, 100, 7.5, 'hours', true, '{"kind": "hours", "fractionDigits": 1}')`);
      const hours = (value: string) => ({ value, unit: 'hours' });
      assert.equal((await adjust(id, hours('0.5'))).body.account.balance.value, '8');
      assert.equal((await adjust(id, hours('0.5'))).body.account.balance.value, '8.5');
      const { status, body } = await adjust<Refused>(id, hours('0.25'));
      assert.deepEqual([status, body.fieldErrors], [422, { amount: 'has more than 1 decimals' }]);
    });

    it('begins at zero in an account that is opened once, however often and with whatever key', async () => {
      const path = '/customers/C-20823/credit/accounts';
      const opening = { kind: 'store-credit', currency: 'SEK' };
      const send = (key?: string) => server().agent.send<CreditAccount & Refused>('POST', path, { body: opening, key });
      const answers = await Promise.all([send(), send(), send()]);
      assert.deepEqual(
        answers.map(({ status }) => status).toSorted((a, b) => a - b),
        [201, 412, 412],
      );
      const { body, headers } = answers.find(({ status }) => status === 201)!;
      assert.equal(headers.get('Location'), `/api${path}/${body.id}`);
      assert.deepEqual([body.balance, body.kind], [{ value: '0.00', currency: 'SEK' }, 'store-credit']);
      for (const { status, body: refused } of answers)
        if (status !== 201) assert.equal((refused.current as CreditAccount).id, body.id);
      const repeated = await Promise.all(['k1', 'k1'].map((key) => openIn(key)));
      assert.equal(new Set(repeated.map(({ id }) => id)).size, 1);
      const accounts = await server().manager.all<CreditAccount>(path, 100);
      for (const [currency, value] of [
        ['SEK', '0.00'],
        ['KWD', '0.000'],
      ])
        assert.deepEqual(
          accounts.map(({ balance }) => balance).filter((balance) => unitOf(balance) === currency),
          [{ value, currency }],
        );

      async function openIn(key: string): Promise<CreditAccount> {
        const answer = await server().agent.send<CreditAccount>('POST', path, { body: { currency: 'KWD' }, key });
        return answer.status === 201 ? answer.body : openIn(key);
      }
    });

    it('is opened only as the shop declares it, and not by viewers', async () => {
      const path = '/customers/C-20823/credit/accounts';
      const send = (as: Client, body: object) => as.send<Refused>('POST', path, { body });
      const undeclared = await send(server().manager, { currency: 'XTS' });
      assert.deepEqual([undeclared.status, Object.keys(undeclared.body.fieldErrors ?? {})], [422, ['currency']]);
      assert.equal((await send(server().viewer, { currency: 'EUR' })).status, 403);
    });

    it('is added with an entry for author, reason and balance', async () => {
      const account = await open('86.50');
      const { status, headers, body } = await adjust(account, gbp('25.00'));
      assert.equal(status, 201);
      assert.deepEqual(body.account.balance, gbp('111.50'));
      assert.equal(headers.get('ETag'), '"1"');
      const [entry] = await entriesOf(account);
      assert.deepEqual(entry, body.entry);
      assert.deepEqual([entry?.amount, entry?.balanceAfter], [gbp('25.00'), gbp('111.50')]);
      assert.deepEqual(
        [entry?.actor?.id, entry?.description, entry?.reference, entry?.kind],
        ['op-114', 'Goodwill', 'CS-1', 'adjustment'],
      );
    });

    it('is exact at any size', async () => {
      const account = await open('0.10');
      await adjust(account, gbp('0.20'));
      await adjust(account, gbp('123456789012345678901234567890.07'));
      assert.deepEqual((await accountOf(account)).balance, gbp('123456789012345678901234567890.37'));
    });

    it('never becomes negative', async () => {
      const account = await open('10');
      const { status, body } = await adjust<Refused>(account, gbp('-10.01'));
      assert.deepEqual([status, body.code, body.fieldErrors], [422, 'validation', { amount: 'exceeds the balance' }]);
      assert.equal((await adjust(account, gbp('-10.00'))).status, 201);
      assert.deepEqual((await accountOf(account)).balance, gbp('0.00'));
    });

    it('is never spent twice: of 200 concurrent debits, only those that the balance covers succeed', async () => {
      const account = await open('1000');
      const answers = await Promise.all(Array.from({ length: 200 }, () => adjust(account, gbp('-10'))));
      const statuses = answers.map(({ status }) => status);
      assert.deepEqual(
        [statuses.filter((status) => status === 201).length, statuses.filter((status) => status === 422).length],
        [100, 100],
      );
      assert.deepEqual((await accountOf(account)).balance, gbp('0.00'));
      const ledger = (await entriesOf(account)).reverse();
      assert.deepEqual(
        ledger.map(({ balanceAfter }) => balanceAfter),
        Array.from({ length: 100 }, (_, index) => gbp(`${990 - index * 10}.00`)),
      );
      const times = ledger.map(({ at }) => Date.parse(at));
      assert.deepEqual(
        times,
        times.toSorted((a, b) => a - b),
      );
    });

    it('is adjusted once for one key', async () => {
      const account = await open('0');
      const answers = await Promise.all(
        Array.from({ length: 5 }, () => adjust(account, gbp('5'), { key: 'credit-1' })),
      );
      const again = await adjust(account, gbp('5'), { key: 'credit-1' });
      assert.ok(answers.every(({ status }) => status === 201 || status === 409));
      assert.equal(again.status, 201);
      assert.equal((await adjust(account, gbp('6'), { key: 'credit-1' })).status, 422);
      assert.equal((await entriesOf(account)).length, 1);
      assert.deepEqual((await accountOf(account)).balance, gbp('5.00'));
    });

    it('is adjusted in a dry run without effect, and the key remains unused', async () => {
      const account = await open('10');
      const { status, body } = await adjust(account, gbp('-4'), { key: 'credit-2', query: '?dryRun=true' });
      assert.deepEqual([status, body.account.balance, body.entry], [200, gbp('6.00'), undefined]);
      assert.equal((await adjust(account, gbp('-11'), { query: '?dryRun=true' })).status, 422);
      assert.deepEqual([(await accountOf(account)).balance, await entriesOf(account)], [gbp('10.00'), []]);
      assert.equal((await adjust(account, gbp('-5'), { key: 'credit-2' })).status, 201);
    });

    it('is not adjusted for an old version', async () => {
      const account = await open('10');
      assert.equal((await adjust(account, gbp('1'), { version: '0' })).status, 201);
      for (const query of ['', '?dryRun=true']) {
        const { status, body } = await adjust<Refused>(account, gbp('1'), { version: '0', query });
        assert.deepEqual([status, (body.current as CreditAccount).balance], [412, gbp('11.00')]);
      }
    });

    it('is not debited if the account does not allow it', async () => {
      const account = await open('10', 'GBP', false);
      assert.equal((await adjust(account, gbp('-1'))).status, 422);
      assert.equal((await adjust(account, gbp('1'))).status, 201);
    });

    it('is rejected in another currency, as zero, in fractions of a penny, or for another account', async () => {
      const account = await open('10');
      for (const amount of [
        { value: '1', currency: 'EUR' },
        { value: '1', unit: 'points' },
        gbp('0.00'),
        gbp('0.001'),
        gbp('1e3'),
        gbp(''),
      ]) {
        assert.equal((await adjust(account, amount)).status, 422, JSON.stringify(amount));
      }
      assert.equal((await adjust('of-nobody', gbp('1'))).status, 422);
      assert.equal((await adjust('cr-20817-gbp', gbp('1'))).status, 422);
      assert.deepEqual(await entriesOf(account), []);
    });

    it('depends on roles: agents up to a limit, viewers not at all', async () => {
      const { agent, viewer } = server();
      const account = await open('100');
      assert.equal((await adjust(account, gbp('50.00'), { as: agent })).status, 201);
      for (const value of ['50.01', '-50.01']) {
        const { status, body } = await adjust<Refused>(account, gbp(value), { as: agent });
        assert.deepEqual(
          [status, body.reason],
          [403, 'You may adjust credit by up to 50 GBP at a time. Managers may do more.'],
        );
      }
      const { status, body } = await adjust<Refused>(account, gbp('1'), { as: viewer });
      assert.deepEqual([status, body.reason], [403, 'Agents may adjust credit up to a limit, managers without one.']);
      assert.equal((await entriesOf(account)).length, 1);
    });

    it('has an append-only ledger', async () => {
      const { database } = server();
      const account = await open('0');
      await adjust(account, gbp('1'));
      await assert.rejects(
        database.query(sql`update credit_entries set amount = 2 where account_id = ${account}`),
        /append-only/,
      );
      await assert.rejects(
        database.query(sql`delete from credit_entries where account_id = ${account}`),
        /append-only/,
      );
      await assert.rejects(database.script('truncate credit_entries cascade'), /append-only/);
    });

    it('equals the sum of the ledger, for every account of the shop', async () => {
      for (const { customerId, id } of server().shop.accounts) {
        const path = `/customers/${customerId}/credit/accounts`;
        const account = (await server().manager.all<CreditAccount>(path, 100)).find((found) => found.id === id)!;
        const entries = await server().manager.all<CreditEntry>(`${path}/${id}/entries`, 5);
        assert.equal(
          decimal.compare(decimal.sum('0', ...entries.map(({ amount }) => amount.value)), account.balance.value),
          0,
          id,
        );
      }
    });

    it('pages through a ledger without gaps or repeats while entries arrive', async () => {
      const account = await open('0');
      for (let number = 0; number < 7; number += 1) await adjust(account, gbp('1'));
      const path = `${customer}/credit/accounts/${account}/entries?first=3`;
      const first = (await server().manager.get<Listed<CreditEntry>>(path)).body;
      await adjust(account, gbp('1'));
      const second = (await server().manager.get<Listed<CreditEntry>>(`${path}&after=${first.next}`)).body;
      const balances = [...first.items, ...second.items].map(({ balanceAfter }) => balanceAfter?.value);
      assert.deepEqual(balances, ['7.00', '6.00', '5.00', '4.00', '3.00', '2.00']);
    });
  });
}
