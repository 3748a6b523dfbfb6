import { expect } from 'chai';
import type { Adapter } from '../../adapter/adapter.ts';
import type { PageRequest } from '../../adapter/options.ts';
import { provideDashboard } from '../../dashboard/provide-dashboard.ts';
import { mount, part, parts, textOf, type, unmountAll, until } from '../../testing/kit.ts';
import { frozenNow, frozenZone } from '../../testing/scenario.ts';
import { scripted } from '../../testing/scripted.ts';
import { adminLinks, shopAdapter } from '../../testing/shop.ts';
import type { CustomerList } from './customer-list.ts';
import './define.ts';

async function open(shop: Adapter = shopAdapter(), more: Partial<CustomerList> = {}, locale = 'en-GB') {
  const script = scripted<Adapter>(shop);
  const root = document.body.appendChild(document.createElement('div'));
  const dashboard = provideDashboard(root, {
    adapter: script.adapter,
    locale: { locale, timeZone: frozenZone, now: frozenNow },
  });
  const element = mount<CustomerList>('customer-list', { limit: 3, ...more }, root);
  await until(() => parts(element, 'row').length && part(element, 'search'), 'the customers and their tools');
  return { element, script, dashboard };
}

const rows = (element: CustomerList): readonly string[] =>
  parts(element, 'row').map((row) =>
    [...row.children].map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim()).join(' | '),
  );
const requests = (script: ReturnType<typeof scripted>): readonly PageRequest[] =>
  script.callsTo('customers.list').map(({ args }) => args[0] as PageRequest);

async function search(element: CustomerList, text: string): Promise<void> {
  const field = part(element, 'search')!.querySelector('input')!;
  type(field, text);
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
  await until(() => !textOf(element).includes('Loading') && element.updateComplete, 'the search');
}

describe('customer-list', () => {
  afterEach(unmountAll);

  it('shows all customers without a customer on the page: name, contact, spent, orders, last order, status', async () => {
    const { element, script } = await open();
    expect(rows(element)[0]).to.equal(
      'Ingrid Vasquez-Holm | i•••••@holmcafe.example | +44 7700 900214 | £18,462.70 | 47 | 18 Nov | Verified',
    );
    expect(rows(element)).to.have.length(3);
    expect(requests(script)).to.deep.equal([{ first: 3, after: undefined }]);
  });

  it('says how many customers there are, and what their totals count', async () => {
    const { element } = await open();
    expect(part(element, 'footer')!.textContent.trim()).to.match(
      /^3 of \d+ customers\. Total spent: orders and returns, cancelled ones left out/,
    );
  });

  it('finds a customer by digits of a telephone number in its national form', async () => {
    const { element, script } = await open();
    await search(element, '07700 900214');
    await until(() => rows(element).length === 1, 'one customer');
    expect(rows(element)[0]).to.contain('Ingrid');
    expect(requests(script).at(-1)).to.deep.include({ text: '07700 900214' });
  });

  it('says that a search has found nobody, and shows all customers again', async () => {
    const { element } = await open();
    await search(element, 'Reykjavík');
    (await until(() => part(element, 'clear'), 'the way back')).click();
    await until(() => rows(element).length === 3, 'all customers');
    expect(part(element, 'search')!.querySelector('input')!.value).to.equal('');
  });

  it('sorts by each column that the platform declares', async () => {
    const { element, script } = await open();
    const buttons = parts(element, 'sort');
    expect(buttons.map(({ textContent }) => textContent.trim())).to.deep.equal([
      'Name',
      'Email',
      'Total spent',
      'Orders',
      'Last order',
      'Status',
    ]);
    buttons[2]!.click();
    await until(() => requests(script).length === 2, 'another order');
    expect(requests(script)[1]).to.deep.include({ sort: { field: 'lifetimeTotal', direction: 'descending' } });
  });

  it('limits the customers to the days of their last order by a filter', async () => {
    const { script } = await open(undefined, { range: { from: '2026-11-01' } });
    expect(requests(script)[0]).to.deep.include({ filter: { lastOrder: '2026-11-01/' } });
    expect(requests(script)[0]).not.to.have.property('range');
  });

  it('filters by status and by the number of orders', async () => {
    const { element, script } = await open();
    const button = parts(element, 'popover-button').find(({ textContent }) => textContent.includes('Filter'))!;
    button.click();
    const choose = async (label: string) => {
      const choice = await until(
        () => parts(element, 'choice').find(({ textContent }) => textContent.trim() === label),
        label,
      );
      choice.querySelector('input')!.click();
    };
    await choose('Not verified');
    await choose('10 or more orders');
    await until(() => requests(script).at(-1)?.filter?.['orders'], 'the filter');
    expect(requests(script).at(-1)!.filter).to.deep.equal({ orders: '10/', verification: 'unverified' });
  });

  it('offers no tool that the platform does not declare', async () => {
    const { customers, ...shop } = shopAdapter();
    const script = scripted<Adapter>({ ...shop, customers: { ...customers, capabilities: {} } });
    const element = mount<CustomerList>('customer-list', { adapter: script.adapter, limit: 3 });
    await until(() => parts(element, 'row').length && parts(element, 'popover-button').length, 'the customers');
    expect([part(element, 'search'), parts(element, 'sort').length]).to.deep.equal([null, 0]);
  });

  it('opens a customer on the host’s page after an event, which the host may prevent', async () => {
    const { element } = await open(shopAdapter({ links: adminLinks }));
    const link = part<HTMLAnchorElement>(element, 'link')!;
    expect(link.href).to.equal('https://admin.example/customer?customerId=C-20817');
    const seen: string[] = [];
    element.addEventListener('customer-open', (event) => {
      seen.push(event.customerId);
      event.preventDefault();
    });
    link.click();
    expect(seen).to.deep.equal(['C-20817']);
  });

  it('only dispatches the event if the host asks for it, and shows plain names if nothing opens', async () => {
    const { element } = await open(undefined, { openAs: 'event' });
    expect(part(element, 'link')!.localName).to.equal('button');
    let opened = '';
    element.addEventListener('customer-open', ({ customerId }) => (opened = customerId));
    part(element, 'link')!.click();
    expect(opened).to.equal('C-20817');
    expect(part((await open()).element, 'link')).to.equal(null);
  });

  it('keeps its search when another customer is chosen on the page', async () => {
    const { element, dashboard } = await open();
    await search(element, 'Ingrid');
    await until(() => rows(element).length === 1, 'one customer');
    dashboard.customerId = 'C-20818';
    await element.updateComplete;
    expect(rows(element)).to.have.length(1);
    expect(part(element, 'search')!.querySelector('input')!.value).to.equal('Ingrid');
  });

  it('shows what may be seen of withheld values, and why the rest is not there', async () => {
    const { element } = await open(shopAdapter({ role: 'viewer' }));
    expect(rows(element)[0]).to.contain('| i•••••@holmcafe.example | ••••• 214 |');
  });

  it('speaks Indonesian', async () => {
    const { element } = await open(undefined, {}, 'id');
    await until(() => textOf(element).includes('Pelanggan'), 'the words');
    expect(rows(element)[0]).to.contain('Sudah verifikasi');
  });
});
