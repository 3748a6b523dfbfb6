import { expect } from 'chai';
import type { Adapter } from '../../../adapter/adapter.ts';
import { AdapterError } from '../../../adapter/adapter-error.ts';
import type { WriteOptions } from '../../../adapter/options.ts';
import type { CouponInput } from '../../../domain/coupon.ts';
import { axeFaults } from '../../../testing/axe.ts';
import { part, parts, textOf, unmountAll, until } from '../../../testing/kit.ts';
import type { Scripted } from '../../../testing/scripted.ts';
import { click, fill, find, ready as readyWith, rows, status, strip, text } from '../../../testing/credit-kit.ts';
import { knownCustomers, shopAdapter } from '../../../testing/shop.ts';
import type { CreditBalance } from '../credit-balance.ts';
import '../define.ts';

const { ingrid, manyAccounts, noOrders } = knownCustomers;
const thanks = { 'coupon-name': 'Thanks for waiting', 'coupon-value': '15', 'coupon-minimum': '50' };
const issued = (script: Scripted<Adapter>) =>
  script.callsTo('coupons.issue').map(({ args }) => ({
    coupon: args[1] as CouponInput,
    key: (args[2] as WriteOptions).idempotencyKey,
  }));
const coupons = (element: Element) => rows(element).map((row) => row.replace(/ (Revoke|)$/, ''));

/** Returns the widget once it shows the coupons. */
async function ready(adapter?: Adapter, properties: Partial<CreditBalance> = {}) {
  const opened = await readyWith(adapter, properties);
  const choice = [...opened.element.shadowRoot!.querySelectorAll<HTMLInputElement>('.ledger-bar input')].at(-1)!;
  choice.click();
  await until(() => part(opened.element, 'coupons'), 'coupons');
  return opened;
}

async function review(element: CreditBalance, values: Readonly<Record<string, string>> = thanks): Promise<void> {
  await click(element, 'issue');
  await fill(element, values);
  await click(element, 'review');
  await until(() => part(element, 'confirm'), 'confirmation');
}

describe('credit-balance: coupons', () => {
  afterEach(() => {
    unmountAll();
    document.body.replaceChildren();
  });

  it('shows usable coupons with benefit, minimum, last day and code; others are collapsed', async () => {
    const { element } = await ready();
    expect(coupons(element)).to.deep.equal([
      'Opening of the second café | 12.5% off orders from £200.00 | SECOND-CAFE | 31 Mar 2027 | Can be used',
      'Late parcel | £15.00 off any order | LATE-10466 | 4 Dec 2026 | Expires soon',
      'Postage for regulars | Free postage orders from £50.00 | POSTAGE-4 | No last day | Can be used',
    ]);
    expect(textOf(element)).to.contain('3 coupons can be used').and.not.contain('SUMMER-26');
    await click(element, 'view-all');
    await until(() => rows(element).length === 6, 'all');
    expect(coupons(element).slice(3)).to.deep.equal([
      'Summer firing | 10% off any order | SUMMER-26 | 31 Aug 2026 | Used 30 Jun',
      'Trade fair | £100.00 off orders from £100.00 | TRADE-FAIR | 31 Jan 2027 | Revoked',
      'Spring glazes | 5% off orders from £30.00 | SPRING-26 | 31 May 2026 | Expired',
    ]);
    expect(parts(element, 'revoke')).to.have.length(3);
    expect(await axeFaults(element)).to.deep.equal([]);
  });

  it('marks a withheld code, and shows the platform’s own status', async () => {
    const { element, dashboard } = await ready();
    dashboard.customerId = manyAccounts;
    await until(() => textOf(element).includes('Gift card ending 4417'), 'accounts');
    [...element.shadowRoot!.querySelectorAll<HTMLInputElement>('.ledger-bar input')].at(-1)!.click();
    await click(element, 'view-all');
    await until(() => rows(element).length === 2, 'all');
    expect(rows(element)[0]).to.contain('KWD 5.500 off').and.contain('Only the campaign team').and.contain('Held for');
    expect(rows(element)[1]).to.contain('KILN-•••• masked').and.contain('33.3% off').and.contain('Not yet valid');
  });

  it('marks coupons that expire within the host’s number of days', async () => {
    const { element } = await ready(shopAdapter(), { lapsingDays: 10 });
    expect(coupons(element)[1]).to.match(/Can be used$/);
    expect(element.shadowRoot!.querySelectorAll('.accounts .badge')).to.have.length(0);
  });

  it('issues in two steps with a preview, writes once, fires the event, and shows the coupon', async () => {
    const { element, script } = await ready();
    const events: string[] = [];
    element.addEventListener('coupon-issue', ({ customerId }) => events.push(`${customerId} ${issued(script).length}`));
    element.addEventListener('coupon-issued', ({ couponId }) => events.push(couponId));
    await click(element, 'issue');
    await fill(element, { ...thanks, 'coupon-validUntil': '2027-01-31' });
    expect(text(part(element, 'preview'))).to.equal(
      'What the customer gets £15.00 off, orders from £50.00 until 31 Jan 2027, that day included',
    );
    await click(element, 'review');
    await until(() => part(element, 'confirm'), 'confirmation');
    expect(text(part(element, 'confirmation'))).to.equal(
      'Customer Ingrid Vasquez-Holm C-20817 Coupon Thanks for waiting Benefit £15.00 off orders from £50.00 ' +
        'Valid until 31 Jan 2027',
    );
    expect(issued(script)).to.deep.equal([]);
    part(element, 'confirm')!.click();
    part(element, 'confirm')!.click();
    await until(() => !part(element, 'dialog'), 'closed');
    expect(status(element)).to.equal('Coupon issued: £15.00 off.');
    await until(() => rows(element).length === 4, 'the new one');
    expect(rows(element)[0]).to.contain('Thanks for waiting | £15.00 off orders from £50.00');
    await until(() => parts(element, 'figure').map(text).at(-1) === '4', 'counted');
    expect(issued(script).map(({ coupon }) => coupon)).to.deep.equal([
      {
        name: 'Thanks for waiting',
        benefit: { kind: 'amount', amount: { value: '15.00', currency: 'GBP' } },
        minimum: { value: '50.00', currency: 'GBP' },
        validUntil: '2027-01-31',
      },
    ]);
    expect(events[0]).to.equal(`${ingrid} 0`);
    expect(events[1]).to.match(/^coupon-new/);
  });

  it('shows field errors, its own and the server’s, and keeps the input', async () => {
    const { element, script } = await ready();
    await click(element, 'issue');
    await fill(element, { 'coupon-value': '1.005', 'coupon-validUntil': '2020-01-01' });
    await click(element, 'review');
    await element.updateComplete;
    const message = (field: string) => text(find(element, `#coupon-${field}-message`));
    expect(['name', 'value', 'validUntil'].map(message)).to.deep.equal([
      'Give it a name that the customer understands.',
      'GBP: 2 decimals at the most.',
      'This day is over.',
    ]);
    find(element, 'dialog .segmented label:nth-of-type(2) input')!.click();
    await fill(element, { 'coupon-value': '101' });
    expect(message('value')).to.equal('Enter a percentage above 0 and of 100 at the most.');
    await fill(element, { 'coupon-value': '20', 'coupon-name': 'Twenty', 'coupon-validUntil': '' });
    script.next('coupons.issue', {
      fail: new AdapterError('validation', { fieldErrors: { 'benefit.percent': '15 is the most.' } }),
    });
    await click(element, 'review');
    await click(element, 'confirm');
    await until(() => message('value') === '15 is the most.', 'the server’s word');
    expect(text(find(element, 'dialog [role=alert]'))).to.contain('The coupon was not issued.');
    expect(find(element, '#coupon-name')!.value).to.equal('Twenty');
  });

  it('never reports an unknown outcome as failed, blocks other writes, and resolves it with the same key', async () => {
    const { element, script } = await ready();
    script.next('coupons.issue', { fail: new AdapterError('timeout'), written: true });
    await review(element);
    part(element, 'confirm')!.click();
    await until(() => strip(element).startsWith('We do not know whether the coupon was issued.'), 'doubt');
    expect(part<HTMLButtonElement>(element, 'issue')!.disabled).to.equal(true);
    await click(element, 'check');
    await until(() => status(element) === 'Coupon issued: £15.00 off.', 'settled');
    expect(new Set(issued(script).map(({ key }) => key)).size).to.equal(1);
    await until(() => rows(element).length === 4, 'written once');
  });

  it('reports the outcome for the customer of the write', async () => {
    const { element, script, dashboard } = await ready();
    script.next('coupons.issue', { fail: new AdapterError('timeout'), written: true });
    await review(element);
    part(element, 'confirm')!.click();
    dashboard.customerId = noOrders;
    await until(() => textOf(element).includes('No credit'), 'another customer');
    expect(textOf(element)).to.not.match(/coupon was|Thanks/);
    dashboard.customerId = ingrid;
    await until(() => strip(element).includes('issued'), 'back');
  });

  it('revokes after confirmation, with the version that was read', async () => {
    const { element, script } = await ready();
    const events: string[] = [];
    element.addEventListener('coupon-revoke', ({ couponId }) => events.push(`asks ${couponId}`));
    element.addEventListener('coupon-revoked', ({ couponId }) => events.push(`done ${couponId}`));
    parts(element, 'revoke')[1]!.focus();
    parts(element, 'revoke')[1]!.click();
    await until(() => part(element, 'confirm'), 'confirmation');
    expect(text(part(element, 'confirmation'))).to.contain('Coupon Late parcel Benefit £15.00 off');
    expect(script.callsTo('coupons.revoke')).to.have.length(0);
    part(element, 'confirm')!.click();
    await until(() => rows(element).length === 2, 'gone from what can be used');
    expect(status(element)).to.equal('Coupon revoked.');
    // Focus moves to the replacement of the button, or to the next action.
    await until(() => element.shadowRoot!.activeElement?.matches('[part=revoke], [part=issue]'), 'the focus');
    expect(events).to.deep.equal(['asks cp-20817-6', 'done cp-20817-6']);
    expect((script.callsTo('coupons.revoke')[0]!.args[2] as WriteOptions).ifVersion).to.equal('1');
  });

  it('shows a change by others in the confirmation', async () => {
    const { element, script } = await ready();
    const used = {
      ...{ id: 'cp-20817-6', customerId: ingrid, version: '2', status: 'used', usedAt: '2026-11-18T10:00:00Z' },
      ...{ name: 'Free postage', benefit: { kind: 'free-shipping' }, issuedAt: '2026-01-01T10:00:00Z' },
    };
    script.next('coupons.revoke', { fail: new AdapterError('conflict', { current: used }) });
    parts(element, 'revoke')[1]!.click();
    await click(element, 'confirm');
    await until(() => find(element, 'dialog [role=alert]'), 'the conflict');
    expect(text(find(element, 'dialog [role=alert]'))).to.equal(
      'The coupon was not revoked. It has changed meanwhile: Used 18 Nov.',
    );
  });

  it('explains denied operations, hides missing ones, and is read-only if the host says so', async () => {
    const reason = 'Managers issue and revoke coupons.';
    const denied = await ready(
      shopAdapter({
        permissions: { 'coupons.issue': { state: 'denied', reason }, 'coupons.revoke': { state: 'denied' } },
      }),
    );
    await until(() => textOf(denied.element).includes(reason), 'the reason');
    expect(textOf(denied.element)).to.contain('You may see coupons, not issue or revoke them.');
    for (const { element } of [
      denied,
      await ready(shopAdapter(), { readonly: true }),
      await ready({ ...shopAdapter(), coupons: { list: shopAdapter().coupons.list } }),
    ])
      expect([part(element, 'issue'), part(element, 'revoke')].every((found) => found === null)).to.equal(true);
    const none = await readyWith({ ...shopAdapter(), coupons: {} });
    expect(textOf(none.element)).to.not.contain('Coupons');
  });

  it('shows the kinds that `kinds` lists, in its order', async () => {
    const { element } = await readyWith(shopAdapter(), { kinds: 'coupons points' });
    const labels = () => parts(element, 'label').map(text);
    expect(labels()).to.deep.equal(['Coupons', 'Points']);
    expect(rows(element)[0]).to.contain('Workshop voucher');
    element.kinds = 'store-credit';
    await until(() => labels().length === 2, 'store credit');
    expect(labels()).to.deep.equal(['Store credit, GBP', 'Store credit, EUR']);
    element.kinds = ' ';
    await until(() => labels().length === 4, 'all');
  });

  it('keeps the balances if only the coupons fail', async () => {
    const shop = shopAdapter();
    const broken = { ...shop.coupons, list: () => Promise.reject(new AdapterError('internal')) };
    const { element } = await readyWith({ ...shop, coupons: broken });
    await until(() => parts(element, 'figure').map(text).at(-1)?.startsWith('–'), 'not known');
    [...element.shadowRoot!.querySelectorAll<HTMLInputElement>('.ledger-bar input')].at(-1)!.click();
    await until(() => textOf(element).includes('Coupons could not be loaded.'), 'why');
    expect(textOf(element)).to.contain('£86.50');
  });
});
