import { expect } from 'chai';
import type { Adapter } from '../../adapter/adapter.ts';
import { AdapterError } from '../../adapter/adapter-error.ts';
import { provideDashboard } from '../../dashboard/provide-dashboard.ts';
import { deferred, mount, part, parts, textOf, unmountAll, until } from '../../testing/kit.ts';
import { frozenNow, frozenZone } from '../../testing/scenario.ts';
import { scripted } from '../../testing/scripted.ts';
import { adminLinks, knownCustomers, shopAdapter } from '../../testing/shop.ts';
import './define.ts';
import type { OrderHistory } from './order-history.ts';

const { ingrid, yen } = knownCustomers;

async function open(properties: Partial<OrderHistory>, adapter: Adapter = shopAdapter()) {
  const root = document.body.appendChild(document.createElement('div'));
  const dashboard = provideDashboard(root, {
    adapter,
    customerId: ingrid,
    locale: { locale: 'en-GB', timeZone: frozenZone, now: frozenNow },
  });
  const element = mount<OrderHistory>('order-history', properties, root);
  await until(() => rowsOf(element).length, 'rows');
  const events: Event[] = [];
  for (const type of ['order-open', 'view-all']) root.addEventListener(type, (event) => events.push(event));
  return { element, dashboard, root, events };
}

const rowsOf = (element: Element) => [...(part(element, 'panel')?.querySelectorAll<HTMLElement>('[part=row]') ?? [])];
const linkOf = (element: Element) => part<HTMLAnchorElement>(element, 'link')!;
const dialogOf = (element: Element) => element.shadowRoot!.querySelector('dialog');
const wish = (value: string) => ({ openAs: value }) as Partial<OrderHistory>;
const wishAll = (value: string) => ({ viewAll: value }) as Partial<OrderHistory>;
const linked = (): Adapter => shopAdapter({ links: adminLinks });
const headingOf = (element: Element) => part(element, 'heading')!.textContent.trim();

/** Returns true if the browser would have followed the last click or middle click. */
function followed(element: Element, link: HTMLElement, click: MouseEvent): boolean {
  let isFollowed = false;
  element.addEventListener(
    click.type,
    (event) => {
      isFollowed = !event.defaultPrevented;
      event.preventDefault();
    },
    { once: true },
  );
  link.dispatchEvent(click);
  return isFollowed;
}
const clickOf = (init: MouseEventInit = {}, type = 'click') =>
  new MouseEvent(type, { bubbles: true, cancelable: true, composed: true, ...init });

describe('how an order opens', () => {
  afterEach(() => {
    unmountAll();
    document.body.replaceChildren();
  });

  it('in a dialog or a drawer on request, even if the host has a page', async () => {
    for (const as of ['dialog', 'drawer']) {
      const { element, events } = await open(wish(as), linked());
      expect(linkOf(element).localName).to.equal('button');
      linkOf(element).click();
      await until(() => part(element, 'facts'), 'the order');
      expect(dialogOf(element)!.classList.contains('drawer')).to.equal(as === 'drawer');
      expect(events.map(({ type }) => type)).to.deep.equal(['order-open']);
      unmountAll();
    }
  });

  it('in a drawer at the end edge, over the whole height, in either direction; it fills a narrow page', async () => {
    const { element, root } = await open(wish('drawer'));
    linkOf(element).click();
    await until(() => part(element, 'facts'), 'the order');
    const box = () => dialogOf(element)!.getBoundingClientRect();
    expect([box().top, box().bottom]).to.deep.equal([0, innerHeight]);
    expect(box().right).to.be.closeTo(document.documentElement.clientWidth, 1);
    expect(box().left).to.be.greaterThan(0);
    root.dir = 'rtl';
    expect(box().left).to.be.closeTo(0, 1);
    root.style.setProperty('--clientele-font-size', '40px');
    expect(box().width).to.be.closeTo(document.documentElement.clientWidth, 1);
  });

  it('on the host’s page by a link, with an event for the middle button too, which the host may intercept', async () => {
    const { element, events } = await open(wish('page'), linked());
    const link = linkOf(element);
    expect(link.href).to.contain('https://admin.example/order?');
    expect(link.target).to.equal('');
    expect(followed(element, link, clickOf())).to.equal(true);
    expect(followed(element, link, clickOf({ ctrlKey: true }))).to.equal(true);
    expect(followed(element, link, clickOf({ button: 1 }, 'auxclick'))).to.equal(true);
    expect(events.length).to.equal(3);
    followed(element, link, clickOf({ button: 2 }, 'auxclick'));
    expect(events.length, 'nothing is opened by the right button').to.equal(3);
    element.addEventListener('order-open', (event) => event.preventDefault());
    expect(followed(element, link, clickOf())).to.equal(false);
    expect(followed(element, link, clickOf({ button: 1 }, 'auxclick'))).to.equal(false);
    expect(dialogOf(element) === null).to.equal(true);
  });

  it('in a popup, by a link with a target as a fallback', async () => {
    const { element, events } = await open(wish('popup'), linked());
    const link = linkOf(element);
    expect([link.target, link.rel]).to.deep.equal(['_blank', 'noopener']);
    const original = window.open;
    const opened: unknown[] = [];
    window.open = (...args) => {
      opened.push(args);
      expect(events.length, 'announced first').to.equal(1);
      return null;
    };
    try {
      expect(followed(element, link, clickOf()), 'blocked').to.equal(true);
      expect(opened.length).to.equal(1);
      element.addEventListener('order-open', (event) => event.preventDefault());
      expect(followed(element, link, clickOf()), 'taken over').to.equal(false);
      expect(opened.length).to.equal(1);
    } finally {
      window.open = original;
    }
  });

  it('only as an event', async () => {
    const script = scripted<Adapter>(linked());
    const { element, events } = await open(wish('event'), script.adapter);
    linkOf(element).click();
    await element.updateComplete;
    expect(events.length).to.equal(1);
    expect(dialogOf(element) === null).to.equal(true);
    expect(script.callsTo('orders.get').length).to.equal(0);
  });

  it('by default if open-as is invalid, and differently when it changes', async () => {
    const { element } = await open(wish('sideways'), linked());
    expect(linkOf(element).localName).to.equal('a');
    element.setAttribute('open-as', 'dialog');
    await until(() => linkOf(element).localName === 'button', 'a button');
    element.removeAttribute('open-as');
    await until(() => linkOf(element).localName === 'a', 'a link');
  });

  it('not as a link if nothing could open', async () => {
    const { orders } = shopAdapter();
    const { element } = await open({}, { orders: { list: orders.list } });
    expect(linkOf(element) === null).to.equal(true);
    expect(rowsOf(element)[0]!.textContent).to.contain('#10512');
  });
});

describe('where all orders appear', () => {
  afterEach(() => {
    unmountAll();
    document.body.replaceChildren();
  });

  it('on the host’s page by default, in a dialog on request, or only as an event', async () => {
    const { element, events } = await open({}, linked());
    const link = part<HTMLAnchorElement>(element, 'view-all')!;
    expect(link.href).to.equal(`https://admin.example/orders?customerId=${ingrid}`);
    expect(followed(element, link, clickOf())).to.equal(true);
    expect(events.map(({ type }) => type)).to.deep.equal(['view-all']);
    element.viewAll = 'event';
    await element.updateComplete;
    part(element, 'view-all')!.click();
    await element.updateComplete;
    expect(dialogOf(element) === null).to.equal(true);
    element.viewAll = 'dialog';
    await element.updateComplete;
    part(element, 'view-all')!.click();
    await until(() => dialogOf(element)?.querySelector('[part=row]'), 'rows in the dialog');
    expect(events.length).to.equal(3);
  });

  it('in the widget itself: page by page, rendering visible rows only, and back to the latest', async () => {
    const script = scripted<Adapter>(linked());
    const { element, dashboard } = await open(wishAll('inline'), script.adapter);
    dashboard.customerId = knownCustomers.wholesale;
    await element.updateComplete;
    await until(() => textOf(element).includes('Latest 10 of'), 'another customer');
    const gate = deferred();
    script.next('orders.list', { until: gate.promise });
    part(element, 'view-all')!.focus();
    part(element, 'view-all')!.click();
    await until(() => headingOf(element) === 'All orders', 'all');
    expect(element.shadowRoot!.activeElement?.part.value, 'focus goes to where they begin').to.equal('widget');
    expect(rowsOf(element).length, 'the latest stay until they are here').to.equal(10);
    expect(element.shadowRoot!.querySelector('.skeleton') === null).to.equal(true);
    expect(part(element, 'panel')!.getAttribute('aria-busy')).to.equal('true');
    gate.resolve();
    await until(() => rowsOf(element).length > 10, 'all rows');
    const scroller = element.shadowRoot!.querySelector<HTMLElement>('.table-scroll')!;
    const pages = () => script.callsTo('orders.list').length;
    const before = pages();
    await until(() => {
      scroller.scrollTop = 1e9;
      return pages() > before;
    }, 'the next page');
    // After fast scrolling, more rows are ready ahead.
    const most = Math.ceil((scroller.clientHeight / 41) * 2.5);
    await until(() => rowsOf(element).length <= most, 'no more rows than two or three screens have');
    expect(scroller.clientHeight).to.be.at.most(660);
    part(element, 'view-less')!.click();
    await until(() => rowsOf(element).length === 10 && headingOf(element) === 'Orders', 'the latest');
    expect(part(element, 'view-less') === null).to.equal(true);
  });

  it('in the widget itself after a failure: the latest stay, with the reason and a way back', async () => {
    const script = scripted<Adapter>(shopAdapter());
    const { element } = await open(wishAll('inline'), script.adapter);
    script.next('orders.list', { fail: new AdapterError('internal') });
    part(element, 'view-all')!.click();
    await until(() => textOf(element).includes('Orders could not be loaded.'), 'the failure');
    part(element, 'view-less')!.click();
    await until(() => rowsOf(element).length === 10, 'the latest');
  });

  it('for this customer only: another one starts with the latest', async () => {
    const { element, dashboard } = await open(wishAll('inline'));
    part(element, 'view-all')!.click();
    await until(() => rowsOf(element).length > 10, 'all rows');
    dashboard.customerId = yen;
    await element.updateComplete;
    expect(textOf(element)).to.not.contain('#10512');
    await until(() => rowsOf(element).length, 'rows');
    expect(headingOf(element)).to.equal('Orders');
    expect(parts(element, 'view-less').length).to.equal(0);
  });
});
