import { expect } from 'chai';
import { AdapterError } from '../adapter/adapter-error.ts';
import type { Adapter } from '../adapter/adapter.ts';
import '../define-all.ts';
import { addLocale } from '../i18n/locales.ts';
import { deferred, textOf, until } from '../testing/kit.ts';
import { frozenNow, frozenZone } from '../testing/scenario.ts';
import { scripted } from '../testing/scripted.ts';
import { knownCustomers, shopAdapter } from '../testing/shop.ts';
import type { CustomerDashboard } from './customer-dashboard.ts';

const five = ['customer-info', 'order-history', 'notes-panel', 'cross-sell-table', 'credit-balance'];

function open(width = 1200) {
  const script = scripted<Adapter>(shopAdapter());
  const element = document.createElement('customer-dashboard') as CustomerDashboard;
  Object.assign(element, {
    adapter: script.adapter,
    customerId: knownCustomers.ingrid,
    timeZone: frozenZone,
    now: frozenNow,
  });
  element.style.inlineSize = `${width}px`;
  element.append(...five.map((tag) => document.createElement(tag)));
  document.body.append(element);
  return { element, script };
}

const widget = (element: Element, tag: string) => element.querySelector<HTMLElement>(tag)!;
const settled = (element: Element) =>
  until(
    () =>
      five.every((tag) => {
        const { shadowRoot } = widget(element, tag);
        return shadowRoot?.textContent?.trim() && !shadowRoot.querySelector('[aria-busy=true], .skeleton');
      }),
    'all widgets',
  );

describe('customer-dashboard', () => {
  afterEach(() => document.body.replaceChildren());

  it('shares one customer among its widgets, and sends no request twice', async () => {
    const { element, script } = open();
    await settled(element);
    for (const tag of five) expect(textOf(widget(element, tag)), tag).to.not.contain('could not be loaded');
    const requests = script.calls.map(({ method, args }) => JSON.stringify([method, ...args.slice(0, -1)]));
    expect(requests.length, requests.join('\n')).to.equal(new Set(requests).size);
  });

  it('switches all of them to another customer at once', async () => {
    const { element } = open();
    await settled(element);
    expect(textOf(widget(element, 'customer-info'))).to.contain('Ingrid');
    element.customerId = knownCustomers.noOrders;
    await element.updateComplete;
    for (const tag of five) await (widget(element, tag) as CustomerDashboard).updateComplete;
    for (const tag of five) expect(textOf(widget(element, tag)), tag).to.not.match(/Ingrid|#10512|Stoneware|£86\.50/);
    await settled(element);
    expect(textOf(widget(element, 'order-history'))).to.contain('No orders yet');
  });

  it('a widget that fails leaves its siblings alone', async () => {
    const { element, script } = open();
    script.always('orders.list', { fail: new Error('broken') });
    await settled(element);
    expect(textOf(widget(element, 'order-history'))).to.contain('could not be loaded');
    expect(textOf(widget(element, 'notes-panel'))).to.contain('Deliver before 10:00 only');
  });

  it('lays out by its own width: notes beside the orders if there is room, otherwise below', async () => {
    const { element } = open(1200);
    await settled(element);
    const box = (tag: string) => widget(element, tag).getBoundingClientRect();
    expect(box('notes-panel').top).to.equal(box('order-history').top);
    expect(box('notes-panel').left).to.be.closeTo(box('order-history').right, 1);
    expect(box('cross-sell-table').width).to.be.closeTo(1198, 1);
    const startOf = (tag: string, selector: string) =>
      widget(element, tag).shadowRoot!.querySelector(selector)!.getBoundingClientRect().left;
    const fourth = startOf('customer-info', 'dl.columns > :nth-child(4)');
    expect(startOf('notes-panel', '#heading'), 'one line down the page').to.be.closeTo(fourth, 1);
    element.style.inlineSize = '700px';
    await until(() => box('notes-panel').top >= box('order-history').bottom, 'one column');
    expect(element.scrollWidth).to.be.at.most(700);
    widget(element, 'notes-panel').setAttribute('dashboard-area', 'full');
    element.style.inlineSize = '1200px';
    await until(() => box('notes-panel').width > 1100, 'full width');
  });

  it('leaves no column empty: a widget without a neighbor has the full width', async () => {
    const { element } = open(1200);
    await settled(element);
    const widthOf = (tag: string) => widget(element, tag).getBoundingClientRect().width;
    const notes = widget(element, 'notes-panel');
    notes.remove();
    await until(() => widthOf('order-history') > 1190, 'orders alone');
    element.append(notes);
    await until(() => widthOf('order-history') < 900, 'beside each other');
    widget(element, 'order-history').remove();
    await until(() => widthOf('notes-panel') > 1190, 'notes alone');
  });

  it('follows the direction of the page', async () => {
    const { element } = open();
    element.dir = 'rtl';
    await settled(element);
    const box = (tag: string) => widget(element, tag).getBoundingClientRect();
    expect(box('notes-panel').right).to.be.closeTo(box('order-history').left, 1);
  });

  it('sets states for style sheets from the widgets inside', async () => {
    const { element, script } = open();
    const orders = deferred();
    script.next('orders.list', { until: orders.promise });
    await until(() => element.matches(':state(loading)'), 'loading');
    orders.resolve();
    await settled(element);
    await until(() => element.matches(':state(ready)'), 'ready');
    script.always('orders.list', { fail: new AdapterError('forbidden') });
    element.clear();
    await until(() => widget(element, 'order-history').matches(':state(forbidden)'), 'one is forbidden');
    await until(() => element.matches(':state(ready)'), 'the others are not');
    script.always('notes.list', { fail: new AdapterError('unavailable', { retryable: false }) });
    element.clear();
    await until(() => element.matches(':state(error)'), 'one has failed');
    expect(element.matches(':state(ready)')).to.equal(false);
    widget(element, 'notes-panel').remove();
    await until(() => element.matches(':state(ready)'), 'it is gone');
  });

  it('has a back link if `back-href` is set, with a cancelable event', async () => {
    const { element } = open();
    await element.updateComplete;
    const link = () => element.shadowRoot!.querySelector<HTMLAnchorElement>('[part=back]');
    expect(link()).to.equal(null);
    element.backHref = 'javascript:alert(1)';
    await element.updateComplete;
    expect(link()).to.equal(null);
    element.backHref = '#customers';
    await element.updateComplete;
    expect(link()!.textContent!.trim()).to.equal('Customers');
    element.addEventListener('navigate-back', (event) => event.preventDefault());
    link()!.click();
    expect(location.hash).to.equal('');
  });

  it('uses the page’s language once its words are loaded', async () => {
    const catalogue = { common: { customers: 'Zur\u00fcck' } };
    addLocale('x-page', () => Promise.resolve({ catalogue }));
    const element = document.createElement('customer-dashboard') as CustomerDashboard;
    element.backHref = '#customers';
    element.lang = 'x-page';
    document.body.append(element);
    await until(() => textOf(element).includes('Zur\u00fcck'), 'the words of the page');
  });

  it('uses the given locale, and refetches when it is cleared', async () => {
    const { element, script } = open();
    element.locale = 'id';
    await settled(element);
    await until(() => textOf(widget(element, 'notes-panel')).includes('Catatan'), 'Indonesian');
    const before = script.callsTo('customers.get').length;
    element.clear();
    await settled(element);
    expect(script.callsTo('customers.get').length).to.equal(before + 1);
  });
});
