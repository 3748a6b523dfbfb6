// An adjustment is executed once, whatever happens: real clicks, held keys, reloads, and requests that browsers repeat
// by themselves. A sample runs with the other tests. `MONEY_RUNS=5000 MONEY_SEED=7 node test/money.test.ts` sets the
// number of runs and the seed.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { createApp } from '../demo/server/app.ts';
import type { Database } from '../demo/server/database/database.ts';
import { migrate } from '../demo/server/database/open.ts';
import { openPGlite } from '../demo/server/database/pglite.ts';
import { sql } from '../demo/server/database/sql.ts';
import { demoOperators } from '../demo/server/roles.ts';
import { seed as seedShop } from '../demo/server/seed.ts';
import { signIn } from '../demo/server/sessions.ts';
import { createShop } from '../src/adapters/memory/shop.ts';
import { CHROMIUM_ARGS, findBrowsers } from '../tools/browsers.mjs';
import { bundlePage } from './bundle-page.ts';
import { Gateway } from './money/gateway.ts';
import { Operator, createRunRandom, showCustomer, type Conclusion } from './money/operator.ts';

const runs = Number(process.env['MONEY_RUNS'] ?? 60);
const seed = Number(process.env['MONEY_SEED'] ?? 20_817);
/** The number of the first run. Repeat a single run with its number and `MONEY_RUNS=1`. */
const first = Number(process.env['MONEY_FIRST'] ?? 1);
/** The operator reads the ledger, so its length is limited by a new customer after this many runs. */
const runsPerCustomer = 100;

const page = `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Money</title><link rel="icon" href="data:,">
<script type="module" src="/entry.js"></script></html>`;

/** Returns the files of the page by URL. */
async function files(): Promise<ReadonlyMap<string, readonly [type: string, body: string]>> {
  const scripts = await bundlePage(`import * as money from './test/money/page.ts'; globalThis.money = money;`);
  return new Map<string, readonly [string, string]>([
    ['/', ['text/html', page]],
    ...[...scripts].map(([url, text]) => [url, ['text/javascript', text]] as const),
  ]);
}

/** Adds a customer with one empty account. */
async function addCustomer(database: Database, customerId: string): Promise<void> {
  await database.query(sql`
    insert into customers (customer_id, origin, profile, masked)
    values (${customerId}, 'shop', ${JSON.stringify({ name: customerId })}::jsonb, '[]'::jsonb)`);
  await database.query(sql`
    insert into credit_accounts (customer_id, account_id, account_no, balance, currency, allow_debit, details)
    values (${customerId}, ${`${customerId}-gbp`}, 0, 0, 'GBP', true, '{"kind":"store-credit"}'::jsonb)`);
}

describe('money, in a browser', () => {
  let database: Database;
  let gateway: Gateway;
  let browser: Browser;
  let tab: Page;
  let address: string;
  let token: string;
  /** The number of writes that the page itself has sent. */
  let sent = 0;

  before(async () => {
    database = await openPGlite();
    await migrate(database);
    await seedShop(database, () => createShop({ customers: 1 }));
    const { login, password } = demoOperators.find(({ role }) => role === 'manager')!;
    token = (await signIn(database, login, password))!.token;
    gateway = new Gateway(createApp({ database }), await files());
    address = await gateway.listen();
    const { chromium } = await findBrowsers(['chromium']);
    browser = await puppeteer.launch({ executablePath: chromium, args: CHROMIUM_ARGS });
    await openTab();
  });
  after(async () => {
    await browser?.close();
    await gateway?.close();
    await database?.close();
  });

  async function openTab(): Promise<void> {
    tab = await browser.newPage();
    await tab.setViewport({ width: 1000, height: 900 });
    await tab.exposeFunction('countWrite', () => void sent++);
    await tab.evaluateOnNewDocument(() => {
      const { fetch } = globalThis;
      Object.assign(globalThis, {
        fetch: (...[url, init]: Parameters<typeof fetch>) => {
          if (init?.method === 'POST' && typeof url === 'string' && url.endsWith('/credit/adjustments'))
            (globalThis as unknown as { countWrite(): void }).countWrite();
          return fetch(url, init);
        },
      });
    });
    await tab.goto(address);
  }

  const entriesOf = async (customerId: string, description: string): Promise<number> => {
    const [found] = await database.query<{ count: number }>(sql`
      select count(*)::integer as count from credit_entries
      where customer_id = ${customerId} and details ->> 'description' = ${description}`);
    return found?.count ?? 0;
  };

  it(`moves once, and the operator learns the true outcome, in ${runs} runs from seed ${seed}`, async (context) => {
    const broken: string[] = [];
    const note = (run: number, what: string): void => {
      broken.push(`run ${run}: ${what}`);
      console.error(broken.at(-1));
    };
    const counts: Record<Conclusion, number> = { added: 0, 'not-added': 0 };
    for (let run = first; run < first + runs; run++) {
      const customerId = `M-${Math.ceil(run / runsPerCustomer)}`;
      if (run === first || run % runsPerCustomer === 1) {
        await addCustomer(database, customerId);
        await showCustomer(tab, customerId, token);
      }
      const description = `Run ${run}.`;
      const amount = `${Math.floor(run / 100)}.${String(run % 100).padStart(2, '0')}`;
      try {
        const operator = new Operator(tab, gateway, {
          customerId,
          token,
          description,
          amount,
          random: createRunRandom(seed, run),
        });
        const { conclusion, faults } = await operator.add();
        counts[conclusion]++;
        for (const fault of faults) note(run, fault);
        const entries = await entriesOf(customerId, description);
        const expected = conclusion === 'added' ? 1 : 0;
        if (entries !== expected) note(run, `${entries} entries, and believed to be ${conclusion}`);
      } catch (thrown) {
        note(run, String(thrown));
        await tab.close();
        await openTab();
        await showCustomer(tab, customerId, token);
      }
      if (run % 250 === 0) console.error(`${run} runs, ${broken.length} broken`);
    }
    context.diagnostic(
      `${counts.added} added, ${counts['not-added']} not; ${sent} writes sent, ${gateway.adjustments - sent} of them once more by the browser itself`,
    );
    assert.deepEqual(broken, []);
    // Without repeated requests the test would prove nothing.
    if (runs >= 50) assert.ok(gateway.adjustments > sent, 'the browser sends nothing again by itself');
  });
});
