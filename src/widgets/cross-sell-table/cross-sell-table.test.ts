import { executeServerCommand } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { Adapter } from '../../adapter/adapter.ts';
import { AdapterError } from '../../adapter/adapter-error.ts';
import type { PageRequest } from '../../adapter/options.ts';
import { provideDashboard } from '../../dashboard/provide-dashboard.ts';
import type { CrossSellRow, CrossSellTotals, MoneyFigure } from '../../domain/cross-sell.ts';
import type { Page } from '../../domain/page.ts';
import { loadLocale } from '../../i18n/locales.ts';
import { deferred, mount, part, parts, textOf, unmountAll, until } from '../../testing/kit.ts';
import { frozenNow, frozenZone } from '../../testing/scenario.ts';
import { scripted, type Scripted, type Step } from '../../testing/scripted.ts';
import { knownCustomers, shopAdapter } from '../../testing/shop.ts';
import './define.ts';
import type { CrossSellTable } from './cross-sell-table.ts';

type Products = Page<CrossSellRow, CrossSellTotals>;
const { ingrid, noOrders, wholesale, currencies, hostile, onlyReturn, dinar } = knownCustomers;

interface Setting {
  readonly customerId?: string;
  readonly properties?: Partial<CrossSellTable>;
  readonly locale?: string;
  readonly width?: string;
}

function open(
  script: Scripted<Adapter>,
  { customerId = ingrid, properties = {}, locale = 'en-GB', width = '1200px' }: Setting = {},
) {
  const root = document.body.appendChild(document.createElement('div'));
  root.style.inlineSize = width;
  const dashboard = provideDashboard(root, {
    adapter: script.adapter,
    customerId,
    locale: { locale, timeZone: frozenZone, now: frozenNow },
  });
  return { element: mount<CrossSellTable>('cross-sell-table', properties, root), dashboard, root };
}

async function ready(script = scripted<Adapter>(shopAdapter()), setting: Setting = {}) {
  const opened = open(script, setting);
  await until(() => parts(opened.element, 'row').length, 'rows');
  return { ...opened, script };
}

/** Returns an adapter that answers with the shop's products, changed. */
const changed = (change: (page: Products, request: PageRequest) => unknown): Scripted<Adapter> => {
  const shop = shopAdapter();
  return scripted<Adapter>({
    ...shop,
    crossSell: {
      ...shop.crossSell,
      list: async (id, page, options) =>
        change((await shop.crossSell.list(id, page, options)) as Products, page) as Products,
    },
  });
};

const money = (value: string, currency = 'GBP') => ({ value, currency });

const rowOf = (index: number, more: Partial<CrossSellRow> = {}): CrossSellRow => ({
  id: `r${index}`,
  customerId: ingrid,
  product: { id: `p${index}`, title: `Product ${index}`, sku: `SKU-${index}` },
  orders: 1,
  units: 1,
  revenue: money('10.00'),
  ...more,
});

/** Returns an adapter with only these rows, on one page. */
const only = (items: readonly CrossSellRow[], page: Partial<Products> = {}): Scripted<Adapter> =>
  scripted<Adapter>({
    crossSell: {
      capabilities: shopAdapter().crossSell.capabilities,
      list: async () => {
        await Promise.resolve();
        return { items, next: null, total: items.length, ...page };
      },
    },
  });

const all = <E extends Element = HTMLElement>(element: Element, selector: string): E[] => [
  ...element.shadowRoot!.querySelectorAll<E>(selector),
];
const dialog = (element: Element) => all<HTMLDialogElement>(element, 'dialog')[0];
const clean = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
const panelRows = (element: Element) => all<HTMLTableRowElement>(element, 'section tbody tr[part=row]');
const dialogRows = (element: Element) => all<HTMLTableRowElement>(element, 'dialog tbody tr[part=row]');
const cellsOf = (row: HTMLTableRowElement) => [...row.cells].map(({ textContent }) => clean(textContent));
const names = (element: Element) => panelRows(element).map((row) => clean(row.querySelector('.name')?.textContent));
const column = (element: Element, name: string) =>
  panelRows(element).map((row) => clean(row.querySelector(`.cell-${name}`)?.textContent));
const foot = (element: Element, within = 'section') =>
  [...all<HTMLTableRowElement>(element, `${within} tfoot tr`)[0]!.cells].map(({ textContent }) => clean(textContent));
const head = (element: Element, name: string, within = 'section') =>
  all<HTMLButtonElement>(element, `${within} thead .cell-${name} button`)[0]!;
const sortOf = (element: Element, name: string, within = 'section') =>
  head(element, name, within).closest('th')!.getAttribute('aria-sort');
const status = (element: Element, within = '') =>
  clean(all(element, `${within} .visually-hidden[role=status]`)[0]?.textContent);
const requests = (script: Scripted<Adapter>) =>
  script.callsTo('crossSell.list').map(({ args }) => args[1] as PageRequest);
const footer = (element: Element) => clean(part(element, 'footer')!.textContent);
const hasFocus = (target: HTMLElement) => (target.getRootNode() as ShadowRoot).activeElement === target;
/** Returns the properties of an event beyond those of every event. */
const idsOf = (event: Event) => Object.fromEntries(Object.entries(event).filter(([name]) => name !== 'isTrusted'));
const viewAll = async (element: CrossSellTable) => {
  part(element, 'view-all')!.click();
  await until(() => dialogRows(element).length > 1, 'rows in the dialog');
};

/** The properties that show columns without known values. */
const dashed = { properties: { unknownColumns: 'dash' as const } };

describe('cross-sell-table', () => {
  afterEach(() => {
    unmountAll();
    document.body.replaceChildren();
    document.documentElement.dir = '';
  });

  describe('rows', () => {
    it('has one row for each product, with every figure, by revenue', async () => {
      const { element, script } = await ready();
      expect(panelRows(element).length).to.equal(8);
      expect(cellsOf(panelRows(element)[0]!)).to.deep.equal([
        'Stoneware cup 220 ml, oat CUP-220-OAT',
        '£5,631.00',
        '31.4%',
        '19',
        '412',
        '0',
        '£1,180.40',
        '£4,450.60',
        '£147.55',
        '£3,402.07',
        '£2,060.00',
        '£168.93',
      ]);
      expect(all(element, 'thead th').map(({ textContent }) => clean(textContent))).to.deep.equal([
        'Product',
        'Revenue',
        'Share',
        'Orders',
        'Units',
        'Returned',
        'Promo revenue',
        'Non-promo revenue',
        'Promotions given',
        'Profit',
        'COGS',
        'Fees',
      ]);
      expect(part(element, 'count')!.textContent).to.equal('23');
      expect(footer(element)).to.contain('Top 8 of 23 by revenue');
      expect(requests(script)).to.deep.equal([
        { first: 8, after: undefined, sort: { field: 'revenue', direction: 'descending' } },
      ]);
    });

    it('shows unknown as a dash with a label, none as “none”, zero as zero', async () => {
      const { element } = await ready(
        only([rowOf(1, { promoRevenue: null, promotions: money('0'), unitsReturned: undefined })]),
        dashed,
      );
      const [row] = panelRows(element);
      const cell = (name: string) => row!.querySelector(`.cell-${name}`)!;
      expect(clean(cell('promoRevenue').textContent)).to.equal('none');
      expect(clean(cell('promotions').textContent)).to.equal('£0.00');
      for (const name of ['profit', 'unitsReturned', 'share']) {
        expect(clean(cell(name).textContent)).to.equal('not known');
        expect(getComputedStyle(cell(name), '::before').content).to.contain('–');
      }
    });

    it('renders a known value into a cell of an unknown one, and back', async () => {
      let profit: CrossSellRow['profit'];
      const adapter: Adapter = {
        crossSell: { list: async () => ({ items: [rowOf(1, { profit })], next: null }) },
      };
      const { element } = await ready(scripted(adapter), dashed);
      for (const [value, text] of [
        [money('-3.5'), '\u2212£3.50'],
        [null, 'none'],
        [undefined, 'not known'],
        [money('2'), '£2.00'],
      ] as const) {
        profit = value;
        element.refresh();
        await until(() => column(element, 'profit')[0] === text, text);
        const { classList } = all(element, '.cell-profit.amount:is(td)')[0]!;
        expect(classList.contains('not-known')).to.equal(value === undefined);
        expect(classList.contains('quiet')).to.equal(value === null);
      }
    });

    it('lists the variants of a product with their units beside its name, in place of its SKU', async () => {
      const variant = (id: string, title: string | undefined, units: number) => ({
        ...{ id, title, sku: `CUP-${id}`, units, orders: 1, revenue: money('5') },
      });
      const product = { id: 'p', title: 'Cup', sku: 'CUP' };
      const variants = [variant('L', 'Large', 12), variant('S', undefined, 1)];
      const { element } = await ready(only([rowOf(1, { product, variants }), rowOf(2, { product, variants: [] })]));
      const cells = panelRows(element).map((row) => clean(row.querySelector('.titles')!.textContent));
      expect(cells).to.deep.equal(['Cup Large × 12 · CUP-S × 1', 'Cup CUP']);
      expect(part(element, 'variants')!.title).to.equal('Large × 12 · CUP-S × 1');
    });

    it('renders no more elements than cells plus the link and the number', async () => {
      const { element } = await ready();
      const known = panelRows(element)[0]!;
      expect(known.querySelectorAll('*').length + 1).to.equal(16);
      expect(known.querySelectorAll('svg, bdi').length).to.equal(0);
    });

    it('shows amounts exactly at any size and with any exponent', async () => {
      const huge = money('98765432109876543210.05');
      const { element } = await ready(only([rowOf(1, { revenue: huge, profit: money('-98765432109876543210.05') })]));
      expect(column(element, 'revenue')).to.deep.equal(['£98,765,432,109,876,543,210.05']);
      expect(column(element, 'profit')).to.deep.equal(['\u2212£98,765,432,109,876,543,210.05']);
      const other = await ready(scripted<Adapter>(shopAdapter()), { customerId: dinar });
      expect(column(other.element, 'revenue')[0]).to.match(/KWD\s?3,616\.620/);
    });

    it('names a product without a title by its number, and without either by its id', async () => {
      const { element } = await ready(
        only([rowOf(1, { product: { id: 'x', sku: 'S1' } }), rowOf(2, { product: { id: 'y' } })]),
      );
      expect(names(element)).to.deep.equal(['S1', 'y']);
      expect(parts(element, 'sku').length).to.equal(0);
    });
  });

  describe('share', () => {
    const totals = (amount: string): Partial<Products> => ({
      totals: { rows: 3, orders: 3, units: 3, revenue: { amounts: [money(amount)], known: 3 } },
    });
    const bars = (element: Element) =>
      all(element, 'tbody .cell-share').map((cell) => ({
        text: clean(cell.textContent),
        bar: Math.round(parseFloat(getComputedStyle(cell, '::after').inlineSize) * 10) / 10,
      }));

    it('is of all revenue in the currency, to one decimal; a negative one has an empty bar', async () => {
      const items = [money('150.00'), money('0.44'), money('-50.44')].map((revenue, index) =>
        rowOf(index, { revenue }),
      );
      const { element } = await ready(only(items, totals('100.00')));
      const track = parseFloat(getComputedStyle(all(element, 'tbody .cell-share')[0]!, '::before').inlineSize);
      expect(bars(element)).to.deep.equal([
        { text: '150.0%', bar: track },
        { text: '0.4%', bar: Math.round(track * 0.004 * 10) / 10 },
        { text: '\u221250.4%', bar: 0 },
      ]);
    });

    it('is unknown if there is no total', async () => {
      const items = [money('5.00'), money('5.00', 'EUR'), money('-5.00')].map((revenue, index) =>
        rowOf(index, { revenue }),
      );
      const { element } = await ready(only(items, totals('0.00')), dashed);
      expect(column(element, 'share')).to.deep.equal(['not known', 'not known', 'not known']);
      expect(textOf(element)).to.not.match(/NaN|Infinity/);
    });

    it('is computed again when the total changes', async () => {
      let total = '20.00';
      const item = rowOf(1);
      const adapter: Adapter = { crossSell: { list: async () => ({ items: [item], next: null, ...totals(total) }) } };
      const { element } = await ready(scripted(adapter));
      expect(column(element, 'share')).to.deep.equal(['50.0%']);
      total = '40.00';
      element.refresh();
      await until(() => column(element, 'share')[0] === '25.0%', 'another share');
    });
  });

  describe('sort order', () => {
    const fields = [
      ['title', 'product', 'ascending', 'A to Z', 'Z to A'],
      ['orders', 'orders', 'descending', 'highest first', 'lowest first'],
      ['units', 'units', 'descending', 'highest first', 'lowest first'],
      ['unitsReturned', 'units returned', 'descending', 'highest first', 'lowest first'],
      ['promoRevenue', 'promo revenue', 'descending', 'highest first', 'lowest first'],
      ['nonPromoRevenue', 'non-promo revenue', 'descending', 'highest first', 'lowest first'],
      ['promotions', 'promotions given', 'descending', 'highest first', 'lowest first'],
      ['profit', 'profit', 'descending', 'highest first', 'lowest first'],
      ['cogs', 'COGS', 'descending', 'highest first', 'lowest first'],
      ['fees', 'fees', 'descending', 'highest first', 'lowest first'],
    ] as const;

    for (const [field, words, first, firstWords, secondWords] of fields)
      it(`by ${words}: requests it, announces it, and reverses it on a second click`, async () => {
        const { element, script } = await ready();
        const button = head(element, field);
        button.focus();
        const second = first === 'ascending' ? 'descending' : 'ascending';
        for (const [direction, spoken] of [
          [first, firstWords],
          [second, secondWords],
        ] as const) {
          button.click();
          await until(() => sortOf(element, field) === direction, direction);
          expect(requests(script).at(-1)!.sort).to.deep.equal({ field, direction });
          expect(status(element)).to.equal(`Sorted by ${words}, ${spoken}`);
          expect(hasFocus(button)).to.equal(true);
          expect(all(element, 'section [aria-sort]').length).to.equal(1);
          expect(sortOf(element, 'revenue')).to.equal(null);
        }
        expect(requests(script).length).to.equal(3);
        expect(footer(element)).to.contain(`of 23 by ${words}`);
      });

    it('announces nothing initially; reverses revenue on the first click', async () => {
      const { element } = await ready();
      expect(status(element)).to.equal('');
      expect(sortOf(element, 'revenue')).to.equal('descending');
      head(element, 'revenue').click();
      await until(() => sortOf(element, 'revenue') === 'ascending', 'ascending');
      expect(footer(element)).to.contain('Lowest 8 of 23 by revenue');
    });

    it('by share requests revenue', async () => {
      const { element, script } = await ready();
      head(element, 'share').click();
      await until(() => sortOf(element, 'share') === 'descending', 'by share');
      expect(requests(script).at(-1)!.sort).to.deep.equal({ field: 'revenue', direction: 'descending' });
      expect(footer(element)).to.contain('Top 8 of 23 by share of revenue');
      expect(sortOf(element, 'revenue')).to.not.equal('descending');
    });

    it('sorts unknown values last in either direction', async () => {
      const { element } = await ready(undefined, { properties: { limit: 30 } });
      for (const direction of ['descending', 'ascending']) {
        head(element, 'profit').click();
        await until(() => sortOf(element, 'profit') === direction, direction);
        expect(column(element, 'profit').slice(-3)).to.deep.equal(['not known', 'not known', 'not known']);
        expect(column(element, 'profit')[0]).to.not.equal('not known');
      }
    });

    it('keeps the rows until the new order arrives, and shows that it is loading', async () => {
      const script = scripted<Adapter>(shopAdapter());
      const { element } = await ready(script);
      const before = names(element);
      const answer = deferred();
      script.next('crossSell.list', { until: answer.promise });
      head(element, 'title').focus();
      head(element, 'title').click();
      await until(() => part(element, 'waiting'), 'that it waits');
      expect(names(element)).to.deep.equal(before);
      expect(all(element, '.skeleton').length).to.equal(0);
      expect(part(element, 'panel')!.getAttribute('aria-busy')).to.equal('true');
      expect(part(element, 'waiting')!.textContent).to.equal('Sorting by product');
      // The rows and their announced order are the old ones; the sort mark is on the column that the operator clicked.
      expect([sortOf(element, 'revenue'), sortOf(element, 'title')]).to.deep.equal(['descending', null]);
      expect(head(element, 'title').classList.contains('ascending')).to.equal(true);
      expect(all(element, 'section thead svg').length).to.equal(1);
      expect(footer(element)).to.contain('Top 8 of 23 by revenue');
      expect(status(element)).to.equal('');
      answer.resolve();
      await until(() => sortOf(element, 'title') === 'ascending', 'sorted');
      expect(names(element)).to.not.deep.equal(before);
      expect(parts(element, 'waiting').length).to.equal(0);
      expect(hasFocus(head(element, 'title'))).to.equal(true);
    });

    it('a click during loading continues from the pending order; the last one wins in any order of answers', async () => {
      const script = scripted<Adapter>(shopAdapter());
      const { element } = await ready(script);
      const answers = [deferred(), deferred(), deferred()];
      for (const { promise } of answers) script.next('crossSell.list', { until: promise });
      head(element, 'profit').click();
      await until(() => requests(script).length === 2, 'asked');
      head(element, 'profit').click();
      await until(() => requests(script).length === 3, 'asked for the reverse');
      head(element, 'fees').click();
      await until(() => requests(script).length === 4, 'asked for another');
      expect(
        requests(script)
          .slice(1)
          .map(({ sort }) => `${sort!.field} ${sort!.direction}`),
      ).to.deep.equal(['profit descending', 'profit ascending', 'fees descending']);
      answers[2]!.resolve();
      await until(() => sortOf(element, 'fees') === 'descending', 'the last one');
      answers[0]!.resolve();
      answers[1]!.resolve();
      await new Promise((resolve) => setTimeout(resolve));
      await element.updateComplete;
      expect(sortOf(element, 'fees')).to.equal('descending');
      expect(column(element, 'fees')[0]).to.equal('£168.93');
    });

    it('returns to a cached order without a request', async () => {
      const { element, script } = await ready();
      const before = names(element);
      head(element, 'title').click();
      await until(() => sortOf(element, 'title') === 'ascending', 'by title');
      head(element, 'revenue').click();
      await until(() => sortOf(element, 'revenue') === 'descending', 'by revenue');
      expect(names(element)).to.deep.equal(before);
      expect(requests(script).length).to.equal(2);
    });

    it('a failed order leaves the rows as they are, and is requested again on a click', async () => {
      const script = scripted<Adapter>(shopAdapter());
      const { element } = await ready(script);
      const before = names(element);
      script.next('crossSell.list', { fail: new AdapterError('timeout', { retryable: false }) });
      head(element, 'profit').click();
      await until(() => textOf(element).includes('Could not refresh.'), 'the notice');
      expect(names(element)).to.deep.equal(before);
      expect([sortOf(element, 'revenue'), sortOf(element, 'profit')]).to.deep.equal(['descending', null]);
      expect(head(element, 'revenue').classList.contains('descending')).to.equal(true);
      head(element, 'profit').click();
      await until(() => sortOf(element, 'profit') === 'descending', 'by profit');
      expect(requests(script).at(-1)!.sort).to.deep.equal({ field: 'profit', direction: 'descending' });
      expect(textOf(element)).to.not.contain('Could not refresh.');
    });

    it('a failed order is loaded by “Try again”', async () => {
      const script = scripted<Adapter>(shopAdapter());
      const { element } = await ready(script);
      script.next('crossSell.list', { fail: new AdapterError('timeout', { retryable: false }) });
      head(element, 'profit').click();
      (await until(() => part(element, 'retry'), 'a way out')).click();
      await until(() => sortOf(element, 'profit') === 'descending', 'by profit');
    });

    for (const code of ['forbidden', 'unauthenticated'] as const)
      it(`${code} removes the rows, also those of the previous order`, async () => {
        const script = scripted<Adapter>(shopAdapter());
        const { element } = await ready(script);
        script.always('crossSell.list', { fail: new AdapterError(code) });
        head(element, 'profit').click();
        await until(() => part(element, 'state'), 'the reason');
        expect(textOf(element)).to.not.contain('Stoneware').and.not.contain('£');
      });

    it('clear() removes the rows at once, also during loading of another order', async () => {
      const script = scripted<Adapter>(shopAdapter());
      const { element, dashboard } = await ready(script);
      script.always('crossSell.list', { until: new Promise(() => {}) });
      head(element, 'profit').click();
      await until(() => part(element, 'waiting'), 'that it waits');
      dashboard.clear();
      await element.updateComplete;
      expect(textOf(element)).to.not.contain('Stoneware').and.not.contain('£');
      expect(requests(script).at(-1)!.sort!.field).to.equal('profit');
      expect(requests(script).length).to.equal(3);
    });

    it('works by keyboard: Tab to the column header, Enter', async () => {
      const { element } = await ready();
      head(element, 'title').focus();
      await executeServerCommand('press', 'Tab');
      expect(hasFocus(head(element, 'revenue'))).to.equal(true);
      await executeServerCommand('press', 'Tab');
      await executeServerCommand('press', 'Tab');
      await executeServerCommand('press', 'Enter');
      await until(() => sortOf(element, 'orders') === 'descending', 'by orders');
      expect(hasFocus(head(element, 'orders'))).to.equal(true);
    });
  });

  describe('customer', () => {
    it('never shows the first customer under the second during loading of an order', async () => {
      const script = scripted<Adapter>(shopAdapter());
      const { element, dashboard } = await ready(script);
      const [sorted, second] = [deferred(), deferred()];
      script.next('crossSell.list', { until: sorted.promise });
      script.next('crossSell.list', { until: second.promise });
      head(element, 'profit').click();
      await until(() => part(element, 'waiting'), 'that it waits');
      dashboard.customerId = currencies;
      const seen: string[] = [];
      const look = () => {
        if (!element.isUpdatePending && /Stoneware|17,905/.test(textOf(element))) seen.push(textOf(element));
      };
      for (let turn = 0; turn < 50; turn++) {
        await Promise.resolve();
        look();
      }
      await element.updateComplete;
      look();
      expect(all(element, '.skeleton').length).to.be.greaterThan(0);
      sorted.resolve();
      for (let frame = 0; frame < 4; frame++) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
        look();
      }
      second.resolve();
      await until(() => panelRows(element).length, 'the second one\u2019s rows');
      look();
      expect(seen).to.deep.equal([]);
      expect(requests(script).at(-1)!.sort).to.deep.equal({ field: 'profit', direction: 'descending' });
      expect(status(element)).to.equal('');
    });

    it('closes the dialog on a switch', async () => {
      const { element, dashboard } = await ready();
      await viewAll(element);
      dashboard.customerId = noOrders;
      await until(() => !dialog(element), 'closed');
      await until(() => textOf(element).includes('Nothing bought yet.'), 'nothing bought');
    });

    it('never shows the rows of another adapter', async () => {
      const { element, dashboard } = await ready();
      dashboard.adapter = { crossSell: { list: () => new Promise(() => {}) } };
      await element.updateComplete;
      expect(textOf(element)).to.not.contain('Stoneware');
    });
  });

  describe('totals', () => {
    it('cover the whole set: sums, number of known values, number of orders', async () => {
      const { element } = await ready();
      expect(foot(element)).to.deep.equal([
        'All 23 products',
        '£17,905.20',
        '',
        '144in 47 orders',
        '1,486',
        '6',
        '£2,912.60',
        '£14,992.60',
        '£402.15',
        '£7,968.4020 of 23',
        '£6,711.8021 of 23',
        '£501.9622 of 23',
      ]);
    });

    it('show charges even if there is no product row', async () => {
      const none = { amounts: [], known: 0 };
      const charges = [money('-4287.63')];
      const totals = { rows: 0, orders: 0, units: 0, revenue: none, charges, lifetimeTotal: charges };
      const { element } = open(only([], { totals }));
      await until(() => textOf(element).includes('No products, only charges.'), 'said');
      expect(part(element, 'summary')!.textContent).to.contain('\u2212£4,287.63');
      expect(part(element, 'table')).to.equal(null);
    });

    it('above the table: value, charges, their sum, and profit, each with its basis', async () => {
      const { element } = await ready();
      expect(parts(element, 'metric').map(({ textContent }) => clean(textContent))).to.deep.equal([
        'Lifetime value £17,905.20 Product revenue, net of returns',
        'Charges £557.50 Postage, fees and discounts; in no row',
        'Lifetime total £18,462.70 Product revenue and charges',
        'Profit £7,968.40 20 of 23 products; cost or fees of 3 not known',
      ]);
    });

    it('align with the four columns of other widgets', async () => {
      const { element } = await ready();
      const { left, width } = part(element, 'panel')!.getBoundingClientRect();
      const column = (width - 2 - 48) / 4;
      const starts = parts(element, 'metric').map((metric) => Math.round(metric.getBoundingClientRect().left - left));
      expect(starts).to.deep.equal([0, 1, 2, 3].map((index) => Math.round(25 + index * column)));
    });

    it('are the same for any visible rows and any order', async () => {
      const script = changed((page, { after }) => (after ? { ...page, totals: undefined, total: undefined } : page));
      const { element } = await ready(script, { customerId: wholesale, properties: { limit: 2 } });
      const before = foot(element);
      const above = clean(parts(element, 'summary')[0]!.textContent);
      head(element, 'profit').click();
      await until(() => sortOf(element, 'profit') === 'descending', 'sorted');
      expect(foot(element)).to.deep.equal(before);
      await viewAll(element);
      expect(foot(element, 'dialog')).to.deep.equal(before);
      const pages = requests(script).length;
      const [button] = all<HTMLButtonElement>(element, 'dialog [part=more] button');
      button!.click();
      await until(
        () => requests(script).length > pages && clean(dialog(element)!.textContent).includes('Top 100 of 150'),
        'more',
      );
      expect(foot(element, 'dialog')).to.deep.equal(before);
      expect(clean(parts(element, 'summary')[0]!.textContent)).to.equal(above);
    });

    it('list two currencies side by side', async () => {
      const { element } = await ready(undefined, { customerId: currencies });
      const [metric] = parts(element, 'metric');
      expect([...metric!.querySelectorAll('.figure')].map(({ textContent }) => clean(textContent))).to.deep.equal([
        '£4,901.30',
        'US$2,634.24',
        '€826.42',
      ]);
      const cell = all<HTMLTableRowElement>(element, 'section tfoot tr')[0]!.cells[1]!;
      const lines = [...cell.querySelectorAll('.sum')];
      expect(lines.map(({ textContent }) => clean(textContent))).to.deep.equal(['£4,901.30', 'US$2,634.24', '€826.42']);
      const tops = lines.map((line) => line.getBoundingClientRect().top);
      expect(new Set(tops).size).to.equal(3);
      const shares = panelRows(element)
        .filter((row) => row.querySelector('.cell-revenue')!.textContent.startsWith('€'))
        .map((row) => parseFloat(row.querySelector('.cell-share')!.textContent));
      expect(shares.reduce((sum, share) => sum + share, 0)).to.be.closeTo(100, 0.3);
    });

    it('unknown in every row are a dash, not zero', async () => {
      const script = changed(({ totals, ...page }) => ({
        ...page,
        totals: {
          ...totals,
          unitsReturned: undefined,
          profit: undefined,
          fees: { amounts: [], known: 0 },
          charges: undefined,
          lifetimeTotal: undefined,
        },
      }));
      const { element } = await ready(script);
      const sums = foot(element);
      expect([sums[5], sums[9], sums[11]]).to.deep.equal(['–not known', '–not known', '–not known']);
      expect(textOf(element)).to.not.contain('0 of 23');
      expect(parts(element, 'metric').length).to.equal(1);
    });

    it('name the basis of profit if all is known, and “none” for no charges', async () => {
      const { element } = await ready(undefined, { customerId: onlyReturn });
      expect(parts(element, 'metric').map(({ textContent }) => clean(textContent))).to.deep.equal([
        'Lifetime value \u2212£27.00 Product revenue, net of returns',
        'Charges none Postage, fees and discounts; in no row',
        'Lifetime total \u2212£27.00 Product revenue and charges',
        'Profit \u2212£15.66 Revenue less cost and fees',
      ]);
      expect(foot(element)[0]).to.equal('1 product');
      expect(footer(element)).to.equal('1 product');
    });

    it('are omitted if the platform returns none', async () => {
      const { element } = await ready(only([rowOf(1), rowOf(2)]));
      expect(all(element, 'tfoot').length).to.equal(0);
      expect(parts(element, 'summary').length).to.equal(0);
      expect(footer(element)).to.equal('All 2 by revenue');
    });
  });

  describe('unknown-columns', () => {
    const without = new Set<string>([
      'promoRevenue',
      'nonPromoRevenue',
      'promotions',
      'profit',
      'cogs',
      'fees',
    ] satisfies MoneyFigure[]);
    const strip = <T extends object>(record: T) =>
      Object.fromEntries(Object.entries(record).filter(([name]) => !without.has(name)));
    const imported = () => changed((page) => ({ ...page, items: page.items.map(strip), totals: strip(page.totals!) }));

    it('are hidden, or show dashes if the host says so', async () => {
      const { element } = await ready(imported());
      const six = ['Stoneware cup 220 ml, oat CUP-220-OAT', '£5,631.00', '31.4%', '19', '412', '0'];
      expect(cellsOf(panelRows(element)[0]!)).to.deep.equal(six);
      expect([all(element, 'thead th').length, foot(element).length]).to.deep.equal([6, 6]);
      element.setAttribute('unknown-columns', 'dash');
      await element.updateComplete;
      expect(cellsOf(panelRows(element)[0]!)).to.deep.equal([...six, ...Array.from({ length: 6 }, () => 'not known')]);
      expect([all(element, 'thead th').length, foot(element).length]).to.deep.equal([12, 12]);
      element.unknownColumns = 'auto';
      await element.updateComplete;
      expect(cellsOf(panelRows(element)[0]!)).to.deep.equal(six);
      expect([all(element, 'thead th').length, foot(element).length]).to.deep.equal([6, 6]);
    });

    it('stay if the total or a row has a value', async () => {
      const { element } = await ready(
        changed((page) => ({
          ...page,
          items: page.items.map(strip),
          totals: { ...strip(page.totals!), fees: { amounts: [money('9.00')], known: 1 } },
        })),
      );
      expect(column(element, 'fees')[0]).to.equal('not known');
      expect(foot(element).at(-1)).to.contain('£9.00');
      expect(column(element, 'profit')[0]).to.equal('');
    });

    it('stay if one row has a value', async () => {
      const items = [rowOf(1), rowOf(2, { fees: money('0.10') })];
      const { element } = await ready(only(items));
      expect(column(element, 'fees')).to.deep.equal(['not known', '£0.10']);
      expect(column(element, 'profit')).to.deep.equal(['', '']);
    });
  });

  describe('view all', () => {
    it('fires an event with the id; a host that prevents it takes over', async () => {
      const { element } = await ready();
      const events: Event[] = [];
      document.body.addEventListener('view-all', (event) => events.push(event), { once: true });
      element.addEventListener('view-all', (event) => event.preventDefault(), { once: true });
      part(element, 'view-all')!.click();
      await element.updateComplete;
      expect(Boolean(dialog(element))).to.equal(false);
      expect(idsOf(events[0]!)).to.deep.equal({ customerId: ingrid });
      await viewAll(element);
      expect(dialog(element)!.open).to.equal(true);
    });

    it('shows all rows in the panel’s order, and sorts separately', async () => {
      const { element, script } = await ready();
      head(element, 'units').click();
      await until(() => sortOf(element, 'units') === 'descending', 'by units');
      await viewAll(element);
      expect(sortOf(element, 'units', 'dialog')).to.equal('descending');
      expect(requests(script).at(-1)).to.deep.include({ first: 50, sort: { field: 'units', direction: 'descending' } });
      expect(clean(dialog(element)!.textContent)).to.contain('All 23 by units');
      head(element, 'title', 'dialog').focus();
      head(element, 'title', 'dialog').click();
      await until(() => sortOf(element, 'title', 'dialog') === 'ascending', 'by title');
      expect(hasFocus(head(element, 'title', 'dialog'))).to.equal(true);
      // The status region is in the dialog: screen readers ignore everything outside a modal dialog.
      expect(status(element, 'dialog')).to.equal('Sorted by product, A to Z');
      expect(sortOf(element, 'units')).to.equal('descending');
    });

    it('opens, and closes by Escape, by keyboard; the focus returns', async () => {
      const { element } = await ready();
      const button = part(element, 'view-all')!;
      button.focus();
      await executeServerCommand('press', 'Enter');
      await until(() => dialog(element)?.open, 'open');
      await executeServerCommand('press', 'Escape');
      await until(() => !dialog(element), 'closed');
      expect(hasFocus(button)).to.equal(true);
    });

    it('is hidden if all rows are shown', async () => {
      const { element } = await ready(undefined, { properties: { limit: 23 } });
      expect(parts(element, 'view-all').length).to.equal(0);
      expect(footer(element)).to.equal('All 23 by revenue');
    });

    it('loads pages near the end; a failed one is retried by a button', async () => {
      const script = scripted<Adapter>(shopAdapter());
      const { element } = await ready(script, { customerId: wholesale });
      await viewAll(element);
      const scroller = all(element, 'dialog .table-scroll')[0]!;
      await until(() => dialogRows(element).length < 30, 'the visible rows');
      script.next('crossSell.list', { fail: new AdapterError('internal') });
      scroller.scrollTop = scroller.scrollHeight;
      await until(() => textOf(element).includes('The next rows could not be loaded.'), 'that it failed');
      all(element, 'dialog [part=more] button')[0]!.click();
      await until(() => textOf(element).includes('Top 100 of 150'), 'the second page');
      scroller.scrollTop = scroller.scrollHeight;
      await until(() => textOf(element).includes('All 150 by revenue'), 'the third page');
      expect(requests(script).filter(({ first }) => first === 50).length).to.equal(4);
    });

    it('renders a bounded number of 10,000 rows; another order starts at the top', async () => {
      const items = Array.from({ length: 10_000 }, (_, index) =>
        rowOf(index, { revenue: money(`${10_000 - index}.00`) }),
      );
      const { element } = await ready(only(items));
      expect(panelRows(element).length).to.equal(8);
      await viewAll(element);
      await until(() => dialogRows(element).length > 5, 'rows');
      const scroller = all(element, 'dialog .table-scroll')[0]!;
      const visible = Math.ceil(scroller.clientHeight / dialogRows(element)[0]!.getBoundingClientRect().height);
      await until(() => dialogRows(element).length <= visible + 6, 'no more than the visible rows');
      scroller.scrollTop = scroller.scrollHeight;
      await until(() => dialogRows(element).some((row) => row.textContent.includes('Product 9999')), 'the last row');
      expect(dialogRows(element).length).to.be.at.most(visible + 6);
      head(element, 'title', 'dialog').click();
      await until(() => sortOf(element, 'title', 'dialog') === 'ascending', 'sorted');
      await until(() => scroller.scrollTop === 0, 'at the top');
    });

    for (const width of ['1200', '700', '380'])
      it(`rows of the virtual list have one height at ${width} px, with or without a number, for any name`, async () => {
        const title = 'A name that is far too long for the column that it stands in, wherever that may be';
        const items = Array.from({ length: 40 }, (_, index) =>
          rowOf(index, {
            product: { id: `${index}`, title: index % 3 ? `P${index}` : title, ...(index % 2 ? { sku: 'S' } : {}) },
          }),
        );
        const { element, root } = await ready(only(items));
        await viewAll(element);
        // The dialog has a width of its own, independent of the page.
        dialog(element)!.style.inlineSize = `${width}px`;
        root.style.inlineSize = `${width}px`;
        await until(() => dialogRows(element).length > 5, 'rows');
        const heights = dialogRows(element)
          .slice(0, 6)
          .map((row) => Math.round(row.getBoundingClientRect().height));
        expect(new Set(heights).size).to.equal(1);
      });
  });

  describe('product link', () => {
    it('leads to the product’s or the host’s URL, and to no unsafe one', async () => {
      const urls = [
        'https://shop.example/cup',
        '/relative',
        'javascript:alert(1)',
        ' javascript:alert(2)',
        'data:text/html,x',
        undefined,
      ];
      const items = urls.map((url, index) =>
        rowOf(index, { product: { id: `p${index}`, title: `P${index}`, ...(url ? { url } : {}) } }),
      );
      const hrefs = (element: Element) => parts(element, 'product').map((name) => name.getAttribute('href'));
      const bare = await ready(only(items));
      expect(hrefs(bare.element)).to.deep.equal(['https://shop.example/cup', '/relative', null, null, null, null]);
      const asked: unknown[] = [];
      const { element } = await ready(
        scripted<Adapter>({
          ...only(items).adapter,
          crossSell: { list: async () => ({ items, next: null }) },
          links: (intent, params) => {
            if (intent !== 'product') return null;
            asked.push(params);
            return params['productId'] === 'p5'
              ? 'javascript:alert(3)'
              : `https://admin.example/${params['productId']}`;
          },
        }),
      );
      expect(hrefs(element)).to.deep.equal([
        'https://shop.example/cup',
        '/relative',
        'https://admin.example/p2',
        'https://admin.example/p3',
        'https://admin.example/p4',
        null,
      ]);
      expect(asked[0]).to.deep.equal({ customerId: ingrid, productId: 'p2' });
    });

    it('fires a cancelable event with ids alone', async () => {
      const { element } = await ready();
      let seen: Event | undefined;
      document.body.addEventListener('product-open', (event) => (seen = event), { once: true });
      element.addEventListener('product-open', (event) => event.preventDefault(), { once: true });
      const click = new MouseEvent('click', { bubbles: true, cancelable: true });
      part(element, 'product')!.dispatchEvent(click);
      expect(click.defaultPrevented).to.equal(true);
      expect(idsOf(seen!)).to.deep.equal({ customerId: ingrid, productId: 'prod-cup-220-oat' });
    });

    it('a host whose link function throws has no link', async () => {
      const items = [rowOf(1)];
      const { element } = await ready(
        scripted<Adapter>({
          crossSell: { list: async () => ({ items, next: null }) },
          links: () => {
            throw new Error('no');
          },
        }),
      );
      expect(names(element)).to.deep.equal(['Product 1']);
    });
  });

  describe('unexpected answers', () => {
    it('hostile strings stay text, and their invisible characters are shown', async () => {
      const { element } = await ready(undefined, { customerId: hostile });
      expect(names(element)[0]).to.equal('"><img src=x onerror=alert(11)>');
      expect(all(element, 'img, script').length).to.equal(0);
      expect(names(element).join(' ')).to.contain('U+202E').and.contain('U+200B');
      for (const link of all<HTMLAnchorElement>(element, 'a')) expect(link.protocol).to.match(/^https?:$/);
    });

    it('a malformed answer names the field, not the value', async () => {
      const { element } = open(
        changed((page) => ({
          ...page,
          items: page.items.map((row, index) =>
            index === 2 ? { ...row, profit: { value: 'lots', currency: 'GBP' } } : row,
          ),
        })),
      );
      await until(() => textOf(element).includes('items[2].profit.value'), 'the field');
      expect(textOf(element)).to.not.contain('lots').and.not.contain('Stoneware');
    });

    it('rows of another customer are malformed', async () => {
      const { element } = open(
        changed((page) => ({ ...page, items: page.items.map((row) => ({ ...row, customerId: 'other' })) })),
      );
      await until(() => textOf(element).includes('The answer could not be read.'), 'unreadable');
      expect(panelRows(element).length).to.equal(0);
    });

    it('a forbidden refresh removes the rows at once, also from the dialog', async () => {
      const script = scripted<Adapter>(shopAdapter());
      const { element } = await ready(script);
      await viewAll(element);
      script.always('crossSell.list', { fail: new AdapterError('forbidden', { reason: 'Ask Priya.' }) });
      element.refresh();
      await until(() => textOf(element).includes('Ask Priya.') && !panelRows(element).length, 'forbidden');
      await until(() => !dialogRows(element).length, 'gone from the dialog');
      expect(textOf(element)).to.not.contain('£');
    });

    it('a platform without the port shows a state', async () => {
      const { element } = open(scripted<Adapter>({}));
      await until(() => textOf(element).includes('Not available here: Products bought.'), 'unsupported');
    });

    it('an adapter that throws a non-error, or returns nothing, shows a state', async () => {
      for (const step of [{ fail: 'a string' }, { answer: () => undefined }, { answer: () => null }] satisfies Step[]) {
        const script = scripted<Adapter>(shopAdapter());
        script.always('crossSell.list', step);
        const { element } = open(script);
        await until(() => part(element, 'state'), 'a state');
        expect(textOf(element)).to.not.match(/undefined|\[object/);
      }
    });

    it('warnings of the platform are shown above the rows', async () => {
      const { element } = await ready(
        changed((page) => ({
          ...page,
          asOf: '2026-11-18T06:00:00Z',
          warnings: [{ code: 'cost' }, { code: 'x', message: 'No fees.' }],
        })),
      );
      expect(parts(element, 'notice').map(({ textContent }) => clean(textContent))).to.deep.equal([
        'Some of this could not be loaded: cost.',
        'No fees.',
      ]);
      expect(panelRows(element).length).to.equal(8);
      expect(footer(element)).to.contain('As of today, 06:00');
    });

    it('an invalid limit is the default', async () => {
      for (const limit of [Number.NaN, 0, -3]) {
        const { element, script } = await ready(undefined, { properties: { limit } });
        expect(requests(script)[0]!.first).to.equal(8);
        expect(panelRows(element).length).to.equal(8);
      }
    });

    it('is available in Indonesian', async () => {
      await loadLocale('id');
      const { element } = await ready(undefined, { locale: 'id' });
      expect(textOf(element)).to.contain('Produk yang dibeli').and.contain('8 teratas dari 23 menurut pendapatan');
      expect(foot(element)[0]).to.equal('Semua 23 produk');
      expect(column(element, 'revenue')[0]).to.equal('£5.631,00');
      head(element, 'profit').click();
      await until(() => status(element) === 'Diurutkan menurut laba, tertinggi dahulu', 'the order in words');
    });
  });

  describe('layout', () => {
    it('loading and loaded have the same height', async () => {
      for (const width of ['1200px', '800px']) {
        const script = scripted<Adapter>(shopAdapter());
        const answer = deferred();
        script.next('crossSell.list', { until: answer.promise });
        const { element } = open(script, { width });
        await until(() => all(element, '.skeleton').length, 'skeleton');
        const before = element.getBoundingClientRect().height;
        answer.resolve();
        await until(() => panelRows(element).length, 'rows');
        expect(element.getBoundingClientRect().height).to.be.closeTo(before, 1, width);
      }
    });

    it('rows are 41 px high', async () => {
      const { element } = await ready();
      expect(panelRows(element)[0]!.getBoundingClientRect().height).to.equal(41);
    });

    for (const direction of ['ltr', 'rtl'])
      it(`the table scrolls, the page does not, and the product column stays in view (${direction})`, async () => {
        document.documentElement.dir = direction;
        const { element, root } = await ready(undefined, { width: '600px' });
        const scroller = part(element, 'scroller')!;
        expect(root.scrollWidth).to.equal(600);
        expect(scroller.scrollWidth).to.be.greaterThan(scroller.clientWidth);
        scroller.scrollLeft = direction === 'rtl' ? -400 : 400;
        const edge = direction === 'rtl' ? 'right' : 'left';
        const box = panelRows(element)[0]!.cells[0]!.getBoundingClientRect();
        expect(box[edge]).to.be.closeTo(scroller.getBoundingClientRect()[edge], 0.6);
        for (const cell of [all(element, 'tfoot th')[0]!, all(element, 'thead th')[0]!])
          expect(cell.getBoundingClientRect()[edge]).to.be.closeTo(box[edge], 0.6);
      });

    it('a long name ends in an ellipsis, a figure never; under 480 px the name wraps', async () => {
      const title = 'A name that is far too long for the column that it stands in, wherever that column may be';
      const revenue = money('9876543210123.45');
      const { element, root } = await ready(only([rowOf(1, { product: { id: 'p', title, sku: 'S' }, revenue })]), {
        width: '1000px',
        ...dashed,
      });
      const name = panelRows(element)[0]!.querySelector('.name')!;
      const figure = panelRows(element)[0]!.cells[1]!;
      expect(getComputedStyle(name).textOverflow).to.equal('ellipsis');
      expect(name.scrollWidth).to.be.greaterThan(name.clientWidth);
      expect(figure.scrollWidth).to.be.at.most(figure.clientWidth);
      const bounds = figure.getBoundingClientRect();
      const range = document.createRange();
      range.selectNodeContents(figure);
      expect(range.getBoundingClientRect().left).to.be.at.least(bounds.left);
      root.style.inlineSize = '400px';
      await new Promise((resolve) => requestAnimationFrame(resolve));
      expect(name.scrollWidth).to.be.at.most(name.clientWidth);
      expect(name.getBoundingClientRect().height).to.be.greaterThan(80);
      expect(root.scrollWidth).to.equal(400);
    });

    it('figures are aligned to the end edge, with tabular digits', async () => {
      const { element } = await ready();
      const cell = all(element, 'tbody .cell-revenue')[0]!;
      const style = getComputedStyle(cell);
      const range = document.createRange();
      range.selectNodeContents(cell);
      const gap = cell.getBoundingClientRect().right - range.getBoundingClientRect().right;
      expect(gap).to.be.closeTo(Number.parseFloat(style.paddingInlineEnd), 1);
      expect(style.fontVariantNumeric).to.equal('tabular-nums');
    });
  });

  it('puts no customer data into attributes', async () => {
    const { element } = await ready();
    const kept = all(element, '*').flatMap((node) =>
      [...node.attributes].filter(({ name }) => name !== 'href').map(({ value }) => value),
    );
    expect(kept.join(' ')).to.not.match(/Stoneware|CUP-220|5631|5,631/);
    expect(element.attributes.length).to.equal(0);
  });
});
