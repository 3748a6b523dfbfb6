// Orders: filtered, opened, summed, and as a file.
import assert from 'node:assert/strict';
import { sum } from '../../src/domain/decimal.ts';
import type { OrderDetail } from '../../src/domain/order-detail.ts';
import type { OrderEntry } from '../../src/domain/order.ts';
import { formatInZone } from '../../src/domain/wall-clock.ts';
import type { CustomerStats } from '../../src/domain/stats.ts';
import { readXlsx } from '../../src/testing/read-xlsx.ts';
import { ingrid } from './environment.ts';
import type { Operator } from './operator.ts';
import { eventually } from './widget.ts';

/** A customer with archived orders and with returns. */
const withArchive = 'C-20838';

const rows = 'tbody [part~=row]';

const isReturn = (row: string): boolean => row.startsWith('R-');

async function showsAllTools(dana: Operator, customerId: string): Promise<void> {
  await dana.open(customerId);
  await dana.setProperties('order-history', { toolbar: '', totals: true });
  await dana.orders.find('Export');
}

export async function narrowsByDays(dana: Operator): Promise<void> {
  const { orders } = dana;
  await dana.open(ingrid);
  await orders.press(/^Order date: All dates/);
  await orders.writeDay('From', '2026-11-30');
  await orders.writeDay('To', '2026-11-01');
  await orders.press('Apply');
  await orders.waitForText('The first day is after the last. Change one of them.');
  // The demo's orders are as old as they are, whatever the day of the test.
  const latest = await dana.fetchListFromServer<OrderEntry>(`/customers/${ingrid}/orders`);
  const [to, from] = [latest[3]!, latest[6]!].map(({ placedAt }) =>
    formatInZone(placedAt, 'Europe/London').slice(0, 10),
  );
  await orders.writeDay('From', from!);
  await orders.writeDay('To', to!);
  await orders.press('Apply');
  const there = await dana.fetchListFromServer<OrderEntry>(
    `/customers/${ingrid}/orders?from=${from}&to=${to}&timeZone=Europe/London`,
  );
  assert.ok(there.length >= 4 && there.length < 10);
  await orders.until(rows, (texts) => texts.length === there.length, 'the orders of the range');
  assert.deepEqual(
    await orders.textsOf(`${rows} [part~=link]`),
    there.map(({ number }) => number),
  );
  await orders.press(/^Order date: \d/);
  await orders.press('All dates');
  await orders.until(rows, (texts) => texts.length === 10, 'the latest again');
}

export async function filtersBySeveralAxes(dana: Operator): Promise<void> {
  const { orders } = dana;
  await showsAllTools(dana, ingrid);
  await orders.press(/^Filter/);
  await orders.press('Returns', 'Space');
  await orders.until(rows, (texts) => texts.length === 5 && texts.every(isReturn), 'the five returns');
  await orders.press('Returns', 'Space');
  await orders.press('Cancelled', 'Space');
  await orders.until(
    rows,
    ([row = '', ...others]) => !others.length && row.startsWith('#10350'),
    'the canceled orders',
  );
  await orders.press('Clear');
  await orders.until(rows, (texts) => texts.length === 10, 'the latest again');
}

export async function findsProductInOrders(dana: Operator): Promise<void> {
  const { orders } = dana;
  await dana.open(ingrid);
  await orders.write('Find orders', 'GRD-64');
  await dana.page.keyboard.press('Enter');
  await orders.until(rows, (texts) => texts.length === 1, 'the one order with a grinder');
  for (const asked of dana.requestedUrls) assert.ok(!asked.includes('GRD-64'), asked);
  await dana.page.keyboard.press('Escape');
  await orders.until(rows, (texts) => texts.length === 10, 'the latest again');
}

export async function listsArchivedOrders(dana: Operator): Promise<void> {
  const { orders } = dana;
  const archived = await dana
    .open(withArchive)
    .then(() => dana.fetchListFromServer<OrderEntry>(`/customers/${withArchive}/orders?filter[archived]=only`));
  assert.ok(archived.length > 0);
  await showsAllTools(dana, withArchive);
  for (const { number } of archived) assert.ok(!(await orders.text()).includes(`${number} `));
  await orders.press(/^Filter/);
  await orders.press('Alone', 'Space');
  await orders.until(
    rows,
    (texts) => texts.length === Math.min(archived.length, 10) && texts.every((text) => text.includes('archived')),
    'archived orders alone',
  );
  await orders.press('Listed too', 'Space');
  await orders.until(rows, (texts) => texts.some((text) => !text.includes('archived')), 'both');
}

export async function showsAnotherPalette(dana: Operator): Promise<void> {
  const { orders } = dana;
  await showsAllTools(dana, ingrid);
  const tones = () =>
    dana.page.$$eval('order-history >>> tbody [part~=badge]', (badges) =>
      badges.map(({ className }) => className).join(),
    );
  const before = await tones();
  await dana.setProperties('order-history', { statusPalette: 'cafe24' });
  await eventually(async () => (await tones()) !== before);
  await orders.press('What the colours mean');
  await orders.until('[part~=legend]', (legends) => legends.some((text) => text.includes('Payment due')), 'a legend');
  await dana.page.keyboard.press('Escape');
}

export async function totalsRange(dana: Operator): Promise<void> {
  const { orders } = dana;
  await showsAllTools(dana, ingrid);
  await orders.waitForText('Orders of all time');
  await dana.setProperties('order-history', { range: { from: '2026-01-01', to: '2026-06-30' } });
  await orders.waitForText('Orders from 1 Jan 2026 to 30 Jun 2026');
  const stats = await dana.fetchFromServer<CustomerStats>(
    `/customers/${ingrid}/stats?from=2026-01-01&to=2026-06-30&timeZone=Europe/London`,
  );
  const total = stats.orderTotal?.amounts[0]?.value ?? '';
  await orders.until('[part~=summary] [part~=figure]', (figures) => plain(figures[0]) === total, `a total of ${total}`);
}

const plain = (figure = ''): string => figure.replace(/[^\d.]/g, '');

export async function opensOrderDetails(dana: Operator): Promise<void> {
  const { orders } = dana;
  await dana.open(ingrid);
  await orders.press('#10388');
  await orders.waitForText('SP10388GB');
  // Follows the link from the order to its return in the same dialog.
  await orders.press('R-2041');
  await orders.waitForText('Return R-2041');
  const back = await dana.fetchFromServer<OrderDetail>(`/customers/${ingrid}/orders/r-2041`);
  assert.ok(back.refunds?.length);
  for (const { method } of back.refunds)
    await orders.until(
      '[part~=refunds] tr',
      (texts) => texts.some((text) => text.includes(method ?? '')),
      'each refund',
    );
  await dana.page.keyboard.press('Escape');
  await orders.waitForClosed();
}

export async function opensTrackingSafely(dana: Operator): Promise<void> {
  await dana.open(ingrid);
  await dana.orders.press('#10388');
  const link = await dana.orders.find('SP10388GB');
  const { href, rel } = await link.evaluate((anchor) => {
    const { href, rel } = anchor as HTMLAnchorElement;
    return { href, rel };
  });
  assert.equal(href, 'https://parcels.example/SP10388GB');
  assert.match(rel, /noreferrer/);
  await dana.page.keyboard.press('Escape');
  assert.equal(await dana.orders.waitForClosed(), '#10388');
}

/** Compares the whole file with the server's answer: row by row, in the same order, and to the penny. */
export async function exportsAllOrders(dana: Operator): Promise<void> {
  await showsAllTools(dana, ingrid);
  await dana.orders.press('Export');
  const file = await dana.download(() => dana.orders.press('All 53 rows as Excel'));
  assert.match(file.name, /^orders-\d{4}-\d\d-\d\d\.xlsx$/);
  const [head = [], ...lines] = (await readXlsx(file.content)).map((cells) => cells.map(({ value }) => value));
  const there = await dana.fetchListFromServer<OrderEntry>(`/customers/${ingrid}/orders`);
  const column = (name: string) => lines.map((line) => line[head.indexOf(name)] ?? '');
  assert.deepEqual(
    column('Order'),
    there.map(({ number }) => number),
  );
  assert.deepEqual(
    column('Total'),
    there.map(({ total }) => total?.value),
  );
  assert.equal(sum(...column('Total')), sum(...there.map(({ total }) => total?.value ?? '0')));
}

export async function requestsNewOrder(dana: Operator): Promise<void> {
  await dana.open(ingrid);
  assert.equal(await dana.orders.has('New order'), false);
  await dana.setProperties('order-history', { creatable: true });
  const asked = await dana.captureEvent('order-create', () => dana.orders.press('New order'));
  assert.deepEqual(asked, { customerId: ingrid });
}
