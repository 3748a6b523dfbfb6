import { expect } from 'chai';
import type { Adapter } from '../../../adapter/adapter.ts';
import { AdapterError } from '../../../adapter/adapter-error.ts';
import type { WriteOptions } from '../../../adapter/options.ts';
import { click, fill, find, ready, status, strip } from '../../../testing/credit-kit.ts';
import { mount, part, parts, textOf, unmountAll, until } from '../../../testing/kit.ts';
import { scripted, type Scripted } from '../../../testing/scripted.ts';
import { knownCustomers, shopAdapter } from '../../../testing/shop.ts';
import type { CreditBalance } from '../credit-balance.ts';
import '../define.ts';

const { noOrders } = knownCustomers;
const labels = (element: Element) =>
  [...element.shadowRoot!.querySelectorAll('#opening-account option')].map(({ textContent }) => textContent.trim());
const opened = (script: Scripted<Adapter>) =>
  script.callsTo('credit.open').map(({ args }) => ({
    opening: args[1],
    key: (args[2] as WriteOptions).idempotencyKey,
  }));
const closed = (element: Element) => until(() => !part(element, 'dialog'), 'the dialog has closed');

async function empty(adapter: Adapter = shopAdapter(), properties: Partial<CreditBalance> = {}) {
  const script = scripted<Adapter>(adapter);
  const element = mount<CreditBalance>('credit-balance', {
    adapter: script.adapter,
    customerId: noOrders,
    ...properties,
  });
  await until(() => textOf(element).includes('No credit, no points.'), 'nothing yet');
  return { element, script };
}

describe('credit-balance: opening an account', () => {
  afterEach(() => {
    unmountAll();
    document.body.replaceChildren();
  });

  it('is offered to a customer without one; the new account is shown with its ledger', async () => {
    const { element, script } = await empty();
    const events: string[] = [];
    for (const name of ['credit-open', 'credit-opened'] as const)
      element.addEventListener(name, () => events.push(`${name} after ${opened(script).length}`));
    await click(element, 'open-account');
    await until(() => labels(element).length, 'the choice');
    expect(labels(element)).to.include.members(['Store credit, GBP', 'Store credit, EUR', 'Points']);
    await fill(element, { 'opening-account': 'Store credit, EUR' });
    await click(element, 'save');
    await closed(element);
    await until(() => parts(element, 'metric').some(({ textContent }) => textContent.includes('€0.00')), 'the account');
    expect(opened(script).map(({ opening }) => opening)).to.deep.equal([{ kind: 'store-credit', currency: 'EUR' }]);
    expect(events).to.deep.equal(['credit-open after 0', 'credit-opened after 1']);
    await until(() => status(element) === 'Store credit, EUR: opened.', 'said');
    await until(() => part(element, 'adjust'), 'it can be adjusted');
  });

  it('offers the accounts that the customer does not have, of the kinds that are shown', async () => {
    const { element } = await ready();
    await until(() => part(element, 'open-account')!.querySelector('button'), 'the button');
    part(element, 'open-account')!.querySelector('button')!.click();
    await until(() => labels(element).length, 'the choice');
    for (const held of ['Store credit, GBP', 'Points']) expect(labels(element)).to.not.include(held);
    unmountAll();
    const { element: points } = await empty(undefined, { kinds: 'points' });
    await click(points, 'open-account');
    await until(() => labels(points).length, 'the choice');
    expect(labels(points)).to.deep.equal(['Points']);
  });

  it('is not offered without a method, an account to open or a permission, or if the host forbids writes', async () => {
    const shop = shopAdapter();
    const { open: _, ...credit } = shop.credit;
    const denied = { 'credit.open': { state: 'denied' } } as const;
    for (const [adapter, properties] of [
      [{ ...shop, credit }],
      [{ ...shop, credit: { ...shop.credit, openings: [] } }],
      [shopAdapter({ permissions: denied })],
      [shop, { readonly: true }],
    ] as const) {
      const { element } = await empty(adapter, properties);
      await element.updateComplete;
      expect(part(element, 'open-account')).to.equal(null);
      unmountAll();
    }
  });

  it('says if somebody else has opened it meanwhile, and shows that account', async () => {
    const shop = shopAdapter();
    const { element } = await empty(shop);
    await click(element, 'open-account');
    await fill(element, { 'opening-account': 'Store credit, EUR' });
    await shop.credit.open(noOrders, { currency: 'EUR' }, { idempotencyKey: 'theirs' });
    await click(element, 'save');
    await until(() => textOf(element).includes('The customer has this account already.'), 'refused');
    await until(() => textOf(element).includes('€0.00'), 'theirs');
    await until(() => labels(element)[0] === 'Store credit, EUR' && labels(element).length, 'the choice is kept');
  });

  it('is resolved with the same key if the answer was lost', async () => {
    const { element, script } = await empty();
    script.next('credit.open', { fail: new AdapterError('timeout'), written: true });
    await click(element, 'open-account');
    await click(element, 'save');
    await until(() => part(element, 'check'), 'nobody knows');
    expect(textOf(element)).to.contain('It is not known whether the account was opened.').and.not.contain('No account');
    await click(element, 'check');
    await closed(element);
    expect([opened(script).length, new Set(opened(script).map(({ key }) => key)).size]).to.deep.equal([2, 1]);
  });

  it('is never sent again without idempotency: the accounts are read instead', async () => {
    const shop = shopAdapter();
    const guarantees = { idempotency: false, versions: true };
    const { element, script } = await empty({ ...shop, credit: { ...shop.credit, guarantees } });
    script.next('credit.open', { fail: new AdapterError('timeout'), written: true });
    await click(element, 'open-account');
    await fill(element, { 'opening-account': 'Store credit, EUR' });
    await click(element, 'save');
    await click(element, 'read-again');
    await until(() => textOf(element).includes('€0.00'), 'the account');
    expect(opened(script).length).to.equal(1);
    expect(strip(element)).to.equal('');
    expect(find(element, '#opening-account')?.matches(':disabled') ?? false).to.equal(false);
  });
});
