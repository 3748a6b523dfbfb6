// Measures four reads of a loaded database over HTTP: `npm run scale -- --requests 300 --runs 3 [--plans]`.
import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { createApp } from '../../demo/server/app.ts';
import { openDatabase, storeFromEnvironment } from '../../demo/server/database/open.ts';
import { sql } from '../../demo/server/database/sql.ts';
import { listen } from '../../demo/server/listen.ts';
import { sessionIdOf } from '../../demo/server/sessions.ts';
import { recorded } from '../../demo/server/testing/recorded.ts';
import { escapeText, textHeader } from '../../src/adapters/rest/headers.ts';
import { createRandom } from './random.ts';

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '300' },
    runs: { type: 'string', default: '3' },
    seed: { type: 'string', default: '1' },
    /** The number of heaviest customers. */
    heaviest: { type: 'string', default: '20' },
    plans: { type: 'boolean', default: false },
  },
});
const requests = Number(values.requests);
const random = createRandom(Number(values.seed));
const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;

const { database, statements } = recorded(await openDatabase(storeFromEnvironment()));
const token = randomBytes(32).toString('base64url');
await database.query(sql`
  insert into operators (operator_id, login, name, role, password_hash)
  values ('bench', 'bench', 'Benchmark', 'manager', '') on conflict do nothing`);
await database.query(sql`
  insert into sessions (token_hash, operator_id, expires_at)
  values (${sessionIdOf(token)}, 'bench', now() + interval '12 hours')`);

const heaviest = await database.query<{ id: string; orders: number }>(sql`
  select customer_id as id, listed_orders + listed_returns as orders from order_figures
  order by orders desc limit ${Number(values.heaviest)}`);
const { count } = (await database.query<{ count: number }>(sql`select count(*)::integer as count from customers`))[0]!;
const groups: Readonly<Record<string, () => string>> = {
  'random customers': () => `L-${Math.floor(random() * count)}`,
  'heaviest customers': () => pick(heaviest).id,
};

/** A word of many products, one of few, and a part of an order's number. */
const texts = ['bowl', 'oat 57', 'stoneware cup', 'candle, moss', '#123', '1999'];
const reads: Readonly<Record<string, () => readonly [path: string, text?: string]>> = {
  'page of orders': () => ['orders?first=50'],
  'cross-sell': () => ['cross-sell?first=50'],
  stats: () => ['stats'],
  search: () => ['orders?first=50', pick(texts)],
};

const listener = await listen(createApp({ database }), 0);

/** Requests a page and returns its time in milliseconds. */
async function time(customer: string, [path, text]: readonly [string, string?]): Promise<number> {
  const headers = { Authorization: `Bearer ${token}`, ...(text && { [textHeader]: escapeText(text) }) };
  const start = performance.now();
  const response = await fetch(`${listener.url}/api/customers/${customer}/${path}`, { headers });
  await response.arrayBuffer();
  if (response.status !== 200) throw new Error(`${response.status} of ${path}`);
  return performance.now() - start;
}

const quantile = (times: readonly number[], part: number): number =>
  times.toSorted((a, b) => a - b)[Math.ceil(times.length * part) - 1] ?? 0;
const median = (numbers: readonly number[]): number => quantile(numbers, 0.5);
const rounded = (number: number): string => number.toFixed(1).padStart(7);

console.log(`${count} customers; the heaviest have ${heaviest.map(({ orders }) => orders).join(', ')} orders`);
console.log(`${requests} requests in each of ${values.runs} runs; medians of the runs in ms, and the p95 of each`);
for (const [group, customerOf] of Object.entries(groups)) {
  for (const [name, requestOf] of Object.entries(reads)) {
    const runs: number[][] = [];
    for (let run = 0; run < Number(values.runs); run++) {
      const times: number[] = [];
      for (let at = 0; at < requests; at++) times.push(await time(customerOf(), requestOf()));
      runs.push(times);
    }
    const p95 = runs.map((times) => quantile(times, 0.95));
    const p50 = median(runs.map((times) => quantile(times, 0.5)));
    console.log(
      `${group.padEnd(19)} ${name.padEnd(15)} p50 ${rounded(p50)}  p95 ${rounded(median(p95))}  (${p95.map((value) => value.toFixed(1)).join(', ')})`,
    );
  }
}

if (values.plans) {
  const { id } = heaviest[0]!;
  for (const [name, requestOf] of Object.entries(reads)) {
    for (const text of name === 'search' ? texts : [undefined]) {
      statements.length = 0;
      await time(id, [requestOf()[0], text]);
      console.log(`\n## ${name}${text ? ` for "${text}"` : ''} of ${id}`);
      for (const statement of statements.splice(0)) {
        const plan = await database.query<{ 'QUERY PLAN': string }>(sql`explain (analyze, buffers) ${statement}`);
        statements.length = 0;
        console.log(plan.map((row) => row['QUERY PLAN']).join('\n'), '\n');
      }
    }
  }
}
await listener.close();
await database.close();
