import { expect } from 'chai';
import type { Adapter } from '../../adapter/adapter.ts';
import { provideDashboard } from '../../dashboard/provide-dashboard.ts';
import type { CrossSellRow, CrossSellTotals } from '../../domain/cross-sell.ts';
import { mount, part, parts, unmountAll, until } from '../../testing/kit.ts';
import { frozenNow, frozenZone } from '../../testing/scenario.ts';
import './define.ts';

const euros = (value: string) => ({ value, currency: 'EUR' });
const folded = (node: Node | null | undefined) => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** Renders products with these revenues and their total; `more` products are on the next page. */
async function opened(revenues: readonly string[], total: string, { more = 0, charges = '0' } = {}) {
  const items = revenues.map((value, index): CrossSellRow => ({
    id: String(index),
    customerId: 'C',
    product: { id: String(index), title: `Cup ${index}` },
    orders: 1,
    units: 1,
    revenue: euros(value),
  }));
  const totals: CrossSellTotals = {
    rows: items.length + more,
    orders: items.length,
    units: items.length,
    revenue: { amounts: [euros(total)], known: items.length + more },
    charges: [euros(charges)],
    lifetimeTotal: [euros(String((Number(total) * 1000 + Number(charges) * 1000) / 1000))],
  };
  const adapter: Adapter = {
    crossSell: { list: async () => ({ items, next: more ? 'next' : null, total: totals.rows, totals }) },
  };
  const root = document.body.appendChild(document.createElement('div'));
  root.style.inlineSize = '1200px';
  provideDashboard(root, {
    adapter,
    customerId: 'C',
    locale: { locale: 'en-GB', timeZone: frozenZone, now: frozenNow },
  });
  const element = mount<HTMLElementTagNameMap['cross-sell-table']>('cross-sell-table', {}, root);
  await until(() => parts(element, 'row').length && part(element, 'totals'), 'rows');
  return {
    sum: folded([...part(element, 'totals')!.querySelectorAll('td')][0]),
    rows: parts(element, 'row').map((row) => folded(row.querySelectorAll('td')[0])),
    summary: folded(part(element, 'summary')),
  };
}

describe('cross-sell-table: the sum row and its rows', () => {
  afterEach(() => {
    unmountAll();
    document.body.replaceChildren();
  });

  it('agree as displayed, or a rounding difference is shown', async () => {
    const { rows, sum } = await opened(['38.525', '25.125'], '63.65');
    expect([rows, sum]).to.deep.equal([['€38.53', '€25.13'], '€63.65−€0.01 rounding']);
  });

  it('show no rounding difference if they agree', async () => {
    expect((await opened(['38.53', '25.12'], '63.65')).sum).to.equal('€63.65');
  });

  it('show no rounding difference unless all rows are on screen', async () => {
    expect((await opened(['38.525', '25.125'], '63.65', { more: 1 })).sum).to.equal('€63.65');
  });

  it('add up to the total with the charges', async () => {
    const { summary } = await opened(['25.125'], '25.125', { charges: '38.525' });
    expect(summary).to.include('€63.65 Product revenue and charges, −€0.01 rounding');
    expect((await opened(['25.12'], '25.12', { charges: '38.53' })).summary).to.not.include('rounding');
  });
});
