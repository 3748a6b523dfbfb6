import { expect } from 'chai';
import type { Adapter } from '../adapter/adapter.ts';
import { provideDashboard } from '../dashboard/provide-dashboard.ts';
import '../define-all.ts';
import { mount, part, parts, textOf, unmountAll, until } from './kit.ts';
import { frozenNow, frozenZone } from './scenario.ts';
import { knownCustomers, shopAdapter } from './shop.ts';

type Tag = 'order-history' | 'credit-balance';

/** Removes some members from every record of a page. */
const without =
  (...names: readonly string[]) =>
  (record: object, index: number): object =>
    Object.fromEntries(Object.entries(record).filter(([name]) => index < 0 || !names.includes(name)));

type Change = (item: object, index: number) => object;
/** Replaces the records of a list. The widget still validates what it receives. */
const changed =
  <P extends readonly unknown[], A extends { readonly items: readonly object[] }>(
    list: (...args: P) => Promise<A>,
    change: Change,
  ) =>
  async (...args: P): Promise<A> => {
    const page = await list(...args);
    return { ...page, items: page.items.map(change) };
  };

/** Returns a shop in which one list returns changed records. */
function shopWith(what: 'orders' | 'entries' | 'coupons', change: Change): Adapter {
  const { orders, credit, coupons, ...shop } = shopAdapter();
  return {
    ...shop,
    orders: what === 'orders' ? { ...orders, list: changed(orders.list, change) } : orders,
    credit: what === 'entries' ? { ...credit, entries: changed(credit.entries, change) } : credit,
    coupons: what === 'coupons' ? { ...coupons, list: changed(coupons.list, change) } : coupons,
    links: () => null,
  };
}

async function ready(tag: Tag, adapter: Adapter, properties: object = {}, locale = 'en-GB', width = '1240px') {
  const root = document.body.appendChild(document.createElement('div'));
  root.style.inlineSize = width;
  provideDashboard(root, {
    adapter,
    customerId: knownCustomers.ingrid,
    locale: { locale, timeZone: frozenZone, now: frozenNow },
  });
  const element = mount(tag, properties, root) as HTMLElementTagNameMap[Tag];
  await until(() => parts(element, 'row').length && element.l10n.locale === locale, 'rows');
  await element.updateComplete;
  return element;
}

const headings = (element: Element, within = '') =>
  [...element.shadowRoot!.querySelectorAll(`${within} thead th`)].map(({ textContent }) => textContent.trim());
const width = (element: Element) => parts(element, 'row').map(({ children }) => children.length);

describe('columns', () => {
  afterEach(() => {
    unmountAll();
    document.body.replaceChildren();
  });

  it('without data in any row of orders are hidden, and appear with the first row that has it', async () => {
    let knowing = -1;
    const strip = without('itemCount', 'summary', 'kind');
    const adapter = shopWith('orders', (item, index) =>
      index === knowing ? item : { ...strip(item, index), kind: 'order', status: {} },
    );
    const element = await ready('order-history', adapter);
    expect(headings(element)).to.deep.equal(['Order', 'Placed', 'Total']);
    expect(new Set(width(element))).to.deep.equal(new Set([3]));
    knowing = 4;
    element.refresh();
    await until(() => headings(element).length > 3, 'more columns');
    expect(headings(element)).to.deep.equal(['Order', 'Placed', 'Items', 'Status', 'Total']);
    expect(new Set(width(element))).to.deep.equal(new Set([5]));
    knowing = -1;
    element.refresh();
    await until(() => headings(element).length === 3, 'fewer');
    element.unknownColumns = 'dash';
    await element.updateComplete;
    expect(headings(element).length).to.equal(5);
    expect([...parts(element, 'row')[0]!.children].map((cell) => /–|not known/.test(cell.textContent))).to.deep.equal([
      false,
      false,
      true,
      true,
      false,
    ]);
  });

  it('of a ledger without balances and authors are hidden, with their explanations', async () => {
    const strip = without('balanceAfter', 'actor', 'reversible', 'reverses', 'reversedBy');
    const element = await ready('credit-balance', shopWith('entries', strip));
    expect(headings(element)).to.deep.equal(['Date', 'Entry', 'Change']);
    expect(textOf(element)).to.not.match(/only reversed|–/);
    expect(part(element, 'ledger-bar')!.querySelectorAll('[part~=about]').length).to.equal(0);
    const whole = await ready('credit-balance', shopAdapter());
    expect(headings(whole)).to.deep.equal(['Date', 'Entry', 'By', 'Change', 'Balance']);
    expect(textOf(whole)).to.contain('Entries are never changed, only reversed');
    part(element, 'view-all')!.click();
    await until(() => element.shadowRoot!.querySelector('#dialog-history [part~=row]'), 'the whole ledger');
    expect(headings(element, '#dialog-history')).to.deep.equal(['Date', 'Entry', 'Change']);
    element.unknownColumns = 'dash';
    await element.updateComplete;
    expect(headings(element, '.panel').length).to.equal(5);
  });

  it('of coupons without a code and a last day are hidden', async () => {
    const element = await ready('credit-balance', shopWith('coupons', without('code', 'validUntil')), {
      kinds: 'coupons',
    });
    await until(() => part(element, 'coupons'), 'coupons');
    expect(headings(element)).to.deep.equal(['Coupon', 'Benefit', 'Status']);
  });

  it('of dates are as wide as the longest date in the language', async function () {
    this.timeout(60_000);
    // Before and after noon, a month with a long name, another year, yesterday.
    const dates = [
      '2026-11-18T10:52:00Z',
      '2026-09-25T13:40:00Z',
      '2026-06-30T22:58:00Z',
      '2026-10-28T21:00:00Z',
      '2025-09-28T01:00:00Z',
    ];
    const at = (name: string) => (item: object, index: number) => ({ ...item, [name]: dates[index % dates.length] });
    const cut: string[] = [];
    const starts = new Set<string>();
    for (const locale of ['en-US', 'en-GB', 'de', 'fr-CA', 'fa', 'th', 'hu', 'ja', 'es-MX', 'pt-BR'])
      for (const [tag, adapter] of [
        ['order-history', shopWith('orders', at('placedAt'))],
        ['credit-balance', shopWith('entries', at('at'))],
      ] as const)
        for (const [index, pixels] of ['1240px', '850px'].entries()) {
          const element = await ready(tag, adapter, {}, locale, pixels);
          const cells = [...element.shadowRoot!.querySelectorAll<HTMLElement>('td.cell-date')];
          for (const cell of cells)
            if (cell.scrollWidth > cell.clientWidth) cut.push(`${tag} ${locale} ${pixels} ${cell.textContent}`);
          const root = element.parentElement!;
          expect(root.scrollWidth, `${tag} ${locale}`).to.be.at.most(parseInt(pixels, 10));
          if (locale === 'en-US' && !index) {
            expect(element.shadowRoot!.textContent).to.match(/Sep 25, 02:40\sPM/);
            starts.add(`${tag}: ${cells.length}`);
          }
          root.remove();
        }
    expect(cut).to.deep.equal([]);
    expect(starts.size).to.equal(2);
  });

  it('of statuses are as wide as their texts if there is room', async function () {
    this.timeout(60_000);
    const extent = { done: 1, of: 2 };
    const statuses = [
      {
        return: { status: 'partial', extent },
        payment: { status: 'partially-refunded' },
        fulfillment: { status: 'restocked' },
      },
      {
        cancellation: { status: 'partial', extent },
        payment: { status: 'partially-refunded' },
        fulfillment: { status: 'restocked' },
      },
      { payment: { status: 'paid' }, fulfillment: { status: 'delivered' } },
    ];
    const adapter = shopWith('orders', (item, index) => ({ ...item, status: statuses[index % statuses.length] }));
    const cut: string[] = [];
    for (const locale of ['en-US', 'en-GB', 'id'])
      for (const pixels of [1240, 1280]) {
        const element = await ready('order-history', adapter, {}, locale, `${pixels}px`);
        const cells = [...element.shadowRoot!.querySelectorAll<HTMLElement>('td.cell-status')];
        expect(cells.length).to.be.at.least(3);
        for (const cell of cells) {
          const words = cell.textContent.replace(/\s+/g, ' ').trim();
          if (cell.scrollWidth > cell.clientWidth) cut.push(`${locale} ${pixels} ${words}`);
        }
        expect(element.parentElement!.scrollWidth).to.be.at.most(pixels);
        element.parentElement!.remove();
      }
    expect(cut).to.deep.equal([]);
  });

  it('that are scrolled out of view leave no totals in the visible ones', async () => {
    const root = document.body.appendChild(document.createElement('div'));
    root.style.inlineSize = '400px';
    provideDashboard(root, { adapter: shopAdapter(), customerId: knownCustomers.ingrid });
    const element = mount('cross-sell-table', {}, root);
    await until(() => parts(element, 'totals').length && parts(element, 'row').length, 'totals');
    const seen = part(element, 'scroller')!.getBoundingClientRect();
    const columns = [...element.shadowRoot!.querySelectorAll('thead th')].map((head) => head.getBoundingClientRect());
    const strays = [...parts(element, 'totals')[0]!.children].flatMap((cell, index) => {
      if (columns[index]!.left < seen.right) return [];
      return [...cell.querySelectorAll('*')].filter((part) => {
        const { left, width } = part.getBoundingClientRect();
        return width > 1 && left < seen.right - 1;
      });
    });
    expect(columns.some(({ left }) => left >= seen.right)).to.equal(true);
    expect(strays.map(({ textContent }) => textContent)).to.deep.equal([]);
    expect(parts(element, 'totals')[0]!.textContent).to.contain('in 47 orders');
  });

  it('of dates keep their width when other dates load', async () => {
    const of = async (date: string) => {
      const element = await ready(
        'order-history',
        shopWith('orders', (item) => ({ ...item, placedAt: date })),
        {},
        'en-US',
      );
      const { width: pixels } = element.shadowRoot!.querySelector('td.cell-date')!.getBoundingClientRect();
      unmountAll();
      return Math.round(pixels);
    };
    expect(await of('2026-05-01T13:00:00Z')).to.equal(await of('2026-09-28T21:58:00Z'));
  });
});
