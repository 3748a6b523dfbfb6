// Builds Storybook and opens every story and documentation page. Each must render without an error.
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { availableParallelism, tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { CHROMIUM_ARGS, findBrowsers } from './browsers.mjs';
import { closingLine, countResults } from './tally.mjs';

const TYPES = /** @type {Record<string, string>} */ ({
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
});

/**
 * Storybook's events for a story or a documentation page that has rendered, and for one that could not. Right after
 * `storyRendered`, selecting another one would reload the page.
 */
const RENDERED = ['storyFinished', 'docsRendered'];
const FAILED = [
  'storyErrored',
  'storyThrewException',
  'storyMissing',
  'playFunctionThrewException',
  'unhandledErrorsWhilePlaying',
];

const folder = mkdtempSync(join(tmpdir(), 'clientele-stories-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

const { status, stdout, stderr } = spawnSync('npm', ['run', 'build-storybook', '--', '--output-dir', folder], {
  encoding: 'utf8',
});
if (status !== 0) {
  console.log(stdout, stderr);
  process.exit(1);
}

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  readFile(join(folder, pathname)).then(
    (body) =>
      response
        .writeHead(200, {
          'Content-Type': TYPES[extname(pathname)] ?? 'application/octet-stream',
          // So that the browser loads and compiles the scripts of all stories once.
          'Cache-Control': 'max-age=3600',
        })
        .end(body),
    () => response.writeHead(404).end(),
  );
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());

const { chromium } = await findBrowsers(['chromium']);
const counts = { passed: 0, failed: 0 };
/** @type {{ entries: Record<string, { id: string, type: string, title: string, name: string }> }} */
const { entries } = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'));
const waiting = Object.values(entries);

/**
 * Runs in Storybook's page: resolves once a story has rendered, with its error if it has one. Selects the story unless
 * the page was loaded with it.
 * @param {{ id: string, selects: boolean, rendered: string[], failed: string[] }} options
 * @returns {Promise<string>}
 */
function render({ id, selects, rendered, failed }) {
  const channel = /** @type {any} */ (globalThis).__STORYBOOK_ADDONS_CHANNEL__;
  return new Promise((resolve) => {
    const wait = (/** @type {string} */ name, /** @type {(of: any) => void} */ then) => {
      channel.on(name, then);
      const [latest] = (!selects && channel.last(name)) || [];
      if (latest !== undefined) then(latest);
    };
    for (const name of rendered) wait(name, (of) => (of.storyId ?? of) === id && resolve(''));
    for (const name of failed) wait(name, (of) => resolve(`${name}: ${of.message ?? of.description ?? of}`));
    setTimeout(() => resolve('It does not appear.'), 10_000);
    if (selects) channel.emit('setCurrentStory', { storyId: id, viewMode: 'story' });
  });
}

/**
 * Opens stories until none is left, in a browser of its own, because only one page in a browser has the focus. A page is
 * loaded for each documentation page, and for the first story and the one after a failure; the other stories replace it.
 */
async function openStories() {
  const browser = await puppeteer.launch({ executablePath: chromium, args: CHROMIUM_ARGS });
  const page = await browser.newPage();
  // Tells Storybook to pause animations, whose end it otherwise waits for.
  await page.setUserAgent({ userAgent: `${await browser.userAgent()} StorybookTestRunner` });
  // A page with a draft asks before it is left.
  page.on('dialog', (dialog) => void dialog.accept().catch(() => {}));
  /** @type {string[]} */
  let errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  let selects = false;
  for (let entry = waiting.shift(); entry; entry = waiting.shift()) {
    const { id, type, title, name } = entry;
    errors = [];
    selects &&= type === 'story';
    if (!selects) {
      // Without the accessibility check, which the tests of every state do.
      await page.goto(`http://127.0.0.1:${port}/iframe.html?id=${id}&viewMode=${type}&globals=a11y.manual:!true`);
      await page.waitForFunction('globalThis.__STORYBOOK_ADDONS_CHANNEL__');
    }
    const error = await page.evaluate(render, { id, selects, rendered: RENDERED, failed: FAILED });
    if (error) errors.push(error);
    selects = errors.length === 0 && type === 'story';
    counts[errors.length > 0 ? 'failed' : 'passed'] += 1;
    if (errors.length > 0) console.log(`✖ ${title}, ${name}\n  ${errors.join('\n  ')}`);
  }
  await browser.close();
}

await Promise.all(Array.from({ length: availableParallelism() }, openStories));
server.close();

const tally = countResults(counts);
console.log(closingLine(tally));
process.exitCode = tally.failed > 0 ? 1 : 0;
