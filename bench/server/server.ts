// Measures the import of a shop, and reads of it over HTTP by several clients at once.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../demo/server/app.ts';
import { one, type Database } from '../../demo/server/database/database.ts';
import { migrate } from '../../demo/server/database/open.ts';
import { openPGlite } from '../../demo/server/database/pglite.ts';
import { openPostgres } from '../../demo/server/database/postgres.ts';
import { sql } from '../../demo/server/database/sql.ts';
import { importFile } from '../../demo/server/import/import-file.ts';
import { listen } from '../../demo/server/listen.ts';
import { sessionIdOf } from '../../demo/server/sessions.ts';
import { escapeText, textHeader } from '../../src/adapters/rest/headers.ts';
import { startPostgres } from '../../tools/postgres.mjs';
import { median, quantile } from '../figures.mjs';
import { createRandom } from '../scale/random.ts';
import type { Result, Table } from '../write.mjs';
import { bareCopy } from './bare-copy.ts';
import { writeShop } from './shop-file.ts';

const usualSizes = [1000, 10_000, 100_000];
const clients = [1, 8, 64];
/** The most lines in PGlite, whose import of a million and answers to 64 clients would take longer than all the rest. */
const mostEmbedded = 100_000;
/** The most requests for each figure. */
const requests = 128;
/** A figure has no further requests after this time in ms, besides one of each client. */
const longest = 6000;
/** The number of customers that are read: those with the most orders, of which one is drawn for each request. */
const busiest = 20;

const texts = ['bowl', 'oat 57', 'stoneware cup', 'candle, moss', '1999'];

/** The last twelve months of a generated shop: what `customer-trends` asks for. */
const year = 'from=2025-11-01&to=2026-10-31&timeZone=Europe/London';

interface Read {
  readonly name: string;
  readonly path: (customer: string) => string;
  readonly isSearch?: true;
}

const reads: readonly Read[] = [
  { name: 'page of orders', path: (customer) => `customers/${customer}/orders?first=50` },
  { name: 'cross-sell', path: (customer) => `customers/${customer}/cross-sell?first=50` },
  { name: 'statistics', path: (customer) => `customers/${customer}/stats` },
  { name: 'notes', path: (customer) => `customers/${customer}/notes?first=50` },
  { name: 'list of customers', path: () => 'customers?first=50' },
  { name: 'search in orders', path: (customer) => `customers/${customer}/orders?first=50`, isSearch: true },
  { name: 'top customers', path: () => `insights/top-customers?first=50&filter[currency]=GBP&sort=-lifetimeTotal` },
  { name: 'new and returning customers', path: () => `insights/new-versus-returning?${year}` },
  { name: 'payment methods', path: () => `insights/payment-methods?${year}` },
  { name: 'peak times', path: () => `insights/peak-times?${year}` },
];

/** Returns the times in ms of requests by a number of clients, each of which sends one after the other. */
async function timesOf(send: () => Promise<void>, count: number): Promise<readonly number[]> {
  const times: number[] = [];
  let left = requests;
  const end = performance.now() + longest;
  const client = async (): Promise<void> => {
    for (let sent = 0; left > 0 && (sent === 0 || performance.now() < end); sent++) {
      left -= 1;
      const start = performance.now();
      await send();
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: count }, client));
  return times;
}

/** Measures the reads of a filled database. */
async function readTable(database: Database, title: string): Promise<Table> {
  const token = randomBytes(32).toString('base64url');
  await database.query(sql`
    insert into operators (operator_id, login, name, role, password_hash)
    values ('bench', 'bench', 'Benchmark', 'manager', '') on conflict do nothing`);
  await database.query(sql`
    insert into sessions (token_hash, operator_id, expires_at)
    values (${sessionIdOf(token)}, 'bench', now() + interval '12 hours')`);
  const heaviest = await database.query<{ id: string }>(sql`
    select customer_id as id from order_figures order by listed_orders + listed_returns desc limit ${busiest}`);
  await database.query(sql`
    insert into notes (customer_id, note_id, body, author, created_at)
    select customer_id, 'bench-' || number, 'Asked for a later delivery.', '{"id": "bench", "name": "Benchmark"}', now()
    from customers, generate_series(1, 60) as number
    where customer_id in (select id from jsonb_array_elements_text(${JSON.stringify(heaviest.map(({ id }) => id))}::jsonb) as id)
    on conflict do nothing`);
  const random = createRandom(1);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const listener = await listen(createApp({ database }), 0);
  const sender = (read: Read) => async (): Promise<void> => {
    const headers = {
      Authorization: `Bearer ${token}`,
      ...(read.isSearch && { [textHeader]: escapeText(pick(texts)) }),
    };
    const response = await fetch(`${listener.url}/api/${read.path(pick(heaviest).id)}`, { headers });
    await response.arrayBuffer();
    if (response.status !== 200) throw new Error(`${response.status} of ${read.name}`);
  };
  const rows: string[][] = [];
  try {
    for (const read of reads) {
      const send = sender(read);
      for (let warm = 0; warm < 5; warm++) await send();
      const cells: string[] = [];
      for (const count of clients) {
        const times = await timesOf(send, count);
        cells.push(`${median(times).toFixed(1)} / ${quantile(times, 0.95).toFixed(1)}`);
      }
      rows.push([read.name, ...cells]);
    }
  } finally {
    await listener.close();
  }
  return {
    title,
    columns: ['p50 / p95 in ms', ...clients.map((count) => `${count} client${count > 1 ? 's' : ''}`)],
    rows,
  };
}

/** An empty store, and for one that `psql` reaches how long it takes to copy its rows to another. */
interface Store {
  readonly database: Database;
  readonly copy?: () => Promise<number>;
}

const perSecond = (lines: number, seconds: number): string => Math.round(lines / seconds).toLocaleString('en');

/** Measures a store at each size. `open` opens an empty one. */
async function measureStore(
  name: string,
  sizes: readonly number[],
  fileOf: (lines: number) => string,
  open: () => Promise<Store>,
) {
  const tables: Table[] = [];
  const imports: string[] = [];
  const copies: string[] = [];
  for (const size of sizes) {
    const { database, copy } = await open();
    try {
      await migrate(database);
      const start = performance.now();
      const { lines } = await importFile(database, fileOf(size));
      imports.push(perSecond(lines, (performance.now() - start) / 1000));
      if (copy) copies.push(perSecond(lines, await copy()));
      await database.script('vacuum analyze');
      tables.push(await readTable(database, `${name}, ${size.toLocaleString('en')} order lines`));
    } finally {
      await database.close();
    }
  }
  return { tables, imports, copies };
}

const versionOf = async (database: Database): Promise<string> =>
  (await one<{ version: string }>(database, sql`select current_setting('server_version') as version`)).version;

/**
 * Measures both stores, or only the reads of a database that is already filled, as by `npm run scale:load`: then the other
 * tables of the section stay.
 */
export async function run({
  sizes = usualSizes,
  database: url,
}: {
  readonly sizes?: readonly number[] | undefined;
  readonly database?: string | undefined;
}): Promise<Result> {
  if (url) {
    const database = await openPostgres(url);
    const { count } = await one<{ count: number }>(database, sql`select count(*)::integer as count from order_lines`);
    const table = await readTable(database, `PostgreSQL, ${count.toLocaleString('en')} order lines`);
    const versions = { PostgreSQL: await versionOf(database) };
    await database.close();
    return { versions, tables: [table], isPart: true };
  }
  const folder = mkdtempSync(join(tmpdir(), 'clientele-bench-'));
  const fileOf = (lines: number): string => join(folder, `${lines}.csv`);
  const server = await startPostgres();
  try {
    for (const lines of sizes) await writeShop(fileOf(lines), { lines, seed: 1 });
    const embedded = sizes.filter((size) => size <= mostEmbedded);
    const pglite = await measureStore('PGlite', embedded, fileOf, async () => ({ database: await openPGlite() }));
    const admin = await openPostgres(server.url);
    const version = await versionOf(admin);
    let next = 0;
    const create = async (): Promise<string> => {
      const name = `bench_${next++}`;
      await admin.script(`create database ${name}`);
      return server.url.replace(/[^/]*$/, name);
    };
    const postgres = await measureStore('PostgreSQL', sizes, fileOf, async () => {
      const url = await create();
      const database = await openPostgres(url);
      return {
        database,
        async copy() {
          const target = await create();
          const empty = await openPostgres(target);
          await migrate(empty);
          const seconds = await bareCopy({ database, url }, target);
          await empty.close();
          return seconds;
        },
      };
    });
    await admin.close();
    const imported = {
      title: 'Import, lines a second',
      columns: ['lines', ...sizes.map((size) => size.toLocaleString('en'))],
      rows: [
        ['PGlite', ...sizes.map((size) => pglite.imports[embedded.indexOf(size)] ?? '–')],
        ['PostgreSQL', ...postgres.imports],
        ['the rows that it makes, by `COPY`', ...postgres.copies],
      ],
    };
    return { versions: { PostgreSQL: version }, tables: [imported, ...pglite.tables, ...postgres.tables] };
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
  }
}
