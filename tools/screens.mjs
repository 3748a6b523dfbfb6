// `npm run screens` takes a screenshot of every widget in every state and of the dashboard, and one contact sheet. `npm
// run screens -- order-history` takes only those whose name contains the argument.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';
import { createServer } from 'vite';
import { widgetTags } from '../src/widgets/registry.ts';
import { CHROMIUM_ARGS, findBrowsers } from './browsers.mjs';

const OUT = fileURLToPath(new URL('../screens/', import.meta.url));
const STATES =
  'loading refreshing empty emptyFiltered partial error forbidden offline stale conflict malformed longText redacted';
/** @type {Record<string, { width?: number, query: Record<string, string> }>} */
const ENVIRONMENTS = {
  light: { query: {} },
  dark: { query: { scheme: 'dark' } },
  narrow: { width: 400, query: {} },
  rtl: { query: { dir: 'rtl' } },
};

/** @typedef {{ name: string, width: number, query: Record<string, string> }} Shot */

/** @returns {Shot[]} */
function shots() {
  const every = ['customer-dashboard', ...widgetTags].flatMap((tag) =>
    Object.entries(ENVIRONMENTS).map(([name, { width = tag === 'notes-panel' ? 640 : 1280, query }]) => ({
      name: `${tag}-${name}`,
      width,
      query: { tag, ...query },
    })),
  );
  const states = widgetTags.flatMap((tag) =>
    STATES.split(' ').map((state) => ({ name: `${tag}-${state}`, width: 640, query: { tag, state } })),
  );
  const layouts = ['miva', 'seller', 'payments', 'cafe24', 'organiser'].map((layout) => ({
    name: `layout-${layout}`,
    width: 1280,
    query: { tag: 'customer-dashboard', layout, ...(layout === 'organiser' && { lang: 'id' }) },
  }));
  const defaults = [400, 768, 1280, 1920].flatMap((width) =>
    Object.entries({ light: {}, dark: { scheme: 'dark' }, rtl: { dir: 'rtl' } }).map(([name, query]) => ({
      name: `layout-default-${width}-${name}`,
      width,
      query: { tag: 'customer-dashboard', layout: 'default', ...query },
    })),
  );
  const indonesian = { name: 'customer-dashboard-id', width: 1280, query: { tag: 'customer-dashboard', lang: 'id' } };
  return [...every, indonesian, ...layouts, ...defaults, ...states];
}

/**
 * Takes a screenshot. Returns whether the widget has this state.
 * @param {import('puppeteer-core').Page} page @param {string} base @param {Shot} shot
 */
async function takeScreenshot(page, base, { name, width, query }) {
  await page.setViewport({ width, height: 300 });
  await page.goto(`${base}?${new URLSearchParams(query)}`);
  const ready = await page.waitForSelector('html[data-ready]', { timeout: 20_000 });
  if (await ready?.evaluate((root) => root.getAttribute('data-ready') === 'absent')) return false;
  // The window limits the height of a dialog, and a picture of a right-to-left page that scrolls is shifted by its scroll bar.
  if (query['dir'] === 'rtl' || (await page.$('body > * > * >>> dialog[open]')))
    await page.setViewport({ width, height: 760 });
  await page.screenshot({ path: `${OUT}${name}.png`, fullPage: true });
  return true;
}

/** @param {import('puppeteer-core').Browser} browser @param {string[]} names */
async function contactSheet(browser, names) {
  const figures = names.map((name) => `<figure><figcaption>${name}</figcaption><img src="${name}.png"></figure>`);
  const style = `body{margin:24px;font:13px sans-serif;columns:5;column-gap:16px;background:#ddd}
    figure{break-inside:avoid;margin:0 0 16px}img{width:100%;display:block}figcaption{padding:2px 0}`;
  await writeFile(
    `${OUT}index.html`,
    `<!doctype html><meta charset="utf-8"><style>${style}</style>${figures.join('')}`,
  );
  const page = await browser.newPage();
  await page.setViewport({ width: 2000, height: 1000 });
  await page.goto(pathToFileURL(`${OUT}index.html`).href, { waitUntil: 'load' });
  await page.screenshot({ path: `${OUT}contact-sheet.png`, fullPage: true });
}

const filter = process.argv[2] ?? '';
const { chromium } = await findBrowsers(['chromium']);
const server = await createServer({
  root: fileURLToPath(new URL('screens/', import.meta.url)),
  configFile: false,
  logLevel: 'error',
  cacheDir: fileURLToPath(new URL('../node_modules/.vite-screens', import.meta.url)),
  server: { host: '127.0.0.1', port: 0, hmr: false, fs: { allow: [fileURLToPath(new URL('..', import.meta.url))] } },
});
await server.listen();
const base = /** @type {string} */ (server.resolvedUrls?.local[0]);
const browser = await puppeteer.launch({ executablePath: chromium, args: CHROMIUM_ARGS });
const failures = [];
try {
  if (!filter) await rm(OUT, { recursive: true, force: true });
  await mkdir(OUT, { recursive: true });
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(String(error)));
  // The browser asks before it leaves a page that has a draft.
  page.on('dialog', (dialog) => void dialog.accept());
  const taken = [];
  for (const shot of shots().filter(({ name }) => name.includes(filter))) {
    try {
      if (await takeScreenshot(page, base, shot)) taken.push(shot.name);
    } catch (error) {
      failures.push(`${shot.name}: ${String(error)}`);
    }
  }
  await contactSheet(browser, taken);
  console.log(`${taken.length} pictures in screens/, all of them on screens/contact-sheet.png`);
} finally {
  await browser.close();
  await server.close();
}
for (const failure of failures) console.error(failure);
process.exitCode = failures.length ? 1 : 0;
