// Tests the demo's customer page in a browser: drafts survive the end of a session and a change of customer.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { CHROMIUM_ARGS, findBrowsers } from '../../tools/browsers.mjs';
import { createShop } from '../../src/adapters/memory/shop.ts';
import type { Adapter } from '../../src/adapter/adapter.ts';
import type { Note } from '../../src/domain/note.ts';
import { createApp } from '../server/app.ts';
import { buildPages } from '../server/build-pages.ts';
import type { Database } from '../server/database/database.ts';
import { migrate } from '../server/database/open.ts';
import { openPGlite } from '../server/database/pglite.ts';
import { sql } from '../server/database/sql.ts';
import { listen, type Listener } from '../server/listen.ts';
import { seed } from '../server/seed.ts';
import { Client } from '../server/testing/client.ts';

describe('the demo’s customer page', () => {
  let database: Database;
  let server: Listener;
  let browser: Browser;
  let page: Page;
  const draft = 'notes-panel >>> textarea';

  before(async () => {
    database = await openPGlite();
    await migrate(database);
    await seed(database, () => createShop({ customers: 8 }));
    server = await listen(createApp({ database, pages: await buildPages() }), 0);
    const { chromium } = await findBrowsers(['chromium']);
    browser = await puppeteer.launch({ executablePath: chromium, args: CHROMIUM_ARGS });
    page = await browser.newPage();
    // The browser asks before it leaves a page that has a draft; the test accepts.
    page.on('dialog', (dialog) => void dialog.accept());
  });
  after(async () => {
    await browser.close();
    await server.close();
    await database.close();
  });

  /** Signs in by keyboard, on the page or in the dialog above it. */
  async function signIn(form: string): Promise<void> {
    await page.waitForSelector(`${form} #login:focus`);
    await page.keyboard.type('tom');
    await page.keyboard.press('Tab');
    await page.keyboard.type('oat-glaze');
    await page.keyboard.press('Enter');
  }

  const expectDraft = (text: string): Promise<unknown> =>
    page.waitForFunction(
      (wanted) => document.querySelector('notes-panel')?.shadowRoot?.querySelector('textarea')?.value === wanted,
      {},
      text,
    );

  async function open(customerId: string): Promise<void> {
    await page.locator('customer-search >>> input').fill(customerId);
    await page.waitForSelector(`customer-search >>> [href$="/${customerId}"]`);
    await page.keyboard.press('Enter');
    await page.waitForFunction((id) => location.pathname === `/customers/${id}`, {}, customerId);
  }

  it('asks for a sign-in, then shows the customer in the address', async () => {
    await page.goto(`${server.url}/customers/C-20817`);
    await signIn('main');
    await page.waitForSelector(draft);
    assert.equal(page.url(), `${server.url}/customers/C-20817`);
    assert.equal(await page.$eval('[data-operator]', (element) => element.textContent), 'Tom Adeyemi, agent');
  });

  it('has a skip link to the customer, the first stop of the keyboard', async () => {
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'To the customer');
    await page.keyboard.press('Enter');
    await page.waitForSelector('main:focus');
  });

  it('shows the stamp card of another author, which only reads', async () => {
    await page.waitForFunction(() =>
      /^ \d of 10 stamps$/.test(document.querySelector('loyalty-card')?.textContent ?? ''),
    );
    const refused = await page.evaluate(
      () =>
        new Promise<unknown>((resolve) => {
          const context = Symbol.for('clientele/client@1');
          const callback = ({ adapter }: { readonly adapter: Adapter }): void => {
            const options = { idempotencyKey: 'k', signal: new AbortController().signal };
            void adapter.notes?.create?.('C-20817', { body: 'Hi' }, options).catch(({ code }) => resolve(code));
          };
          const request = Object.assign(new Event('context-request', { bubbles: true }), { context, callback });
          document.querySelector('loyalty-card')!.dispatchEvent(request);
        }),
    );
    assert.equal(refused, 'forbidden');
  });

  it('asks again above the draft when the session expires', async () => {
    await page.type(draft, 'Rang, will ring again.');
    await database.query(sql`delete from sessions`);
    await page.keyboard.down('Control');
    await page.keyboard.press('Enter');
    await page.keyboard.up('Control');
    await signIn('dialog[open]');
    await page.waitForSelector('dialog:not([open])');
    await expectDraft('Rang, will ring again.');
  });

  it('keeps a draft for one customer while another one is open', async () => {
    await open('C-20818');
    await expectDraft('');
    await page.goBack();
    await expectDraft('Rang, will ring again.');
  });

  for (const [path, shown] of [
    ['100%', '100%'],
    ['%00', '\0'],
    ['C%2D0%20x', 'C-0 x'],
  ] as const) {
    it(`reports that /customers/${path} is no customer`, async () => {
      await page.goto(`${server.url}/customers/${path}`);
      await page.waitForFunction(() =>
        /could not be found/.test(document.querySelector('customer-info')?.shadowRoot?.textContent ?? ''),
      );
      const id = await page.$eval('customer-dashboard', (element) => (element as { customerId?: unknown }).customerId);
      assert.equal(id, shown);
    });
  }

  it('links to the sign-in page, and signs out again', async () => {
    await page.click('[data-sign-out]');
    await page.waitForFunction(() => location.pathname === '/sign-in');
    assert.equal(await page.evaluate(() => sessionStorage.length), 0);
    const manager = await new Client(`${server.url}/api`).signIn('dana', 'kiln-at-dawn');
    const notes = await manager.all<Note>('/customers/C-20817/notes', 100);
    assert.ok(!notes.some(({ body }) => body.startsWith('Rang')), 'a draft is no note');
  });
});
