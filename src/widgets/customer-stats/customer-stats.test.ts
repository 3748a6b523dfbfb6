import { expect } from 'chai';
import type { Adapter } from '../../adapter/adapter.ts';
import { provideDashboard } from '../../dashboard/provide-dashboard.ts';
import type { CustomerStats } from '../../domain/stats.ts';
import { mount, part, parts, textOf, unmountAll, until } from '../../testing/kit.ts';
import { frozenNow, frozenZone } from '../../testing/scenario.ts';
import { scripted } from '../../testing/scripted.ts';
import './define.ts';
import type { CustomerStatsPanel } from './customer-stats.ts';

const gbp = (value: string) => ({ amounts: [{ value, currency: 'GBP' }] });
const figures: Partial<CustomerStats> = {
  orderTotal: { ...gbp('1200.00'), basis: 'gross' },
  orderTotalExcludingCanceled: { ...gbp('1000.00'), basis: 'gross-without-canceled' },
  orders: { value: 4, basis: 'sales' },
  canceled: { value: 1, basis: 'gross' },
  averageOrderValue: { ...gbp('250.000000'), basis: 'sales-per-order' },
  items: { value: 40, basis: 'units' },
  canceledItems: { value: 6, basis: 'units' },
  returnedItems: { value: 2, basis: 'units' },
  lifetimeTotal: { ...gbp('940.00'), basis: 'net-of-returns', scope: { code: 'shop', label: 'Leeds shop' } },
  totalPaid: { ...gbp('930.00'), basis: 'paid-net-of-refunds' },
  firstOrderAt: '2024-03-02T10:00:00Z',
  lastOrderAt: '2026-11-16T09:30:00Z',
};

async function open(more: Partial<CustomerStatsPanel> = {}) {
  const script = scripted<Adapter>({
    stats: {
      get: async (customerId, range) => ({ customerId, ...figures, ...(Object.keys(range).length && { range }) }),
    },
  });
  const root = document.body.appendChild(document.createElement('div'));
  provideDashboard(root, {
    adapter: script.adapter,
    customerId: 'C-1',
    locale: { locale: 'en-GB', timeZone: frozenZone, now: frozenNow },
  });
  const element = mount<CustomerStatsPanel>('customer-stats', more, root);
  await until(() => part(element, 'figure'), 'the figures');
  return { element, script };
}
const line = (text: string) => text.replace(/\s+/g, ' ').trim();
const shown = (element: Element) =>
  Object.fromEntries(
    parts(element, 'metric').map((metric) => [
      line([...metric.querySelector('dt')!.childNodes].map((node) => (node instanceof Text ? node.data : '')).join('')),
      [...metric.querySelectorAll('dd')].map(({ textContent }) => line(textContent)),
    ]),
  );

describe('customer-stats', () => {
  afterEach(unmountAll);

  it('shows each figure with its basis and scope, for all days at first', async () => {
    const { element, script } = await open();
    expect(script.callsTo('stats.get')[0]!.args[1]).to.deep.equal({});
    expect(shown(element)).to.deep.equal({
      'Order total': ['£1,200.00', 'Returns not taken off'],
      'Order total, without cancelled': ['£1,000.00', 'Without what was cancelled; returns not taken off'],
      Orders: ['4', '1 cancelled'],
      'Average order': ['£250.00', 'Sales ÷ 4 orders'],
      'Items cancelled': ['6', 'Units of products; 15.0% of 40 items ordered'],
      'Items returned': ['2', 'Units of products; 5.0% of 40 items ordered'],
      'Lifetime total': ['£940.00', 'All lines, net of returns, Leeds shop'],
      'Total paid': ['£930.00', 'Paid less refunds'],
    });
  });

  it('ratio-basis="orders" divides items by all orders, which is labeled so', async () => {
    const { element } = await open({ ratioBasis: 'orders' });
    expect(shown(element)['Items cancelled']).to.deep.equal([
      '6',
      'Units of products; 120.0%: items per order, of 5 orders; can exceed 100%',
    ]);
  });

  it('counts the days that the operator selects, and says them with each figure', async () => {
    const { element, script } = await open({ range: '2026-01-01/2026-03-31' });
    expect(script.callsTo('stats.get')[0]!.args[1]).to.deep.equal({ from: '2026-01-01', to: '2026-03-31' });
    expect(textOf(element)).to.contain('Returns not taken off, 1 Jan 2026 to 31 Mar 2026');
    part(element, 'popover-button')!.click();
    const preset = () => parts(element, 'popover').flatMap((popover) => [...popover.querySelectorAll('button')]);
    (await until(() => preset().find(({ textContent }) => textContent.includes('All dates')), 'all dates')).click();
    await until(() => script.callsTo('stats.get').length === 2, 'the second request');
    expect(script.callsTo('stats.get')[1]!.args[1]).to.deep.equal({});
    await until(() => !textOf(element).includes('31 Mar 2026'), 'all days');
  });

  it('counts the days that the host page sets after the operator has selected others', async () => {
    const { element, script } = await open();
    part(element, 'popover-button')!.click();
    const preset = () => parts(element, 'popover').flatMap((popover) => [...popover.querySelectorAll('button')]);
    (await until(() => preset().find(({ textContent }) => textContent.includes('This year')), 'this year')).click();
    await until(() => script.callsTo('stats.get').length === 2, 'the days of the operator');
    element.range = '2026-01-01/2026-03-31';
    await element.updateComplete;
    expect(script.callsTo('stats.get').at(-1)!.args[1]).to.deep.equal({ from: '2026-01-01', to: '2026-03-31' });
    await until(() => textOf(element).includes('1 Jan 2026 to 31 Mar 2026'), 'the days of the host page');
  });

  it('marks the average order of a customer of high value', async () => {
    const { element } = await open({ highValue: '200 GBP' });
    expect(shown(element)['Average order']![1]).to.equal('Sales ÷ 4 orders; high value from £200.00');
  });

  it('shows the figures that the host chooses, in its order', async () => {
    const { element } = await open({ metrics: 'total-paid orders', countBasis: 'transactions' });
    expect(Object.keys(shown(element))).to.deep.equal(['Total paid', 'Transactions']);
  });

  it('shows the first and the last order by their days', async () => {
    const { element } = await open({ metrics: 'first-order' });
    expect(shown(element)).to.deep.equal({ 'First order': ['2 Mar 2024', 'Last 16 Nov, 09:30'] });
  });
});
