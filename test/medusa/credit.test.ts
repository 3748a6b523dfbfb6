import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isOutcomeUnknown } from '../../src/adapter/adapter-error.ts';
import type { CreditAdjustment } from '../../src/domain/credit.ts';
import { all, amount, read, refusal, rejection, rowsOf, shopWith, write, type Sent } from './answers.ts';

const account = (balance: number, more: object = {}) => ({
  id: 'acc_1',
  customer_id: 'cus_1',
  currency_code: 'eur',
  code: 'SC-1',
  created_at: '2026-01-01T10:00:00.000Z',
  balance,
  ...more,
});

const entry = (id: string, type: 'credit' | 'debit', value: number, more: object = {}) => ({
  id,
  created_at: `2026-01-0${id.slice(-1)}T10:00:00.000Z`,
  type,
  reference: 'user',
  reference_id: 'user_1',
  note: 'Goodwill',
  ...amount('amount', value),
  ...more,
});

const at = '/admin/store-credit-accounts';
const ledger = [entry('trx_1', 'credit', 10), entry('trx_2', 'debit', 2.5, { reference: 'order', reference_id: 'o1' })];

/** A shop with one account of 7.50 and its ledger. */
const shopOf = (routes: Readonly<Record<string, (sent: Sent) => Response | Readonly<Record<string, unknown>>>> = {}) =>
  shopWith(
    {
      [`GET ${at}/acc_1`]: () => ({ store_credit_account: account(7.5) }),
      [`GET ${at}/acc_1/transactions`]: () => rowsOf('transactions', ledger),
      ...routes,
    },
    { credit: { currencies: ['eur'] } },
  );

const adjustment = (value: string, more: Partial<CreditAdjustment> = {}): CreditAdjustment => ({
  accountId: 'acc_1',
  amount: { value, currency: 'EUR' },
  description: 'Apology',
  ...more,
});

describe('the Medusa adapter: store credit', () => {
  it('has the balance after each entry, who made it, and what it was for', async () => {
    const { items } = await shopOf().adapter.credit!.entries!('cus_1', 'acc_1', all, read);
    assert.deepEqual(
      items.map(({ kind, amount: of, balanceAfter, reference }) => [kind, of.value, balanceAfter?.value, reference]),
      [
        ['spent', '-2.50', '7.50', 'o1'],
        ['adjustment', '10.00', '10.00', null],
      ],
    );
    assert.deepEqual(items[1]?.actor, { id: 'user_1' });
  });

  it('credits and debits with a note that keeps the reference', async () => {
    const { adapter, sent } = shopOf({
      [`POST ${at}/acc_1/credit`]: () => ({ store_credit_account: account(9) }),
      [`POST ${at}/acc_1/debit`]: () => ({ store_credit_account: account(6) }),
    });
    const credited = await adapter.credit!.adjust!('cus_1', adjustment('1.50', { reference: ' #23 ' }), write);
    assert.deepEqual(credited.account.balance, { value: '9.00', currency: 'EUR' });
    await adapter.credit!.adjust!('cus_1', adjustment('-1.50'), write);
    assert.deepEqual(
      sent.filter(({ method }) => method === 'POST').map(({ url, body }) => [url.pathname, body]),
      [
        [`${at}/acc_1/credit`, { amount: 1.5, note: 'Apology (#23)' }],
        [`${at}/acc_1/debit`, { amount: 1.5, note: 'Apology' }],
      ],
    );
  });

  it('computes a dry run, and writes nothing', async () => {
    const { adapter, sent } = shopOf();
    const { account: after, entry: none } = await adapter.credit!.adjust!('cus_1', adjustment('0.10'), {
      ...write,
      dryRun: true,
    });
    assert.deepEqual([after.balance, none], [{ value: '7.60', currency: 'EUR' }, undefined]);
    assert.deepEqual(
      sent.map(({ method }) => method),
      ['GET'],
    );
  });

  it('refuses before it sends what Medusa has no place for, or cannot store exactly', async () => {
    const { adapter, sent } = shopOf();
    for (const [member, wrong] of [
      ['amount', adjustment('0')],
      ['amount', adjustment('-7.51')],
      ['amount', adjustment('0.001')],
      ['amount', adjustment('12345678901234.56')],
      ['amount', adjustment('1', { amount: { value: '1', currency: 'USD' } })],
      ['amount', adjustment('1', { amount: { value: '1', unit: 'points' } })],
      ['reverses', adjustment('1', { reverses: 'trx_1' })],
      ['reason', adjustment('1', { reason: 'goodwill' })],
      ['expiresOn', adjustment('1', { expiresOn: '2099-01-01' })],
    ] as const) {
      const error = await rejection(adapter.credit!.adjust!('cus_1', wrong, write));
      assert.deepEqual([error.code, Object.keys(error.fieldErrors ?? {})], ['validation', [member]], member);
    }
    assert.ok(sent.every(({ method }) => method === 'GET'));
  });

  it('names the amount if another debit was faster', async () => {
    const { adapter } = shopOf({ [`POST ${at}/acc_1/debit`]: () => refusal(400, 'invalid_data', 'Insufficient') });
    const error = await rejection(adapter.credit!.adjust!('cus_1', adjustment('-1'), write));
    assert.deepEqual(error.fieldErrors, { amount: 'exceeds the balance' });
  });

  it('finds an account of this customer only', async () => {
    const { adapter, sent } = shopOf({
      [`GET ${at}/acc_1`]: () => ({ store_credit_account: account(7.5, { customer_id: 'cus_2' }) }),
    });
    for (const call of [
      adapter.credit!.entries!('cus_1', 'acc_1', all, read),
      adapter.credit!.adjust!('cus_1', adjustment('1'), write),
    ])
      assert.equal((await rejection(call)).code, 'not-found');
    assert.equal(sent.length, 2);
  });

  it('does not report a credit as failed because its entry cannot be read', async () => {
    let credits = 0;
    const { adapter } = shopOf({
      [`POST ${at}/acc_1/credit`]: () => {
        credits += 1;
        return { store_credit_account: account(8.5) };
      },
      [`GET ${at}/acc_1/transactions`]: () => refusal(500, 'unknown_error'),
    });
    const outcome = await adapter.credit!.adjust!('cus_1', adjustment('1'), write);
    assert.deepEqual([credits, outcome.account.balance.value, outcome.entry], [1, '8.50', undefined]);
  });

  it('leaves a credit open whose answer cannot be read', async () => {
    const { adapter } = shopOf({ [`POST ${at}/acc_1/credit`]: () => ({ store_credit_account: {} }) });
    const error = await rejection(adapter.credit!.adjust!('cus_1', adjustment('1'), write));
    assert.deepEqual([error.code, isOutcomeUnknown(error)], ['malformed', true]);
  });

  it('opens an account in a currency of the shop, for customers who exist', async () => {
    const { adapter, sent } = shopOf({
      'GET /admin/customers/cus_1': () => ({ customer: { id: 'cus_1' } }),
      [`POST ${at}`]: () => ({ store_credit_account: account(0) }),
    });
    const opened = await adapter.credit!.open!('cus_1', { currency: 'EUR' }, write);
    assert.deepEqual(opened.balance, { value: '0.00', currency: 'EUR' });
    assert.deepEqual(sent.at(-1)?.body, { customer_id: 'cus_1', currency_code: 'eur' });
    // Medusa opens an account for anybody.
    assert.equal((await rejection(adapter.credit!.open!('cus_9', { currency: 'EUR' }, write))).code, 'not-found');
    assert.equal((await rejection(adapter.credit!.open!('cus_1', { currency: 'JPY' }, write))).code, 'validation');
    assert.equal(sent.filter(({ method }) => method === 'POST').length, 1);
  });

  it('is in conflict with the account that there is', async () => {
    const { adapter } = shopOf({
      'GET /admin/customers/cus_1': () => ({ customer: { id: 'cus_1' } }),
      [`POST ${at}`]: () => refusal(400, 'invalid_data', 'exists'),
      [`GET ${at}`]: () => rowsOf('store_credit_accounts', [account(7.5)]),
    });
    const error = await rejection(adapter.credit!.open!('cus_1', { currency: 'EUR' }, write));
    assert.deepEqual([error.code, (error.current as { id?: string }).id], ['conflict', 'acc_1']);
  });

  it('can be left out, with its plugin', () => {
    assert.equal(shopWith({}, { credit: false }).adapter.credit, undefined);
    assert.equal(shopWith({}).adapter.credit?.open, undefined);
  });
});
