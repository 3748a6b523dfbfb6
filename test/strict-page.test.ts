// A host may have the strictest policy: there are no violations, and nothing looks different.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { chosenEngines } from '../tools/browsers.mjs';
import { readXlsx } from '../src/testing/read-xlsx.ts';
import { bundle } from '../tools/bundle.mjs';
import { openPage, type Page } from '../tools/drive.mjs';

/** The style of each element, by widget and state. */
type Looks = Record<string, string[]>;

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

/** Records violations and errors, except for the favicon, which the browser requests by itself. */
const START = `
  globalThis.reports = [];
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
    if (!blockedURI.endsWith('/favicon.ico')) reports.push([violatedDirective, blockedURI, sample].join(' '));
  });
  addEventListener('error', ({ message }) => reports.push(message));
  addEventListener('unhandledrejection', ({ reason }) => reports.push(String(reason)));
`;
const PLANTED = `${START}
  addEventListener('DOMContentLoaded', () => document.body.setAttribute('style', 'color: red'));
`;
const page = (start: string, module: string) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Strict</title>
    <script src="/${start}"></script>
    ${module && `<script type="module" src="/${module}"></script>`}
  </head>
  <body></body>
</html>`;

/** The states that are compared in each engine. The others differ in their data and words, which one engine shows. */
const STATES = { chromium: undefined, firefox: ['populated', 'loading'], webkit: ['populated', 'loading'] };

/** Returns a script that waits for the page's module: WebKit may report a page as loaded before its module has run. */
const onceLoaded = (script: string) => `new Promise((resolve, reject) => {
  const end = Date.now() + 10_000;
  const look = () => {
    if (globalThis.recordAll) resolve(${script});
    else if (Date.now() > end) reject(new Error('The module has not run: ' + reports));
    else setTimeout(look, 5);
  };
  look();
})`;

/** Serves the pages, and returns the URLs of the chunks that they load when they need them. */
async function serve(): Promise<{ server: Server; chunks: readonly string[] }> {
  const { files } = await bundle(`
    import { recordAll } from './test/strict-page/page.ts';
    import { textColumn } from './src/data/file-table.ts';
    import { XlsxFile } from './src/data/xlsx-file.ts';
    import { download } from './src/element/export-job.ts';
    globalThis.recordAll = recordAll;
    globalThis.give = async (name, numbers) => {
      const columns = [textColumn('Order', (number) => number)];
      const file = new XlsxFile({ title: 'Orders', columns }, { decimalSign: '.', timeZone: 'UTC' });
      await file.add(numbers);
      const blob = await file.finish();
      // WebKit asks where to, and answers nothing until then.
      setTimeout(() => download(name, blob));
      return blob.size;
    };
  `);
  const scripts = new Map([
    ['/start.js', START],
    ['/planted.js', PLANTED],
    ...files.map(({ path, text }): [string, string] => [`/${relative('dist', path)}`, text]),
  ]);
  const pages = new Map([
    ['/strict', page('start.js', 'entry.js')],
    ['/open', page('start.js', 'entry.js')],
    ['/planted', page('planted.js', '')],
  ]);
  const server = createServer(({ url = '' }, response) => {
    const html = pages.get(url);
    const body = html ?? scripts.get(url);
    if (html && url !== '/open') response.setHeader('Content-Security-Policy', POLICY);
    response.setHeader('Content-Type', html ? 'text/html' : 'text/javascript');
    response.writeHead(body === undefined ? 404 : 200).end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, chunks: [...scripts.keys()].filter((url) => url.startsWith('/chunks/')) };
}

describe('a strict host', () => {
  let server: Server;
  let chunks: readonly string[];
  before(async () => {
    ({ server, chunks } = await serve());
  });
  after(() => server?.close());

  for (const engine of chosenEngines()) {
    describe(engine, () => {
      let browser: Page;
      const folder = mkdtempSync(join(tmpdir(), 'clientele-files-'));
      const go = (path: string) => browser.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`);
      before(async () => {
        browser = await openPage(engine, folder);
      });
      after(async () => {
        await browser?.close();
        rmSync(folder, { recursive: true, force: true });
      });

      it('the page reports a planted violation', async () => {
        await go('/planted');
        assert.match(String(await browser.evaluate('reports')), /style-src/);
      });

      it('widgets report no violation, and look as on a page without a policy', async () => {
        const record = onceLoaded(`recordAll(${JSON.stringify(chunks)}, ${JSON.stringify(STATES[engine])})`);
        await go('/open');
        const open: Looks = await browser.evaluate(record);
        await go('/strict');
        const strict: Looks = await browser.evaluate(record);
        assert.deepEqual(await browser.evaluate('reports'), []);
        assert.ok(Object.keys(open).length > 0, 'something is seen');
        for (const [cell, elements] of Object.entries(open)) assert.deepEqual(strict[cell], elements, cell);
      });

      it('an export saves a file', { timeout: 240_000 }, async () => {
        await go('/strict');
        const give = onceLoaded(`give('orders-2026-11-18.xlsx', ['#10512', '000123'])`);
        const size: number = await browser.evaluate(give);
        const path = join(folder, 'orders-2026-11-18.xlsx');
        const read = () => (existsSync(path) ? readFileSync(path) : Buffer.of());
        // WebKit opens a save dialog, which nobody would answer.
        if (engine !== 'webkit') {
          while (read().length < size) await pause(20);
          const rows = await readXlsx(new Blob([read()]));
          assert.deepEqual(
            rows.flat().map(({ value }) => value),
            ['Order', '#10512', '000123'],
          );
        }
        assert.deepEqual(await browser.evaluate('reports'), []);
      });
    });
  }
});
