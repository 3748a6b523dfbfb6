// The printout has every row that the page announces, with its details, and no overlapping text.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { relative } from 'node:path';
import { after, before, describe, test } from 'node:test';
import puppeteer, { type Browser } from 'puppeteer-core';
import { CHROMIUM_ARGS, findBrowsers } from '../tools/browsers.mjs';
import { bundle } from '../tools/bundle.mjs';
import { overlapping, popplerMissing, wordsOf } from '../tools/pdf.mjs';
import type { Sheet } from './print/page.ts';

const PAGE = '<!doctype html><html lang="en-GB"><meta charset="utf-8"><script type="module" src="/entry.js"></script>';

async function serve(): Promise<Server> {
  const { files } = await bundle(`
    import { show, showDashboard } from './test/print/page.ts';
    Object.assign(globalThis, { show, showDashboard });
  `);
  const scripts = new Map(files.map(({ path, text }): [string, string] => [`/${relative('dist', path)}`, text]));
  const server = createServer(({ url = '' }, response) => {
    const body = url === '/' ? PAGE : scripts.get(url);
    response.setHeader('Content-Type', url === '/' ? 'text/html' : 'text/javascript');
    response.writeHead(body === undefined ? 404 : 200).end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

describe('print', { skip: popplerMissing() }, () => {
  let server: Server;
  let browser: Browser;
  before(async () => {
    server = await serve();
    const { chromium } = await findBrowsers(['chromium']);
    browser = await puppeteer.launch({ executablePath: chromium, args: CHROMIUM_ARGS });
  });
  after(async () => {
    await browser?.close();
    server?.close();
  });

  /** Returns the words of each printed page, after an expression has prepared the page. */
  async function printedWords(expression: string) {
    const page = await browser.newPage();
    try {
      await page.setViewport({ width: 1280, height: 900 });
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      await page.waitForFunction('globalThis.show');
      await page.evaluate(expression);
      return wordsOf(await page.pdf({ format: 'A4' }));
    } finally {
      await page.close();
    }
  }

  const sheets: readonly (readonly [string, Sheet, rows: number, footer: string])[] = [
    ...[60, 90, 120, 200].map(
      (limit) =>
        [
          `the latest ${limit} in a dashboard`,
          { orders: 300, properties: { limit } },
          limit,
          `Latest ${limit} of 300 orders. Times in London`,
        ] as const,
    ),
    ['all 90, inline', { orders: 90, properties: { viewAll: 'inline' }, all: true }, 90, '90 orders. Times in London'],
    [
      'all 90, in the dialog',
      { orders: 90, properties: { viewAll: 'dialog' }, all: true },
      90,
      '90 orders. Times in London',
    ],
    [
      'the 100 that have come of 250, in the dialog',
      { orders: 250, properties: { viewAll: 'dialog' }, all: true },
      100,
      'Latest 100 of 250 orders. Times in London',
    ],
    [
      'the latest 90 without a wrapper',
      { orders: 90, properties: { limit: 90 }, alone: true },
      90,
      '90 orders. Times in London',
    ],
  ];
  for (const [what, sheet, rows, footer] of sheets)
    test(what, async () => {
      const pages = await printedWords(`show(${JSON.stringify(sheet)})`);
      const words = pages.flat().map(({ text }) => text);
      const numbers = words.filter((word) => /^N\d{4}$/.test(word));
      assert.deepEqual(
        numbers,
        Array.from({ length: rows }, (_, index) => `N${String(index).padStart(4, '0')}`),
      );
      assert.ok(words.join(' ').includes(footer), words.slice(-20).join(' '));
      assert.deepEqual(overlapping(pages), []);
      for (const page of pages) {
        const texts = page.map(({ text }) => text);
        const heads = ['Order', 'Placed', 'Items', 'Status', 'Total'];
        assert.deepEqual(
          heads.filter((head) => !texts.includes(head)),
          [],
          'each page has the heads',
        );
      }
    });

  test('a whole customer page with every widget', async () => {
    const pages = await printedWords('showDashboard()');
    const text = pages
      .flat()
      .map((word) => word.text)
      .join(' ');
    for (const footer of [
      'Latest 10 of 48 orders',
      '4 of 7 addresses',
      'Latest 9 of 31 entries',
      'View all products',
      'View all notes',
    ])
      assert.ok(text.includes(footer), `${footer}: ${text}`);
    assert.deepEqual(overlapping(pages), []);
  });
});
