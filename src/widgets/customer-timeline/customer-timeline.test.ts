import { expect } from 'chai';
import { AdapterError } from '../../adapter/adapter-error.ts';
import type { Adapter } from '../../adapter/adapter.ts';
import { mergeTimeline } from '../../adapter/toolkit/index.ts';
import { provideDashboard } from '../../dashboard/provide-dashboard.ts';
import { mount, part, parts, textOf, unmountAll, until } from '../../testing/kit.ts';
import { frozenNow } from '../../testing/scenario.ts';
import { scripted } from '../../testing/scripted.ts';
import { adminLinks, knownCustomers, shopAdapter } from '../../testing/shop.ts';
import './define.ts';
import type { CustomerTimeline } from './customer-timeline.ts';

const customerId = knownCustomers.ingrid;

async function open(
  adapter: Adapter = shopAdapter(),
  more: Partial<CustomerTimeline> = {},
  timeZone = 'Europe/London',
) {
  const root = document.body.appendChild(document.createElement('div'));
  provideDashboard(root, { adapter, customerId, locale: { locale: 'en-GB', timeZone, now: frozenNow } });
  const element = mount<CustomerTimeline>('customer-timeline', more, root);
  await until(() => parts(element, 'event').length, 'the events');
  return element;
}
const line = (node: Element) => node.textContent.replace(/\s+/g, ' ').trim();
const events = (element: CustomerTimeline) => parts(element, 'event').map(line);
const days = (element: CustomerTimeline) =>
  parts(element, 'day').map((day) => [line(day), day.parentElement!.querySelectorAll('[part~=event]').length]);
const note = (adapter: ReturnType<typeof shopAdapter>, body: string) =>
  adapter.notes.create(customerId, { body }, { idempotencyKey: body });

describe('customer-timeline', () => {
  afterEach(unmountAll);

  it('shows purchases, returns, notes, logins, changes and credit together, newest first', async () => {
    const element = await open(undefined, { limit: 50 });
    const shown = events(element);
    expect(shown.slice(0, 4)).to.deep.equal([
      'Note Payment for #10512 failed twice; her bank wants approval in its app. Tom Adeyemi 11:20',
      'Purchase #10512 Stoneware cup 220 ml, oat and 2 more 6 items 11:08 £412.40',
      'Signed in Safari on iPhone, London, United Kingdom 203.0.113.24 10:52',
      'Login blocked Firefox on Linux, Tallinn, Estonia 2001:db8:4f2::19 21:14',
    ]);
    for (const start of [
      'Return R-2041',
      'Phone changed Before: +44 20 7946 0143 After:',
      'Level changed',
      'Refund as credit',
    ])
      expect(
        shown.some((text) => text.startsWith(start)),
        start,
      ).to.equal(true);
  });

  it('groups events by day in the zone that it names', async () => {
    const element = await open(undefined, { limit: 8 });
    expect(days(element)).to.deep.equal([
      ['Today', 3],
      ['Yesterday', 4],
      ['15 Nov 2026', 1],
    ]);
    expect(textOf(element)).to.contain('8 of 123 events. Times in London');
    const later = await open(undefined, { limit: 8 }, 'Pacific/Auckland');
    expect(days(later)).to.deep.equal([
      ['Today', 2],
      ['Yesterday', 4],
      ['17 Nov 2026', 1],
      ['15 Nov 2026', 1],
    ]);
    expect(textOf(later)).to.contain('Times in Auckland');
  });

  it('shows what was bought when it is asked, and hides it again', async () => {
    const script = scripted<Adapter>(shopAdapter());
    const element = await open(script.adapter, { kinds: 'purchase', limit: 2 });
    expect(script.callsTo('orders.get')).to.have.length(0);
    part(element, 'items')!.click();
    const lines = await until(() => part(element, 'lines'), 'the lines');
    expect([...lines.children].map(line)[0]).to.match(/^\d+ × Stoneware cup 220 ml, oat.* £[\d.]+$/);
    expect(part(element, 'items')!.getAttribute('aria-expanded')).to.equal('true');
    part(element, 'items')!.click();
    await until(() => !part(element, 'lines'), 'no lines');
  });

  it('says that an order without products has charges only', async () => {
    const adapter = shopAdapter();
    const list: NonNullable<typeof adapter.timeline>['list'] = async (...request) => {
      const page = await adapter.timeline.list(...request);
      const items = page.items.map((event) =>
        event.kind === 'purchase' ? { ...event, order: { ...event.order, itemCount: 0, summary: undefined } } : event,
      );
      return { ...page, items };
    };
    const element = await open(
      { ...adapter, timeline: { ...adapter.timeline, list } },
      { kinds: 'purchase', limit: 1 },
    );
    expect(line(part(element, 'items')!)).to.equal('Charges only');
  });

  it('links an order and its checkout to pages of the host, after an event', async () => {
    const element = await open(shopAdapter({ links: adminLinks }), { kinds: 'purchase', limit: 1 });
    const opened: string[] = [];
    element.addEventListener('order-open', (event) => {
      event.preventDefault();
      opened.push(event.orderId);
    });
    const links = parts(element, 'link') as HTMLAnchorElement[];
    expect(links.map(({ href }) => href.replace(/\?.*/, ''))).to.deep.equal([
      'https://admin.example/order',
      'https://admin.example/checkout',
    ]);
    for (const link of links) link.click();
    expect(opened).to.deep.equal(['o-10512', 'o-10512']);
  });

  it('a source that fails is named, with a retry, and the others stay', async () => {
    const shop = shopAdapter();
    const script = scripted<Adapter>(shop);
    script.next('notes.list', { fail: new AdapterError('unavailable', { retryable: false }) });
    const element = await open({ ...shop, timeline: mergeTimeline(script.adapter) }, { limit: 3 });
    expect(textOf(element)).to.contain('Notes could not be loaded.');
    expect(events(element)[0]).to.match(/^Purchase #10512/);
    part(element, 'retry')!.click();
    await until(() => events(element)[0]!.startsWith('Note Payment'), 'the notes');
    expect(textOf(element)).to.not.contain('could not be loaded');
  });

  it('shows an event that arrives at once, and keeps its place in the pages below', async () => {
    const shop = shopAdapter();
    const element = await open(shop, { limit: 2 });
    await note(shop, 'A new note');
    await until(() => events(element)[0]!.startsWith('Note A new note'), 'the note');
    part(element, 'view-all')!.click();
    const all = () => [...element.shadowRoot!.querySelectorAll('dialog [part~=event]')].map(line);
    await until(() => all().length === 50, 'the first page');
    const before = all();
    await note(shop, 'Another note');
    const more = await until(() => part(element, 'more')?.querySelector('button'), 'more');
    more.click();
    await until(() => all().length > 50, 'the second page');
    expect(all().slice(0, 50).slice(-10)).to.deep.equal(before.slice(-10));
    expect(new Set(all()).size).to.equal(all().length);
  });

  it('shows the kinds that the host chose, and filters by them', async () => {
    const element = await open(undefined, { kinds: 'purchase return', viewAll: 'inline' });
    expect(events(element).every((text) => /^(Purchase|Return) /.test(text))).to.equal(true);
    part(element, 'view-all')!.click();
    const isFilter = ({ textContent }: HTMLElement) => textContent.includes('Filter');
    (await until(() => parts(element, 'popover-button').find(isFilter), 'the filter')).click();
    const choices = await until(() => parts(element, 'choice').length && parts(element, 'choice'), 'the choices');
    expect(choices.map(line)).to.deep.equal(['Purchase', 'Return']);
    choices[1]!.click();
    await until(() => events(element).every((text) => text.startsWith('Return ')), 'the returns');
  });
});
