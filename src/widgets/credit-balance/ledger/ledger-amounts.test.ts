import { expect } from 'chai';
import { ready, rows, text } from '../../../testing/credit-kit.ts';
import { part, unmountAll } from '../../../testing/kit.ts';
import { knownCustomers, shopAdapter } from '../../../testing/shop.ts';
import type { Adapter } from '../../../adapter/adapter.ts';
import '../define.ts';

const { ingrid } = knownCustomers;
const pounds = (value: string) => ({ value, currency: 'GBP' });

describe('credit-balance: amounts finer than their currency', () => {
  afterEach(() => {
    unmountAll();
    document.body.replaceChildren();
  });

  it('are shown completely, so that the entries add up to the balance', async () => {
    const entry = (id: string, amount: string, balance: string) => ({
      id,
      customerId: ingrid,
      accountId: 'a',
      kind: 'adjustment',
      amount: pounds(amount),
      balanceAfter: pounds(balance),
      at: '2026-11-01T10:00:00Z',
    });
    const adapter: Adapter = {
      ...shopAdapter(),
      credit: {
        accounts: async () => ({
          items: [{ id: 'a', customerId: ingrid, kind: 'deposit', balance: pounds('0.25') }],
          next: null,
        }),
        entries: async () => ({ items: [entry('2', '0.125', '0.25'), entry('1', '0.125', '0.125')], next: null }),
      },
    };
    const { element } = await ready(adapter);
    const amounts = rows(element).map((row) => row.match(/£[\d.]+/g));
    expect(amounts).to.deep.equal([
      ['£0.125', '£0.25'],
      ['£0.125', '£0.125'],
    ]);
    expect(text(part(element, 'figure'))).to.equal('£0.25');
  });
});
