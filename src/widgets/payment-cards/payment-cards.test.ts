import { expect } from 'chai';
import type { Adapter } from '../../adapter/adapter.ts';
import { memoryAdapter } from '../../adapters/memory/index.ts';
import { provideDashboard } from '../../dashboard/provide-dashboard.ts';
import { mount, part, parts, textOf, unmountAll, until } from '../../testing/kit.ts';
import { frozenNow, frozenZone } from '../../testing/scenario.ts';
import { scripted } from '../../testing/scripted.ts';
import { adminLinks, knownCustomers, shopAdapter } from '../../testing/shop.ts';
import type { PaymentCards } from './payment-cards.ts';
import './define.ts';

async function open(shop: Adapter = shopAdapter({ links: adminLinks }), more: Partial<PaymentCards> = {}) {
  const script = scripted<Adapter>(shop);
  const root = document.body.appendChild(document.createElement('div'));
  const locale = { locale: 'en-GB', timeZone: frozenZone, now: frozenNow };
  provideDashboard(root, { adapter: script.adapter, customerId: knownCustomers.ingrid, locale });
  const element = mount<PaymentCards>('payment-cards', more, root);
  await until(() => parts(element, 'row').length, 'the cards');
  return { element, script };
}
const rows = (element: PaymentCards, within = '.panel') =>
  [...element.shadowRoot!.querySelectorAll(`${within} [part~=row]`)].map((row) =>
    [...row.children].map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim()).join(' | '),
  );
const buttons = (element: PaymentCards) => [...parts(element, 'choose'), ...parts(element, 'remove')];
const labels = (element: PaymentCards) => buttons(element).map((button) => button.getAttribute('aria-label'));

describe('payment-cards', () => {
  afterEach(unmountAll);

  it('shows the three cards added last: brand, last four digits, expiry in words, holder and the default', async () => {
    const { element } = await open();
    expect(rows(element)).to.deep.equal([
      'Visa •••• 4417 Second café | Ingrid Holm | 21 Oct, 09:14 | 04/2029 | Make default Remove',
      'Mastercard •••• 0925 Default | Ingrid Holm | 3 Dec 2025 | Expires soon: 12/2026 | Remove',
      'girocard •••• 3310 | Ingrid Holm | 11 Feb 2025 | 08/2028 | Make default Remove',
    ]);
  });

  it('shows all cards in a dialog, expired ones and those of unknown brand and expiry too', async () => {
    const { element } = await open(undefined, { viewAll: 'dialog' });
    part(element, 'view-all')!.click();
    await until(() => rows(element, 'dialog').length === 5, 'all cards');
    expect(rows(element, 'dialog').slice(3)).to.deep.equal([
      'American Express •••• 1006 | Ingrid Maria Holm | 14 Oct 2023 | Expired 08/2026 | Remove',
      'Card •••• 7718 | none | –not known | –not known | Make default Remove',
    ]);
  });

  it('adds a card on the processor’s page, after an event, and has no field for a number', async () => {
    const { element } = await open();
    const link = part<HTMLAnchorElement>(element, 'create')!;
    expect(link.href).to.contain('/payment-card-create?').and.contain(`customerId=${knownCustomers.ingrid}`);
    let asked = '';
    element.addEventListener('payment-card-create', (event) => {
      event.preventDefault();
      asked = event.customerId;
    });
    link.click();
    expect(asked).to.equal(knownCustomers.ingrid);
    expect(element.shadowRoot!.querySelectorAll('input, textarea, [contenteditable]')).to.have.length(0);
    unmountAll();
    expect(part((await open(shopAdapter())).element, 'create')).to.equal(null);
  });

  it('makes a card the default once confirmed, and the previous one is no longer', async () => {
    const { element, script } = await open();
    const seen: string[] = [];
    for (const type of ['payment-card-default', 'payment-card-defaulted'] as const)
      element.addEventListener(type, (event) => seen.push(`${type} ${event.cardId}`));
    part(element, 'choose')!.click();
    const confirm = await until(() => part(element, 'confirm'), 'the question');
    expect(part(element, 'dialog')!.textContent).to.contain('Visa •••• 4417').and.contain('04/2029');
    expect(script.callsTo('paymentCards.setDefault')).to.have.length(0);
    confirm.click();
    await until(() => rows(element)[0]!.startsWith('Visa •••• 4417 Second café Default |'), 'the new default');
    expect(rows(element)[1]).to.match(/^Mastercard •••• 0925 \|/);
    expect(seen).to.deep.equal(['payment-card-default card-20817-5', 'payment-card-defaulted card-20817-5']);
  });

  it('removes a card once confirmed, and says what becomes of the default', async () => {
    const { element, script } = await open();
    parts(element, 'remove')[1]!.click();
    const confirm = await until(() => part(element, 'confirm'), 'the question');
    expect(part(element, 'dialog')!.textContent).to.contain('No other card takes its place.');
    confirm.click();
    await until(() => !rows(element).some((row) => row.startsWith('Mastercard')), 'it is gone');
    expect(script.callsTo('paymentCards.delete')[0]!.args.slice(0, 2)).to.deep.equal([
      knownCustomers.ingrid,
      'card-20817-4',
    ]);
  });

  it('offers only what the operator may do and the platform can, and no expired card as the default', async () => {
    expect(labels((await open(memoryAdapter({ role: 'agent' }), { limit: 5 })).element)).to.deep.equal([
      'Make default: Visa •••• 4417',
      'Make default: girocard •••• 3310',
      'Make default: Card •••• 7718',
    ]);
    unmountAll();
    expect(buttons((await open(memoryAdapter({ role: 'viewer' }))).element)).to.deep.equal([]);
    unmountAll();
    const { paymentCards, ...shop } = shopAdapter();
    const { element } = await open({ ...shop, paymentCards: { list: paymentCards.list } });
    expect(buttons(element)).to.deep.equal([]);
  });

  it('shows no card at all if one of them has a card number in any member, and never the number', async () => {
    for (const member of [{ holder: '5555 5555 5555 4444' }, { label: '5555555555554444' }, { lastFour: '54444' }]) {
      const { paymentCards, ...shop } = shopAdapter();
      const list: typeof paymentCards.list = async (...args) => {
        const page = await paymentCards.list(...args);
        return { ...page, items: page.items.map((card, index) => (index ? card : { ...card, ...member })) };
      };
      const element = mount<PaymentCards>('payment-cards', {
        adapter: { ...shop, paymentCards: { list } },
        customerId: knownCustomers.ingrid,
      });
      const [name] = Object.keys(member);
      await until(() => textOf(element).includes(`items[0].${name}`), 'the member that is wrong');
      expect(element.shadowRoot!.innerHTML).to.not.match(/5555|54444|4417/);
    }
  });
});
