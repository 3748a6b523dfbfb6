import { expect } from 'chai';
import '../define.ts';
import { part, parts, textOf, until } from '../../testing/kit.ts';
import { frozenNow, frozenZone } from '../../testing/scenario.ts';
import { knownCustomers, shopAdapter } from '../../testing/shop.ts';
import type { CustomerDashboard } from '../customer-dashboard.ts';
import { presets } from './presets.ts';

async function open(layout: string, width = 1280) {
  const element = document.createElement('customer-dashboard') as CustomerDashboard;
  Object.assign(element, {
    adapter: shopAdapter({ links: () => null }),
    customerId: knownCustomers.ingrid,
    locale: 'en-GB',
    timeZone: frozenZone,
    now: frozenNow,
    layout,
  });
  element.style.inlineSize = `${width}px`;
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

const headings = (widget: HTMLElement): readonly string[] => parts(widget, 'column').map(folded);
const headingsOf = (element: Element): readonly string[] =>
  [...element.children].map((widget) => {
    const [given] = widget.querySelectorAll('[slot=heading]');
    return folded(given ?? part(widget as HTMLElement, 'heading') ?? part(widget as HTMLElement, 'customer-name')!);
  });

/** The labels of the figures, without the disclosure beside them. */
const labels = (widget: HTMLElement, name: string): readonly string[] =>
  parts(widget, name).map((metric) =>
    [...metric.querySelector('dt')!.childNodes]
      .map((node) => (node instanceof Text ? node.data : ''))
      .join('')
      .trim(),
  );

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
    const figures = parts(info, 'metric').map((metric, index) =>
      [labels(info, 'metric')[index], ...[...metric.querySelectorAll('dd')].map(folded)].join(' | '),
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

  for (const width of [400, 640, 768, 1280, 1920])
    it(`show each action and figure of the default page within ${width} px, and begin at one edge`, async () => {
      const element = await open('default', width);
      const orders = element.querySelector('order-history')!;
      await until(() => part(orders, 'search'), 'the tools');
      for (const widget of element.children) {
        const { left, right } = widget.getBoundingClientRect();
        const shown = [...widget.shadowRoot!.querySelectorAll('.panel :is(button, a, td.amount)')];
        const scroller = part(widget as HTMLElement, 'scroller');
        const outside = shown.filter((one) => {
          const box = one.getBoundingClientRect();
          return box.width > 0 && (box.left < left - 1 || box.right > right + 1);
        });
        // Further columns of figures are the only thing that a narrow table scrolls to.
        const isPinned = widget.localName === 'cross-sell-table' && scroller !== null && width < 960;
        const texts = outside.map((one) => one.outerHTML.slice(0, 80));
        if (!isPinned) expect(texts, `outside of ${widget.localName}`).to.deep.equal([]);
      }
      const heading = part(orders, 'heading')!.getBoundingClientRect();
      const search = part(orders, 'search')!.getBoundingClientRect();
      if (width < 480) expect(search.left, 'the search').to.be.closeTo(heading.left, 1);
      const notes = element.querySelector('notes-panel')!;
      const [readers, save] = [part(notes, 'choice')!, part(notes, 'save')!].map((one) => one.getBoundingClientRect());
      expect(save!.top, 'the button beside the choice of readers').to.be.closeTo(readers!.top, 4);
      const cell = parts(element.querySelector('subscriptions-panel')!, 'row')[0]!.querySelector('.amount')!;
      const edge = part(element.querySelector('subscriptions-panel')!, 'panel')!.getBoundingClientRect().right;
      const range = document.createRange();
      range.selectNodeContents(cell);
      expect(edge - range.getBoundingClientRect().right, 'the price is at the edge').to.be.within(10, 26);
    });

  it('have the parts of each reference page, with its limits', () => {
    const partsOf = (name: string) =>
      presets[name]!.widgets.map(({ tag, hidden, attributes: { limit } = {} }) =>
        [tag, limit, hidden && 'hidden'].filter(Boolean).join(' '),
      );
    expect(partsOf('miva')).to.deep.equal([
      ...['customer-info', 'order-history 6', 'notes-panel 3', 'subscriptions-panel 6', 'credit-balance 1'],
      ...['price-groups 4', 'payment-cards 3', 'address-book 4', 'quotes-panel'],
    ]);
    expect(partsOf('seller')).to.deep.equal([
      ...['customer-info', 'cross-sell-table 20', 'order-history 10', 'notes-panel 4'],
      'reseller-details hidden',
    ]);
    expect(partsOf('payments')).to.deep.equal([
      ...['customer-info', 'transaction-history 20', 'customer-stats', 'notes-panel 5', 'privacy-panel 3'],
    ]);
    expect(partsOf('cafe24')).to.deep.equal([
      ...['customer-nav', 'customer-info', 'order-history 10', 'inquiries-panel', 'credit-balance', 'cart-items'],
      ...['wishlist-items', 'change-log 5', 'login-log 5', 'notes-panel 5'],
    ]);
    expect(partsOf('organiser')).to.deep.equal(['customer-info', 'customer-timeline 8', 'credit-balance 8']);
  });

  it('show every product with its figures in `seller`, ten sales with returns in light red, and who wrote a note', async () => {
    const element = await open('seller');
    const [info, products, sales, notes] = [...element.children] as HTMLElement[];
    expect(parts(info!, 'metric'), 'the customer has demographic data alone').to.deep.equal([]);
    expect(labels(products!, 'metric')).to.deep.equal(['Lifetime total']);
    expect(headings(products!)).to.deep.equal([
      ...['Product', 'Orders', 'Units', 'Revenue', 'Promo revenue', 'Non-promo revenue', 'Promotions given'],
      ...['Profit', 'COGS', 'Fees'],
    ]);
    part(products!, 'view-all')!.click();
    await until(() => part(products!, 'view-less'), 'every product, in the page');
    expect(part(products!, 'table')!.closest('dialog')).to.equal(null);
    await until(() => parts(sales!, 'row').length === 10, 'the sales');
    const tinted = parts(sales!, 'row').filter(({ classList }) => classList.contains('tinted'));
    expect(tinted.map((row) => folded(row).slice(0, 6))).to.deep.equal(['R-2041', '#10388']);
    expect(textOf(notes!)).to.include('Dana Whitlock op-114');
  });

  it('have contact data, transactions, stats, notes and privacy in `payments`, in that order', async () => {
    const element = await open('payments');
    const [info, history, stats] = [...element.children] as HTMLElement[];
    expect(parts(info!, 'metric')).to.deep.equal([]);
    expect(headings(history!)).to.deep.equal(['Date', 'Method', 'Reference', 'Status', 'Order', 'Amount']);
    expect(parts(history!, 'row').length).to.equal(20);
    const figures = ['Lifetime total', 'Average order', 'Transactions', 'First order', 'Last order'];
    expect(labels(stats!, 'metric')).to.deep.equal(figures);
    // When the last order was is said once.
    expect(parts(stats!, 'basis').map(folded).slice(3)).to.deep.equal(['7 years ago', 'Today, 11:08']);
    expect(boxOf(element, 'customer-stats').left).to.be.at.least(boxOf(element, 'transaction-history').right);
    expect(headingsOf(element)).to.deep.equal([
      ...['Ingrid Vasquez-Holm', 'Transaction history', 'Customer stats', 'Customer notes', 'Data protection'],
    ]);
  });

  it('have the name, the timeline of purchases and a balance that nobody adjusts in `organiser`', async () => {
    const element = await open('organiser');
    const [info, timeline, balance] = [...element.children] as HTMLElement[];
    expect(folded(part(info!, 'customer-name')!)).to.equal('Ingrid Vasquez-Holm');
    expect(labels(info!, 'metric')).to.deep.equal(['Lifetime total', 'Orders', 'Average order']);
    const events = parts(timeline!, 'event').map((event) => folded(event).split(' ')[0]);
    expect(events.length).to.equal(8);
    expect([...new Set(events)]).to.deep.equal(['Purchase']);
    expect(textOf(balance!)).not.to.include('Points');
    expect(part(balance!, 'adjust')).to.equal(null);
    for (const widget of element.children) expect(emptyIn(widget), widget.localName).to.be.below(150);
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
