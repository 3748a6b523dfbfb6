// Measures whole pages: five widgets beside the same page written by hand, all widgets, many of one, and many mounts.
import { median, shuffled, spread } from '../figures.mjs';
import { compareTexts } from '../dashboard/dashboard.mjs';
import { launch, measure, openPage } from '../measure.mjs';
import { LABELS } from '../report.mjs';
import { serve } from '../serve.mjs';
import { filesOfPages, pageOf } from './pages.mjs';

/** @typedef {import('../measure.mjs').Sample} Sample */
/** @typedef {import('./pages.mjs').PageName} PageName */

const SLOWDOWN = 4;
const ROWS = 50;
const MOUNTS = 300;

const FIGURES = /** @type {(keyof Sample)[]} */ (Object.keys(LABELS));

/**
 * Measures pages in turns.
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} origin
 * @param {readonly PageName[]} names
 * @param {string} query
 * @param {number} runs
 * @param {number} [slowdown]
 */
async function inTurns(browser, origin, names, query, runs, slowdown = SLOWDOWN) {
  const samples = new Map(names.map((name) => [name, /** @type {Sample[]} */ ([])]));
  // The first load of each page warms up the browser's caches.
  for (let turn = 0; turn <= runs; turn += 1)
    for (const name of shuffled(names)) {
      const sample = await measure(browser, pageOf(origin, name, query), slowdown);
      if (turn) samples.get(name)?.push(sample);
    }
  return samples;
}

const ratio = (/** @type {number} */ ours, /** @type {number} */ peer) => (peer ? (ours / peer).toFixed(2) : '–');

/**
 * @param {string} title
 * @param {Map<PageName, Sample[]>} samples
 * @param {readonly (keyof Sample)[]} [figures]
 */
function toTable(title, samples, figures = FIGURES) {
  const [peer, ours] = [...samples.values()];
  const of = (/** @type {Sample[]} */ list, /** @type {keyof Sample} */ name) => list.map((sample) => sample[name]);
  return {
    title,
    columns: [
      '',
      ...[...samples.keys()].map((name) => (name.endsWith('peer') ? 'hand-written' : 'Clientele')),
      ...(ours ? ['ratio'] : []),
    ],
    rows: figures.map((name) => [
      LABELS[name],
      ...[...samples.values()].map((list) => spread(of(list, name))),
      ...(ours && peer ? [ratio(median(of(ours, name)), median(of(peer, name)))] : []),
    ]),
  };
}

/**
 * Mounts the page's dashboard anew and moves it, many times, and returns what has grown between the first third and the
 * end.
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} origin
 */
const growth = (browser, origin) =>
  openPage(browser, { url: pageOf(origin, 'ours', 'delay=0').url }, async (page, session) => {
    await session.send('Performance.enable');
    await page.evaluate(`globalThis.mountAgain = async () => {
      const old = document.querySelector('customer-dashboard');
      document.body.append(document.createElement('main'));
      document.body.lastChild.append(old);
      const made = old.cloneNode(true);
      made.now = old.now;
      made.adapter = old.adapter;
      old.parentNode.replaceWith(made);
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    }`);
    /** @type {Record<string, number>[]} */
    const counts = [];
    for (const _ of [0, 1, 2]) {
      await page.evaluate(`(async () => { for (let at = 0; at < ${MOUNTS / 3}; at += 1) await mountAgain(); })()`);
      await new Promise((resolve) => setTimeout(resolve, 200));
      await session.send('HeapProfiler.collectGarbage');
      await session.send('HeapProfiler.collectGarbage');
      const { metrics } = await session.send('Performance.getMetrics');
      counts.push(Object.fromEntries(metrics.map(({ name, value }) => [name, value])));
    }
    const rowOf = (/** @type {string} */ label, /** @type {string} */ name, divisor = 1) => [
      label,
      ...counts.map((count) => ((count[name] ?? NaN) / divisor).toFixed(divisor > 1 ? 2 : 0)),
    ];
    return {
      title: `${MOUNTS} mounts and moves of the page with five widgets`,
      columns: ['after', ...[1, 2, 3].map((third) => String((third * MOUNTS) / 3))],
      rows: [
        rowOf('heap, MB', 'JSHeapUsedSize', 2 ** 20),
        rowOf('event listeners', 'JSEventListeners'),
        rowOf('nodes', 'Nodes'),
      ],
    };
  });

/** @param {{ runs: number }} options */
export async function run({ runs }) {
  const server = await serve(await filesOfPages(['ours', 'peer', 'all', 'many-ours', 'many-peer'], ROWS));
  const browser = await launch();
  try {
    const { origin } = server;
    const tables = [];
    await compareTexts(
      browser,
      { peer: pageOf(origin, 'peer', 'delay=0'), ours: pageOf(origin, 'ours', 'delay=0') },
      ROWS,
    );
    for (const delay of [0, 50]) {
      const samples = await inTurns(browser, origin, ['peer', 'ours'], `delay=${delay}`, runs);
      tables.push(toTable(`Five widgets, ${ROWS} rows a list, answers after ${delay} ms`, samples));
    }
    for (const delay of [0, 50])
      tables.push(
        toTable(
          `All widgets, answers after ${delay} ms`,
          await inTurns(browser, origin, ['all'], `delay=${delay}`, Math.ceil(runs / 2)),
        ),
      );
    for (const count of [1, 10, 100, 1000]) {
      const turns = count < 1000 ? runs : Math.ceil(runs / 2);
      const samples = await inTurns(browser, origin, ['many-peer', 'many-ours'], `delay=0&count=${count}`, turns, 1);
      tables.push(
        toTable(`${count.toLocaleString('en')} \`customer-info\` on a page`, samples, [
          'total',
          'style',
          'layout',
          'script',
          'styles',
          'requests',
        ]),
      );
    }
    tables.push(await growth(browser, origin));
    return { versions: {}, tables };
  } finally {
    await browser.close();
    server.close();
  }
}
