import { expect } from 'chai';
import type { Adapter } from '../../adapter/adapter.ts';
import { provideDashboard } from '../../dashboard/provide-dashboard.ts';
import { mount, part, parts, textOf, unmountAll, until } from '../../testing/kit.ts';
import { frozenNow, frozenZone } from '../../testing/scenario.ts';
import { scripted } from '../../testing/scripted.ts';
import { adminLinks, knownCustomers, shopAdapter } from '../../testing/shop.ts';
import './define.ts';
import type { QuotesPanel } from './quotes-panel.ts';

async function open(shop: Adapter = shopAdapter({ links: adminLinks }), more: Partial<QuotesPanel> = {}) {
  const script = scripted<Adapter>(shop);
  const root = document.body.appendChild(document.createElement('div'));
  provideDashboard(root, {
    adapter: script.adapter,
    customerId: knownCustomers.ingrid,
    locale: { locale: 'en-GB', timeZone: frozenZone, now: frozenNow },
  });
  const element = mount<QuotesPanel>('quotes-panel', more, root);
  await until(() => parts(element, 'row').length, 'the quotes');
  return { element, script };
}
const rows = (element: QuotesPanel, within = '.panel') =>
  [...element.shadowRoot!.querySelectorAll(`${within} [part~=row]`)].map((row) =>
    [...row.children].map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim()).join(' | '),
  );

describe('quotes-panel', () => {
  afterEach(unmountAll);

  it('shows the current quotes, newest first: number, last day, status and total', async () => {
    const { element, script } = await open();
    expect(rows(element)).to.deep.equal([
      'Q-1042 Tableware for the second café | Does not expire | Draft | Not priced',
      'Q-1038 Second grinder and burrs | 11 Dec | Viewed | £2,268.00',
      'Q-1027 | Ends 30 Nov | Sent | £846.50',
    ]);
    expect(script.callsTo('quotes.list')[0]!.args[1]).to.deep.include({ filter: { state: 'current' } });
  });

  it('marks quotes that expire within the host’s number of days, and no closed one', async () => {
    const { element } = await open(undefined, { endingDays: 30 });
    const warnings = [...element.shadowRoot!.querySelectorAll('.badge.warning')].map(({ textContent }) =>
      textContent.trim(),
    );
    expect(warnings).to.deep.equal(['Ends 11 Dec', 'Ends 30 Nov']);
  });

  it('shows all quotes, closed ones too, with the tools that the platform declares', async () => {
    const { element } = await open(undefined, { viewAll: 'dialog' });
    part(element, 'view-all')!.click();
    await until(() => rows(element, 'dialog').length === 5, 'all quotes');
    expect(rows(element, 'dialog')[4]).to.equal('Q-987 Machine hire, two years | 5 Jun | Declined | £4,680.00');
    expect(parts(element, 'sort').map(({ textContent }) => textContent.trim())).to.deep.equal([
      'Quote',
      'Valid until',
      'Total',
    ]);
    part(element, 'sort')!.click();
    await until(() => rows(element, 'dialog')[0]!.startsWith('Q-987'), 'sorted by number');
  });

  it('shows the latest quotes if the platform lacks the status filter', async () => {
    const { quotes, ...shop } = shopAdapter();
    const { element, script } = await open({ ...shop, quotes: { list: quotes.list } });
    expect(script.callsTo('quotes.list')[0]!.args[1]).to.not.have.property('filter');
    expect(rows(element)).to.have.length(5);
  });

  it('opens a quote, and creates one, on pages of the host, after an event', async () => {
    const { element } = await open();
    const seen: string[] = [];
    element.addEventListener('quote-open', (event) => {
      event.preventDefault();
      seen.push(event.quoteId);
    });
    element.addEventListener('quote-create', (event) => {
      event.preventDefault();
      seen.push(event.customerId);
    });
    expect(part<HTMLAnchorElement>(element, 'link')!.href).to.contain('/quote?').and.contain('quoteId=qt-20817-5');
    part(element, 'link')!.click();
    part(element, 'create')!.click();
    expect(seen).to.deep.equal(['qt-20817-5', knownCustomers.ingrid]);
  });

  it('offers neither if the host has no such page', async () => {
    const { element } = await open(shopAdapter());
    expect([part(element, 'link'), part(element, 'create')]).to.deep.equal([null, null]);
  });

  it('shows a link to closed quotes if none is current', async () => {
    const script = scripted<Adapter>(shopAdapter());
    script.always('quotes.list', { answer: async () => ({ items: [], total: 0, next: null }) });
    const element = mount<QuotesPanel>('quotes-panel', {
      adapter: script.adapter,
      customerId: knownCustomers.ingrid,
    });
    await until(() => textOf(element).includes('No current quotes.'), 'the words');
    expect(part(element, 'view-all')!.textContent.trim()).to.equal('View all quotes');
  });
});
