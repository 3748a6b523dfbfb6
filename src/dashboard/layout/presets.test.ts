import { expect } from 'chai';
import '../define.ts';
import { part, parts, textOf, until } from '../../testing/kit.ts';
import { frozenNow, frozenZone } from '../../testing/scenario.ts';
import { knownCustomers, shopAdapter } from '../../testing/shop.ts';
import type { CustomerDashboard } from '../customer-dashboard.ts';
import { presets } from './presets.ts';

async function open(layout: string) {
  const element = document.createElement('customer-dashboard') as CustomerDashboard;
  Object.assign(element, {
    adapter: shopAdapter({ links: () => null }),
    customerId: knownCustomers.ingrid,
    locale: 'en-GB',
    timeZone: frozenZone,
    now: frozenNow,
    layout,
  });
  element.style.inlineSize = '1280px';
  document.body.append(element);
  await until(
    () => element.children.length === presets[layout]!.widgets.filter(({ hidden }) => !hidden).length,
    'the widgets',
  );
  const isSettled = (widget: Element) =>
    textOf(widget) !== '' && !widget.shadowRoot?.querySelector('[aria-busy="true"], .skeleton');
  await until(() => [...element.children].every(isSettled), 'their content');
  return element;
}
const folded = (element: Element) => element.textContent.replace(/\s+/g, ' ').trim();
const boxOf = (element: Element, tag: string) => element.querySelector(tag)!.getBoundingClientRect();

/** The height in a panel that its content does not need. */
const emptyIn = (widget: Element): number => {
  const panel = part(widget as HTMLElement, 'panel')!;
  const used = [...panel.children].map((child) => child.getBoundingClientRect().height);
  return panel.getBoundingClientRect().height - used.reduce((sum, height) => sum + height, 0);
};

describe('the presets of a dashboard', () => {
  afterEach(() => {
    document.body.replaceChildren();
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('answer a call in the default page: last order with its state, credit, total, orders, each once', async () => {
    const element = await open('default');
    const info = element.querySelector('customer-info')!;
    await until(() => textOf(info).includes('Payment due'), 'the last order');
    // Without the disclosure beside the label.
    const labelOf = ({ childNodes }: Element) =>
      [...childNodes]
        .map((node) => (node instanceof Text ? node.data : ''))
        .join('')
        .trim();
    const figures = parts(info, 'metric').map((metric) =>
      [...metric.children].map((child) => (child.localName === 'dt' ? labelOf(child) : folded(child))).join(' | '),
    );
    expect(figures).to.deep.equal([
      'Last order | £412.40 | Today, 11:08 Payment due',
      'Credit | £86.50 | €40.00 | £25.00 lapses 30 Nov',
      'Lifetime total | £18,462.70 | All lines, net of returns',
      'Orders | 47 | Since 20 Mar 2019; 5 returns; 1 cancelled',
    ]);
    const texts = [...element.children].map((widget) => textOf(widget as HTMLElement)).join(' ');
    expect(texts.split('£18,462.70').length - 1, 'the lifetime total').to.equal(1);
    const tinted = [...element.children].flatMap((widget) => [...widget.shadowRoot!.querySelectorAll('.tinted')]);
    expect(tinted, 'rows that nobody has to act on').to.deep.equal([]);
    const [notes, credit] = [boxOf(element, 'notes-panel'), boxOf(element, 'credit-balance')];
    expect(credit.left, 'credit is with the notes').to.equal(notes.left);
    expect(credit.top).to.be.closeTo(notes.bottom, 2);
    for (const widget of element.children) expect(emptyIn(widget), widget.localName).to.be.below(100);
  });

  it('have the parts of each reference page, with its limits', () => {
    const partsOf = (name: string) =>
      presets[name]!.widgets.map(({ tag, hidden, attributes: { limit } = {} }) =>
        [tag, limit, hidden && 'hidden'].filter(Boolean).join(' '),
      );
    expect(partsOf('miva')).to.deep.equal([
      ...['customer-info', 'order-history 6', 'notes-panel 3', 'subscriptions-panel 6', 'credit-balance 1'],
      ...['payment-cards 3', 'price-groups 4', 'address-book 4', 'quotes-panel'],
    ]);
    expect(partsOf('seller')).to.deep.equal([
      ...['customer-info', 'cross-sell-table 20', 'order-history 10', 'notes-panel'],
      'reseller-details hidden',
    ]);
    expect(partsOf('payments')).to.deep.equal([
      ...['customer-info', 'customer-stats', 'transaction-history 20', 'notes-panel 10'],
    ]);
    expect(partsOf('cafe24')).to.deep.equal([
      ...['customer-nav', 'customer-info', 'order-history 10', 'inquiries-panel', 'credit-balance', 'cart-items'],
      ...['wishlist-items', 'change-log 5', 'login-log 5', 'notes-panel 5'],
    ]);
    expect(partsOf('organiser')).to.deep.equal(['customer-info', 'customer-timeline 10', 'credit-balance 5']);
  });

  it('reach cross-sell and lifetime value in `seller`, and keep the reseller details off until they are wanted', async () => {
    const element = await open('seller');
    const products = element.querySelector('cross-sell-table')!;
    await until(() => parts(products, 'metric').length, 'the figures');
    expect(parts(products, 'metric').map(folded).join()).to.contain('Lifetime total').and.contain('£');
    expect(parts(products, 'row').length).to.be.above(5);
    expect(element.querySelector('reseller-details')).to.equal(null);
    const widgets = presets['seller']!.widgets.map((widget) => ({ ...widget, hidden: false }));
    element.layout = { widgets };
    const details = await until(() => element.querySelector('reseller-details'), 'the details');
    await until(() => textOf(details).includes('Please avoid entering data here'), 'the notice');
    for (const { widgets: all } of Object.values(presets))
      expect(all.filter(({ tag, hidden }) => tag === 'reseller-details' && !hidden)).to.deep.equal([]);
  });

  it('have a menu at the start of `cafe24`, which leads to the widgets and stays in view', async () => {
    const element = await open('cafe24');
    const menu = boxOf(element, 'customer-nav');
    expect(menu.right).to.be.at.most(boxOf(element, 'customer-info').left);
    const links = parts(element.querySelector('customer-nav')!, 'link');
    links.find((link) => link.getAttribute('href') === '#notes-panel')!.click();
    await until(() => Math.abs(boxOf(element, 'notes-panel').top) < innerHeight, 'the notes');
    expect(boxOf(element, 'customer-nav').top).to.be.within(0, innerHeight);
    expect(element.shadowRoot!.activeElement?.getAttribute('data-widget')).to.equal('notes-panel');
  });
});
