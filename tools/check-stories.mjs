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

const APPEARED = '.sb-show-main :is(#storybook-root, #storybook-docs) > *, .sb-show-errordisplay';

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

/** Opens stories until none is left, in a browser of its own, because only one page in a browser has the focus. */
async function openStories() {
  const browser = await puppeteer.launch({ executablePath: chromium, args: CHROMIUM_ARGS });
  const page = await browser.newPage();
  // A page with a draft asks before it is left.
  page.on('dialog', (dialog) => void dialog.accept().catch(() => {}));
  /** @type {string[]} */
  let errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  for (let entry = waiting.shift(); entry; entry = waiting.shift()) {
    const { id, type, title, name } = entry;
    errors = [];
    // Without the accessibility check, which the tests of every state do.
    const url = `http://127.0.0.1:${port}/iframe.html?id=${id}&viewMode=${type}&globals=a11y.manual:!true`;
    try {
      await page.goto(url, { waitUntil: 'domcontentloaded' });
      await page.waitForSelector(APPEARED, { timeout: 10_000 });
      const shown = await page
        .$eval('.sb-show-errordisplay #error-message', (element) => element.textContent)
        .catch(() => '');
      if (shown) errors.push(shown);
    } catch {
      errors.push('It does not appear.');
    }
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
