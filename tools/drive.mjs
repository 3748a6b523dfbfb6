// One page of a browser of any engine, for Node tests that need the whole page: its headers, its document, its frames.
import puppeteer from 'puppeteer-core';
import { CHROMIUM_ARGS, findBrowsers } from './browsers.mjs';
import { startWebKit } from './webkit.mjs';

/**
 * @typedef {object} Page
 * @property {(url: string) => Promise<unknown>} goto
 * @property {(expression: string) => Promise<any>} evaluate the value of an expression, awaited where it is a promise
 * @property {(keys: readonly string[]) => Promise<unknown>} press keys together, the first first
 * @property {() => Promise<void>} close the browser
 */

/**
 * @param {import('./browsers.mjs').Engine} engine
 * @returns {Promise<Page>}
 */
export async function openPage(engine) {
  const { [engine]: executablePath } = await findBrowsers([engine]);
  if (engine === 'webkit') return startWebKit(executablePath);
  const browser = await puppeteer.launch(
    engine === 'firefox' ? { browser: 'firefox', executablePath } : { executablePath, args: CHROMIUM_ARGS },
  );
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 800 });
  return {
    goto: (url) => page.goto(url),
    evaluate: (expression) => page.evaluate(expression),
    async press(keys) {
      for (const key of keys) await page.keyboard.down(/** @type {any} */ (key));
      for (const key of keys.toReversed()) await page.keyboard.up(/** @type {any} */ (key));
    },
    close: () => browser.close(),
  };
}
