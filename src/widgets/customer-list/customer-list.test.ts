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

async function openFilter(element: CustomerList): Promise<void> {
  parts(element, 'popover-button')
    .find(({ textContent }) => textContent.includes('Filter'))!
    .click();
  await until(() => part(element, 'filters'), 'the filters');
}

const fieldsOf = (element: CustomerList, group: string): readonly HTMLInputElement[] => {
  const fieldsets = [...element.shadowRoot!.querySelectorAll('fieldset')];
  return [...fieldsets.find((one) => one.querySelector('legend')!.textContent === group)!.querySelectorAll('input')];
};

describe('customer-list', () => {
  afterEach(unmountAll);

  it('shows all customers without a customer on the page: name, contact, spent, orders, last order, status', async () => {
    const { element, script } = await open();
    expect(rows(element)[0]).to.equal(
      'Ingrid Vasquez-Holm | i•••••@holmcafe.example, masked | +44 7700 900214 | £18,462.70 | 47 | 18 Nov | Verified',
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

  it('filters by status, and by bounds of what was spent, the number of orders and the first order', async () => {
    const { element, script } = await open();
    await openFilter(element);
    const boxOf = (label: string) =>
      parts(element, 'choice')
        .find(({ textContent }) => textContent.trim() === label)!
        .querySelector('input')!;
    boxOf('Not verified').click();
    await element.updateComplete;
    const enter = async (group: string, end: number, text: string) => {
      const field = fieldsOf(element, group)[end]!;
      field.value = text;
      field.dispatchEvent(new Event('change'));
      await element.updateComplete;
    };
    await enter('Number of orders', 0, '10');
    await enter('Total spent (GBP)', 0, '1,000.50');
    await enter('Total spent (JPY)', 1, '20');
    await enter('First order', 1, '2025-12-31');
    await until(() => requests(script).at(-1)?.filter?.['firstOrder'], 'the filters');
    expect(requests(script).at(-1)!.filter).to.deep.equal({
      firstOrder: '/2025-12-31',
      orders: '10/',
      spent: 'GBP:1000.50/,JPY:/20',
      verification: 'unverified',
    });
    const count = requests(script).length;
    await enter('Number of orders', 1, 'nine');
    await until(() => part(element, 'message'), 'what is wrong');
    expect(part(element, 'message')!.textContent.trim()).to.equal('This is not a number.');
    await enter('Number of orders', 1, '9');
    await until(() => part(element, 'message')!.textContent.includes('above the upper'), 'what is wrong');
    expect(requests(script)).to.have.length(count);
    await enter('Number of orders', 0, '');
    await until(() => requests(script).at(-1)!.filter!['orders'] === '/9', 'one bound');
  });

  it('filters by the levels and groups of customers on screen, and by those that the host names', async () => {
    const { element, script } = await open(undefined, { levels: [{ id: 'lv-9', name: 'Zinc' }] });
    await openFilter(element);
    const group = [...element.shadowRoot!.querySelectorAll('fieldset')].find(({ textContent }) =>
      textContent.includes('Level'),
    )!;
    const labels = [...group.querySelectorAll('label')].map(({ textContent }) => textContent.trim());
    expect(labels).to.include('Zinc').and.have.length.above(1);
    expect(labels).to.deep.equal(labels.toSorted());
    group.querySelectorAll('input')[labels.indexOf('Zinc')]!.click();
    await until(() => requests(script).at(-1)?.filter?.['level'] === 'lv-9', 'the filter');
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

  it('opens a customer in a window of its own, by name or email', async () => {
    const { element } = await open(shopAdapter({ links: adminLinks }), { openAs: 'popup', openBy: 'name email' });
    const [name, email] = parts(element, 'link') as HTMLAnchorElement[];
    const url = 'https://admin.example/customer?customerId=C-20817';
    expect([name!.target, name!.rel, email!.href]).to.deep.equal(['_blank', 'noopener', url]);
    const { open: browserOpen } = window;
    const opened = { opener: window, location: { href: '' } };
    window.open = () => opened as unknown as Window;
    try {
      name!.click();
    } finally {
      window.open = browserOpen;
    }
    expect(opened).to.deep.equal({ opener: null, location: { href: url } });
  });

  it('only dispatches the event if the host asks for it, with the customers beside it', async () => {
    const { element } = await open(undefined, { openAs: 'event' });
    expect(part(element, 'link')!.localName).to.equal('button');
    let opened: readonly string[] = [];
    element.addEventListener(
      'customer-open',
      ({ customerId, customerIds }) => (opened = [customerId, `of ${customerIds.length}`, customerIds[0]!]),
    );
    part(element, 'link')!.click();
    expect(opened).to.deep.equal(['C-20817', 'of 3', 'C-20817']);
    expect(part(element, 'dialog')).to.equal(null);
  });

  it('opens a customer in a dialog without a page, by any column', async () => {
    const { element } = await open(undefined, { openBy: 'email spent' });
    expect(
      parts(element, 'link')
        .slice(0, 2)
        .map(({ textContent }) => textContent.trim()),
    ).to.deep.equal(['i•••••@holmcafe.example, masked', '£18,462.70']);
    parts(element, 'link')[1]!.click();
    await until(() => part(element, 'facts'), 'the dialog');
    expect(part(element, 'dialog-heading')!.textContent.trim()).to.equal('Ingrid Vasquez-Holm');
    expect(part(element, 'facts')!.textContent).to.match(/Total spent\s*£18,462.70\s*Orders\s*47/);
  });

  it('selects several customers, also across searches, for actions of the host', async () => {
    const { element } = await open(undefined, { selectable: true });
    const seen: (readonly string[])[] = [];
    element.addEventListener('customers-select', ({ customerIds }) => seen.push(customerIds));
    const boxes = () => [...element.shadowRoot!.querySelectorAll<HTMLInputElement>('table [part=choice]')];
    expect(boxes().map((box) => box.ariaLabel)[1]).to.equal('Select Ingrid Vasquez-Holm');
    expect(part(element, 'selection')).to.equal(null);
    boxes()[1]!.click();
    await element.updateComplete;
    expect([boxes()[0]!.indeterminate, part(element, 'selection')!.querySelector('slot')!.name]).to.deep.equal([
      true,
      'bulk',
    ]);
    part(element, 'select-all')!.click();
    await element.updateComplete;
    expect(boxes().every(({ checked }) => checked)).to.equal(true);
    await search(element, 'Ingrid');
    await until(() => rows(element).length === 1, 'one customer');
    expect(part(element, 'selection')!.textContent).to.contain('3 customers selected');
    part(element, 'clear-selection')!.click();
    expect(seen.map(({ length }) => length)).to.deep.equal([1, 3, 0]);
  });

  it('shows transactions instead of orders where the platform calls them so', async () => {
    const { element } = await open(undefined, { countBasis: 'transactions' });
    expect(parts(element, 'column').map(({ textContent }) => textContent.trim()))
      .to.include('Transactions')
      .and.not.include('Orders');
  });

  it('reports the search and filters of the operator, and starts with those that the host sets', async () => {
    const { element } = await open();
    const seen: unknown[] = [];
    element.addEventListener('query-changed', ({ query }) => seen.push(query));
    await search(element, 'Ingrid');
    await until(() => rows(element).length === 1, 'one customer');
    expect(seen).to.deep.equal([{ text: 'Ingrid' }]);
    const again = await open(undefined, { startQuery: seen[0] as object });
    expect(rows(again.element)).to.have.length(1);
    expect(part(again.element, 'search')!.querySelector('input')!.value).to.equal('Ingrid');
    expect(requests(again.script)).to.have.length(1);
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
    expect(rows(element)[0]).to.contain('| i•••••@holmcafe.example, masked | ••••• 214, masked |');
  });

  it('speaks Indonesian', async () => {
    const { element } = await open(undefined, {}, 'id');
    await until(() => textOf(element).includes('Pelanggan'), 'the words');
    expect(rows(element)[0]).to.contain('Sudah verifikasi');
  });
});
