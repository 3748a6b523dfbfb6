import { expect } from 'chai';
import { createShop, memoryAdapter, MemoryStore } from '../../adapters/memory/index.ts';
import type { CreditAccount } from '../../domain/credit.ts';
import type { StoredValue } from '../../domain/money.ts';
import { click, fill, find, ready, status, text } from '../../testing/credit-kit.ts';
import { part, parts, unmountAll, until } from '../../testing/kit.ts';
import { knownCustomers } from '../../testing/shop.ts';
import './define.ts';

const shop = createShop({ customers: 1 });
const account = (id: string, balance: StoredValue, more: Partial<CreditAccount> = {}): CreditAccount => ({
  id,
  customerId: knownCustomers.ingrid,
  version: '1',
  kind: 'gift-card',
  balance,
  ...more,
});
/** Returns an adapter with these accounts. The first one has an entry, so that there is a row to wait for. */
const withAccounts = (...accounts: readonly [CreditAccount, ...CreditAccount[]]) => {
  const [{ id, customerId, balance }] = accounts;
  const entry = {
    id: 'e1',
    customerId,
    accountId: id,
    kind: 'adjustment',
    amount: balance,
    balanceAfter: balance,
    at: '2026-11-01T10:00:00Z',
  };
  return memoryAdapter({ store: new MemoryStore({ ...shop, accounts, entries: [entry] }) });
};
const pounds = (value: string) => ({ value, currency: 'GBP' });

describe('credit-balance: names of accounts', () => {
  afterEach(() => {
    unmountAll();
    document.body.replaceChildren();
  });

  it('are unique wherever they appear, and short if nothing is alike', async () => {
    const adapter = withAccounts(
      account('gc-1', pounds('50.00')),
      account('gc-2', pounds('20.00')),
      account('deposit', pounds('1.00'), { kind: 'deposit' }),
    );
    const { element } = await ready(adapter);
    const names = ['Gift card, GBP, gc-1', 'Gift card, GBP, gc-2', 'Deposit, GBP'];
    expect(
      parts(element, 'metric')
        .slice(0, 3)
        .map((metric) => text(metric.querySelector('dt > bdi'))),
    ).to.deep.equal(names);
    await click(element, 'adjust');
    await until(() => part(element, 'form'), 'form');
    expect([...find<HTMLSelectElement>(element, '#adjust-accountId')!.options].map(text)).to.deep.equal(names);
    await fill(element, { 'adjust-accountId': 'gc-2', 'adjust-amount': '5', 'adjust-description': 'Lost card' });
    await click(element, 'review');
    const confirmation = await until(() => part(element, 'confirmation'), 'confirmation');
    expect(text(confirmation)).to.include('Gift card, GBP, gc-2');
    expect(text(confirmation)).to.not.include('gc-1');
  });

  it('abbreviate a machine-generated id, unless the short forms are the same', async () => {
    const [one, two, twin] = [
      'gift_01MABCDEFGHJKMNPQRSTVWXYZ0',
      'gift_01MABCDEFGHJKMNPQRSTVWXYZ1',
      'gift_01MZZZZZZZZZZZZZWXYZ1',
    ];
    const named = async (...ids: readonly [string, ...string[]]) => {
      const [first, ...others] = ids.map((id) => account(id, pounds('5.00')));
      const { element } = await ready(withAccounts(first!, ...others));
      const names = parts(element, 'metric')
        .slice(0, ids.length)
        .map((metric) => text(metric.querySelector('dt > bdi')));
      unmountAll();
      return names;
    };
    expect(await named(one, two)).to.deep.equal(['Gift card, GBP, gift_01M…XYZ0', 'Gift card, GBP, gift_01M…XYZ1']);
    expect(await named(one, two, twin)).to.deep.equal([
      'Gift card, GBP, gift_01M…XYZ0',
      `Gift card, GBP, ${two}`,
      `Gift card, GBP, ${twin}`,
    ]);
  });

  it('accept amounts at the account’s precision, as the server does', async () => {
    const hours = { value: '7.5', unit: 'hours' };
    const adapter = withAccounts(account('h', hours, { kind: { code: 'kiln', label: 'Kiln' }, fractionDigits: 1 }));
    const { element } = await ready(adapter);
    for (const balance of ['8.0', '8.5']) {
      await click(element, 'adjust');
      await fill(element, { 'adjust-amount': '0.5', 'adjust-description': 'Half an hour' });
      await click(element, 'review');
      await click(element, 'confirm');
      await until(() => status(element) === `0.5 hours added. The balance is ${balance}.`, balance);
    }
    await click(element, 'adjust');
    await fill(element, { 'adjust-amount': '0.25', 'adjust-description': 'A quarter' });
    await click(element, 'review');
    expect(text(find(element, '#adjust-amount-message'))).to.equal('hours: one decimal at the most.');
  });
});
