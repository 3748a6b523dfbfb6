import { expect } from 'chai';
import { render } from 'lit';
import type { CustomerStats } from '../../domain/stats.ts';
import { Localization } from '../../i18n/localization.ts';
import { frozenNow, frozenZone } from '../../testing/scenario.ts';
import { furtherFigures } from '../../features/figures/further-figures.ts';
import { highValueOf, thresholdsIn } from './further.ts';
import { figuresIn, knowsFigures, metrics } from '../../features/figures/metrics.ts';

const l10n = Localization.of({ locale: 'en-GB', timeZone: frozenZone, now: frozenNow });
const gbp = (value: string) => ({ value, currency: 'GBP' });
const sales = (value: number) => ({ value, basis: 'sales' });

/** Returns the figures and basis of each metric, by label. */
function shown(stats: Partial<CustomerStats>): Record<string, readonly [readonly string[], string]> {
  const root = document.createElement('div');
  render(metrics({ customerId: 'C', ...stats }, l10n), root);
  const text = (element: Element | null) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
  return Object.fromEntries(
    [...root.querySelectorAll('.metric')].map((metric) => [
      text(metric.querySelector('dt')),
      [[...metric.querySelectorAll('.figure')].map(text), text(metric.querySelector('.basis'))] as const,
    ]),
  );
}

describe('customer metrics', () => {
  it('are four by default, each with its basis', () => {
    const all = shown({
      lifetimeTotal: { amounts: [gbp('18462.70')], basis: 'net-of-returns' },
      orders: sales(47),
      returns: { value: 5, basis: 'returns' },
      canceled: { value: 1, basis: 'gross' },
      averageOrderValue: { amounts: [gbp('399.376596')], basis: 'sales-per-order' },
      firstOrderAt: '2019-03-20T10:00:00Z',
      lastOrderAt: '2026-11-18T11:08:00Z',
    });
    expect(all).to.deep.equal({
      'Lifetime total': [['£18,462.70'], 'All lines, net of returns'],
      Orders: [['47'], '5 returns; 1 cancelled'],
      'Average order': [['£399.38'], 'Sales ÷ 47 orders'],
      'First order': [['20 Mar 2019'], 'Last today, 11:08'],
    });
  });

  it('show a dash for unknown, “none” for empty, and zero for zero', () => {
    const unknown = ['–not known'];
    expect(shown({ lastOrderAt: null })).to.deep.equal({
      'Lifetime total': [unknown, 'The platform does not say'],
      Orders: [unknown, 'No order yet'],
      'Average order': [unknown, 'The platform does not say'],
      'First order': [unknown, 'The platform does not say'],
    });
    const none = shown({
      lifetimeTotal: { amounts: [gbp('0')], basis: 'gross' },
      orders: sales(0),
      returns: sales(0),
      averageOrderValue: null,
      firstOrderAt: null,
      lastOrderAt: null,
    });
    expect(none).to.deep.equal({
      'Lifetime total': [['£0.00'], 'Returns not taken off'],
      Orders: [['0'], 'No order yet'],
      'Average order': [['none'], 'No sale yet'],
      'First order': [['none'], 'No order yet'],
    });
    expect(shown({ lifetimeTotal: { amounts: [], basis: 'gross' } })['Lifetime total']![0]).to.deep.equal(['none']);
  });

  it('list currencies side by side without adding them', () => {
    const amounts = [gbp('10.5'), { value: '1500', currency: 'JPY' }, { value: '2.3456', currency: 'KWD' }];
    const all = shown({
      lifetimeTotal: { amounts, basis: 'gross' },
      orders: sales(24),
      averageOrderValue: { amounts, basis: 'sales-per-order' },
    });
    expect(all['Lifetime total']![0]).to.deep.equal(['£10.50', 'JP¥1,500', 'KWD 2.346']);
    // The 24 orders are those of all currencies, and not the divisor of any.
    expect(all['Average order']![1]).to.equal('Sales ÷ orders, by currency');
  });

  it('are exact at any size', () => {
    const all = shown({ lifetimeTotal: { amounts: [gbp('-9007199254740993000000000.01')], basis: 'gross' } });
    expect(all['Lifetime total']![0]).to.deep.equal(['−£9,007,199,254,740,993,000,000,000.01']);
  });

  const basis = (code: string | { code: string; label: string }, scope?: string | { code: string; label: string }) =>
    shown({ lifetimeTotal: { amounts: [gbp('1')], basis: code, ...(scope ? { scope } : {}) } })['Lifetime total']![1];

  it('translate known bases, and use the platform’s label for others', () => {
    expect(basis('paid-net-of-refunds')).to.equal('Paid less refunds');
    expect(basis('paid-net-of-refunds', 'all-channels')).to.equal('Paid less refunds, all channels');
    expect(basis('gross', { code: 'web', label: 'Web shop' })).to.equal('Returns not taken off, Web shop');
    expect(basis({ code: 'ltv-2', label: 'Modelled value' })).to.equal('Modelled value');
    expect(basis({ code: 'gross', label: 'Brutto' })).to.equal('Brutto');
    expect(basis('constructor')).to.equal('constructor');
  });

  it('name the range unless it is the whole lifetime', () => {
    const lifetimeTotal = { amounts: [gbp('1')], basis: 'gross' };
    const of = (range: { from?: string; to?: string }) =>
      Object.entries(shown({ lifetimeTotal, range }))[0]!.flat(2).join(' | ');
    expect(of({})).to.equal('Lifetime total | £1.00 | Returns not taken off');
    expect(of({ from: '2026-01-01' })).to.equal('Total | £1.00 | Returns not taken off, since 1 Jan 2026');
    expect(of({ to: '2026-01-01' })).to.equal('Total | £1.00 | Returns not taken off, up to 1 Jan 2026');
    expect(of({ from: '2025-01-01', to: '2026-01-01' })).to.equal(
      'Total | £1.00 | Returns not taken off, 1 Jan 2025 to 1 Jan 2026',
    );
  });

  it('name what is counted if the platform counts in its own way', () => {
    const orders = { value: 3, basis: { code: 'visits', label: 'Paid visits' } };
    expect(shown({ orders, lastOrderAt: '2026-11-04T10:18:00Z' })['Orders']![1]).to.equal('Paid visits');
    expect(shown({ orders: sales(3) })['Orders']![1]).to.equal('Sales');
    expect(shown({ orders: sales(3), returns: sales(0) })['Orders']![1]).to.equal('no returns');
    expect(shown({ orders: sales(1), returns: sales(1) })['Orders']![1]).to.equal('1 return');
    const average = { amounts: [gbp('1')], basis: 'sales-per-order' };
    expect(shown({ averageOrderValue: average })['Average order']![1]).to.equal('Sales ÷ orders');
    expect(shown({ averageOrderValue: average, orders: sales(1) })['Average order']![1]).to.equal('Sales ÷ 1 order');
  });

  it('show the time passed by the zone’s calendar, and never for the future', () => {
    const ago = (firstOrderAt: string) => shown({ firstOrderAt })['First order']![1];
    expect(ago('2026-11-18T09:00:00Z')).to.equal('Today, 09:00');
    expect(ago('2026-11-17T23:59:00Z')).to.equal('1 day ago');
    expect(ago('2026-10-18T12:00:00Z')).to.equal('1 month ago');
    expect(ago('2025-11-19T12:00:00Z')).to.equal('11 months ago');
    expect(ago('2025-11-18T12:00:00Z')).to.equal('1 year ago');
    expect(ago('2026-11-20T12:00:00Z')).to.equal('20 Nov, 12:00');
  });

  it('show their time if it is more than an hour ago', () => {
    const root = document.createElement('div');
    const draw = (asOf: string) => render(metrics({ customerId: 'C', orders: sales(1), asOf }, l10n), root);
    draw('2026-11-18T11:00:00Z');
    expect(root.textContent).to.not.contain('Figures as of');
    draw('2026-11-18T02:00:00Z');
    expect(root.textContent).to.contain('Figures as of today, 02:00');
  });

  it('are omitted if nothing is known', () => {
    expect(knowsFigures({ customerId: 'C', range: {}, asOf: '2026-11-18T11:00:00Z' })).to.equal(false);
    expect(knowsFigures({ customerId: 'C', firstOrderAt: null })).to.equal(true);
  });

  it('follow the `metrics` attribute in its order, each with its basis', () => {
    const root = document.createElement('div');
    const names = figuresIn('points, total-paid order-total-excluding-canceled nonsense items orders', 'transactions');
    const stats: CustomerStats = {
      customerId: 'C',
      range: { from: '2026-01-01' },
      orders: sales(47),
      transactions: { value: 54, basis: 'transactions' },
      totalPaid: { amounts: [gbp('18050.3')], basis: 'paid-net-of-refunds', scope: 'all-channels' },
      orderTotalExcludingCanceled: { amounts: [], basis: 'gross-without-canceled' },
    };
    const account = { id: 'a', customerId: 'C', kind: 'points', balance: { value: '2340', unit: 'points' } };
    render(metrics(stats, l10n, { names, further: furtherFigures, accounts: [account] }), root);
    const texts = [...root.querySelectorAll('.metric')].map((metric) =>
      [...metric.children].map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim()).join(' | '),
    );
    expect(texts).to.deep.equal([
      'Points | 2,340 | Balance now',
      'Total paid | £18,050.30 | Paid less refunds, all channels, since 1 Jan 2026',
      'Order total, without cancelled | none | Without what was cancelled; returns not taken off, since 1 Jan 2026',
      'Items ordered | –not known | The platform does not say',
      'Transactions | 54 | Payments and refunds, since 1 Jan 2026',
    ]);
  });

  it('mark a high-value customer by the host’s threshold: exactly, and in one currency only', () => {
    const high = (amounts: readonly { value: string; currency: string }[], measure: string) =>
      highValueOf(
        { customerId: 'C', averageOrderValue: { amounts: [...amounts], basis: 'sales-per-order' } },
        thresholdsIn(measure),
        l10n,
      );
    expect(high([gbp('250.000000')], '250 GBP')).to.equal('high value from £250.00');
    expect(high([gbp('249.999999')], '250 GBP')).to.equal(undefined);
    expect(high([{ value: '9000', currency: 'JPY' }], '250 GBP, 300 EUR')).to.equal(undefined);
    expect(high([gbp('9007199254740993.01')], '9007199254740993.02 GBP')).to.equal(undefined);
    expect(high([gbp('300'), { value: '400', currency: 'EUR' }], '250 GBP; 300 EUR')).to.equal(
      'high value from £250.00; high value from €300.00',
    );
    for (const nonsense of ['', 'GBP', '-1 GBP', '1e3 GBP', '250 gbp', '250GBPX'])
      expect(thresholdsIn(nonsense), nonsense).to.deep.equal([]);
    expect(highValueOf({ customerId: 'C', averageOrderValue: null }, thresholdsIn('0 GBP'), l10n)).to.equal(undefined);
  });
});
