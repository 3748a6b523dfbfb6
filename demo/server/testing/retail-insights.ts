import assert from 'node:assert/strict';
import { before, it } from 'node:test';
import { escapeText, textHeader } from '../../../src/adapters/rest/headers.ts';
import type { CustomerListItem } from '../../../src/domain/customer-list.ts';
import type { NewVersusReturning, PaymentMethods, PeakTimes } from '../../../src/domain/insights.ts';
import type { Listed } from './client.ts';
import { cellsOf, linesOf } from './retail-ledger.ts';
import type { TestServer } from './test-server.ts';

/** One order of the file: who placed it, and when by the clock of the shop. */
interface Invoice {
  readonly number: string;
  readonly customer: string;
  at: string;
  /** Thousandths of a pound. */
  total: bigint;
}

const days = 'from=2010-12-01&to=2011-12-31&timeZone=Europe/London';

interface Trends {
  readonly months: ReadonlyMap<string, readonly [newCustomers: number, returningCustomers: number]>;
  readonly unknownMethod: number;
  readonly orders: PeakTimes['orders'];
}

/** Returns what the server says of the days of the file, before and after the import. */
export async function readTrends(server: TestServer): Promise<Trends> {
  const get = async <Body>(path: string): Promise<Body> =>
    (await server.viewer.get<Body>(`/insights/${path}?${days}`)).body;
  const { months } = await get<NewVersusReturning>('new-versus-returning');
  const { methods } = await get<PaymentMethods>('payment-methods');
  const { orders } = await get<PeakTimes>('peak-times');
  return {
    months: new Map(months.map((one) => [one.month, [one.newCustomers, one.returningCustomers]])),
    unknownMethod: methods.find(({ method }) => method === null)?.payments ?? 0,
    orders,
  };
}

/** Tests the figures of all customers with the whole data set, against sums that share no code with the server. */
export function testRetailInsights(server: () => TestServer, file: string, earlier: () => Trends): void {
  const skip = file ? false : 'ONLINE_RETAIL does not name the data set (DOI 10.24432/C5BW33).';
  let invoices: readonly Invoice[];
  let now: Trends;
  before(async () => {
    if (!file) return;
    invoices = read(file);
    now = await readTrends(server());
  });

  const ranked = async (sort: string): Promise<readonly CustomerListItem[]> => {
    const query = `first=1000&filter[currency]=GBP&sort=-${sort}`;
    const { items } = (await server().viewer.get<Listed<CustomerListItem>>(`/insights/top-customers?${query}`)).body;
    const imported = new Set(invoices.map(({ customer }) => customer));
    return items.filter(({ id }) => imported.has(id));
  };

  it('the first of the top customers by lifetime value is 14646 with 279,489.02', { skip }, async () => {
    const [first] = await ranked('lifetimeTotal');
    assert.deepEqual([first?.id, first?.lifetimeTotal?.amounts[0]?.value], ['14646', '279489.02']);
  });

  it('the top customers by order frequency and average order match the file', { skip }, async () => {
    const byCustomer = new Map<string, { orders: number; total: bigint }>();
    for (const { customer, total } of invoices) {
      const sum = byCustomer.get(customer) ?? { orders: 0, total: 0n };
      byCustomer.set(customer, { orders: sum.orders + 1, total: sum.total + total });
    }
    const [most] = [...byCustomer].toSorted(([, a], [, b]) => b.orders - a.orders);
    const [frequent] = await ranked('orders');
    assert.deepEqual([frequent?.id, frequent?.orders?.value], [most![0], most![1].orders]);
    const averages = [...byCustomer].map(([id, { orders, total }]) => [id, Number(total) / 1000 / orders] as const);
    const [best] = averages.toSorted(([, a], [, b]) => b - a);
    const [average] = await ranked('averageOrderValue');
    assert.equal(average?.id, best![0]);
    assert.ok(Math.abs(Number(average?.averageOrderValue?.amounts[0]?.value) - best![1]) < 1e-5);
  });

  it('new and returning customers of each month match the file', { skip }, () => {
    const first = new Map<string, string>();
    const buyers = new Map<string, Set<string>>();
    for (const { customer, at } of invoices) {
      const month = at.slice(0, 7);
      if (month < (first.get(customer) ?? '9')) first.set(customer, month);
      buyers.set(month, (buyers.get(month) ?? new Set()).add(customer));
    }
    assert.equal(buyers.size, 13);
    for (const [month, customers] of buyers) {
      const fresh = [...customers].filter((customer) => first.get(customer) === month).length;
      const [[addedNew, addedReturning], [newBefore, returningBefore]] = [now, earlier()].map(
        ({ months }) => months.get(month) ?? [0, 0],
      ) as [[number, number], [number, number]];
      assert.deepEqual(
        [addedNew - newBefore, addedReturning - returningBefore],
        [fresh, customers.size - fresh],
        month,
      );
    }
  });

  it('orders by weekday and hour in Europe/London match the file, with the same peak', { skip }, () => {
    const expected = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));
    for (const { at } of invoices)
      expected[(new Date(`${at.slice(0, 10)}T12:00:00Z`).getUTCDay() + 6) % 7]![Number(at.slice(11, 13))]! += 1;
    const before = earlier().orders;
    assert.deepEqual(
      now.orders.map((hours, day) => hours.map((count, hour) => count - before[day]![hour]!)),
      expected,
    );
    // No order was ever placed on a Saturday.
    assert.equal(
      expected[5]!.every((count) => count === 0),
      true,
    );
  });

  it('the payment method of every sale is unknown', { skip }, () => {
    assert.equal(now.unknownMethod - earlier().unknownMethod, invoices.length);
  });

  it('the list finds a customer by the number of an order', { skip }, async () => {
    for (const { number, customer } of invoices.filter((_, index) => index % 1500 === 0)) {
      const headers = { [textHeader]: escapeText(number) };
      const { items } = (await server().viewer.get<Listed<CustomerListItem>>('/customers?first=10', headers)).body;
      assert.ok(
        items.some(({ id }) => id === customer),
        `${number} of ${customer}`,
      );
    }
  });
}

/** Reads the orders of the file. An order is placed at the time of its earliest line. */
function read(path: string): readonly Invoice[] {
  const invoices = new Map<string, Invoice>();
  for (const line of linesOf(path).slice(1)) {
    const [number = '', , , quantity = '', at = '', price = '', customer = ''] = cellsOf(line);
    if (!customer || number.startsWith('C')) continue;
    const key = `${customer} ${number}`;
    const invoice = invoices.get(key) ?? { number, customer: String(Math.trunc(Number(customer))), at, total: 0n };
    invoices.set(key, invoice);
    invoice.total += BigInt(quantity) * BigInt(Math.round(Number(price) * 1000));
    if (at < invoice.at) invoice.at = at;
  }
  return [...invoices.values()];
}
