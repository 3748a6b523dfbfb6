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
 * @param {string} [downloads] the folder for files that the page gives; not in WebKit, which asks where to
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
