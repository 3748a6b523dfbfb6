import { executeServerCommand } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { Adapter } from '../../adapter/adapter.ts';
import { AdapterError } from '../../adapter/adapter-error.ts';
import { createShop, memoryAdapter, MemoryStore } from '../../adapters/memory/index.ts';
import { provideDashboard } from '../../dashboard/provide-dashboard.ts';
import type { CreditAccount, CreditEntry } from '../../domain/credit.ts';
import { loadLocale } from '../../i18n/locales.ts';
import { deferred, mount, part, parts, textOf, unmountAll, until } from '../../testing/kit.ts';
import { frozenNow, frozenZone } from '../../testing/scenario.ts';
import { scripted } from '../../testing/scripted.ts';
import { knownCustomers, shopAdapter } from '../../testing/shop.ts';
import './define.ts';
import type { CreditBalance } from './credit-balance.ts';

const { ingrid, noOrders } = knownCustomers;
const shop = createShop({ customers: Object.keys(knownCustomers).length });

/** Returns an adapter with other accounts and entries for Ingrid. */
const withCredit = (accounts: readonly CreditAccount[], entries: readonly CreditEntry[] = []) => ({
  ...memoryAdapter({ store: new MemoryStore({ ...shop, accounts, entries }) }),
  coupons: {},
});

const account = (id: string, more: Partial<CreditAccount> = {}): CreditAccount => ({
  id,
  customerId: ingrid,
  version: '1',
  kind: 'store-credit',
  balance: { value: '10.00', currency: 'GBP' },
  ...more,
});

const entry = (id: string, more: Partial<CreditEntry> = {}): CreditEntry => ({
  id,
  customerId: ingrid,
  accountId: 'a',
  kind: 'adjustment',
  amount: { value: '10.00', currency: 'GBP' },
  at: '2026-11-01T10:00:00Z',
  ...more,
});

function open(adapter: Adapter, properties: Partial<CreditBalance> = {}, locale = 'en-GB') {
  const root = document.body.appendChild(document.createElement('div'));
  root.style.inlineSize = '900px';
  const dashboard = provideDashboard(root, {
    adapter,
    customerId: ingrid,
    locale: { locale, timeZone: frozenZone, now: frozenNow },
  });
  const element = mount<CreditBalance>('credit-balance', properties, root);
  return { element, dashboard, root };
}

const text = (element: Element | null | undefined) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
const rows = (element: Element) => parts(element, 'row').map((row) => [...row.children].map(text).join(' | '));
const metrics = (element: Element) => parts(element, 'metric').map(text);
const choices = (element: Element) => [
  ...element.shadowRoot!.querySelectorAll<HTMLInputElement>('.ledger-bar input[type=radio]'),
];
const press = (key: string) => executeServerCommand('press', key);

async function ready(adapter: Adapter = shopAdapter(), properties: Partial<CreditBalance> = {}, locale?: string) {
  const opened = open(adapter, properties, locale);
  await until(() => rows(opened.element).length, 'entries');
  return opened;
}

describe('credit-balance', () => {
  afterEach(() => {
    unmountAll();
    document.body.replaceChildren();
  });

  it('shows each account with balance and next expiry; a near one as a warning', async () => {
    const { element } = await ready();
    expect(metrics(element)).to.deep.equal([
      'Store credit, GBP £86.50 £25.00 lapses 30 Nov',
      'Store credit, EUR €40.00 Nothing lapses',
      'Points 2,340 340 lapse 31 Dec',
      'Coupons 3 1 expires 4 Dec 2026',
    ]);
    const badges = element.shadowRoot!.querySelectorAll('.accounts .badge');
    expect([...badges].map((badge) => [badge.className, text(badge)])).to.deep.equal([
      ['badge warning', '£25.00 lapses 30 Nov'],
      ['badge warning', '1 expires 4 Dec 2026'],
    ]);
  });

  it('omits an unknown expiry, and shows the year of one in another year', async () => {
    const { element } = open(
      withCredit([
        account('a'),
        account('b', {
          kind: 'deposit',
          lapsing: { amount: { value: '1.00', currency: 'GBP' }, at: '2027-02-01T00:00:00Z' },
        }),
        account('c', {
          kind: { code: 'x', label: 'Kulanz' },
          balance: { value: '0.00', currency: 'EUR' },
          lapsing: null,
        }),
        account('d', { kind: 'x-new', balance: { value: '5', unit: 'stars' } }),
      ]),
    );
    await until(() => metrics(element).length === 4, 'accounts');
    expect(metrics(element)).to.deep.equal([
      'Store credit, GBP £10.00',
      'Deposit, GBP £10.00 £1.00 lapses 1 Feb 2027',
      'Kulanz, EUR €0.00 Nothing lapses',
      'x-new, stars 5',
    ]);
  });

  it('shows amounts exactly: 25 digits, no decimals for yen, three for dinars', async () => {
    const { element } = open(
      withCredit([
        account('a', { balance: { value: '1234567890123456789012345.67', currency: 'GBP' } }),
        account('b', { balance: { value: '1200', currency: 'JPY' } }),
        account('c', { balance: { value: '0.005', currency: 'KWD' } }),
      ]),
      {},
      'en-US',
    );
    await until(() => metrics(element).length === 3, 'accounts');
    expect(parts(element, 'figure').map(text)).to.deep.equal([
      '£1,234,567,890,123,456,789,012,345.67',
      '¥1,200',
      'KWD 0.005',
    ]);
  });

  it('shows the ledger: description, reference, author, signed change and balance', async () => {
    const { element } = await ready();
    expect(rows(element).slice(0, 5)).to.deep.equal([
      '12 Nov, 16:02 | Spent on #10471 | Checkout | −£40.00 | £86.50',
      '4 Nov, 10:15 | Goodwill CS-8812 lapses 30 Nov Reverse | Dana Whitlock op-114 | +£25.00 | £126.50',
      '2 Nov, 09:30 | Reversal of 1 Nov, 17:44 Keyed with a nought too many Correction | Dana Whitlock op-114 | −£250.00 | £101.50',
      '1 Nov, 17:44 | Goodwill Reversed on 2 Nov, 09:30 | Tom Adeyemi op-131 | +£250.00 | £351.50',
      '1 Oct, 00:00 | Lapsed Spring voucher | Rule | −£10.00 | £101.50',
    ]);
    const reversed = parts(element, 'row').filter(
      (row) => getComputedStyle(row.children[3]!).textDecorationLine === 'line-through',
    );
    expect(reversed.length).to.equal(1);
    expect(textOf(element))
      .to.contain('Latest 9 of 31 entries')
      .and.contain('Entries are never changed, only reversed');
  });

  it('distinguishes unknown from empty', async () => {
    const { element } = await ready(
      withCredit(
        [account('a')],
        [
          entry('2', {
            at: '2026-11-02T10:00:00Z',
            kind: { code: 'x', label: 'Loyalty' },
            actor: { id: 'op-9' },
            reference: null,
          }),
          entry('3', { at: '2026-11-03T10:00:00Z', actor: null, balanceAfter: { value: '0.00', currency: 'GBP' } }),
        ],
      ),
    );
    expect(rows(element)).to.deep.equal([
      '3 Nov, 10:00 | Adjustment Reverse | none | +£10.00 | £0.00',
      '2 Nov, 10:00 | Loyalty | op-9 | +£10.00 | –not known',
    ]);
  });

  it('renders a row with 12 elements at most', async () => {
    const { element } = await ready(
      withCredit(
        [account('a')],
        [
          entry('1', {
            kind: 'spent',
            actor: { id: 'op-1', name: 'Ann' },
            reference: '#1',
            description: 'Cups',
            balanceAfter: { value: '1.00', currency: 'GBP' },
          }),
        ],
      ),
    );
    expect(parts(element, 'row')[0]!.querySelectorAll('*').length + 1).to.be.at.most(12);
  });

  it('shows every string as text, and invisible characters in a name', async () => {
    const hostile = '<img src=x onerror=alert(1)>\u202Egnp';
    const { element } = await ready(
      withCredit(
        [account('a', { kind: { code: '__proto__', label: hostile } }), account('__proto__', { kind: 'constructor' })],
        [
          entry('1', {
            kind: 'spent',
            actor: { id: 'constructor', name: hostile },
            reference: '{what}$&',
            description: hostile,
          }),
        ],
      ),
    );
    const shadow = element.shadowRoot!;
    expect(shadow.querySelector('img') === null).to.equal(true);
    expect(textOf(element)).to.contain('<img src=x onerror=alert(1)>').and.contain('Spent on {what}$&');
    expect(shadow.querySelector('.hidden-character')!.textContent).to.equal('U+202E');
    expect(textOf(element)).to.not.match(/undefined|NaN|\[object/);
  });

  it('chooses an account by pointer or arrow key; one ledger is never shown under another', async () => {
    const script = scripted<Adapter>(shopAdapter());
    const { element } = await ready(script.adapter);
    expect(choices(element).map(({ labels }) => text(labels![0]))).to.deep.equal(['GBP', 'EUR', 'Points', 'Coupons']);
    const held = deferred();
    script.next('credit.entries', { until: held.promise });
    choices(element)[0]!.focus();
    await press('ArrowRight');
    await element.updateComplete;
    expect(choices(element).map(({ checked }) => checked)).to.deep.equal([false, true, false, false]);
    expect(element.shadowRoot!.activeElement).to.equal(choices(element)[1]);
    expect(rows(element)).to.deep.equal([]);
    expect(textOf(element)).to.not.contain('#10471').and.not.contain('Latest');
    held.resolve();
    await until(() => rows(element).length, 'the other ledger');
    expect(rows(element)).to.have.length(2);
    expect(rows(element)[0]).to.contain('−€25.00').and.contain('€40.00');
    expect(element.shadowRoot!.querySelector('table')!.getAttribute('aria-label')).to.equal(
      'Entries: Store credit, EUR',
    );
    choices(element)[2]!.click();
    await until(() => textOf(element).includes('Workshop voucher'), 'points');
  });

  it('hides the choice for one account, and labels two of the same currency uniquely', async () => {
    const { element } = await ready(withCredit([account('a')], [entry('1')]));
    expect(choices(element)).to.deep.equal([]);
    const both = await ready(withCredit([account('a'), account('b', { kind: 'gift-card' })], [entry('1')]));
    const labelsOf = (of: Element) => choices(of).map(({ labels }) => text(labels![0]));
    expect(labelsOf(both.element)).to.deep.equal(['Store credit, GBP', 'Gift card, GBP']);
    const same = await ready(withCredit([account('a'), account('b')], [entry('1')]));
    expect(labelsOf(same.element)).to.deep.equal(['Store credit, GBP, a', 'Store credit, GBP, b']);
  });

  it('fires an event for all entries, then shows them in a virtual list that loads pages', async () => {
    const many = Array.from({ length: 250 }, (_, index) =>
      entry(String(index).padStart(3, '0'), {
        description: `No. ${index}`,
        at: new Date(Date.UTC(2026, 0, 1, 0, index)).toISOString(),
      }),
    );
    const script = scripted<Adapter>(withCredit([account('a')], many));
    const { element } = await ready(script.adapter);
    element.addEventListener('view-all', (event) => event.preventDefault(), { once: true });
    part(element, 'view-all')!.click();
    await element.updateComplete;
    expect(part(element, 'dialog') === null).to.equal(true);
    let requestedCustomer: string | undefined;
    element.addEventListener('view-all', ({ customerId }) => (requestedCustomer = customerId));
    part(element, 'view-all')!.focus();
    part(element, 'view-all')!.click();
    const scroller = await until(() => element.shadowRoot!.querySelector('dialog .windowed'), 'all entries');
    expect(requestedCustomer).to.equal(ingrid);
    await until(() => scroller.querySelectorAll('[part=row]').length > 5, 'rows');
    expect(scroller.querySelectorAll('[part=row]').length).to.be.below(60);
    await until(() => {
      scroller.scrollTop = scroller.scrollHeight;
      return rows(element).some((row) => row.startsWith('1 Jan, 00:00 | No. 0 Reverse |'));
    }, 'the first entry');
    expect(script.callsTo('credit.entries').length).to.equal(4);
    await press('Escape');
    await until(() => !part(element, 'dialog'), 'closed');
    expect(element.shadowRoot!.activeElement).to.equal(part(element, 'view-all'));
  });

  it('shows an empty state without accounts, and offers no adjustment', async () => {
    const { element, dashboard } = open(shopAdapter());
    dashboard.customerId = noOrders;
    await until(() => textOf(element).includes('No credit, no points.'), 'empty');
    expect(part(element, 'adjust') === null).to.equal(true);
    expect(part(element, 'footer') === null).to.equal(true);
    const { element: bare } = open(withCredit([account('a')]));
    await until(() => textOf(bare).includes('No entries yet.'), 'no entries');
    expect(metrics(bare)).to.have.length(1);
  });

  it('shows another customer without any data of the last', async () => {
    const script = scripted<Adapter>(shopAdapter());
    const { element, dashboard } = await ready(script.adapter);
    choices(element)[1]!.click();
    await until(() => rows(element).length === 2, 'euros');
    const held = deferred();
    script.next('credit.accounts', { until: held.promise });
    dashboard.customerId = noOrders;
    await element.updateComplete;
    expect(textOf(element)).to.not.match(/[£€]|Dana|Latest|2,340/);
    expect(part(element, 'adjust') === null).to.equal(true);
    held.resolve();
    await until(() => textOf(element).includes('No credit, no points.'), 'theirs');
  });

  it('drops data that becomes forbidden; balances stay if only the ledger does', async () => {
    const script = scripted<Adapter>(shopAdapter());
    const { element } = await ready(script.adapter);
    const forbidden = new AdapterError('forbidden', { reason: 'Only “Finance” sees ledgers.' });
    script.next('credit.entries', { fail: forbidden });
    element.refresh();
    await until(() => textOf(element).includes('Only “Finance” sees ledgers.'), 'ledger forbidden');
    expect(textOf(element)).to.contain('£86.50').and.not.contain('#10471').and.not.contain('Latest');
    script.next('credit.accounts', { fail: forbidden });
    element.refresh();
    await until(() => textOf(element).includes('You may not see credit.'), 'all forbidden');
    expect(textOf(element)).to.not.match(/£|#10471/);
    expect(part(element, 'adjust') === null).to.equal(true);
  });

  it('reports a failed refresh once, and keeps the data', async () => {
    const script = scripted<Adapter>(shopAdapter());
    const { element } = await ready(script.adapter);
    const offline = { fail: new AdapterError('offline', { retryable: false }) };
    script.always('credit.accounts', offline);
    script.always('credit.entries', offline);
    element.refresh();
    await until(() => parts(element, 'notice').length, 'notice');
    await until(() => !element.shadowRoot!.querySelector('[aria-busy=true]'), 'both have failed');
    await element.updateComplete;
    expect(
      parts(element, 'notice')
        .map(text)
        .filter((notice) => notice.includes('The service can’t be reached.')),
    ).to.have.length(1);
    expect(rows(element)).to.have.length(9);
  });

  it('rejects an entry of another account or customer as malformed', async () => {
    for (const [foreign, field] of [
      [{ accountId: 'b' }, 'items[0].accountId'],
      [{ customerId: noOrders }, 'customerId'],
    ] as const) {
      const script = scripted<Adapter>(withCredit([account('a')]));
      script.always('credit.entries', { answer: async () => ({ items: [entry('1', foreign)], next: null }) });
      const { element } = open(script.adapter);
      await until(() => textOf(element).includes(field), field);
      expect(rows(element)).to.deep.equal([]);
    }
  });

  it('hides what the platform lacks, and explains what is denied', async () => {
    const whole = shopAdapter();
    const { accounts, entries } = whole.credit;
    const readOnly = await ready({ ...whole, credit: { accounts, entries } });
    expect(part(readOnly.element, 'adjust') === null).to.equal(true);
    expect(parts(readOnly.element, 'notice')).to.deep.equal([]);

    const { element } = open({ ...whole, credit: { accounts } });
    await until(() => metrics(element).length, 'accounts');
    expect(part(element, 'ledger-bar') === null).to.equal(true);
    expect(part(element, 'table') === null).to.equal(true);

    const denied = await ready(
      shopAdapter({ permissions: { 'credit.adjust': { state: 'denied', reason: 'Ask Finance.' } } }),
    );
    await until(() => parts(denied.element, 'notice').length, 'the reason');
    expect(text(part(denied.element, 'notice'))).to.equal('You may see credit, not adjust it. Ask Finance.');
    expect(part(denied.element, 'adjust') === null).to.equal(true);

    const planned = await ready(shopAdapter({ permissions: { 'credit.adjust': { state: 'planned' } } }));
    await until(() => part<HTMLButtonElement>(planned.element, 'adjust')?.disabled, 'there, but not to be used');
    expect(parts(planned.element, 'notice')).to.deep.equal([]);
  });

  it('is available in Indonesian', async () => {
    await loadLocale('id');
    const { element } = await ready(shopAdapter(), {}, 'id');
    expect(textOf(element)).to.contain('Kredit toko, GBP').and.contain('Sesuaikan kredit');
    expect(metrics(element)[2]).to.equal('Poin 2.340 340 hangus 31 Des');
    expect(rows(element)[0]).to.contain('Dipakai untuk #10471');
    expect(textOf(element)).to.contain('9 entri terbaru dari 31');
  });

  it('shows `limit` entries', async () => {
    const { element } = await ready(shopAdapter(), { limit: 3 });
    expect(rows(element)).to.have.length(3);
    expect(textOf(element)).to.contain('Latest 3 of 31 entries');
  });
});
