import { expect } from 'chai';
import type { Adapter } from '../../adapter/adapter.ts';
import { provideDashboard } from '../../dashboard/provide-dashboard.ts';
import type { DayRange } from '../../domain/time.ts';
import { deferred, mount, part, parts, textOf, unmountAll, until } from '../../testing/kit.ts';
import { frozenNow, frozenZone } from '../../testing/scenario.ts';
import { scripted } from '../../testing/scripted.ts';
import './define.ts';
import type { CustomerTrends } from './customer-trends.ts';

const gbp = (value: string) => [{ value, currency: 'GBP' }];
const orders = Array.from({ length: 7 }, (_, day) => Array.from({ length: 24 }, (__, hour) => (day === 3 ? hour : 0)));
const answered = (range: DayRange) => ({ range, timeZone: frozenZone });
const adapter: Adapter = {
  insights: {
    newVersusReturning: async (range) => ({
      ...answered(range),
      months: [
        { month: '2026-01', newCustomers: 4, returningCustomers: 11 },
        { month: '2026-03', newCustomers: 1, returningCustomers: 19 },
      ],
    }),
    paymentMethods: async (range) => ({
      ...answered(range),
      methods: [
        { method: 'Visa', payments: 30, amounts: [...gbp('300.00'), { value: '5000', currency: 'JPY' }] },
        { method: null, payments: 10, amounts: gbp('90.00') },
      ],
    }),
    peakTimes: async (range) => ({ ...answered(range), orders }),
  },
};

async function open(more: Partial<CustomerTrends> = {}, locale = 'en-GB') {
  const script = scripted<Adapter>(adapter);
  const root = document.body.appendChild(document.createElement('div'));
  const settings = { locale, timeZone: frozenZone, now: frozenNow };
  provideDashboard(root, { adapter: script.adapter, locale: settings });
  const element = mount<CustomerTrends>('customer-trends', more, root);
  const chart = await until(() => part(element, 'chart'), 'the chart');
  const press = async (key: string) => {
    chart.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }));
    await element.updateComplete;
  };
  return { element, script, chart, press };
}
const readout = (element: Element) => part(element, 'readout')!.textContent.trim();
const cells = (element: Element) =>
  [...part(element, 'table')!.querySelectorAll('tr')].map((row) =>
    [...row.children].map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim()).join(' | '),
  );

describe('customer-trends', () => {
  afterEach(unmountAll);

  it('takes the same room before its data and its charts have arrived, so that nothing below it moves', async () => {
    const root = document.body.appendChild(document.createElement('div'));
    const script = scripted<Adapter>(adapter);
    const answer = deferred();
    script.next('insights.newVersusReturning', { until: answer.promise });
    provideDashboard(root, {
      adapter: script.adapter,
      locale: { locale: 'en-GB', timeZone: frozenZone, now: frozenNow },
    });
    const element = mount<CustomerTrends>('customer-trends', {}, root);
    element.style.cssText = 'display: block; inline-size: 720px';
    await until(() => element.shadowRoot!.querySelector('.skeleton.figure'), 'the placeholder');
    const before = element.getBoundingClientRect().height;
    expect(part(element, 'panel')!.getAttribute('aria-busy')).to.equal('true');
    answer.resolve();
    await until(() => part(element, 'chart'), 'the chart');
    await element.updateComplete;
    expect(element.getBoundingClientRect().height).to.be.closeTo(before, 4);
    expect(part(element, 'panel')!.getAttribute('aria-busy')).to.equal('false');
  });

  it('shows new and returning customers of the last twelve months without a customer on the page', async () => {
    const { element, script, chart } = await open();
    expect(script.callsTo('insights.newVersusReturning')[0]!.args[0]).to.deep.equal({
      from: '2025-12-01',
      to: '2026-11-30',
    });
    expect(readout(element)).to.equal('5 new customers in all');
    expect(chart.querySelectorAll('[data-point]')).to.have.length(12);
    expect(part(element, 'footer')!.textContent.trim()).to.equal('1 Dec 2025 to 30 Nov 2026. Time zone: Europe/London');
  });

  it('has a table of the numbers behind the chart, with a month without an order', async () => {
    const { element } = await open({ range: '2026-01-01/2026-03-31' });
    expect(cells(element)).to.deep.equal([
      'Month | New customers | Returning customers',
      'January 2026 | 4 | 11',
      'February 2026 | 0 | 0',
      'March 2026 | 1 | 19',
    ]);
  });

  it('arrow keys, Home and End move through the points, which the slider says', async () => {
    const { element, chart, press } = await open({ range: '2026-01-01/2026-03-31' });
    chart.focus();
    await element.updateComplete;
    expect(readout(element)).to.equal('March 2026: 1 new, 19 returning');
    await press('ArrowLeft');
    expect(chart.ariaValueText).to.equal('February 2026: 0 new, 0 returning');
    await press('Home');
    expect([readout(element), chart.ariaValueNow]).to.deep.equal(['January 2026: 4 new, 11 returning', '0']);
    await press('ArrowLeft');
    expect(chart.ariaValueNow).to.equal('0');
    await press('End');
    expect(chart.ariaValueNow).to.equal('2');
    chart.blur();
    await element.updateComplete;
    expect(readout(element)).to.contain('5 new customers');
  });

  it('arrow keys follow the direction of text', async () => {
    document.body.dir = 'rtl';
    const { chart, press } = await open({ range: '2026-01-01/2026-03-31' });
    await press('ArrowRight');
    document.body.removeAttribute('dir');
    expect(chart.ariaValueText).to.contain('February 2026');
  });

  it('says the value of a point under the pointer', async () => {
    const { element, chart } = await open({ range: '2026-01-01/2026-03-31' });
    chart.querySelector('[data-point="0"]')!.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
    await element.updateComplete;
    expect(readout(element)).to.equal('January 2026: 4 new, 11 returning');
    chart.dispatchEvent(new PointerEvent('pointerleave'));
    await element.updateComplete;
    expect(readout(element)).to.contain('5 new customers');
  });

  it('shows payment methods by their share, and the unknown method as such', async () => {
    const { element, script } = await open({ charts: 'new-returning payment-methods' });
    parts(element, 'segment')[1]!.querySelector('input')!.click();
    await until(() => textOf(element).includes('Visa'), 'the methods');
    expect(parts(element, 'segment')).to.have.length(2);
    expect(readout(element)).to.equal('\u2068Visa\u2069: 30 payments, 75.0%');
    expect(cells(element).slice(1)).to.deep.equal([
      'Visa | 30 | 75.0% | £300.00JP¥5,000',
      'Not known | 10 | 25.0% | £90.00',
    ]);
    expect(script.callsTo('insights.peakTimes')).to.have.length(0);
  });

  it('shows peak times by weekday and hour in the time zone that it names', async () => {
    const { element, script, chart, press } = await open({ charts: 'peak-times' });
    expect(script.callsTo('insights.peakTimes')[0]!.args[1]).to.deep.include({ timeZone: 'Europe/London' });
    expect(readout(element)).to.equal('Most orders: Thursday, 23:00–00:00');
    expect(chart.ariaLabel).to.equal('Orders by weekday and hour, Europe/London');
    await press('ArrowUp');
    expect(chart.ariaValueText).to.equal('Wednesday, 23:00–00:00: 0 orders');
    expect(cells(element)[24]).to.equal('23:00 | 0 | 0 | 0 | 23 | 0 | 0 | 0');
  });

  it('counts the days that the operator selects', async () => {
    const { element, script } = await open({ range: '2026-01-01/2026-03-31' });
    part(element, 'popover-button')!.click();
    const preset = () => parts(element, 'popover').flatMap((popover) => [...popover.querySelectorAll('button')]);
    (await until(() => preset().find(({ textContent }) => textContent.includes('All dates')), 'all dates')).click();
    await until(() => script.callsTo('insights.newVersusReturning').length === 2, 'the second request');
    expect(script.callsTo('insights.newVersusReturning')[1]!.args[0]).to.deep.equal({});
  });
});
