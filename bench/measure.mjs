// Loads a page in Chromium and reads the work of the main thread from the DevTools protocol.
import puppeteer from 'puppeteer-core';
import { CHROMIUM_ARGS, findBrowsers } from '../tools/browsers.mjs';

/**
 * @typedef {object} Sample the cost of one load of a page; times in milliseconds
 * @property {number} style style recalculation
 * @property {number} layout
 * @property {number} script without the style and layout that it forced
 * @property {number} total from the start of the script to the frame that shows all data
 * @property {number} styles how many style recalculations there were
 * @property {number} layouts
 * @property {number} elements in the document and its shadow trees, at the end
 * @property {number} shift how far the layout has shifted: the sum of the scores of all shifts
 * @property {number} blocking the sum of what each task takes beyond 50 ms
 * @property {number} requests of data
 * @property {number} renders how often the elements of a library render until the frame that shows all data
 *
 * @typedef {object} Subject a page to measure
 * @property {string} url
 * @property {string} isReady an expression: whether all data is in the page
 *
 * @typedef {object} SelectorCost what one selector has cost
 * @property {string} selector
 * @property {number} attempts how often it was tried on an element
 * @property {number} matches
 * @property {number} microseconds
 */

/** @returns {Promise<import('puppeteer-core').Browser>} */
export async function launch() {
  const { chromium } = await findBrowsers(['chromium']);
  return puppeteer.launch({ executablePath: chromium, args: [...CHROMIUM_ARGS, '--lang=en-GB'] });
}

/** The time for which a page is observed after its data was painted, because later work counts too. Milliseconds. */
const QUIET = 400;

/** How long a page may take to show its data. Milliseconds. */
const PATIENCE = 120_000;

/**
 * Marks the frame that shows all data: in a task after the first animation frame that contains it.
 * @param {string} isReady
 */
const marker = (isReady) => `globalThis.observed = { shift: 0, blocking: 0 };
let renders = 0;
const { define } = customElements;
customElements.define = function (name, element, options) {
  const { render } = element.prototype;
  if (render) element.prototype.render = function () {
    renders += 1;
    return render.call(this);
  };
  return define.call(this, name, element, options);
};
new PerformanceObserver((list) => {
  for (const { value } of list.getEntries()) observed.shift += value;
}).observe({ type: 'layout-shift' });
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) observed.blocking += duration - 50;
}).observe({ type: 'longtask' });
requestAnimationFrame(function look() {
  if (!performance.getEntriesByName('start').length || !(${isReady})) return void requestAnimationFrame(look);
  observed.renders = renders;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => { performance.mark('shown'); port1.close(); };
  port2.postMessage(0);
})`;

const COUNT_ELEMENTS = `(function count(root) {
  const all = [...root.querySelectorAll('*')];
  return all.reduce((sum, { shadowRoot }) => sum + (shadowRoot ? count(shadowRoot) : 0), all.length);
})(document)`;

/**
 * @typedef {object} Opening
 * @property {string} [url] is loaded before the callback runs
 * @property {number} [width]
 * @property {number} [height]
 * @property {number} [slowdown] how many times slower the processor is made
 */

/**
 * Opens a page in its own browser context, runs a callback while it is open, and closes it. Throws the first error that
 * the page reported.
 * @template T
 * @param {import('puppeteer-core').Browser} browser
 * @param {Opening} opening
 * @param {(page: import('puppeteer-core').Page, session: import('puppeteer-core').CDPSession) => Promise<T>} act
 */
export async function openPage(browser, { url, width = 1280, height = 800, slowdown = 1 }, act) {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    /** @type {unknown[]} */
    const errors = [];
    page.on('pageerror', (error) => errors.push(error));
    await page.setViewport({ width, height });
    const session = await page.createCDPSession();
    if (slowdown > 1) await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    if (url) await page.goto(url);
    const result = await act(page, session);
    if (errors.length) throw new Error('The page reported an error', { cause: errors[0] });
    return result;
  } finally {
    await context.close();
  }
}

/**
 * Opens a page that marks when all its data is shown. `load` loads it and waits until nothing happens any more.
 * @template T
 * @param {import('puppeteer-core').Browser} browser
 * @param {Subject} subject
 * @param {number} slowdown how many times slower the processor is made
 * @param {(page: import('puppeteer-core').Page, session: import('puppeteer-core').CDPSession, load: () => Promise<void>) => Promise<T>} act
 */
const withPage = (browser, { url, isReady }, slowdown, act) =>
  openPage(browser, { slowdown }, async (page, session) => {
    await page.evaluateOnNewDocument(marker(isReady));
    return act(page, session, async () => {
      await page.goto(url, { timeout: PATIENCE });
      await page.waitForFunction("performance.getEntriesByName('shown').length", { polling: 50, timeout: PATIENCE });
      await new Promise((resolve) => setTimeout(resolve, QUIET));
    });
  });

/**
 * @param {import('puppeteer-core').Browser} browser
 * @param {Subject} subject
 * @param {number} slowdown
 * @returns {Promise<Sample>}
 */
export const measure = (browser, subject, slowdown) =>
  withPage(browser, subject, slowdown, async (page, session, load) => {
    await session.send('Performance.enable', { timeDomain: 'timeTicks' });
    await load();
    const { metrics } = await session.send('Performance.getMetrics');
    const valueOf = (/** @type {string} */ name) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
    const total = await page.evaluate("performance.measure('total', 'start', 'shown').duration");
    const { shift, blocking, renders, requests } = /** @type {Record<string, number>} */ (
      await page.evaluate('({ ...observed, requests: bench.requests })')
    );
    return {
      shift: shift ?? NaN,
      blocking: blocking ?? NaN,
      requests: requests ?? NaN,
      renders: renders ?? NaN,
      style: valueOf('RecalcStyleDuration') * 1000,
      layout: valueOf('LayoutDuration') * 1000,
      script: valueOf('ScriptDuration') * 1000,
      total: Number(total),
      styles: valueOf('RecalcStyleCount'),
      layouts: valueOf('LayoutCount'),
      elements: Number(await page.evaluate(COUNT_ELEMENTS)),
    };
  });

/**
 * Returns the visible text of a page, including shadow trees.
 * @param {import('puppeteer-core').Browser} browser
 * @param {Subject} subject
 * @returns {Promise<string>}
 */
export const readText = (browser, subject) =>
  withPage(browser, subject, 1, async (page, _, load) => {
    await load();
    const text = await page.evaluate(`(function read(root) {
      return root.textContent + [...root.querySelectorAll('*')].map((e) => e.shadowRoot ? read(e.shadowRoot) : '').join(' ');
    })(document.body)`);
    return String(text).replace(/\s+/g, ' ');
  });

/**
 * Takes a screenshot of a whole page.
 * @param {import('puppeteer-core').Browser} browser
 * @param {Subject} subject
 * @param {string} path of a PNG
 */
export const takeScreenshot = (browser, subject, path) =>
  withPage(browser, subject, 1, async (page, _, load) => {
    await load();
    await page.screenshot({ path: /** @type {`${string}.png`} */ (path), fullPage: true });
  });

/**
 * Returns the cost of each selector while a page was loaded, the most expensive first. Counting makes style several
 * times slower, so only comparisons between selectors are meaningful.
 * @param {import('puppeteer-core').Browser} browser
 * @param {Subject} subject
 * @returns {Promise<SelectorCost[]>}
 */
export const selectorCosts = (browser, subject) =>
  withPage(browser, subject, 1, async (page, _, load) => {
    await page.tracing.start({ categories: ['disabled-by-default-blink.debug', 'devtools.timeline'] });
    await load();
    const trace = new TextDecoder().decode(await page.tracing.stop());
    /** @type {Map<string, SelectorCost>} */
    const costs = new Map();
    for (const { name, args } of JSON.parse(trace).traceEvents) {
      if (name !== 'SelectorStats') continue;
      for (const timing of args.selector_stats?.selector_timings ?? []) {
        const { selector, match_attempts: attempts, match_count: matches, 'elapsed (us)': microseconds } = timing;
        const cost = costs.get(selector) ?? { selector, attempts: 0, matches: 0, microseconds: 0 };
        cost.attempts += attempts;
        cost.matches += matches;
        cost.microseconds += microseconds;
        costs.set(selector, cost);
      }
    }
    return [...costs.values()].sort((a, b) => b.microseconds - a.microseconds);
  });
