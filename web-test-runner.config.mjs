// Browser tests: src/**/*.test.ts. ENGINES=chromium,firefox,webkit names the engines; `wtr --files a.test.ts` one file.
import { globSync } from 'node:fs';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';
import { CHROMIUM_ARGS, chosenEngines, findBrowsers } from './tools/browsers.mjs';
import {
  browserCommands,
  bundledTests,
  mswWorker,
  resultsReporter,
  strictPage,
  tallyReporter,
} from './tools/browser-tests.mjs';
import { sharePages } from './tools/test-pages.mjs';
import { webkitLauncher } from './tools/webkit-launcher.mjs';

const engines = chosenEngines();
const found = await findBrowsers(engines).catch(({ message }) => {
  console.error(message);
  process.exit(1);
});

/** @param {import('puppeteer-core').LaunchOptions} launchOptions */
const puppeteerLauncher = (launchOptions) =>
  chromeLauncher({
    puppeteer: /** @type {any} */ (puppeteer),
    // One page at a time in a browser, so that it has the focus.
    concurrency: 1,
    launchOptions,
    async createPage({ context }) {
      const page = await context.newPage();
      // A draft that is still there asks before the page is left, and nobody is there to answer.
      page.on('dialog', (dialog) => void dialog.accept().catch(() => {}));
      return page;
    },
  });

const launchers = {
  chromium: () => puppeteerLauncher({ executablePath: found.chromium, args: CHROMIUM_ARGS }),
  firefox: () =>
    puppeteerLauncher({
      browser: 'firefox',
      executablePath: found.firefox,
      // A list of downloads that opens takes the focus from the page, and so from every test after it.
      extraPrefsFirefox: { 'browser.download.alwaysOpenPanel': false, 'browser.download.panel.shown': true },
    }),
  webkit: () => webkitLauncher(found.webkit),
};

/** The engines by the time that the tests take in them. */
const SLOWEST = ['chromium', 'webkit', 'firefox'];

/** Tests of the layers that do not use the DOM, and of timers: they ask for the language alone, which all engines share. */
const SAME_IN_EVERY_ENGINE = ['src/{adapters,data,domain}/**/*.test.ts', 'src/element/setup.test.ts'];

/** Of these layers, what each engine does in its own way: words, dates, text encoding, compression, streams, requests. */
const DIFFERS_BY_ENGINE = [
  'src/adapters/rest/{event-stream,events,serve-changes,transport}.test.ts',
  'src/data/{csv-file,xlsx-file}.test.ts',
  'src/domain/{fold-text,natural-order,time,wall-clock}.test.ts',
];

const differing = new Set(globSync(DIFFERS_BY_ENGINE));
const inOneEngine = globSync(SAME_IN_EVERY_ENGINE).filter((file) => !differing.has(file));

const inEveryEngine = globSync('src/**/*.test.ts').filter((file) => !inOneEngine.includes(file));

/**
 * Tests that have a page of their own: they ask what has loaded, change the page itself, or press keys that take the focus
 * from it in Firefox.
 */
const ALONE = new Set(
  globSync([
    'src/{dashboard,testing}/**/*.test.ts',
    'src/element/{setup,typed-keys}.test.ts',
    'src/ui/table.test.ts',
    'src/widgets/credit-balance/coupons/coupon-reading.test.ts',
  ]),
);

/** Whether all tests run: then several files share a page. */
const isWhole = !process.argv.includes('--files');

/** The files of each page by its first file. @type {ReadonlyMap<string, readonly string[]>} */
const pages = isWhole
  ? new Map([inEveryEngine, inOneEngine].flatMap((files) => [...sharePages(files.toSorted(), ALONE)]))
  : new Map();

/**
 * Returns a group of files for an engine. Each group has a browser of its own.
 * @param {keyof typeof launchers} engine
 * @param {string[]} files
 * @param {string} name
 */
const group = (engine, files, name) => ({ name, files, browsers: [launchers[engine]()] });

/** Chromium runs everything, and comes last, in parts: they run side by side where the others have ended. */
const groups = engines
  // The slowest starts first, so that it does not run alone at the end.
  .toSorted((a, b) => SLOWEST.indexOf(b) - SLOWEST.indexOf(a))
  .flatMap((engine) => {
    const files = engine === engines[0] ? [...pages.keys()] : inEveryEngine.filter((file) => pages.has(file));
    if (engine !== 'chromium') return group(engine, files, engine);
    return [0, 1, 2, 3].map((part) =>
      group(
        engine,
        files.filter((_, index) => index % 4 === part),
        `${engine} ${part}`,
      ),
    );
  });

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  // `wtr --files` names files for the browsers here; otherwise each group has its own.
  groups: isWhole ? groups : [],
  browsers: engines.map((engine) => launchers[engine]()),
  // Tests in a browser also wait, for frames and timers, so that two leave a part of two cores idle.
  concurrentBrowsers: 3,
  middleware: [strictPage],
  plugins: [mswWorker(), bundledTests(pages), browserCommands()],
  testFramework: { config: { timeout: 15_000 } },
  // As many runs as somebody asks for take as long as they take.
  testsFinishTimeout: process.env.SWITCH_RUNS ? 14_400_000 : 300_000,
  reporters: [defaultReporter({ reportTestProgress: !process.env.CI }), resultsReporter(), tallyReporter()],
  filterBrowserLogs: ({ args }) => !String(args[0]).includes('Lit is in dev mode'),
};
