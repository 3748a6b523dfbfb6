// Fills an empty PostgreSQL database with a generated shop: `npm run scale:load -- --lines 10000000 --seed 1`.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import type { Queryable } from '../../demo/server/database/database.ts';
import { openPostgres } from '../../demo/server/database/postgres.ts';
import { migrate } from '../../demo/server/database/open.ts';
import { sql } from '../../demo/server/database/sql.ts';
import { refreshFigures } from '../../demo/server/figures.ts';
import {
  customerCount,
  customerId,
  type GeneratedOrder,
  generateOrders,
  orderId,
  orderNumber,
  productCount,
  productId,
  productTitle,
  type ShopSize,
} from './shop.ts';

type Value = string | number | boolean | null;

/** Sends rows to a table with COPY, which `pg` does not implement. */
async function copy(url: string, table: string, columns: readonly string[], rows: Iterable<readonly Value[]>) {
  const start = performance.now();
  const statement = `copy ${table} (${columns.join(', ')}) from stdin`;
  // The generator's references are correct: checking ten million of them would double the time.
  const psql = spawn('psql', [url, '--quiet', '-c', 'set session_replication_role = replica', '-c', statement], {
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  const ended = once(psql, 'close');
  let text = '';
  let count = 0;
  for (const row of rows) {
    count += 1;
    text += `${row.map((value) => (value === null ? '\\N' : String(value))).join('\t')}\n`;
    if (text.length < 1 << 18) continue;
    if (!psql.stdin.write(text)) await once(psql.stdin, 'drain');
    text = '';
  }
  psql.stdin.end(text);
  const [code] = (await ended) as [number];
  if (code !== 0) throw new Error(`psql ended with ${code}`);
  console.log(`${table}: ${count} rows in ${((performance.now() - start) / 1000).toFixed(0)} s`);
}

const amount = (pence: number): string => (pence / 100).toFixed(2);
const totalOf = ({ lines }: GeneratedOrder): number =>
  lines.reduce((total, { quantity, price }) => total + quantity * price, 0);

function* orderRows(size: ShopSize): Generator<readonly Value[]> {
  for (const order of generateOrders(size)) {
    const { id, customer, placedAt, returnOf, canceled } = order;
    const original = returnOf === undefined ? null : { id: orderId(returnOf), number: orderNumber(returnOf) };
    const total = { value: amount(totalOf(order)), currency: 'GBP' };
    const status = {
      payment: { status: 'paid' },
      fulfillment: { status: canceled ? 'unfulfilled' : 'delivered' },
      ...(canceled && { cancellation: { status: 'full' } }),
    };
    yield [
      customerId(customer),
      orderId(id),
      original ? 'return' : 'order',
      orderNumber(id),
      placedAt.toISOString(),
      'GBP',
      total.value,
      canceled,
      JSON.stringify(status),
      original && JSON.stringify(original),
      original ? null : JSON.stringify([{ id: `p-${id}`, amount: total, status: 'paid', at: placedAt.toISOString() }]),
    ];
  }
}

function* lineRows(size: ShopSize): Generator<readonly Value[]> {
  for (const { id, customer, lines } of generateOrders(size))
    for (const [index, { product, quantity, price }] of lines.entries())
      yield [
        ...[customerId(customer), orderId(id), index + 1, productId(product), productId(product).toUpperCase()],
        ...[productTitle(product), quantity, amount(price), amount(quantity * price)],
        // Every third product is on offer, and all costs are known.
        ...[product % 3 === 0 ? amount(-quantity * 10) : '0', amount(quantity * price * 0.4), '0'],
      ];
}

/**
 * Drops the indexes that no key needs, and returns the statements that create them. Nobody reads the database meanwhile,
 * and creating an index of all rows takes a fraction of the time of adding one row after another to it.
 */
async function dropIndexes(database: Queryable): Promise<readonly string[]> {
  const indexes = await database.query<{ name: string; create: string }>(sql`
    select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as create from pg_index
    where not indisunique and indrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)`);
  for (const { name } of indexes) await database.script(`drop index ${name}`);
  return indexes.map(({ create }) => create);
}

/** Runs a part of the work in a transaction with the memory for sorting all rows, and prints its time. */
async function timed(name: string, work: (tx: Queryable) => Promise<void>): Promise<void> {
  const start = performance.now();
  await database.transaction(async (tx) => {
    await tx.script(`set local work_mem = '512MB'; set local maintenance_work_mem = '1GB'`);
    await work(tx);
  });
  console.log(`${name}: ${((performance.now() - start) / 1000).toFixed(0)} s`);
}

const count = <T>(length: number, rowOf: (index: number) => T): T[] =>
  Array.from({ length }, (_, index) => rowOf(index));

const { values } = parseArgs({ options: { lines: { type: 'string' }, seed: { type: 'string' } } });
const size: ShopSize = { lines: Number(values.lines ?? 10_000_000), seed: Number(values.seed ?? 1) };
const url = process.env['DATABASE_URL'];
if (!url) throw new Error('Set DATABASE_URL to an empty database.');
const database = await openPostgres(url);
await migrate(database);
const indexes = await dropIndexes(database);
await copy(
  url,
  'products',
  ['product_id', 'sku', 'title'],
  count(productCount(size), (product) => [productId(product), productId(product).toUpperCase(), productTitle(product)]),
);
await copy(
  url,
  'customers',
  ['customer_id', 'origin', 'profile'],
  count(customerCount(size), (customer) => [customerId(customer), 'shop', `{"name": "Customer ${customer}"}`]),
);
await copy(
  url,
  'orders',
  'customer_id order_id kind number placed_at currency total canceled status original payments'.split(' '),
  orderRows(size),
);
await copy(
  url,
  'order_lines',
  'customer_id order_id line_no product_id sku title quantity unit_price total promotion cost fee'.split(' '),
  lineRows(size),
);
await timed('analyze', (tx) => tx.script('analyze orders, order_lines'));
await timed('figures', (tx) => refreshFigures(tx));
await timed('indexes', async (tx) => {
  for (const index of indexes) await tx.script(index);
});
await database.script('vacuum analyze');
await database.close();
