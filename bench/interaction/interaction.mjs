// Measures the time from an operator's input to the next paint, with a slow processor.
import { basename, dirname, relative } from 'node:path';
import { bundle } from '../../tools/bundle.mjs';
import { spread } from '../figures.mjs';
import { launch, openPage } from '../measure.mjs';
import { serve } from '../serve.mjs';
import { readShop } from './shop.ts';

const SLOWDOWN = 4;

/** Observes input events and tasks from the start. Short events are reported too, from 16 ms on. */
const OBSERVERS = `globalThis.observed = { events: [], tasks: [] };
new PerformanceObserver((list) => {
  for (const { interactionId, duration } of list.getEntries()) if (interactionId) observed.events.push(duration);
}).observe({ type: 'event', durationThreshold: 16 });
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) observed.tasks.push(duration);
}).observe({ type: 'longtask' });`;

const TABLE = 'cross-sell-table';

/** @typedef {import('puppeteer-core').Page} Page */

/** Each interaction: `act` does it once. @type {readonly { name: string, times: number, act: (page: Page, turn: number) => Promise<unknown> }[]} */
const INTERACTIONS = [
  {
    name: 'typing in the search',
    times: 6,
    act: async (page, turn) => {
      if (turn === 0) await page.click(`${TABLE} >>> .search input`);
      await page.keyboard.press(/** @type {'b'} */ ('basket'[turn]));
    },
  },
  {
    name: 'opening the dialog of all products',
    times: 1,
    act: async (page) => {
      await page.click(`${TABLE} >>> .search input`, { count: 3 });
      await page.keyboard.press('Delete');
      await settle(page);
      await reset(page);
      await page.click(`${TABLE} >>> [part~="view-all"]`);
      await page.waitForSelector(`${TABLE} >>> dialog[open] tbody [role="row"]`);
    },
  },
  {
    name: 'sorting the products',
    times: 5,
    act: async (page, turn) => {
      const buttons = await page.$$(`${TABLE} >>> dialog[open] thead button`);
      await buttons[turn % buttons.length]?.click();
    },
  },
  {
    name: 'switching the customer',
    times: 20,
    act: async (page, turn) => {
      if (turn === 0) {
        await page.keyboard.press('Escape');
        await settle(page);
        await reset(page);
      }
      await page.click('button');
    },
  },
];

/** Waits until the page has been idle for a moment. */
const settle = (/** @type {Page} */ page) =>
  page.evaluate(
    `new Promise((done) => requestIdleCallback(() => setTimeout(() => requestIdleCallback(() => setTimeout(done, 50), { timeout: 2000 }), 100), { timeout: 2000 }))`,
  );
const reset = (/** @type {Page} */ page) => page.evaluate('observed.events.length = observed.tasks.length = 0');

/** @param {{ runs: number, data?: string | undefined }} options `data`: the path of the Online Retail data set */
export async function run({ runs, data }) {
  const customers = await readShop(data);
  const { files } = await bundle(`import './bench/interaction/page.js';`);
  const entry = files[0]?.path ?? '';
  const markup = `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Interaction</title>
    <script src="/customers.js"></script><button>Next customer</button>
    <customer-dashboard time-zone="Europe/London"><customer-info></customer-info><order-history></order-history>
    <notes-panel></notes-panel><cross-sell-table toolbar></cross-sell-table><credit-balance></credit-balance></customer-dashboard>
    <script type="module" src="/${basename(entry)}"></script></html>`;
  const server = await serve(
    new Map([
      ['/index.html', markup],
      ['/customers.js', `globalThis.bench = ${JSON.stringify({ customers })};`],
      ...files.map(({ path, text }) => /** @type {[string, string]} */ ([`/${relative(dirname(entry), path)}`, text])),
    ]),
  );
  const browser = await launch();
  const paints = new Map(INTERACTIONS.map(({ name }) => [name, /** @type {number[]} */ ([])]));
  const tasks = new Map(INTERACTIONS.map(({ name }) => [name, /** @type {number[]} */ ([])]));
  try {
    for (let turn = 0; turn < runs; turn += 1)
      await openPage(browser, { slowdown: SLOWDOWN }, async (page) => {
        await page.evaluateOnNewDocument(OBSERVERS);
        await page.goto(`${server.origin}/index.html`);
        await page.waitForSelector(`${TABLE} >>> tbody [role="row"]`);
        await settle(page);
        for (const { name, times, act } of INTERACTIONS) {
          await reset(page);
          for (let time = 0; time < times; time += 1) {
            await act(page, time);
            await settle(page);
          }
          const observed = /** @type {{ events: number[], tasks: number[] }} */ (await page.evaluate('observed'));
          // An event below the threshold is not reported.
          paints.get(name)?.push(Math.max(16, ...observed.events));
          tasks.get(name)?.push(Math.max(0, ...observed.tasks));
        }
      });
  } finally {
    await browser.close();
    server.close();
  }
  const rowOf = (/** @type {string} */ name) => [name, spread(paints.get(name) ?? []), spread(tasks.get(name) ?? [])];
  return {
    versions: { data: data ? 'Online Retail' : 'generated' },
    tables: [
      {
        title: `Slowest interaction of each kind, processor slowed down ${SLOWDOWN} times`,
        columns: [
          `${customers[0]?.products.length.toLocaleString('en')} products`,
          'to the next paint, ms',
          'longest task, ms',
        ],
        rows: INTERACTIONS.map(({ name }) => rowOf(name)),
      },
    ],
  };
}
