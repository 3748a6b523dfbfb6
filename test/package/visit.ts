// Opens a host's page in Chromium and uses it. The console must stay empty and every request must succeed.
import assert from 'node:assert/strict';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { CHROMIUM_ARGS, findBrowsers } from '../../tools/browsers.mjs';
import { keepAccessibilityTree, Widget, type Name } from '../journey/widget.ts';

/** Opens Chromium with computed accessible names. */
export async function openBrowser(): Promise<Browser> {
  const { chromium } = await findBrowsers(['chromium']);
  const args = [...CHROMIUM_ARGS, '--enable-blink-features=ComputedAccessibilityInfo'];
  return puppeteer.launch({ executablePath: chromium, args, defaultViewport: { width: 1280, height: 1600 } });
}

/** Opens a page and uses it. Throws if anything was logged or a request failed. */
export async function visit(browser: Browser, url: string, use: (page: Page) => Promise<void>): Promise<void> {
  const page = await browser.newPage();
  const faults: string[] = [];
  page.on('console', (message) => faults.push(`${message.type()}: ${message.text()} ${message.location().url ?? ''}`));
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('requestfailed', (request) => {
    // Leaving a page aborts its event streams.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') faults.push(`${request.url()} was not answered`);
  });
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (response.status() >= 400 && pathname !== '/favicon.ico') faults.push(`${response.status()} ${response.url()}`);
  });
  // The browser requests the favicon by itself.
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    void (request.url().endsWith('/favicon.ico') ? request.respond({ status: 204 }) : request.continue());
  });
  try {
    await keepAccessibilityTree(page);
    await page.goto(url);
    await use(page);
    assert.deepEqual(faults, []);
  } catch (error) {
    throw faults.length > 0 ? new Error(`${faults.join('\n')}\n${String(error)}`, { cause: error }) : error;
  } finally {
    await page.close();
  }
}

/** One lazily loaded control per widget: the control to press, and the control that appears. */
const onDemand: Readonly<Record<string, readonly [press: Name, comes: Name]>> = {
  'customer-info': ['Edit', /^Save/],
  'order-history': ['#10512', 'Close'],
  'notes-panel': [/^Edit note of/, 'Save change'],
  'cross-sell-table': ['View all products', 'Find products'],
  'credit-balance': ['Adjust credit', /^Add/],
  'address-book': ['Add address', /^Save/],
};

/** The tags of all widgets. */
export const allWidgets = Object.keys(onDemand);

/** Uses the widgets of a page that shows the first customer of the fictional shop. */
export async function useOnDemand(page: Page, tags: readonly string[] = allWidgets): Promise<void> {
  for (const tag of tags) {
    const [press, comes] = onDemand[tag]!;
    const widget = new Widget(page, tag);
    await widget.press(press);
    await widget.find(comes);
    await page.keyboard.press('Escape');
    await widget.waitForClosed();
  }
}
