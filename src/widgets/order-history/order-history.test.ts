import { executeServerCommand } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { Adapter } from '../../adapter/adapter.ts';
import { AdapterError } from '../../adapter/adapter-error.ts';
import { provideDashboard } from '../../dashboard/provide-dashboard.ts';
import type { OrderDetail } from '../../domain/order-detail.ts';
import { type OrderEntry, type OrderTotals, axes, type Axis } from '../../domain/order.ts';
import type { Page } from '../../domain/page.ts';
import { loadLocale } from '../../i18n/locales.ts';
import { axeFaults } from '../../testing/axe.ts';
import { deferred, mount, part, parts, textOf, unmountAll, until } from '../../testing/kit.ts';
import { frozenNow, frozenZone } from '../../testing/scenario.ts';
import { scripted } from '../../testing/scripted.ts';
import { knownCustomers, shopAdapter } from '../../testing/shop.ts';
import './define.ts';
import type { OrderHistory } from './order-history.ts';

const { ingrid, noOrders, onlyReturn, precise, yen } = knownCustomers;

/** Returns a shop without URLs for orders, so that they open in a dialog. */
const shop = (): Adapter => ({ ...shopAdapter(), links: () => null });

function open(adapter: Adapter, customerId: string = ingrid, properties: Partial<OrderHistory> = {}, locale = 'en-GB') {
  const root = document.body.appendChild(document.createElement('div'));
  const dashboard = provideDashboard(root, {
    adapter,
    customerId,
    locale: { locale, timeZone: frozenZone, now: frozenNow },
  });
  return { element: mount<OrderHistory>('order-history', properties, root), dashboard, root };
}

async function ready(...args: Parameters<typeof open>) {
  const opened = open(...args);
  await until(() => rowsOf(opened.element).length, 'rows');
  return opened;
}

/** Returns an entry of customer `C` with defaults for what a test leaves out. */
const order = (index: number, entry: Partial<OrderEntry> = {}): OrderEntry =>
  ({
    kind: 'order',
    id: `o-${index}`,
    customerId: 'C',
    number: `#${index}`,
    placedAt: '2026-11-17T09:41:00Z',
    itemCount: 2,
    summary: { title: 'House blend, 1 kg beans', more: 0 },
    total: { value: '86.00', currency: 'GBP' },
    status: { payment: { status: 'paid' }, fulfillment: { status: 'delivered' } },
    ...entry,
  }) as OrderEntry;

const orders = (count: number): OrderEntry[] => Array.from({ length: count }, (_, index) => order(count - index));

/** Returns an adapter that answers only with these entries, page by page. */
const selling = (
  entries: readonly OrderEntry[],
  page: Partial<Page<OrderEntry, OrderTotals>> = {},
  detail: Partial<OrderDetail> = {},
): Adapter => ({
  orders: {
    list: async (_, { first, after }) => {
      const start = Number(after ?? 0);
      const next = start + first < entries.length ? String(start + first) : null;
      return { items: entries.slice(start, start + first), next, ...page };
    },
    get: async (_, id) => ({ ...entries.find((entry) => entry.id === id)!, lines: [], ...detail }) as OrderDetail,
  },
});

const rowsIn = (root: ParentNode | null): HTMLTableRowElement[] => [
  ...(root?.querySelectorAll<HTMLTableRowElement>('.orders [part=row]') ?? []),
];
const rowsOf = (element: Element) => rowsIn(part(element, 'panel'));
const folded = (node: Node | null | undefined) => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
const cellsOf = (row: HTMLTableRowElement | undefined) => [...(row?.cells ?? [])].map(folded);
const numbersOf = (rows: readonly HTMLTableRowElement[]) => rows.map((row) => folded(row.cells[0]));
const linkOf = (row: HTMLTableRowElement | undefined) => row!.querySelector<HTMLElement>('[part=link]')!;
const footerOf = (element: Element) => folded(part(element, 'footer')?.querySelector('span'));
const dialogOf = (element: Element, name: 'all' | 'order') =>
  element.shadowRoot!.querySelector<HTMLDialogElement>(`#dialog-${name}`);
const focusedIn = (element: Element) => element.shadowRoot!.activeElement;
const press = (keys: string) => executeServerCommand('press', keys);
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
const busy = (element: Element) => part(element, 'panel')!.getAttribute('aria-busy') === 'true';

async function openAll(element: OrderHistory) {
  part(element, 'view-all')!.click();
  await until(() => rowsIn(dialogOf(element, 'all')).length > 1, 'all orders');
  // A long table knows its height once the browser has laid it out.
  await frame();
  await frame();
  return dialogOf(element, 'all')!;
}

/** Waits for the opened order. */
const openedIn = (element: Element) => until(() => part(element, 'facts') && dialogOf(element, 'order'), 'the order');

/** Returns the facts of the opened order, by label. */
const factsOf = (element: Element) =>
  Object.fromEntries(
    [...parts(element, 'facts'), ...parts(element, 'status')]
      .flatMap((list) => [...list.querySelectorAll('div')])
      .map((fact) => [folded(fact.querySelector('dt')), folded(fact.querySelector('dd'))]),
  );
const linesIn = (element: Element, name: 'lines' | 'payments' | 'refunds' | 'fulfillments') =>
  [...part(element, name)!.querySelectorAll<HTMLTableRowElement>('[part=row]')].map(cellsOf);

describe('order-history', () => {
  afterEach(() => {
    unmountAll();
    document.body.replaceChildren();
  });

  describe('latest orders', () => {
    it('shows orders and returns as designed, newest first, in one request', async () => {
      const script = scripted<Adapter>(shop());
      const { element } = await ready(script.adapter);
      expect(rowsOf(element).map((row) => cellsOf(row).slice(0, 2).join(' | '))).to.deep.equal([
        '#10512 | Today, 11:08',
        '#10498 | 17 Nov, 09:41',
        '#10471 | 12 Nov, 16:02',
        '#10466 | 9 Nov, 13:27',
        'R-2041 | 2 Nov, 09:30',
        '#10388 | 21 Oct, 10:15',
        '#10350 | 3 Oct, 18:50',
        '#10301 | 14 Sept, 12:04',
        '#10277 | 30 Aug, 15:36',
        '#10240 | 11 Aug, 08:19',
      ]);
      expect(rowsOf(element).map((row) => cellsOf(row).slice(3).join(' | '))).to.deep.equal([
        'Payment due | £412.40',
        'In transit | £86.00',
        'Paid, delivered | £1,204.15',
        'Exchange requested 1 of 3 | £318.00',
        'Returned refunded | −£129.00',
        'Partly returned 1 of 4 | £516.00',
        'Cancelled not charged | £74.50',
        'Paid, delivered | £640.00',
        'Partly shipped 2 of 3 | £232.80',
        'Paid, delivered | £398.60',
      ]);
      expect(cellsOf(rowsOf(element)[0])[2]).to.equal('6 items Stoneware cup 220 ml, oat and 2 more');
      expect(cellsOf(rowsOf(element)[6])[2]).to.equal('1 item Knock box, beech');
      expect(script.calls.map(({ method }) => method)).to.deep.equal(['permissions', 'orders.list']);
      expect(script.callsTo('orders.list')[0]!.args[1]).to.include({ first: 10 });
    });

    it('announces nothing that the operator did not ask for', async () => {
      const { element } = await ready(shop());
      await element.updateComplete;
      const texts = [...element.shadowRoot!.querySelectorAll('[role=status]')].map(({ textContent }) => textContent);
      expect(texts.map((text) => text.trim()).filter((text) => text)).to.deep.equal([]);
    });

    it('shows each number whole, under the heading of its column', async () => {
      const { element } = await ready(shop());
      element.style.inlineSize = '1200px';
      const { left } = element.shadowRoot!.querySelector('th')!.getBoundingClientRect();
      for (const link of parts(element, 'link')) {
        expect(link.scrollWidth, link.textContent).to.be.at.most(link.clientWidth);
        const { paddingLeft } = getComputedStyle(link.closest('td')!);
        expect(link.getBoundingClientRect().left).to.be.closeTo(left + parseFloat(paddingLeft), 1);
        expect(getComputedStyle(link).paddingLeft).to.equal('0px');
      }
    });

    it('shows the total, and names the time zone once', async () => {
      const { element } = await ready(shop());
      const { totals } = await shopAdapter().orders.list(
        ingrid,
        { first: 1 },
        { signal: new AbortController().signal },
      );
      const { orders: all, returns } = totals!;
      expect(folded(part(element, 'count'))).to.equal(String(all));
      expect(footerOf(element)).to.equal(`Latest 10 of ${all} orders and ${returns} returns. Times in London`);
    });

    it('tints a return in the palette `seller` alone, and shows its number, negative amount and original order', async () => {
      const { element } = await ready(shop());
      const row = rowsOf(element)[4]!;
      expect(cellsOf(row)).to.deep.equal([
        'R-2041',
        '2 Nov, 09:30',
        'Return from #10388 1 item',
        'Returned refunded',
        '−£129.00',
      ]);
      const paint = (index: number) => getComputedStyle(rowsOf(element)[index]!.cells[0]!).backgroundColor;
      expect(paint(4)).to.equal(paint(3));
      element.statusPalette = 'seller';
      await element.updateComplete;
      expect(paint(4)).to.not.equal(paint(3));
    });

    it('labels a return without a known order “Return”', async () => {
      const { element } = await ready(shop(), onlyReturn);
      expect(cellsOf(rowsOf(element)[0])[2]).to.equal('Return 2 items');
      expect(footerOf(element)).to.equal('1 return. Times in London');
      expect(part(element, 'view-all')).to.equal(null);
    });

    it('strikes out canceled orders only', async () => {
      const { element } = await ready(shop());
      const struck = rowsOf(element).filter(
        (row) => getComputedStyle(row.cells[4]!).textDecorationLine === 'line-through',
      );
      expect(numbersOf(struck)).to.deep.equal(['#10350']);
    });

    it('shows `limit` rows, orders and returns together', async () => {
      const script = scripted<Adapter>(shop());
      const { element } = await ready(script.adapter, ingrid, { limit: 5 });
      expect(numbersOf(rowsOf(element)).at(-1)).to.equal('R-2041');
      expect(rowsOf(element).length).to.equal(5);
      expect(script.callsTo('orders.list')[0]!.args[1]).to.include({ first: 5 });
      expect(footerOf(element)).to.match(/^Latest 5 of /);
      element.limit = 3;
      await until(() => rowsOf(element).length === 3, 'three rows');
      element.setAttribute('limit', 'many');
      await until(() => rowsOf(element).length === 10, 'ten rows, where it is no number');
    });

    it('shows no more rows than the limit, even if a platform returns more', async () => {
      const all = orders(30);
      const { element } = await ready(selling(all, { items: all, next: null }), 'C');
      expect(rowsOf(element).length).to.equal(10);
      expect(part(element, 'view-all')).to.not.equal(null);
    });

    it('shows only known totals in the footer', async () => {
      const footer = async (entries: readonly OrderEntry[], page: Partial<Page<OrderEntry, OrderTotals>>) => {
        const { element } = await ready(selling(entries, page), 'C', { limit: 2 });
        return footerOf(element).replace('. Times in London', '');
      };
      const back = order(9, { kind: 'return' });
      expect(await footer(orders(5), {})).to.equal('Latest 2');
      expect(await footer(orders(5), { total: 5 })).to.equal('Latest 2 of 5');
      expect(await footer(orders(5), { totals: { orders: 1, returns: 1 } })).to.equal(
        'Latest 2 of 1 order and 1 return',
      );
      expect(await footer(orders(5), { totals: { orders: 5, returns: 0 } })).to.equal('Latest 2 of 5 orders');
      expect(await footer(orders(5), { totals: { orders: 5 } })).to.equal('Latest 2; 5 orders in all');
      expect(await footer(orders(5), { totals: { returns: 3 }, total: 8 })).to.equal('Latest 2 of 8');
      expect(await footer([order(1), back], {}), 'all of them').to.equal('1 order and 1 return');
      expect(await footer([order(1)], { asOf: '2026-11-18T10:00:00Z' })).to.equal('1 order. As of Today, 10:00');
    });

    it('counts returns beside the heading if there is nothing else', async () => {
      const { element } = await ready(shop(), onlyReturn);
      expect(part(element, 'count')!.textContent).to.equal('1 return');
    });

    it('labels a return without items as one of charges', async () => {
      const { element } = await ready(
        selling([order(1, { kind: 'return', itemCount: 0, summary: undefined } as never)]),
        'C',
      );
      expect(cellsOf(rowsOf(element)[0])[2]).to.equal('Return charges only');
    });

    it('shows a dash for an unknown item count and status', async () => {
      const bare = order(1, { itemCount: undefined, summary: undefined, status: {} });
      const { element } = await ready(
        selling([bare, order(2, { itemCount: undefined }), order(3, { summary: undefined })]),
        'C',
      );
      expect(cellsOf(rowsOf(element)[0]).slice(2, 4)).to.deep.equal(['–', '–not known']);
      expect(rowsOf(element)[0]!.cells[2]!.querySelector('[aria-label]')!.ariaLabel).to.equal('not known');
      expect(cellsOf(rowsOf(element)[1])[2]).to.equal('House blend, 1 kg beans');
      expect(cellsOf(rowsOf(element)[2])[2]).to.equal('2 items');
    });

    it('shows amounts exactly, with the currency’s decimals', async () => {
      const { element } = await ready(shop(), precise);
      expect(cellsOf(rowsOf(element)[0])[4]).to.equal('£9,007,199,254,740,993,000,000,000.38');
      const total = rowsOf(element)[0]!.cells[4]!;
      expect(total.scrollWidth, 'a figure is never cut off').to.be.at.most(total.clientWidth);
      const { element: other } = await ready(shop(), yen);
      expect(cellsOf(rowsOf(other)[0])[4]).to.match(/^[−]?JP¥[\d,]+$/);
    });

    it('shows codes of 16 characters whole if there is room', async () => {
      const { element, root } = await ready(selling([order(1, { number: 'WLMGL2XQJWHKWRN1' }), order(2)]), 'C');
      root.style.inlineSize = '720px';
      for (const { cells } of rowsOf(element)) {
        const link = cells[0]!.querySelector('a, button')!;
        expect(link.scrollWidth, link.textContent).to.be.at.most(link.clientWidth);
      }
    });

    it('renders at most 12 elements in a row', async () => {
      const codes = (axis: Axis) => [undefined, ...axes[axis], 'foreign'] as const;
      const entries: OrderEntry[] = [];
      for (const kind of ['order', 'return'] as const)
        for (const payment of codes('payment'))
          for (const fulfillment of codes('fulfillment'))
            for (const last of codes('return')) {
              const status = (code: string | undefined) =>
                code ? { status: code, extent: { done: 1, of: 3 } } : undefined;
              const known = entries.length % 3 !== 0;
              entries.push(
                order(entries.length, {
                  kind,
                  total: { value: kind === 'return' ? '-12.00' : '12.00', currency: 'GBP' },
                  itemCount: known ? 3 : undefined,
                  summary: known ? { title: 'House blend', more: 2 } : undefined,
                  original: { id: 'o', number: '#1' },
                  status: {
                    payment: status(payment),
                    fulfillment: status(fulfillment),
                    return: status(last),
                    exchange: status(entries.length % 2 ? 'requested' : undefined),
                    cancellation: status(entries.length % 5 ? undefined : 'full'),
                  },
                } as Partial<OrderEntry>),
              );
            }
      const { element } = await ready(selling(entries), 'C', { limit: entries.length });
      expect(rowsOf(element).length).to.equal(entries.length);
      const heavy = rowsOf(element).filter((row) => row.querySelectorAll('*').length + 1 > 12);
      expect(heavy.map((row) => row.outerHTML)).to.deep.equal([]);
    });

    it('keeps rows at 41 pixels, also while loading, and at two lines in a narrow panel', async () => {
      const script = scripted<Adapter>(shop());
      const gate = deferred();
      script.next('orders.list', { until: gate.promise });
      const { element, root } = open(script.adapter);
      const heights = (width: string) => {
        root.style.inlineSize = width;
        const waiting = part(element, 'panel')!.querySelector('.skeleton-rows');
        if (waiting) return [waiting.getBoundingClientRect().height / 10];
        const drawn = part(element, 'panel')!.querySelectorAll('.orders tbody > tr:not(.spacer)');
        return [...new Set([...drawn].slice(0, -1).map((row) => row.getBoundingClientRect().height))];
      };
      await until(() => element.shadowRoot!.querySelector('.skeleton'), 'a skeleton');
      expect(heights('888px')).to.deep.equal([41]);
      const narrow = heights('400px');
      gate.resolve();
      await until(() => rowsOf(element).length, 'rows');
      expect(heights('888px')).to.deep.equal([41]);
      expect(heights('400px')).to.deep.equal(narrow);
      const box = (cell: number) => rowsOf(element)[3]!.cells[cell]!.getBoundingClientRect();
      expect(box(1).top, 'the date stands under the number').to.be.at.least(box(0).bottom);
      expect(box(3).top, 'and the status beside the date').to.equal(box(1).top);
      expect(box(4).top, 'the total beside the number').to.equal(box(0).top);
    });

    it('shows the full time and its zone on hover', async () => {
      const { element } = await ready(shop());
      expect(rowsOf(element)[5]!.cells[1]!.title).to.match(/Wednesday.* 21 October 2026 .*10:15:00 (BST|GMT\+1)/);
    });

    it('isolates numbers and amounts in a right-to-left page', async () => {
      const { root } = open(selling([order(1, { total: { value: '-129.00', currency: 'GBP' } })]), 'C');
      root.dir = 'rtl';
      const element = root.firstElementChild!;
      await until(() => rowsOf(element).length, 'rows');
      const range = document.createRange();
      const leftOf = (text: Node, at: number) => {
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        return range.getBoundingClientRect().left;
      };
      for (const cell of [1, 4]) {
        const { firstChild, textContent } = rowsOf(element)[0]!.cells[cell]!;
        const lefts = Array.from(textContent!, (_, at) => leftOf(firstChild!, at));
        expect(lefts, textContent!).to.deep.equal(lefts.toSorted((a, b) => a - b));
      }
      const amount = rowsOf(element)[0]!.cells[4]!;
      range.selectNodeContents(amount);
      const table = part(element, 'table')!.getBoundingClientRect();
      const padding = rowsOf(element)[0]!.cells[0]!;
      expect(range.getBoundingClientRect().left - table.left, 'at the end edge').to.be.closeTo(
        Number.parseFloat(getComputedStyle(padding).paddingInlineStart),
        1,
      );
    });
  });

  describe('opening an order', () => {
    it('fires an event with ids alone, and opens nothing if the host prevents it', async () => {
      const script = scripted<Adapter>(shop());
      const { element, root } = await ready(script.adapter);
      const seen: { customerId: string; orderId: string; cancelable: boolean }[] = [];
      root.addEventListener('order-open', (event) => {
        const { customerId, orderId, cancelable } = event as GlobalEventHandlersEventMap['order-open'];
        seen.push({ customerId, orderId, cancelable });
        event.preventDefault();
      });
      linkOf(rowsOf(element)[4]).click();
      await element.updateComplete;
      expect(seen).to.deep.equal([{ customerId: ingrid, orderId: 'r-2041', cancelable: true }]);
      expect(dialogOf(element, 'order')).to.equal(null);
      expect(script.callsTo('orders.get').length).to.equal(0);
    });

    it('is a link to the host’s page, which the host may intercept', async () => {
      const asked: unknown[] = [];
      const links = (intent: string, params: Readonly<Record<string, string>>) => {
        asked.push([intent, params]);
        return `#${intent}-${params['orderId']}`;
      };
      const { element } = await ready({ ...shop(), links });
      const link = linkOf(rowsOf(element)[0]) as HTMLAnchorElement;
      expect(link.localName).to.equal('a');
      expect(link.getAttribute('href')).to.equal('#order-o-10512');
      expect(asked).to.deep.include(['order', { customerId: ingrid, orderId: 'o-10512' }]);
      let prevented: boolean | undefined;
      element.addEventListener('click', (event) => {
        prevented = event.defaultPrevented;
        event.preventDefault();
      });
      link.click();
      expect(prevented, 'followed').to.equal(false);
      element.addEventListener('order-open', (event) => event.preventDefault(), { once: true });
      link.click();
      expect(prevented, 'taken over').to.equal(true);
      await element.updateComplete;
      expect(dialogOf(element, 'order')).to.equal(null);
    });

    const addresses: Readonly<Record<string, NonNullable<Adapter['links']>>> = {
      'runs a script': () => 'javascript:alert(1)',
      'is none': () => null,
      'is no text': () => ({}) as unknown as string,
      'is never told': () => {
        throw new Error('no router yet');
      },
    };
    for (const [what, links] of Object.entries(addresses))
      it(`opens a dialog if the host's URL for it ${what}`, async () => {
        const { element } = await ready({ ...shop(), links });
        expect(linkOf(rowsOf(element)[0]).localName).to.equal('button');
        linkOf(rowsOf(element)[0]).click();
        await openedIn(element);
      });

    it('shows the order with its status on each axis', async () => {
      const { element } = await ready(shop());
      linkOf(rowsOf(element)[5]).click();
      await openedIn(element);
      expect(folded(part(element, 'dialog-heading'))).to.equal('Order #10388');
      const facts = factsOf(element);
      expect(facts['Placed']).to.match(/^21 Oct, 10:15 Wednesday.* 21 October 2026 .*10:15:00 (BST|GMT\+1)$/);
      expect(facts).to.deep.include({
        Items: '4',
        Total: '£516.00',
        Payment: 'Paid',
        Fulfilment: 'Delivered',
        Cancellation: '–not known',
        Exchange: '–not known',
        Return: 'Partly returned 1 of 4',
      });
    });

    it('shows lines, and charges apart from products', async () => {
      const { element } = await ready(shop());
      linkOf(rowsOf(element)[0]).click();
      await openedIn(element);
      expect(linesIn(element, 'lines')).to.deep.equal([
        ['Stoneware cup 220 ml, oat', 'CUP-220-OAT', '3', '£14.00', '£42.00'],
        ['Milk jug 350 ml, steel', 'JUG-350', '2', '£32.00', '£64.00'],
        [linesIn(element, 'lines')[2]![0]!, 'SRV-800', '1', '£60.40', '£60.40'],
      ]);
      const sums = [...part(element, 'breakdown')!.children];
      expect(sums.map(folded)).to.deep.equal([
        'Products £166.40',
        'Postage Shipping £6.00',
        'Espresso machine hire, quarter Service £240.00',
        'Total £412.40',
      ]);
      const colour = (row: number) => getComputedStyle(sums[row]!.children[1]!).color;
      expect(colour(1)).to.not.equal(colour(3));
    });

    it('shows charges after products, and a unit price with all its decimals', async () => {
      const money = (value: string) => ({ value, currency: 'GBP' });
      const lines: OrderDetail['lines'] = [
        { id: 'a', kind: 'charge', title: 'Discount', quantity: 1, unitPrice: money('-2'), total: money('-2') },
        { id: 'b', kind: 'product', title: 'Beans', quantity: 3, unitPrice: money('0.1234567'), total: money('0.37') },
        { id: 'c', kind: 'product', sku: 'X-1', quantity: -1, unitPrice: money('1'), total: money('-1') },
      ];
      const { element } = await ready(selling([order(1)], {}, { lines }), 'C');
      linkOf(rowsOf(element)[0]).click();
      await openedIn(element);
      expect(linesIn(element, 'lines')).to.deep.equal([
        ['Beans', '–not known', '3', '£0.1234567', '£0.37'],
        ['–not known', 'X-1', '−1', '£1.00', '−£1.00'],
      ]);
      expect(folded(part(element, 'breakdown')!.children[1])).to.equal('Discount −£2.00');
    });

    it('shows payments, refunds apart from them, and fulfillments with tracking', async () => {
      const { element } = await ready(shop());
      linkOf(rowsOf(element)[1]).click();
      await openedIn(element);
      expect(linesIn(element, 'payments')).to.deep.equal([['Visa', '17 Nov, 09:41', 'ch-10498', 'Paid', '£86.00']]);
      expect(linesIn(element, 'fulfillments')).to.deep.equal([
        ['Swift Parcels', '17 Nov, 09:41', 'SP10498GB', 'In transit', '2'],
      ]);
      const tracking = part(element, 'fulfillments')!.querySelector('a')!;
      expect(tracking.href).to.equal('https://parcels.example/SP10498GB');
      expect(tracking.rel).to.contain('noopener');
      dialogOf(element, 'order')!.close();
      await until(() => !dialogOf(element, 'order'), 'closed');
      linkOf(rowsOf(element)[4]).click();
      await openedIn(element);
      expect(linesIn(element, 'refunds')).to.deep.equal([
        ['Visa', '2 Nov, 09:30', 'Chip on the rim', 'Refunded', '£129.00'],
      ]);
      expect(folded(part(element, 'payments'))).to.equal('Payments none');
    });

    it('distinguishes unknown payments from none, and drops an unsafe tracking link', async () => {
      const detail = {
        fulfillments: [
          { id: 'f', tracking: [{ number: 'T-1', url: 'javascript:alert(1)' }] },
          { id: 'g', carrier: 'Post', itemCount: 0 },
        ],
      };
      const { element } = await ready(selling([order(1), order(2)], {}, detail), 'C');
      linkOf(rowsOf(element)[0]).click();
      await openedIn(element);
      expect(folded(part(element, 'payments'))).to.equal('Payments –not known');
      expect(part(element, 'fulfillments')!.querySelectorAll('a').length).to.equal(0);
      expect(linesIn(element, 'fulfillments')).to.deep.equal([
        ['–not known', 'T-1', '–not known'],
        ['Post', '–not known', '0'],
      ]);
      element.unknownColumns = 'dash';
      await element.updateComplete;
      expect(linesIn(element, 'fulfillments')[1]).to.deep.equal([
        'Post',
        '–not known',
        '–not known',
        '–not known',
        '0',
      ]);
      const { element: other } = await ready(selling([order(1)], {}, { payments: [], fulfillments: [] }), 'C');
      linkOf(rowsOf(other)[0]).click();
      await openedIn(other);
      expect(folded(part(other, 'payments'))).to.equal('Payments none');
      expect(folded(part(other, 'fulfillments'))).to.equal('Fulfilments none');
    });

    it('links a return to its order in the same dialog, which keeps the focus', async () => {
      const { element } = await ready(shop());
      linkOf(rowsOf(element)[4]).click();
      await openedIn(element);
      expect(folded(part(element, 'dialog-heading'))).to.equal('Return R-2041');
      const original = part(element, 'facts')!.querySelector('button')!;
      expect(folded(original)).to.equal('#10388');
      const seen: string[] = [];
      element.addEventListener('order-open', ({ orderId }) => seen.push(orderId));
      original.focus();
      await press('Enter');
      await until(() => factsOf(element)['Total'] === '£516.00', 'the original');
      expect(seen).to.deep.equal(['o-10388']);
      expect(folded(part(element, 'dialog-heading'))).to.equal('Order #10388');
      expect(dialogOf(element, 'order')!.contains(focusedIn(element))).to.equal(true);
    });

    it('reads it once for many clicks, and again when it is expired', async () => {
      const script = scripted<Adapter>(shop());
      const { element } = await ready(script.adapter);
      const link = linkOf(rowsOf(element)[0]);
      link.click();
      link.click();
      await openedIn(element);
      expect(script.callsTo('orders.get').length).to.equal(1);
      expect(parts(element, 'dialog').length).to.equal(1);
    });

    for (const [code, title] of [
      ['forbidden', 'You may not see order #10512.'],
      ['not-found', 'Order #10512 could not be found.'],
      ['unsupported', 'Not available here: Order #10512.'],
      ['internal', 'Order #10512 could not be loaded.'],
    ] as const)
      it(`shows a failure in the dialog only: ${code}`, async () => {
        const script = scripted<Adapter>(shop());
        script.next('orders.get', { fail: new AdapterError(code) });
        const { element } = await ready(script.adapter);
        linkOf(rowsOf(element)[0]).click();
        await until(() => folded(dialogOf(element, 'order')).includes(title), title);
        expect(rowsOf(element).length, 'the list stays').to.equal(10);
        const retry = dialogOf(element, 'order')!.querySelector<HTMLElement>('[part=retry]');
        if (code !== 'internal') return expect(retry).to.equal(null);
        retry!.click();
        await openedIn(element);
        expect(script.callsTo('orders.list').length, 'nothing else is asked again').to.equal(1);
        return undefined;
      });

    it('never shows it under the name of another', async () => {
      const get = async () => ({ ...order(2), lines: [] }) as OrderDetail;
      const adapter = selling([order(1), order(2)]);
      const { element } = await ready({ orders: { ...adapter.orders, get } }, 'C');
      linkOf(rowsOf(element)[0]).click();
      await until(() => folded(dialogOf(element, 'order')).includes('Not as expected: id'), 'malformed');
      expect(part(element, 'facts')).to.equal(null);
    });
  });

  it('shows a status that is cut in a tooltip, while the pointer is on it', async () => {
    const label = 'Waits for the kiln, which is cold until the second week of December';
    const status = (text: string) => ({ payment: { status: { code: 'own', label: text } } });
    const adapter = selling([order(2, { status: status(label) }), order(1, { status: status('Cold') })]);
    const { element, root } = await ready(adapter, 'C');
    root.style.inlineSize = '700px';
    const [cut, whole] = element.shadowRoot!.querySelectorAll<HTMLElement>('td.cell-status');
    for (const cell of [cut!, whole!]) cell.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
    expect([cut!.title, whole!.title]).to.deep.equal([label, '']);
    cut!.dispatchEvent(new PointerEvent('pointerleave'));
    expect(cut!.title).to.equal('');
  });

  describe('all orders', () => {
    it('fire an event, which the host may prevent', async () => {
      const { element } = await ready(shop());
      const seen: string[] = [];
      element.addEventListener(
        'view-all',
        (event) => {
          seen.push(event.customerId);
          event.preventDefault();
        },
        { once: true },
      );
      part(element, 'view-all')!.click();
      await element.updateComplete;
      expect(seen).to.deep.equal([ingrid]);
      expect(dialogOf(element, 'all')).to.equal(null);
      await openAll(element);
      expect(dialogOf(element, 'all')!.open).to.equal(true);
    });

    it('are sorted newest first, including every return', async () => {
      const { element } = await ready(shop());
      const dialog = await openAll(element);
      const { items } = await shopAdapter().orders.list(
        ingrid,
        { first: 100 },
        { signal: new AbortController().signal },
      );
      const times = items.map(({ placedAt }) => Date.parse(placedAt));
      expect(times).to.deep.equal(times.toSorted((a, b) => b - a));
      const drawn = rowsIn(dialog);
      expect(numbersOf(drawn)).to.deep.equal(items.slice(0, drawn.length).map(({ number }) => number));
      expect(folded(dialog.querySelector('[part=dialog-footer]'))).to.match(
        /^\d+ orders and \d returns. Times in London$/,
      );
    });

    it('render one screen of ten thousand rows, at any scroll position', async () => {
      const all = orders(10_000);
      const { element } = await ready(selling(all, { items: all, next: null }), 'C');
      const dialog = await openAll(element);
      const scroller = dialog.querySelector<HTMLElement>('.table-scroll')!;
      await until(() => rowsIn(dialog).length > 5, 'a screenful');
      const most = Math.ceil(dialog.clientHeight / 41) + 6;
      expect(most).to.be.below(60);
      for (const [top, number] of [
        [0, '#10000'],
        [200_000, `#${10_000 - Math.floor(200_000 / 41)}`],
        [1e9, '#1'],
      ] as const) {
        scroller.scrollTop = top;
        await until(() => numbersOf(rowsIn(dialog)).includes(number), number);
        // The first rows stand until the browser has laid them out.
        await until(() => rowsIn(dialog).length <= most, 'no more rows than a screen has');
        expect(dialog.querySelectorAll('tbody *').length).to.be.at.most(12 * most);
      }
    });

    it('load the next page once at the end, and show a repeated row once', async () => {
      const all = orders(250);
      const script = scripted(selling(all));
      // A row moved between two requests: the second page starts with the last row of the first.
      script.next('orders.list', {});
      script.next('orders.list', {});
      script.next('orders.list', {
        answer: async (carryOut) => {
          const page = (await carryOut()) as Page<OrderEntry>;
          return { ...page, items: [all[99]!, ...page.items] };
        },
      });
      const { element } = await ready(script.adapter, 'C');
      const dialog = await openAll(element);
      const scroller = dialog.querySelector<HTMLElement>('.table-scroll')!;
      expect(script.callsTo('orders.list').length, 'not before they are near').to.equal(2);
      scroller.scrollTop = 1e9;
      await until(() => script.callsTo('orders.list').length === 3, 'the second page');
      await until(() => scroller.scrollHeight > 190 * 41, 'its rows');
      scroller.scrollTop = 1e9;
      await until(() => folded(dialog).includes('250 orders'), 'the end');
      scroller.scrollTop = 1e9;
      await until(() => numbersOf(rowsIn(dialog)).at(-1) === '#1', 'the last row');
      expect(scroller.scrollHeight).to.be.closeTo(250 * 41, 60);
      expect(script.callsTo('orders.list').length).to.equal(4);
      scroller.scrollTop = (all.indexOf(all[99]!) - 5) * 41;
      await frame();
      await frame();
      const drawn = numbersOf(rowsIn(dialog));
      expect(new Set(drawn).size).to.equal(drawn.length);
    });

    it('keep their rows if the next page fails, and offer a retry', async () => {
      const script = scripted(selling(orders(150)));
      const { element } = await ready(script.adapter, 'C');
      const dialog = await openAll(element);
      const scroller = dialog.querySelector<HTMLElement>('.table-scroll')!;
      script.next('orders.list', { fail: new AdapterError('internal') });
      scroller.scrollTop = 1e9;
      await until(() => folded(dialog).includes('The next rows could not be loaded.'), 'the failure');
      expect(numbersOf(rowsIn(dialog))).to.include('#51');
      scroller.scrollTop = 0;
      await frame();
      scroller.scrollTop = 1e9;
      await frame();
      await frame();
      expect(script.callsTo('orders.list').length, 'not asked again by itself').to.equal(3);
      const retry = part(element, 'more')!.querySelector('button')!;
      expect(folded(retry)).to.equal('Try again');
      retry.click();
      await until(() => folded(dialog).includes('150 orders'), 'the rest');
      expect(part(element, 'more')).to.equal(null);
    });

    it('open an order on top; each Escape closes one, and the focus returns step by step', async () => {
      const { element } = await ready(shop());
      part(element, 'view-all')!.focus();
      await press('Enter');
      await until(() => rowsIn(dialogOf(element, 'all')).length, 'all orders');
      const all = dialogOf(element, 'all')!;
      expect(all.contains(focusedIn(element)), 'focus inside').to.equal(true);
      const link = linkOf(rowsIn(all)[2]);
      link.focus();
      await press('Enter');
      const top = await openedIn(element);
      expect(top!.contains(focusedIn(element)), 'focus on top').to.equal(true);
      // Tabbing stops at the last button: after it Firefox moves focus to its own window and keeps it there.
      const stops = top!.querySelectorAll('button, a[href], [tabindex="0"]').length;
      for (let step = 1; step < stops; step++) {
        await press('Tab');
        expect(all.contains(focusedIn(element)), 'what lies below cannot be reached').to.equal(false);
      }
      await press('Escape');
      await until(() => !dialogOf(element, 'order'), 'the order closes');
      expect(all.open, 'and it alone').to.equal(true);
      expect(focusedIn(element)).to.equal(link);
      await press('Escape');
      await until(() => !dialogOf(element, 'all'), 'all orders close');
      expect(focusedIn(element)).to.equal(part(element, 'view-all'));
    });

    it('stay open if they are requested again while they close', async () => {
      const { element } = await ready(shop());
      const dialog = await openAll(element);
      const told = new Promise((resolve) => dialog.addEventListener('close', resolve, { once: true }));
      dialog.close();
      part(element, 'view-all')!.click();
      await told;
      await element.updateComplete;
      expect(dialogOf(element, 'all')?.matches(':modal')).to.equal(true);
    });

    it('return the focus to the number in the list that opened it', async () => {
      const { element } = await ready(shop());
      const link = linkOf(rowsOf(element)[3]);
      link.focus();
      await press('Enter');
      await openedIn(element);
      await press('Enter');
      await until(() => !dialogOf(element, 'order'), 'closed by its button');
      expect(focusedIn(element)).to.equal(link);
    });

    it('pass axe with an order on top, and every target is 24 pixels large', async () => {
      const { element, root } = await ready(shop());
      const check = async () => {
        expect(await axeFaults(root, { contrast: false })).to.deep.equal([]);
        const targets = [...element.shadowRoot!.querySelectorAll<HTMLElement>('button, a[href]')];
        const small = targets.filter((target) => target.checkVisibility() && target.getClientRects()[0]!.height < 23.9);
        expect(small.map(({ outerHTML }) => outerHTML)).to.deep.equal([]);
      };
      const all = await openAll(element);
      await check();
      linkOf(rowsIn(all)[4]).click();
      await openedIn(element);
      await check();
    });

    it('show their failure in the dialog', async () => {
      const script = scripted<Adapter>(shop());
      const { element } = await ready(script.adapter);
      script.next('orders.list', { fail: new AdapterError('internal', { correlationId: 'ab-12' }) });
      part(element, 'view-all')!.click();
      await until(() => folded(dialogOf(element, 'all')).includes('Reference ab-12'), 'the failure');
      expect(rowsOf(element).length).to.equal(10);
      dialogOf(element, 'all')!.querySelector<HTMLElement>('[part=retry]')!.click();
      await until(() => rowsIn(dialogOf(element, 'all')).length, 'rows');
    });
  });

  describe('switching customers', () => {
    it('never shows the orders of one customer under another, in any order of answers', async () => {
      const slow = deferred();
      const script = scripted<Adapter>(shop());
      const { element, dashboard } = await ready(script.adapter);
      script.next('orders.list', { until: slow.promise });
      dashboard.customerId = yen;
      await element.updateComplete;
      expect(textOf(element), 'at once').to.not.contain('#10512');
      expect(rowsOf(element)).to.deep.equal([]);
      dashboard.customerId = onlyReturn;
      await until(() => rowsOf(element).length === 1, 'the third customer');
      const shown = textOf(element);
      slow.resolve();
      await frame();
      await frame();
      expect(textOf(element), 'the second one is late and nobody looks').to.equal(shown);
      dashboard.customerId = noOrders;
      await until(() => textOf(element).includes('No orders yet.'), 'nobody');
      expect(rowsOf(element)).to.deep.equal([]);
    });

    it('closes what was open, and resets the scroll position', async () => {
      const { element, dashboard } = await ready(shop(), knownCustomers.wholesale);
      const dialog = await openAll(element);
      dialog.querySelector('.table-scroll')!.scrollTop = 2000;
      linkOf(rowsIn(dialog)[0]).click();
      await openedIn(element);
      dashboard.customerId = ingrid;
      await until(() => rowsOf(element)[0] && numbersOf(rowsOf(element))[0] === '#10512', 'Ingrid');
      expect(parts(element, 'dialog')).to.deep.equal([]);
      const again = await openAll(element);
      expect(again.querySelector('.table-scroll')!.scrollTop).to.equal(0);
      expect(numbersOf(rowsIn(again))[0]).to.equal('#10512');
    });

    it('hides everything at once if it becomes forbidden, dialogs too', async () => {
      const script = scripted<Adapter>(shop());
      const { element } = await ready(script.adapter);
      linkOf(rowsIn(await openAll(element))[0]).click();
      await openedIn(element);
      script.always('orders.list', { fail: new AdapterError('forbidden', { reason: 'Ask Dana for “Read orders”.' }) });
      element.refresh();
      await until(() => textOf(element).includes('Ask Dana for “Read orders”.'), 'forbidden');
      await until(() => !parts(element, 'dialog').length, 'no dialog');
      expect(textOf(element)).to.not.match(/#\d|£/);
      expect(part(element, 'count')).to.equal(null);
      expect(part(element, 'footer')).to.equal(null);
    });
  });

  describe('unexpected answers', () => {
    it('keeps the rows if a refresh fails, and shows their age', async () => {
      const script = scripted<Adapter>(shop());
      const { element } = await ready(script.adapter);
      script.next('orders.list', { fail: new AdapterError('internal') });
      element.refresh();
      await until(() => textOf(element).includes('Could not refresh.'), 'the notice');
      expect(rowsOf(element).length).to.equal(10);
      part(element, 'retry')!.click();
      await until(() => !textOf(element).includes('Could not refresh.') && !busy(element), 'fresh again');
    });

    it('names the malformed field, and shows no row', async () => {
      const bad = { ...order(2), total: { value: 86, currency: 'GBP' } } as unknown as OrderEntry;
      const { element } = open(selling([order(1), bad]), 'C');
      await until(() => textOf(element).includes('items[1].total.value'), 'the field');
      expect(rowsOf(element)).to.deep.equal([]);
    });

    it('treats an order of another customer as malformed', async () => {
      const { element } = open(selling([order(1, { customerId: 'D' })]), 'C');
      await until(() => textOf(element).includes('customerId'), 'the field');
    });

    it('reports missing returns, and retries', async () => {
      const script = scripted<Adapter>(shop());
      script.next('orders.list', {
        answer: async (carryOut) => ({ ...((await carryOut()) as object), warnings: [{ code: 'returns' }] }),
      });
      const { element } = await ready(script.adapter);
      expect(textOf(element)).to.contain('Returns could not be loaded. Orders are complete.');
      const retry = part(element, 'retry')!;
      expect(folded(retry)).to.equal('Load returns');
      retry.click();
      await until(() => !textOf(element).includes('Returns could not be loaded'), 'whole');
    });

    it('shows states for an unsupported and for an empty list', async () => {
      const { element } = open({}, 'C');
      await until(() => textOf(element).includes('Not available here: Orders.'), 'unsupported');
      const { element: other } = open(selling([]), 'C');
      await until(() => textOf(other).includes('No orders yet.'), 'empty');
      expect(folded(part(other, 'count'))).to.equal('0');
      expect(part(other, 'footer')).to.equal(null);
    });

    it('shows any string as text', async () => {
      const evil = '<img src=x onerror=alert(1)>\u202Egnp';
      const { element } = await ready(
        selling(
          [
            order(1, {
              number: evil,
              summary: { title: evil, more: 1 },
              status: { payment: { status: { code: '__proto__', label: evil } } },
            }),
            order(2, { kind: 'return', original: { id: 'x', number: evil } } as Partial<OrderEntry>),
          ],
          {},
          {
            lines: [
              {
                id: 'l',
                kind: 'product',
                title: evil,
                sku: evil,
                quantity: 1,
                unitPrice: { value: '1', currency: 'GBP' },
                total: { value: '1', currency: 'GBP' },
              },
            ],
            payments: [
              { id: 'p', amount: { value: '1', currency: 'GBP' }, method: evil, reference: evil, status: evil },
            ],
            fulfillments: [{ id: 'f', carrier: evil, tracking: [{ number: evil, url: 'data:text/html,x' }] }],
          },
        ),
        'C',
      );
      linkOf(rowsOf(element)[0]).click();
      await openedIn(element);
      expect(element.shadowRoot!.querySelectorAll('img, script, iframe').length).to.equal(0);
      expect(textOf(element).split('<img src=x').length - 1).to.be.greaterThan(10);
      for (const { href } of element.shadowRoot!.querySelectorAll('a')) expect(href).to.match(/^https?:/);
    });
  });

  it('is available in Indonesian', async () => {
    await loadLocale('id');
    const { element } = await ready(shop(), ingrid, {}, 'id');
    expect(folded(part(element, 'heading'))).to.equal('Pesanan');
    expect(cellsOf(rowsOf(element)[4]).slice(2)).to.deep.equal([
      'Retur dari #10388 1 barang',
      'Diretur dana kembali',
      '−£129,00',
    ]);
    expect(footerOf(element)).to.match(/^10 terbaru dari \d+ pesanan dan 5 retur\. Waktu London$/);
    linkOf(rowsOf(element)[2]).click();
    await openedIn(element);
    expect(Object.keys(factsOf(element))).to.deep.equal([
      'Dipesan',
      'Barang',
      'Total',
      'Pembayaran',
      'Pengiriman',
      'Pembatalan',
      'Penukaran',
      'Retur',
    ]);
  });
});
