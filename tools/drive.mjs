// Drives one page in any of the browsers, for Node tests that need a whole page with its headers, document and frames.
import puppeteer from 'puppeteer-core';
import { CHROMIUM_ARGS, findBrowsers } from './browsers.mjs';
import { startWebKit } from './webkit.mjs';

/**
 * @typedef {object} Page
 * @property {(url: string) => Promise<unknown>} goto
 * @property {(expression: string) => Promise<any>} evaluate returns the awaited value of an expression
 * @property {(keys: readonly string[]) => Promise<unknown>} press holds keys together, in the given order
 * @property {() => Promise<void>} close the browser
 */

/**
 * Opens a page in a new browser.
 * @param {import('./browsers.mjs').Engine} engine
 * @param {string} [downloads] the download folder; unsupported in WebKit, which opens a dialog
 * @returns {Promise<Page>}
 */
export async function openPage(engine, downloads) {
  const { [engine]: executablePath } = await findBrowsers([engine]);
  if (engine === 'webkit') return startWebKit(executablePath);
  /** @type {import('puppeteer-core').LaunchOptions} */
  const options =
    engine === 'firefox'
      ? {
          browser: 'firefox',
          extraPrefsFirefox: { 'browser.download.folderList': 2, 'browser.download.dir': downloads },
        }
      : { args: CHROMIUM_ARGS };
  if (downloads) options.downloadBehavior = { policy: 'allow', downloadPath: downloads };
  const browser = await puppeteer.launch({ ...options, executablePath });
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
