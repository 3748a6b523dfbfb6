// From sign-in to a note and a credit that are still there after a restart of the server, as an operator goes.
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { CHROMIUM_ARGS, findBrowsers } from '../tools/browsers.mjs';

const project = fileURLToPath(new URL('..', import.meta.url));
const patience = { timeout: 30_000 };

let directory: string;
let port: number;
let server: ChildProcess;
let browser: Browser;
let page: Page;
const problems: string[] = [];

/** A port that was free a moment ago: the same address before and after the restart keeps the operator signed in. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port: found } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return found;
}

async function start(): Promise<void> {
  server = spawn(process.execPath, ['demo/server/main.ts'], {
    cwd: project,
    env: { ...process.env, DATA_DIRECTORY: directory, DATABASE_URL: '', PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  for await (const chunk of server.stdout!) {
    said += String(chunk);
    if (said.includes('/customers/C-20817')) return;
  }
  throw new Error(`The server did not start: ${said}`);
}

async function stop(): Promise<void> {
  if (server.exitCode !== null) return;
  server.kill('SIGTERM');
  await once(server, 'exit');
}

const address = (path: string) => `http://127.0.0.1:${port}${path}`;
const widget = (tag: string, selector: string) => `${tag} >>> ${selector}`;

async function reads(tag: string, text: string): Promise<void> {
  const found = (name: string, words: string) =>
    document.querySelector(name)?.shadowRoot?.textContent.replace(/\s+/g, ' ').includes(words) ?? false;
  try {
    await page.waitForFunction(found, patience, tag, text);
  } catch {
    const shown = await page.$eval(tag, (element) => element.shadowRoot?.textContent.replace(/\s+/g, ' '));
    assert.fail(`<${tag}> never read "${text}" but "${shown}"`);
  }
}

async function signIn(login: string, password: string): Promise<void> {
  await page.locator('#login').fill(login);
  await page.locator('#password').fill(password);
  await page.locator('[data-sign-in] button').click();
}

before(async () => {
  directory = await mkdtemp(join(tmpdir(), 'clientele-journey-'));
  port = await freePort();
  const { chromium } = await findBrowsers(['chromium']);
  browser = await puppeteer.launch({ executablePath: chromium, args: CHROMIUM_ARGS });
  page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 1000 });
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    // A refused sign-in and an expired session are answers, which the browser reports all the same.
    if (message.type() === 'error' && !message.text().includes('status of 40')) problems.push(message.text());
  });
  await start();
});

after(async () => {
  await browser.close();
  await stop();
  await rm(directory, { recursive: true, force: true });
});

test('a journey from sign-in to what is still there after a restart', async (journey) => {
  await journey.test('asks who it is, and refuses a wrong password', async () => {
    await page.goto(address('/customers/C-20817'));
    await page.waitForFunction(() => location.pathname === '/sign-in', patience);
    await signIn('dana', 'wrong');
    await page.waitForFunction(() => document.querySelector('.fault')?.textContent, patience);
    await signIn('dana', 'kiln-at-dawn');
    await page.waitForFunction(() => location.pathname === '/customers/C-20817', patience);
  });

  await journey.test('shows the customer in all five widgets', async () => {
    await reads('customer-info', 'Ingrid Vasquez-Holm');
    await reads('order-history', '#10512');
    await reads('notes-panel', 'Deliver before 10:00 only');
    await reads('cross-sell-table', 'Stoneware cup 220 ml, oat');
    await reads('credit-balance', '£86.50');
  });

  await journey.test('opens an order and closes it with the keyboard', async () => {
    await page.locator(widget('order-history', 'tbody [part~=link]')).click();
    await page.waitForSelector(widget('order-history', 'dialog[open]'), patience);
    await reads('order-history', 'Payments');
    await page.keyboard.press('Escape');
    await page.waitForFunction(
      () => !document.querySelector('order-history')?.shadowRoot?.querySelector('dialog'),
      patience,
    );
  });

  await journey.test('writes a note with the keyboard alone', async () => {
    await page.focus(widget('notes-panel', '#new-note'));
    await page.keyboard.type('Wants the invoice by post.');
    await page.keyboard.down('Control');
    await page.keyboard.press('Enter');
    await page.keyboard.up('Control');
    await reads('notes-panel', 'Note saved.');
    await reads('notes-panel', 'Wants the invoice by post.');
  });

  await journey.test('gives credit in two steps', async () => {
    await page.locator(widget('credit-balance', '[part~=adjust]')).click();
    await page.locator(widget('credit-balance', '#adjust-amount')).fill('12.34');
    await page.locator(widget('credit-balance', '#adjust-reason')).fill('goodwill');
    await page.locator(widget('credit-balance', '#adjust-description')).fill('Saucer arrived chipped');
    await reads('credit-balance', '£98.84');
    await page.locator(widget('credit-balance', '[part~=review]')).click();
    await reads('credit-balance', 'Add £12.34');
    await page.locator(widget('credit-balance', '[part~=confirm]')).click();
    await reads('credit-balance', 'Saucer arrived chipped');
    await page.waitForFunction(
      () => !document.querySelector('credit-balance')?.shadowRoot?.querySelector('dialog'),
      patience,
    );
    await reads('credit-balance', '£98.84');
  });

  await journey.test('opens another customer by id, and what was typed for the first waits there', async () => {
    await page.focus(widget('notes-panel', '#new-note'));
    await page.keyboard.type('Half a sentence');
    await page.locator('#customer-id').fill('C-20818');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => location.pathname === '/customers/C-20818', patience);
    await page.waitForFunction(
      () => !document.querySelector('customer-info')?.shadowRoot?.textContent.includes('Ingrid'),
      patience,
    );
    await page.goBack();
    await reads('customer-info', 'Ingrid Vasquez-Holm');
    const typed = await page.$eval(widget('notes-panel', '#new-note'), (field) => (field as HTMLTextAreaElement).value);
    assert.equal(typed, 'Half a sentence');
  });

  await journey.test(
    'note and credit are still there after a restart, and the operator is still signed in',
    async () => {
      await stop();
      await start();
      await page.goto(address('/customers/C-20817'));
      await reads('notes-panel', 'Wants the invoice by post.');
      await reads('credit-balance', '£98.84');
      await reads('credit-balance', 'Saucer arrived chipped');
    },
  );

  await journey.test('who may only read is told so', async () => {
    await page.locator('[data-sign-out]').click();
    await page.waitForFunction(() => location.pathname === '/sign-in', patience);
    await signIn('priya', 'paper-filter');
    await page.waitForFunction(() => location.pathname !== '/sign-in', patience);
    await page.goto(address('/customers/C-20817'));
    await reads('notes-panel', 'Wants the invoice by post.');
    await page.waitForFunction(
      () =>
        ['notes-panel textarea', 'credit-balance [part~=adjust]'].every((path) => {
          const [tag, inner] = path.split(' ') as [string, string];
          return !document.querySelector(tag)?.shadowRoot?.querySelector(inner);
        }),
      patience,
    );
    await reads('notes-panel', 'write notes');
  });

  assert.deepEqual(problems, []);
});
