import { expect } from 'chai';
import type { Adapter } from '../../adapter/adapter.ts';
import { AdapterError } from '../../adapter/adapter-error.ts';
import { provideDashboard } from '../../dashboard/provide-dashboard.ts';
import type { CustomerStats } from '../../domain/stats.ts';
import type { DayRange } from '../../domain/time.ts';
import { mount, part, parts, unmountAll, until } from '../../testing/kit.ts';
import { frozenNow, frozenZone } from '../../testing/scenario.ts';
import { knownCustomers, shopAdapter } from '../../testing/shop.ts';
import '../customer-info/define.ts';
import './define.ts';
import type { OrderHistory } from './order-history.ts';

const { ingrid } = knownCustomers;

/** Returns the shop with the figures of a test, and a record of the requested ranges. */
function counting(stats?: (range: DayRange) => Partial<CustomerStats>) {
  const shop = shopAdapter({ links: () => null });
  const ranges: DayRange[] = [];
  const get: NonNullable<NonNullable<Adapter['stats']>['get']> = async (customerId, range, options) => {
    ranges.push(range);
    return stats ? { customerId, ...stats(range) } : shop.stats.get(customerId, range, options);
  };
  return { ranges, adapter: { ...shop, stats: { get } } as Adapter };
}

function open(properties: Partial<OrderHistory>, adapter: Adapter) {
  const root = document.body.appendChild(document.createElement('div'));
  provideDashboard(root, {
    adapter,
    customerId: ingrid,
    locale: { locale: 'en-GB', timeZone: frozenZone, now: frozenNow },
  });
  return { element: mount<OrderHistory>('order-history', { totals: true, ...properties }, root), root };
}

const folded = (node: Node | null | undefined) => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
const figures = (element: Element) =>
  Object.fromEntries(
    parts(element, 'metric').map((metric) => [
      folded(metric.querySelector('dt')!.cloneNode(true)).replace(/ *(Explain|About).*$/, ''),
      [...metric.querySelectorAll('dd')].map(folded).join(' | '),
    ]),
  );
const shown = (element: Element) => until(() => part(element, 'metrics'), 'the figures');

describe('order-history: totals', () => {
  afterEach(() => {
    unmountAll();
    document.body.replaceChildren();
  });

  it('show what the orders add up to, each with its basis', async () => {
    const { element } = open({}, counting().adapter);
    await shown(element);
    expect(folded(part(element, 'summary')!.querySelector('p'))).to.equal('Orders of all time');
    expect(figures(element)).to.deep.equal({
      'Order total': '£18,845.50 | Cancelled ones included, returns not taken off',
      'Without cancelled': '£18,771.00 | Returns not taken off',
      Orders: '47 | 1 cancelled not counted',
      'Cancelled items': '1 | 0.1% of 1,487 items ordered',
      'Returned items': '6 | 0.4% of 1,487 items ordered',
    });
  });

  it('ratio-basis="orders" divides items by orders, which may exceed 100 % and is labeled so', async () => {
    const stats = {
      orders: { value: 3, basis: 'sales' },
      canceled: { value: 1, basis: 'gross' },
      items: { value: 20, basis: 'units' },
      canceledItems: { value: 6, basis: 'units' },
      returnedItems: { value: 0, basis: 'units' },
    };
    const { element } = open({ ratioBasis: 'orders' }, counting(() => stats).adapter);
    await shown(element);
    expect(figures(element)).to.include({
      'Cancelled items': '6 | 150.0%: items for each order, of 4 orders; may pass 100%',
      'Returned items': '0 | 0.0%: items for each order, of 4 orders; may pass 100%',
    });
    element.ratioBasis = 'items';
    await until(() => figures(element)['Cancelled items'] === '6 | 30.0% of 20 items ordered', 'of items');
  });

  it('follow the date range of the orders', async () => {
    const { ranges, adapter } = counting();
    const { element } = open({ range: { from: '2026-10-01', to: '2026-10-31' } }, adapter);
    await shown(element);
    expect(ranges).to.deep.equal([{ from: '2026-10-01', to: '2026-10-31' }]);
    expect(folded(part(element, 'summary')!.querySelector('p'))).to.equal('Orders from 1 Oct 2026 to 31 Oct 2026');
    expect(figures(element)).to.include({ 'Order total': '£590.50 | Cancelled ones included, returns not taken off' });
  });

  it('distinguish unknown from none, and do not divide by zero', async () => {
    const stats = {
      orderTotal: { amounts: [], basis: 'gross' },
      items: { value: 0, basis: 'units' },
      returnedItems: { value: 0, basis: 'units' },
    };
    const { element } = open({}, counting(() => stats).adapter);
    await shown(element);
    expect(figures(element)).to.deep.equal({
      'Order total': 'none | Cancelled ones included, returns not taken off',
      'Without cancelled': '–not known | Not reported by this platform',
      Orders: '–not known | Not reported by this platform',
      'Cancelled items': '–not known | Not reported by this platform',
      'Returned items': '0 | Nothing to compare with',
    });
  });

  it('share one request with other widgets', async () => {
    const { ranges, adapter } = counting();
    const { element, root } = open({}, adapter);
    mount('customer-info', {}, root);
    await shown(element);
    await until(() => root.querySelector('customer-info')?.shadowRoot?.querySelector('.figure'), 'the other');
    expect(ranges.filter(({ from, to }) => !from && !to)).to.have.length(1);
  });

  it('are absent if the platform has none, and leave the orders alone if they fail', async () => {
    const { stats: _, ...without } = shopAdapter();
    const { element } = open({}, without);
    await until(() => parts(element, 'row').length, 'orders');
    expect(part(element, 'summary')).to.equal(null);
    unmountAll();
    const fails: Adapter = {
      ...shopAdapter(),
      stats: { get: () => Promise.reject(new AdapterError('unavailable', { retryable: false })) },
    };
    const { element: other } = open({}, fails);
    await until(() => folded(part(other, 'summary')).includes('could not be loaded'), 'the error');
    expect(parts(other, 'row')).to.have.length(10);
  });

  it('have explanations', async () => {
    const { element } = open({}, counting().adapter);
    await shown(element);
    part(element, 'summary')!.querySelector<HTMLElement>('.explain')!.click();
    await until(
      () => folded(element.shadowRoot!.querySelector('.explanation')).includes('also what was cancelled'),
      'why',
    );
  });

  it('have explanations with net or gross, number of orders, source, and time', async () => {
    const everywhere = { scope: 'all-channels' };
    const stats = {
      orderTotal: { amounts: [{ value: '9', currency: 'GBP' }], basis: 'gross', ...everywhere },
      orders: { value: 3, basis: 'sales', ...everywhere },
      canceled: { value: 2, basis: 'gross' },
      returnedItems: { value: 1, basis: 'units' },
    };
    const { element } = open({}, counting(() => stats).adapter);
    await shown(element);
    const buttons = [...part(element, 'summary')!.querySelectorAll<HTMLElement>('.explain')];
    // A figure that the platform does not have has no explanation.
    expect(buttons.map(({ ariaLabel }) => ariaLabel)).to.deep.equal([
      'About “Order total”',
      'About “Orders”',
      'About “Returned items”',
    ]);
    buttons[0]!.click();
    const facts = await until(() => element.shadowRoot!.querySelector('.explanation dl'), 'the facts');
    expect(folded(facts)).to.match(
      /^Returns Not taken off Dates All dates Counted over 5 orders Where All channels As of \S/,
    );
  });
});
