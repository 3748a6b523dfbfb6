import axe from 'axe-core';
import { expect } from 'chai';
import type { Adapter } from '../../adapter/adapter.ts';
import { AdapterError } from '../../adapter/adapter-error.ts';
import type { PageRequest } from '../../adapter/options.ts';
import type { ListCapabilities } from '../../domain/page.ts';
import { provideDashboard } from '../../dashboard/provide-dashboard.ts';
import { isChromium } from '../../testing/engines.ts';
import { mount, part, parts, unmountAll, until } from '../../testing/kit.ts';
import { frozenNow, frozenZone } from '../../testing/scenario.ts';
import { adminLinks, knownCustomers, shopAdapter } from '../../testing/shop.ts';
import './define.ts';
import type { OrderHistory } from './order-history.ts';

const { ingrid, archived, noOrders } = knownCustomers;
const shop = (): Adapter => shopAdapter({ links: () => null });

/** Returns the shop with a record of every requested list. */
function watched(change: (page: PageRequest) => void = () => {}) {
  const adapter = shop();
  const asked: PageRequest[] = [];
  const list: NonNullable<NonNullable<Adapter['orders']>['list']> = (id, page, options) => {
    asked.push(page);
    change(page);
    return adapter.orders!.list!(id, page, options);
  };
  return { asked, adapter: { ...adapter, orders: { ...adapter.orders, list } } as Adapter };
}

function open(properties: Partial<OrderHistory>, adapter: Adapter = shop(), customerId: string = ingrid) {
  const root = document.body.appendChild(document.createElement('div'));
  const dashboard = provideDashboard(root, {
    adapter,
    customerId,
    locale: { locale: 'en-GB', timeZone: frozenZone, now: frozenNow },
  });
  return { element: mount<OrderHistory>('order-history', properties, root), dashboard };
}

async function ready(...args: Parameters<typeof open>) {
  const opened = open(...args);
  await until(() => rows(opened.element).length, 'rows');
  return opened;
}

const folded = (node: Node | null | undefined) => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
const rows = (element: Element) => parts(element, 'row');
const numbers = (element: Element) => rows(element).map((row) => folded(row.querySelector('.cell-order')));
const footerOf = (element: Element) => folded(part(element, 'footer')?.querySelector('span'));
const button = (element: Element, label: string) =>
  [...(element.shadowRoot ?? element).querySelectorAll('button')].find(
    (candidate) => folded(candidate).includes(label) || candidate.title === label,
  )!;
const popover = (element: Element) => (element.shadowRoot ?? element).querySelector<HTMLElement>(':popover-open');
const field = (element: Element) => element.shadowRoot!.querySelector<HTMLInputElement>('input[type=search]')!;
const settled = (element: Element) => part(element, 'panel')!.getAttribute('aria-busy') === 'false';

async function search(element: Element, text: string) {
  const input = await until(() => field(element), 'the field');
  input.value = text;
  input.dispatchEvent(new Event('input'));
  input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
}

async function openTool(element: Element, label: string, content: string) {
  const opener = await until(() => button(element, label), label);
  opener.click();
  return until(() => popover(element)?.querySelector<HTMLElement>(content), `what ${label} opens`);
}

describe('order-history: toolbar', () => {
  afterEach(() => {
    unmountAll();
    document.body.replaceChildren();
  });

  it('has no tools by default, or those that are listed', async () => {
    const { element } = await ready({});
    expect(element.shadowRoot!.querySelectorAll('.popover-button, input').length).to.equal(0);
    element.toolbar = 'search nonsense legend';
    await until(() => field(element), 'the field');
    expect(button(element, 'What the colours mean')).to.not.equal(undefined);
    expect(button(element, 'Filter')).to.equal(undefined);
    element.toolbar = '';
    await until(() => button(element, 'Export'), 'all tools');
    for (const label of ['All dates', 'Filter', 'Columns'])
      expect(button(element, label), label).to.not.equal(undefined);
  });

  it('finds a number, product or SKU, shows the number of matches, and clears', async () => {
    const { asked, adapter } = watched();
    const { element } = await ready({ toolbar: 'search' }, adapter);
    await search(element, 'grinder');
    await until(() => footerOf(element).includes('found'), 'what was found');
    expect(asked.at(-1)).to.deep.include({ text: 'grinder', first: 10 });
    const { items } = await shop().orders!.list!(
      ingrid,
      { first: 100, text: 'grinder' },
      { signal: AbortSignal.any([]), timeZone: frozenZone },
    );
    expect(numbers(element)).to.deep.equal(items.slice(0, 10).map(({ number }) => number));
    await search(element, '');
    await until(() => footerOf(element).startsWith('Latest 10'), 'the latest');
  });

  it('shows that nothing matches, and clears every filter', async () => {
    const { element } = await ready({ toolbar: 'search' });
    await search(element, 'no such order');
    await until(() => part(element, 'state'), 'nothing');
    expect(folded(part(element, 'state'))).to.include('No orders match.');
    part(element, 'clear')!.click();
    await until(() => rows(element).length === 10, 'all of them');
    expect(field(element).value).to.equal('');
  });

  it('hides the rows of the previous search if the next one fails, and can retry', async () => {
    let fails = true;
    const { adapter } = watched(({ text }) => {
      if (text && fails) throw new AdapterError('unavailable', { retryable: false });
    });
    const { element } = await ready({ toolbar: 'search' }, adapter);
    await search(element, 'saucer');
    await until(() => part(element, 'state'), 'the error');
    expect(rows(element)).to.have.length(0);
    fails = false;
    part(element, 'retry')!.click();
    await until(() => footerOf(element).includes('found'), 'what was found');
  });

  it('filters by several codes of an axis, by kind and by archived; the button shows how many', async () => {
    const { asked, adapter } = watched();
    const { element } = await ready({ toolbar: 'filter' }, adapter);
    const menu = await openTool(element, 'Filter', '.filter-panel');
    const box = (label: string) =>
      [...menu.querySelectorAll('label')].find((one) => folded(one) === label)!.querySelector('input')!;
    box('Payment due').click();
    await until(() => numbers(element).join() === '#10512', 'one');
    box('Not charged').click();
    await until(() => numbers(element).join() === '#10512,#10350', 'two');
    expect(asked.at(-1)!.filter).to.deep.equal({ payment: 'pending,voided' });
    expect(folded(button(element, 'Filter'))).to.equal('Filter 2');
    box('Returns').click();
    await until(() => part(element, 'state'), 'none is both');
    popover(element)!.querySelector<HTMLElement>('[part=clear]')!.click();
    await until(() => rows(element).length === 10, 'all of them');
    box('Returns').click();
    await until(() => numbers(element).every((number) => number.startsWith('R-')), 'returns');
    expect(footerOf(element)).to.include('5 returns found');
  });

  it('hides archived orders, shows them on request, and marks them', async () => {
    const { element } = await ready({ limit: 50 }, shop(), archived);
    expect(numbers(element)).to.have.length(5);
    element.archived = 'include';
    await until(() => rows(element).length === 14, 'all of them');
    const put = rows(element).filter((row) => row.classList.contains('archived'));
    expect(put).to.have.length(9);
    expect(folded(put[0]!.querySelector('.cell-status'))).to.equal('Paid, delivered, archived');
    element.archived = 'only';
    await until(() => rows(element).length === 9, 'the archive');
  });

  it('offers archived orders if the chosen dates contain some', async () => {
    const { asked, adapter } = watched();
    const { element } = await ready({ toolbar: 'range', limit: 50 }, adapter, archived);
    await until(() => button(element, 'All dates'), 'the range');
    expect(
      asked.some(({ filter }) => filter?.['archived']),
      'nobody has chosen',
    ).to.equal(false);
    const choices = await openTool(element, 'All dates', '.choices');
    [...choices.querySelectorAll('button')].find((one) => folded(one) === 'Last year')!.click();
    const offer = await until(() => part(element, 'show-archived'), 'the offer');
    expect(folded(part(element, 'notice'))).to.match(/^\d archived orders in these dates are not listed/);
    offer.click();
    await until(() => rows(element).length > 0 && !part(element, 'show-archived'), 'with the archive');
    expect(rows(element).every((row) => row.classList.contains('archived'))).to.equal(true);
  });

  it('clears the search for the next customer, and keeps the host’s settings', async () => {
    const { asked, adapter } = watched();
    const { element, dashboard } = await ready({ toolbar: '', archived: 'include' }, adapter, archived);
    await search(element, 'no such order');
    await until(() => part(element, 'state'), 'nothing');
    dashboard.customerId = ingrid;
    await until(() => rows(element).length === 10, 'the other’s');
    expect(field(element).value).to.equal('');
    expect(asked.at(-1)).to.deep.equal({ first: 10, after: undefined, filter: { archived: 'include' } });
    dashboard.customerId = archived;
    await until(
      () => numbers(element).every((number) => number.startsWith('#2')) && settled(element),
      'the first again',
    );
    expect(rows(element)).to.have.length(10);
  });

  it('prefers a new setting of the host to an earlier choice', async () => {
    const { element } = await ready({ toolbar: 'range', range: { from: '2026-11-01' } });
    expect(numbers(element)).to.deep.equal(['#10512', '#10498', '#10471', '#10466', 'R-2041']);
    const choices = await openTool(element, '1 Nov', '.choices');
    [...choices.querySelectorAll('button')].find((one) => folded(one) === 'All dates')!.click();
    await until(() => rows(element).length === 10, 'all dates');
    element.setAttribute('range', '2026-10-01/2026-10-31');
    await until(() => numbers(element).join() === '#10388,#10350', 'October');
    element.range = { from: '2026-11-30', to: '2026-11-01' };
    await until(() => numbers(element).join() === '#10512,#10498,#10471,#10466,R-2041', 'November, backwards');
    element.setAttribute('range', '2026-10-31/2026-10-01');
    await until(() => numbers(element).join() === '#10388,#10350', 'October, backwards');
    expect(button(element, '1 Oct to 31 Oct'), 'what is shown').to.exist;
    const { warn } = console;
    const warnings: unknown[] = [];
    console.warn = (...words) => warnings.push(words);
    try {
      element.setAttribute('range', '2026-31-10/');
      await until(() => rows(element).length === 10, 'what is no day is no range');
    } finally {
      console.warn = warn;
    }
    expect(warnings).to.have.length(1);
  });

  it('limit="all" lists everything while scrolling, sorted by a column in either direction', async () => {
    const { asked, adapter } = watched();
    const { element } = await ready({}, adapter, knownCustomers.wholesale);
    element.setAttribute('limit', 'all');
    await until(() => asked.at(-1)!.first === 100 && settled(element), 'a page of all');
    expect(part(element, 'view-all')).to.equal(null);
    const head = () => [...element.shadowRoot!.querySelectorAll<HTMLElement>('[part=sort]')].map(folded);
    await until(() => head().join() === 'Order,Placed,Items,Total', 'what can be sorted by');
    const sort = async (label: string, expected: object | undefined) => {
      [...element.shadowRoot!.querySelectorAll<HTMLElement>('[part=sort]')]
        .find((one) => folded(one) === label)!
        .click();
      await until(() => JSON.stringify(asked.at(-1)!.sort) === JSON.stringify(expected) && settled(element), label);
    };
    await sort('Total', { field: 'total', direction: 'descending' });
    expect(footerOf(element)).to.match(/^First 100 of/);
    await sort('Total', { field: 'total', direction: 'ascending' });
    await sort('Order', { field: 'number', direction: 'ascending' });
    const known = asked.length;
    [...element.shadowRoot!.querySelectorAll<HTMLElement>('[part=sort]')][1]!.click();
    await until(() => footerOf(element).startsWith('Latest 100') && settled(element), 'newest first again');
    expect(asked.length, 'which is known').to.equal(known);
  });

  it('continues the search in all orders, and leaves the panel as it is', async () => {
    const { element } = await ready({ toolbar: 'search', limit: 3 });
    await search(element, 'saucer');
    await until(() => footerOf(element).includes('found'), 'found');
    part(element, 'view-all')!.click();
    const dialog = await until(() => element.shadowRoot!.querySelector('dialog'), 'the dialog');
    const input = await until(() => dialog.querySelector<HTMLInputElement>('input[type=search]'), 'its field');
    await until(() => input.value === 'saucer', 'what was sought');
    input.value = '';
    input.dispatchEvent(new Event('input'));
    await until(() => folded(dialog).includes('48 orders and 5 returns'), 'all of them');
    expect(footerOf(element)).to.include('found');
  });

  it('columns: the host’s, then the operator’s, with an event; the order’s number always stays', async () => {
    // @ts-expect-error An attribute may name any.
    const { element } = await ready({ columns: ['total', 'nonsense', 'payment', 'total'], toolbar: 'columns' });
    const heads = () => parts(element, 'column').map(folded);
    expect(heads()).to.deep.equal(['Order', 'Total', 'Payment']);
    expect([...rows(element)[0]!.children].map(folded)).to.deep.equal(['#10512', '£412.40', 'Payment due']);
    const seen: (readonly string[] | undefined)[] = [];
    element.addEventListener('columns-changed', ({ columns }) => seen.push(columns));
    const menu = await openTool(element, 'Columns', '.column-choices');
    [...menu.querySelectorAll('label')].find((label) => folded(label) === 'Items')!.click();
    await until(() => heads().includes('Items'), 'one more');
    expect(heads()).to.deep.equal(['Order', 'Total', 'Payment', 'Items']);
    expect(rows(element)[0]!.children.length).to.equal(4);
    expect(seen).to.deep.equal([['order', 'total', 'payment', 'items']]);
    element.columns = undefined;
    await until(() => heads().length === 5, 'the usual ones');
    element.columns = ['total'];
    await until(() => heads().length === 2, 'fewer');
    expect([...rows(element)[0]!.children].map(folded), 'no cell is left over').to.deep.equal(['#10512', '£412.40']);
  });

  it('exports all matches, page by page, after an event', async () => {
    const { asked, adapter } = watched();
    const { element } = await ready({ toolbar: 'search export', limit: 5 }, adapter);
    await search(element, 'house blend');
    await until(() => footerOf(element).includes('found'), 'found');
    const scopes: string[] = [];
    element.addEventListener('export', (event) => {
      scopes.push(`${event.customerId} ${event.what} ${event.scope}`);
    });
    const menu = await openTool(element, 'Export', '.choices');
    const all = [...menu.querySelectorAll('button')].at(-1)!;
    all.click();
    await until(() => asked.some(({ first }) => first === 500), 'large pages');
    expect(scopes).to.deep.equal([`${ingrid} orders all`]);
    expect(asked.at(-1)).to.deep.include({ text: 'house blend' });
    await until(() => !part(element, 'cancel'), 'the file');
  });

  it('the legend lists what the palette marks, and nothing else', async () => {
    const { element } = await ready({ toolbar: 'legend', statusPalette: 'cafe24' });
    const legend = await openTool(element, 'What the colours mean', 'dl.legend');
    expect(
      [...legend.querySelectorAll('dd')].map((list) => [...list.querySelectorAll('.badge')].map(folded)),
    ).to.deep.equal([
      ['Payment due', 'Authorised', 'Partly paid', 'Payment failed', 'Payment expired'],
      ['To ship', 'Scheduled', 'On hold', 'Being packed', 'Partly shipped', 'In transit'],
      ['Cancellation requested', 'Partly cancelled'],
      ['Exchange requested'],
      ['Return requested', 'Partly returned'],
    ]);
    element.statusPalette = 'seller';
    await until(() => folded(popover(element)).includes('The whole row is tinted for this.'), 'the seller’s');
    const tinted = rows(element).filter((row) => row.classList.contains('tinted'));
    expect(tinted.map((row) => folded(row.querySelector('.cell-order')))).to.deep.equal(['R-2041', '#10388']);
  });
});

describe('order-history: declared capabilities', () => {
  afterEach(() => {
    unmountAll();
    document.body.replaceChildren();
  });

  const { capabilities } = shopAdapter().orders;
  const everything: ListCapabilities = capabilities!.list!;

  /** Returns the shop with fewer declarations, and a record of the requested lists. */
  function declaring(fewer: ListCapabilities) {
    const { asked, adapter } = watched();
    const orders = { ...adapter.orders, capabilities: { list: { ...everything, ...fewer } } };
    return { asked, adapter: { ...adapter, orders } };
  }

  const tools = {
    search: [{ search: false }, (root: Element) => root.querySelector('input[type=search]')],
    'date range': [{ range: false }, (root: Element) => button(root, 'All dates')],
    filters: [{ filter: [] }, (root: Element) => button(root, 'Filter')],
  } as const satisfies Record<string, readonly [ListCapabilities, (root: Element) => Element | null | undefined]>;

  for (const [name, [fewer, find]] of Object.entries(tools))
    it(`hides ${name} that the platform does not declare, above the latest and above all orders`, async () => {
      const { element } = await ready({ toolbar: '' }, declaring(fewer).adapter);
      const { element: whole } = await ready({ toolbar: '' }, declaring({}).adapter);
      for (const one of [element, whole]) await until(() => button(one, 'Export'), 'the other tools');
      expect(Boolean(find(part(whole, 'toolbar')!)), 'declared').to.equal(true);
      expect(Boolean(find(part(element, 'toolbar')!)), 'not declared').to.equal(false);
      part(element, 'view-all')!.click();
      const dialog = await until(() => part(element, 'dialog'), 'the dialog');
      await until(() => button(dialog, 'Export'), 'its tools');
      expect(Boolean(find(dialog)), 'not declared').to.equal(false);
    });

  it('hides the groups of filters that the platform does not declare', async () => {
    const { element } = await ready({ toolbar: 'filter' }, declaring({ filter: ['payment', 'kind'] }).adapter);
    const menu = await openTool(element, 'Filter', '.filter-panel');
    expect([...menu.querySelectorAll('legend')].map(folded)).to.deep.equal(['Payment', 'Kind']);
  });

  it('sorts only by the columns that the platform declares', async () => {
    const { element } = await ready({ limit: 'all' }, declaring({ sort: ['placedAt', 'total'] }).adapter);
    const heads = [...element.shadowRoot!.querySelectorAll('[part=sort]')].map(folded);
    expect(heads).to.deep.equal(['Placed', 'Total']);
  });

  it('does not ask for archived orders if the platform declares no such filter', async () => {
    const { asked, adapter } = declaring({ filter: ['payment'] });
    const { element } = await ready({ toolbar: 'range', limit: 50 }, adapter, archived);
    const choices = await openTool(element, 'All dates', '.choices');
    [...choices.querySelectorAll('button')].find((one) => folded(one) === 'Last year')!.click();
    await until(() => asked.at(-1)!.range && settled(element), 'the range');
    await element.updateComplete;
    expect(asked.filter(({ filter }) => filter?.['archived'])).to.deep.equal([]);
    expect(parts(element, 'show-archived').length).to.equal(0);
  });
});

describe('order-history: accessibility of the toolbar', () => {
  afterEach(() => {
    unmountAll();
    document.body.replaceChildren();
  });

  /** Returns the violations that axe finds in Chromium. The tokens' own test computes the contrast of every pair. */
  async function faults(element: Element): Promise<string[]> {
    if (!isChromium) return [];
    const { violations } = await axe.run(element, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
    });
    return violations
      .map(({ id, nodes }) => ({
        id,
        nodes: nodes.filter(({ target }) => id !== 'target-size' || !isLabelled(target)),
      }))
      .filter(({ nodes }) => nodes.length)
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }

  /**
   * Returns true if the target has a label, which is part of the click target even if a scroll container clips the box.
   */
  function isLabelled(target: axe.NodeResult['target']): boolean {
    const path = [target].flat(3).map(String);
    const found = path.reduce<Element | null>(
      (root, selector) => (root?.shadowRoot ?? document).querySelector(selector),
      null,
    );
    return (found?.closest('label')?.getBoundingClientRect().height ?? 0) >= 24;
  }

  it('has no axe violation with all tools, totals and axes in columns, and does not overflow a narrow page', async function () {
    this.timeout(20_000);
    const { element } = await ready({
      toolbar: '',
      totals: true,
      columns: ['order', 'date', 'payment', 'fulfillment', 'cancellation', 'exchange', 'return', 'total'],
      statusPalette: 'cafe24-literal',
    });
    await until(() => part(element, 'metrics') && button(element, 'Export'), 'everything');
    expect(await faults(element)).to.deep.equal([]);
    const root = element.parentElement!;
    for (const width of [320, 480, 640, 800]) {
      root.style.inlineSize = `${width}px`;
      expect(root.scrollWidth, `${width} px`).to.be.at.most(width);
    }
  });

  it('has no axe violation in the dialog of all orders, and with open menus', async function () {
    this.timeout(20_000);
    const { element } = await ready({});
    part(element, 'view-all')!.click();
    const dialog = await until(() => element.shadowRoot!.querySelector('dialog'), 'the dialog');
    for (const [label, content] of [
      ['Filter', '.filter-panel'],
      ['Columns', '.column-choices'],
      ['What the colours mean', 'dl.legend'],
    ] as const) {
      await openTool(dialog, label, content);
      expect(await faults(element), label).to.deep.equal([]);
    }
  });
});

describe('order-history: a new order', () => {
  afterEach(() => {
    unmountAll();
    document.body.replaceChildren();
  });

  it('is not offered without an address or a host page for it', async () => {
    const { element } = await ready({});
    expect(part(element, 'create')).to.equal(null);
    element.creatable = true;
    const create = await until(() => part(element, 'create'), 'the way');
    const seen: string[] = [];
    element.addEventListener('order-create', ({ customerId }) => seen.push(customerId));
    create.click();
    expect([create.localName, seen]).to.deep.equal(['button', [ingrid]]);
  });

  it('links to the host’s page after an event, also without any order yet', async () => {
    const { element } = open({}, shopAdapter({ links: adminLinks }), noOrders);
    await until(() => part(element, 'state'), 'no orders');
    const links = parts(element, 'create');
    expect(links).to.have.length(2);
    const link = links[1] as HTMLAnchorElement;
    expect(link.href).to.equal(`https://admin.example/order-create?customerId=${noOrders}`);
    element.addEventListener('order-create', (event) => event.preventDefault());
    const click = new MouseEvent('click', { bubbles: true, cancelable: true });
    link.dispatchEvent(click);
    expect(click.defaultPrevented).to.equal(true);
  });
});
