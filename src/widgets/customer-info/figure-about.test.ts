import { expect } from 'chai';
import { provideDashboard } from '../../dashboard/provide-dashboard.ts';
import type { CustomerStats } from '../../domain/stats.ts';
import { mount, part, parts, unmountAll, until } from '../../testing/kit.ts';
import { frozenNow, frozenZone } from '../../testing/scenario.ts';
import type { Customer } from '../../domain/customer.ts';
import './define.ts';
import type { CustomerInfo } from './customer-info.ts';

const gbp = (value: string) => ({ value, currency: 'GBP' });
const lifetimeTotal = { amounts: [gbp('100')], basis: 'net-of-returns' };
const orders = { value: 4, basis: 'sales' };
const canceled = { value: 2, basis: 'gross' };
const asOf = '2026-11-18T09:00:00Z';

function show(stats: Partial<CustomerStats>, settings: Partial<CustomerInfo> = {}): CustomerInfo {
  const root = document.body.appendChild(document.createElement('div'));
  provideDashboard(root, {
    adapter: {
      customers: { get: async (id): Promise<Customer> => ({ id, name: 'Ingrid' }) },
      stats: { get: async (customerId) => ({ customerId, ...stats }) },
      credit: {
        accounts: async (customerId) => ({
          items: [{ id: 'P', customerId, kind: 'points', balance: { value: '5', unit: 'points' } }],
          next: null,
        }),
      },
    },
    customerId: 'C-1',
    locale: { locale: 'en-GB', timeZone: frozenZone, now: frozenNow },
  });
  return mount<CustomerInfo>('customer-info', settings, root);
}

const buttonOf = (element: CustomerInfo, label: string) =>
  parts(element, 'popover-button').find((button) => button.ariaLabel === `About “${label}”`);

/** Returns the explanation of a figure: its sentence, and its facts by label. */
async function about(element: CustomerInfo, label: string) {
  const button = await until(() => buttonOf(element, label), `the button of ${label}`);
  button.click();
  const explanation = await until(
    () => parts(element, 'explanation').find(({ firstElementChild }) => firstElementChild?.textContent === label),
    `the explanation of ${label}`,
  );
  const text = (found: Element | null | undefined) => (found?.textContent ?? '').replace(/\s+/g, ' ').trim();
  const facts = [...explanation.querySelectorAll('dl > div')].map((fact) => [
    text(fact.querySelector('dt')),
    text(fact.querySelector('dd')),
  ]);
  return { counts: text(explanation.querySelectorAll('p')[1]), facts: Object.fromEntries(facts) as object };
}

describe('explanations of the figures of customer-info', () => {
  afterEach(() => {
    unmountAll();
    document.body.replaceChildren();
  });

  it('state net or gross, dates, number of orders, source, and time', async () => {
    const everywhere = { scope: 'all-channels' };
    const element = show({
      lifetimeTotal: { ...lifetimeTotal, ...everywhere },
      orders: { ...orders, ...everywhere },
      averageOrderValue: { amounts: [gbp('25')], basis: 'sales-per-order' },
      asOf,
    });
    expect(await about(element, 'Lifetime total')).to.deep.equal({
      counts: 'All lines of the orders, postage and fees included, less what came back.',
      facts: {
        Returns: 'Taken off',
        Dates: 'All dates',
        'Counted over': '4 orders',
        Where: 'All channels',
        'As of': 'Today, 09:00',
      },
    });
    // The figure covers other channels than the number of orders, which would be the wrong divisor.
    expect(await about(element, 'Average order')).to.deep.equal({
      counts: 'What was sold, divided by the number of orders.',
      facts: { Returns: 'Not taken off', Dates: 'All dates', 'As of': 'Today, 09:00' },
    });
  });

  it('state the number of canceled orders that are included, unless it is unknown', async () => {
    const orderTotal = { amounts: [gbp('150')], basis: 'gross' };
    const element = show(
      { orders, canceled, lifetimeTotal, orderTotal, asOf },
      { metrics: 'order-total lifetime-total' },
    );
    expect((await about(element, 'Order total')).facts).to.include({ 'Counted over': '6 orders' });
    expect((await about(element, 'Lifetime total')).facts).to.include({ 'Counted over': '4 orders' });
    const vague = show({ orders, orderTotal, asOf }, { metrics: 'order-total' });
    expect((await about(vague, 'Order total')).facts).to.not.have.property('Counted over');
  });

  it('use the platform’s own text, without a claim about returns', async () => {
    const element = show({
      lifetimeTotal: { amounts: [gbp('1')], basis: { code: 'gross', label: 'Our own sum' } },
      orders: { value: 3, basis: 'constructor' },
      asOf,
    });
    expect(await about(element, 'Lifetime total')).to.deep.equal({
      counts: 'The platform counts: \u2068Our own sum\u2069.',
      facts: { Dates: 'All dates', 'As of': 'Today, 09:00' },
    });
    expect((await about(element, 'Orders')).counts).to.equal('The platform counts: \u2068constructor\u2069.');
  });

  it('state the time of the read if the platform gives none', async () => {
    const element = show(
      { lifetimeTotal, range: { from: '2026-01-01', to: '2026-03-31' } },
      { metrics: 'lifetime-total points' },
    );
    const { facts } = await about(element, 'Total');
    expect(facts).to.include({ Dates: '1 Jan to 31 Mar' });
    expect(facts).to.have.property('As of').that.is.not.empty;
    const points = await about(element, 'Points');
    expect(points.counts).to.equal('What is on the accounts of points.');
    expect(Object.keys(points.facts)).to.deep.equal(['As of']);
  });

  it('exist only for known facts, and load without moving anything', async () => {
    const element = show({ lifetimeTotal, firstOrderAt: null });
    await until(() => part(element, 'metrics'), 'the figures');
    const before = part(element, 'metrics')!.getBoundingClientRect().height;
    await until(() => buttonOf(element, 'Lifetime total'), 'the button');
    expect(parts(element, 'popover-button')).to.have.length(1);
    expect(part(element, 'metrics')!.getBoundingClientRect().height).to.equal(before);
  });
});
