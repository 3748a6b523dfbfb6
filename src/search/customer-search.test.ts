import { executeServerCommand } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { Adapter } from '../adapter/adapter.ts';
import { AdapterError } from '../adapter/adapter-error.ts';
import { provideDashboard } from '../dashboard/provide-dashboard.ts';
import { axeFaults } from '../testing/axe.ts';
import { part, parts, textOf, type, unmountAll, until } from '../testing/kit.ts';
import { frozenNow, frozenZone } from '../testing/scenario.ts';
import { scripted } from '../testing/scripted.ts';
import { adminLinks, shopAdapter } from '../testing/shop.ts';
import './define.ts';
import type { CustomerSearch } from './customer-search.ts';

const press = (keys: string) => executeServerCommand('press', keys);

async function open(shop: Adapter = shopAdapter({ links: adminLinks }), locale = 'en-GB') {
  const script = scripted<Adapter>(shop);
  const root = document.body.appendChild(document.createElement('div'));
  provideDashboard(root, { adapter: script.adapter, locale: { locale, timeZone: frozenZone, now: frozenNow } });
  const element = root.appendChild(document.createElement('customer-search'));
  await element.updateComplete;
  return { element, script, root };
}

const field = (element: CustomerSearch) => part<HTMLInputElement>(element, 'input')!;
const names = (element: CustomerSearch) =>
  [...element.shadowRoot!.querySelectorAll('.option-name')].map(({ textContent }) => textContent.trim());
const active = (element: CustomerSearch) => {
  const id = field(element).getAttribute('aria-activedescendant');
  return id && element.shadowRoot!.getElementById(id)!.querySelector('.option-name')!.textContent.trim();
};

async function find(element: CustomerSearch, text: string): Promise<void> {
  field(element).focus();
  type(field(element), text);
  await until(() => part(element, 'popover')!.matches(':popover-open') && names(element).length, 'the customers');
}

describe('customer-search', () => {
  afterEach(() => {
    unmountAll();
    document.body.replaceChildren();
  });

  it('finds customers by name, and by a telephone number in its national form, in one request each', async () => {
    const { element, script } = await open();
    for (const text of ['I', 'In', 'Ingrid']) type(field(element), text);
    await find(element, 'Ingrid');
    expect(names(element)).to.deep.equal(['Ingrid Vasquez-Holm']);
    expect(parts(element, 'option')[0]!.textContent.replace(/\s+/g, ' ')).to.contain('+44 7700 900214');
    await find(element, '07700 900214');
    await until(() => script.callsTo('customers.list').length === 2 && names(element).length === 1, 'the other search');
    expect(names(element)).to.deep.equal(['Ingrid Vasquez-Holm']);
    expect(script.callsTo('customers.list').map(({ args }) => args[0])).to.deep.equal([
      { first: 8, after: undefined, text: 'Ingrid' },
      { first: 8, after: undefined, text: '07700 900214' },
    ]);
  });

  it('is a combobox: arrow keys choose, Enter opens, Escape closes and then clears; passes axe', async () => {
    const { element, root } = await open();
    const opened: string[] = [];
    element.addEventListener('customer-open', (event) => {
      event.preventDefault();
      opened.push(event.customerId, `of ${event.customerIds.length}`);
    });
    await find(element, 'cafe.example');
    const all = names(element);
    expect(all.length).to.be.above(2);
    expect([active(element), field(element).ariaExpanded, field(element).role]).to.deep.equal([
      all[0],
      'true',
      'combobox',
    ]);
    expect(await axeFaults(root)).to.deep.equal([]);
    await press('ArrowDown');
    await until(() => active(element) === all[1], 'the second');
    await press('ArrowUp');
    await press('ArrowUp');
    await until(() => active(element) === all.at(-1), 'the last');
    await press('Escape');
    await until(() => !part(element, 'popover')!.matches(':popover-open'), 'closed');
    expect(field(element).value).to.equal('cafe.example');
    await press('ArrowDown');
    await until(() => part(element, 'popover')!.matches(':popover-open'), 'open again');
    await press('Enter');
    await until(() => opened.length, 'opened');
    expect(opened[1]).to.equal(`of ${all.length}`);
    await until(() => field(element).value === '', 'ready for the next search');
    type(field(element), 'x');
    await element.updateComplete;
    await press('Escape');
    await press('Escape');
    await until(() => field(element).value === '', 'cleared');
  });

  it('opens none of the customers of another search', async () => {
    const { element, script } = await open();
    await find(element, 'Ingrid');
    const opened: string[] = [];
    element.addEventListener('customer-open', (event) => opened.push(event.customerId));
    let answer = (): void => {};
    script.always('customers.list', { until: new Promise<void>((resolve) => (answer = resolve)) });
    type(field(element), 'Owain');
    await press('Enter');
    await until(() => script.callsTo('customers.list').length === 2, 'the other search');
    await press('Enter');
    expect(opened).to.deep.equal([]);
    answer();
  });

  it('leads to the page of a customer, and to the list of all that were found', async () => {
    const { element } = await open();
    element.limit = 2;
    await find(element, 'cafe.example');
    expect((parts(element, 'option')[0] as HTMLAnchorElement).href).to.match(
      /^https:\/\/admin\.example\/customer\?customerId=C-\d+$/,
    );
    expect(part<HTMLAnchorElement>(element, 'view-all')!.href).to.equal(
      'https://admin.example/customers?text=cafe.example',
    );
    expect(textOf(element)).to.match(/2 of \d+ customers/);
  });

  it('says that nobody was found, that the search failed, and offers another try', async () => {
    const { element, script } = await open();
    field(element).focus();
    type(field(element), 'Reykjavík');
    await until(() => textOf(element).includes('has “\u2068Reykjavík\u2069” in it.'), 'the words');
    const status = element.shadowRoot!.querySelector('[role=status]')!.textContent;
    expect(status, 'announced').to.equal('No customer has “\u2068Reykjavík\u2069” in it.');
    script.always('customers.list', { fail: new AdapterError('unavailable', { retryable: false }) });
    type(field(element), 'Ingrid');
    const retry = await until(() => part(element, 'retry'), 'another try');
    expect(names(element)).to.deep.equal([]);
    script.always('customers.list', { answer: (carryOut) => carryOut() });
    retry.click();
    await until(() => names(element).length === 1, 'the customer');
  });

  it('says that an operator may not see customers, and is absent if the platform cannot search them', async () => {
    const { element, script } = await open();
    script.always('customers.list', { fail: new AdapterError('forbidden') });
    field(element).focus();
    type(field(element), 'Ingrid');
    await until(() => textOf(element).includes('You may not see customers.'), 'the words');
    const { customers, ...shop } = shopAdapter();
    const without = await open({ ...shop, customers: { ...customers, capabilities: {} } });
    expect(part(without.element, 'input')).to.equal(null);
  });

  it('speaks Indonesian', async () => {
    const { element } = await open(undefined, 'id');
    await until(() => field(element)?.ariaLabel === 'Temukan pelanggan', 'the words');
  });
});
