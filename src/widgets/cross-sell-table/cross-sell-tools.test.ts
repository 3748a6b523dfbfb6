import { expect } from 'chai';
import type { Adapter } from '../../adapter/adapter.ts';
import type { PageRequest } from '../../adapter/options.ts';
import type { ListCapabilities } from '../../domain/page.ts';
import { createShop, memoryAdapter, MemoryStore } from '../../adapters/memory/index.ts';
import { provideDashboard } from '../../dashboard/provide-dashboard.ts';
import type { ColumnsChangedEvent } from '../../element/columns.ts';
import type { ExportEvent } from '../../element/events.ts';
import { axeFaults } from '../../testing/axe.ts';
import { mount, part, parts, textOf, type as write, unmountAll, until } from '../../testing/kit.ts';
import { frozenNow, frozenZone } from '../../testing/scenario.ts';
import { scripted, type Scripted } from '../../testing/scripted.ts';
import { knownCustomers, shopAdapter } from '../../testing/shop.ts';
import './define.ts';
import type { CrossSellTable } from './cross-sell-table.ts';

const { ingrid, noOrders, currencies } = knownCustomers;

function open(properties: Partial<CrossSellTable> = {}, adapter: Adapter = shopAdapter()) {
  const script = scripted(adapter);
  const root = document.body.appendChild(document.createElement('div'));
  const dashboard = provideDashboard(root, {
    adapter: script.adapter,
    customerId: ingrid,
    locale: { locale: 'en-GB', timeZone: frozenZone, now: frozenNow },
  });
  return { element: mount<CrossSellTable>('cross-sell-table', properties, root), dashboard, script };
}

async function ready(properties: Partial<CrossSellTable> = { toolbar: '' }, adapter?: Adapter) {
  const opened = open(properties, adapter);
  await until(() => parts(opened.element, 'row').length, 'rows');
  await until(() => part(opened.element, 'popover-button'), 'what explains the figures');
  return opened;
}

const all = <E extends Element = HTMLElement>(element: Element, selector: string): E[] => [
  ...element.shadowRoot!.querySelectorAll<E>(selector),
];
const heads = (element: Element) => all(element, 'section thead th').map(({ textContent }) => textContent.trim());
const button = (element: Element, words: string) =>
  all<HTMLButtonElement>(element, 'button').find(
    (found) => found.checkVisibility() && (found.textContent.trim() === words || found.ariaLabel === words),
  )!;
const requests = (script: Scripted<Adapter>) =>
  script.callsTo('crossSell.list').map(({ args }) => args[1] as PageRequest);
const field = (element: Element, within = 'section') =>
  all<HTMLInputElement>(element, `${within} input[type=search]`)[0]!;
const names = (element: Element, within = 'section') =>
  all(element, `${within} tbody .name`).map(({ textContent }) => textContent.trim());
const metrics = (element: Element) => all(element, '.summary dt').map(({ textContent }) => textContent.trim());

describe('cross-sell-table: toolbar', () => {
  afterEach(unmountAll);

  it('is a row below the header if it is long: search first, export last', async () => {
    const { element } = await ready();
    const tools = [...part(element, 'toolbar')!.querySelectorAll('input, button')].filter((tool) =>
      tool.checkVisibility(),
    );
    expect(tools[0]!.getAttribute('type')).to.equal('search');
    expect(tools.at(-1)!.textContent.trim()).to.equal('Export');
    expect(part(element, 'actions')!.querySelector('button'), 'nothing twice').to.equal(null);
  });

  it('is inside the header if it is short', async () => {
    const { element } = await ready({ toolbar: 'range export' });
    expect(part(element, 'toolbar')).to.equal(null);
    expect(part(element, 'actions')!.textContent.replace(/\s+/g, ' ').trim()).to.match(/All dates.*Export$/);
  });
});

describe('cross-sell-table: declared capabilities', () => {
  afterEach(unmountAll);

  /** Returns the shop with fewer declarations. */
  function declaring(fewer: ListCapabilities): Adapter {
    const shop = shopAdapter();
    const capabilities = { list: { ...shop.crossSell.capabilities!.list, ...fewer } };
    return { ...shop, crossSell: { ...shop.crossSell, capabilities } };
  }

  const tools = {
    search: [{ search: false }, 'input[type=search]'],
    'date range': [{ range: false }, '[aria-controls^=popover-range]'],
  } as const satisfies Record<string, readonly [ListCapabilities, string]>;

  for (const [name, [fewer, selector]] of Object.entries(tools))
    it(`hides the ${name} that the platform does not declare, above the first products and above all`, async () => {
      const { element } = await ready({ toolbar: '' }, declaring(fewer));
      expect(part(element, 'toolbar')!.querySelectorAll(selector).length, 'not declared').to.equal(0);
      const whole = await ready({ toolbar: '' }, declaring({}));
      expect(part(whole.element, 'toolbar')!.querySelectorAll(selector).length, 'declared').to.equal(1);
      part(element, 'view-all')!.click();
      const dialog = await until(() => part(element, 'dialog'), 'the dialog');
      await until(() => dialog.querySelector('.export-button'), 'its tools');
      expect(dialog.querySelectorAll(selector).length, 'not declared').to.equal(0);
    });

  it('sorts only by the columns that the platform declares, and by the share as by the revenue', async () => {
    const sorted = (element: Element) => parts(element, 'sort').map(({ textContent }) => textContent.trim());
    const { element } = await ready({ toolbar: '' }, declaring({ sort: ['orders', 'profit'] }));
    expect(sorted(element)).to.deep.equal(['Orders', 'Profit']);
    const other = await ready({ toolbar: '' }, declaring({ sort: ['revenue'] }));
    expect(sorted(other.element)).to.deep.equal(['Revenue', 'Share']);
  });
});

describe('cross-sell-table: columns', () => {
  afterEach(unmountAll);

  it('are the host’s, in its order; the product is always included', async () => {
    // @ts-expect-error An attribute may name any.
    const { element } = await ready({ columns: ['orders', 'nonsense', 'sku', 'orders', 'revenue'] });
    expect(heads(element)).to.deep.equal(['Product', 'Orders', 'Number', 'Revenue']);
    expect(parts(element, 'row')[0]!.querySelectorAll('td, th').length).to.equal(4);
    expect(parts(element, 'totals')[0]!.querySelectorAll('td, th').length).to.equal(4);
    expect(parts(element, 'sku').length, 'a number has one place').to.equal(0);
    expect(parts(element, 'row')[0]!.textContent).to.contain('CUP-220-OAT');
  });

  it('are read from an attribute, and the defaults if it names no existing one', async () => {
    const { element } = await ready({});
    element.setAttribute('columns', 'title, profit');
    await until(() => heads(element).length === 2, 'two columns');
    expect(heads(element)).to.deep.equal(['Product', 'Profit']);
    element.setAttribute('columns', 'nothing');
    await until(() => heads(element).length === 12, 'the usual ones');
  });

  it('are chosen by the operator, reported by an event, kept for the next customer, and reset by a host', async () => {
    const { element, dashboard } = await ready({ toolbar: 'columns', columns: ['title', 'revenue', 'orders'] });
    const told: (readonly string[] | undefined)[] = [];
    element.addEventListener('columns-changed', (event: ColumnsChangedEvent) => told.push(event.columns));
    button(element, 'Columns').click();
    await until(() => part(element, 'popover')?.querySelector('input'), 'the columns');
    const fees = [...element.shadowRoot!.querySelectorAll('label')].find(
      ({ textContent }) => textContent.trim() === 'Fees',
    )!;
    fees.click();
    await until(() => heads(element).length === 4, 'one more');
    expect(told).to.deep.equal([['title', 'revenue', 'orders', 'fees']]);
    button(element, 'Move Fees up').click();
    await until(() => heads(element)[2] === 'Fees', 'moved');
    dashboard.customerId = currencies;
    await until(() => names(element).length && heads(element)[2] === 'Fees', 'kept');
    element.columns = ['title', 'units'];
    await until(() => heads(element).join() === 'Product,Units', 'as the host says');
    button(element, 'Reset')?.click();
  });

  it('sort by number from A to Z, as by name', async () => {
    const { element, script } = await ready({ columns: ['title', 'sku'] });
    all<HTMLButtonElement>(element, 'thead .cell-sku button')[0]!.click();
    await until(() => requests(script).at(-1)!.sort!.field === 'sku', 'by number');
    expect(requests(script).at(-1)!.sort).to.deep.equal({ field: 'sku', direction: 'ascending' });
  });
});

describe('cross-sell-table: search', () => {
  afterEach(unmountAll);

  it('narrows rows and totals, and shows the number of matches', async () => {
    const { element, script } = await ready();
    write(field(element), 'stoneware');
    await until(() => requests(script).at(-1)!.text === 'stoneware', 'the question');
    await until(() => names(element).every((name) => /stoneware/i.test(name)), 'the answer');
    const count = names(element).length;
    expect(count).to.be.above(0);
    expect(part(element, 'totals')!.textContent).to.contain(`${count} product`).and.contain('found');
    expect(metrics(element)).to.include('Product revenue').and.not.include('Lifetime value');
    expect(textOf(element)).to.match(new RegExp(`${count} products? found`));
  });

  it('shows that nothing matches, with a way back', async () => {
    const { element } = await ready();
    write(field(element), '<b>zzz</b>');
    await until(() => part(element, 'clear'), 'nothing found');
    expect(textOf(element)).to.contain('No product has “\u2068<b>zzz</b>\u2069” in its name or number.');
    part(element, 'clear')!.click();
    await until(() => names(element).length === 8, 'all again');
    expect(field(element).value).to.equal('');
  });

  it('continues in the dialog of all rows', async () => {
    const { element, script } = await ready();
    write(field(element), 'cup');
    await until(() => requests(script).at(-1)!.text === 'cup', 'the question');
    await until(() => names(element).every((name) => /cup/i.test(name)), 'the answer');
    element.limit = 1;
    await until(() => part(element, 'view-all'), 'more');
    part(element, 'view-all')!.click();
    await until(() => names(element, 'dialog').length > 1, 'rows');
    expect(field(element, 'dialog').value).to.equal('cup');
    expect(requests(script).at(-1)).to.include({ text: 'cup', first: 50 });
  });

  it('is cleared for another customer', async () => {
    const { element, script, dashboard } = await ready();
    write(field(element), 'cup');
    await until(() => requests(script).at(-1)!.text === 'cup', 'the question');
    dashboard.customerId = currencies;
    await until(() => script.callsTo('crossSell.list').at(-1)!.args[0] === currencies, 'asked for the other');
    await until(() => names(element).length, 'their rows');
    expect(requests(script).at(-1)!.text).to.equal(undefined);
    expect(field(element).value).to.equal('');
  });
});

describe('cross-sell-table: date range', () => {
  afterEach(unmountAll);

  it('is set by attribute, and relabels the lifetime figures', async () => {
    const { element, script } = await ready({ range: { from: '2026-11-01' } });
    expect(requests(script).at(-1)!.range).to.deep.equal({ from: '2026-11-01' });
    expect(metrics(element)).to.include('Product revenue').and.not.include('Lifetime value');
    element.setAttribute('range', '2026-01-01/2026-03-31');
    await until(() => requests(script).at(-1)!.range?.to === '2026-03-31', 'the other days');
    element.setAttribute('range', '2026-12-31/2026-01-01');
    await until(
      () => requests(script).at(-1)!.range?.to === '2026-12-31',
      'the days between, whichever end comes first',
    );
    expect(requests(script).at(-1)!.range).to.deep.equal({ from: '2026-01-01', to: '2026-12-31' });
    element.range = { from: '2026-03-02', to: '2026-03-01' };
    await until(() => requests(script).at(-1)!.range?.from === '2026-03-01', 'as a property too');
    element.removeAttribute('range');
    await until(() => requests(script).at(-1)!.range === undefined, 'always');
  });

  it('is chosen by the operator', async () => {
    const { element, script } = await ready();
    all(element, 'section .popover-button')
      .find(({ textContent }) => textContent.includes('All dates'))!
      .click();
    await until(() => button(element, 'This year'), 'ranges');
    button(element, 'This year').click();
    await until(() => requests(script).at(-1)!.range, 'the days');
    expect(requests(script).at(-1)!.range).to.deep.equal({ from: '2026-01-01', to: '2026-11-18' });
  });

  it('without a purchase has another state than a customer without purchases', async () => {
    const { element } = open({ toolbar: '', range: { from: '1999-01-01', to: '1999-12-31' } });
    await until(() => textOf(element).includes('Nothing bought on these days.'), 'the state');
    const never = open({ customerId: noOrders });
    await until(() => textOf(never.element).includes('Nothing bought yet.'), 'the other state');
  });
});

describe('cross-sell-table: explanations', () => {
  afterEach(unmountAll);

  it('exist for each figure above the table, and for every column', async () => {
    const { element } = await ready({ columns: ['title', 'revenue', 'fees'], range: { from: '2026-01-01' } });
    button(element, 'About “Charges”').click();
    await until(() => part(element, 'explanation'), 'an explanation');
    expect(part(element, 'explanation')!.textContent).to.contain('which belong to no product').and.contain('1 Jan');
    button(element, 'What the figures count').click();
    await until(() => element.shadowRoot!.querySelector('.figures'), 'the columns');
    const explained = all(element, '.figures dt').map(({ textContent }) => textContent);
    expect(explained).to.deep.equal(['Revenue', 'Fees']);
    expect(await axeFaults(element)).to.deep.equal([]);
  });
});

describe('cross-sell-table: exported files', () => {
  const saved: Blob[] = [];
  const { createObjectURL } = URL;
  beforeEach(() => {
    saved.length = 0;
    URL.createObjectURL = (blob: Blob) => {
      saved.push(blob);
      return createObjectURL.call(URL, blob);
    };
  });
  afterEach(() => {
    URL.createObjectURL = createObjectURL;
    unmountAll();
  });

  const lines = async (): Promise<string[]> => {
    await until(() => saved.length, 'a file');
    return (await saved[0]!.text()).trim().split('\r\n');
  };

  it('contain the columns on screen, for every product', async () => {
    const { element } = await ready({ toolbar: '', columns: ['title', 'orders', 'share', 'revenue'] });
    const asked: string[] = [];
    element.addEventListener('export', (event: ExportEvent) =>
      asked.push(`${event.what} ${event.scope} ${event.format}`),
    );
    button(element, 'Export').click();
    await until(() => button(element, 'All 23 rows as CSV'), 'which rows');
    button(element, 'All 23 rows as CSV').click();
    const [first, ...rows] = await lines();
    expect(first!.replace('\ufeff', '')).to.equal('Product,Number,Currency,Orders,Revenue');
    expect(rows.length).to.equal(23);
    expect(rows[0]).to.equal('"Stoneware cup 220 ml, oat",CUP-220-OAT,GBP,19,5631.00');
    const sum = rows.reduce((total, row) => total + Math.round(Number(row.split(',').at(-1)) * 100), 0);
    expect(sum).to.equal(1_790_520);
    expect(asked).to.deep.equal(['products all csv']);
  });

  it('are not created if the host prevents it', async () => {
    const { element } = await ready();
    element.addEventListener('export', (event) => event.preventDefault());
    button(element, 'Export').click();
    await until(() => button(element, 'The 8 rows shown as Excel'), 'which rows');
    button(element, 'The 8 rows shown as Excel').click();
    await element.updateComplete;
    expect(saved.length).to.equal(0);
  });
});

describe('cross-sell-table: pictures', () => {
  afterEach(unmountAll);
  const pictured = (pictureOf: (sku: string) => string): Adapter =>
    memoryAdapter({ store: new MemoryStore(createShop({ customers: 1, pictureOf })) });

  it('have a box before they load, and keep it if they fail', async () => {
    // The test page blocks images and would report the request as an error.
    const refused: string[] = [];
    const take = (event: SecurityPolicyViolationEvent): void => {
      refused.push(event.blockedURI);
      event.stopPropagation();
    };
    document.addEventListener('securitypolicyviolation', take, { capture: true });
    const { element } = await ready(
      {},
      pictured(() => '/nowhere/picture.svg'),
    );
    const [image] = parts(element, 'image') as HTMLImageElement[];
    expect(image!.loading).to.equal('lazy');
    expect(image!.alt).to.equal('');
    expect(image!.getBoundingClientRect().width).to.equal(24);
    await until(() => !image!.hasAttribute('src'), 'it does not come');
    expect(image!.getBoundingClientRect().width).to.equal(24);
    expect(getComputedStyle(image!).visibility).to.equal('hidden');
    await until(() => refused.length >= 8, 'what the page refuses');
    document.removeEventListener('securitypolicyviolation', take, { capture: true });
  });

  it('have no unsafe URL, and no box if the shop has none', async () => {
    const { element } = await ready(
      {},
      pictured(() => 'javascript:alert(1)'),
    );
    expect(parts(element, 'image')[0]!.hasAttribute('src')).to.equal(false);
    unmountAll();
    const without = await ready({});
    expect(parts(without.element, 'image').length).to.equal(0);
  });
});
