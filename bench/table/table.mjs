// Compares the built widget to other tables with the same rows, columns and formats, in Chromium.
import { existsSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { build } from 'esbuild';
import { geometricMean, median, shuffled, spread } from '../figures.mjs';
import { launch, openPage } from '../measure.mjs';
import { serve } from '../serve.mjs';
import { fling } from './fling.mjs';

/** @typedef {Record<string, number>} Sample figures by name */

const here = import.meta.dirname;
const SIZES = [10, 100, 1000, 10_000, 99_950];
export const SUBJECTS = ['hand-written', 'clientele', 'ag-grid', 'vaadin', 'tabulator', 'revogrid', 'tanstack'];

/** Rows from which on a table is scrolled: fewer are through in a moment. */
const SCROLLED = 10_000;
const SPEED = 6000;

/** The time after an action for which the main thread is observed. Milliseconds. */
const QUIET = 150;

/** Leaves out a module that would report to its makers which components a page has. @type {import('esbuild').Plugin} */
const withoutStatistics = {
  name: 'without-statistics',
  setup({ onLoad }) {
    onLoad({ filter: /vaadin-usage-statistics\.js$/ }, () => ({
      contents: 'export const usageStatistics = () => {};',
    }));
  },
};

/** Takes the widget from another build of the package. @param {string} dist @returns {import('esbuild').Plugin} */
const from = (dist) => ({
  name: 'from',
  setup({ onResolve }) {
    onResolve({ filter: /^(\.\.\/)+dist\// }, ({ path }) => ({ path: resolve(dist, path.replace(/^.*?dist\//, '')) }));
  },
});

/** The name of the widget as it was before. */
const BEFORE = 'before';

/** @param {string} name @param {string} before @returns {Promise<[path: string, text: string][]>} */
async function filesOf(name, before) {
  const { outputFiles } = await build({
    entryPoints: { page: resolve(here, `subjects/${name === BEFORE ? 'clientele' : name}.js`) },
    outdir: '/',
    bundle: true,
    minify: true,
    format: 'esm',
    splitting: true,
    target: 'es2022',
    conditions: ['production', 'browser'],
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [withoutStatistics, ...(name === BEFORE ? [from(before)] : [])],
    nodePaths: ['node_modules'],
    entryNames: `${name}/[name]`,
    chunkNames: `${name}/[name]-[hash]`,
    write: false,
    logLevel: 'error',
  });
  const style = outputFiles.some(({ path }) => path.endsWith('.css'))
    ? `<link rel="stylesheet" href="/${name}/page.css">`
    : '';
  const markup = `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>${name}</title>${style}
    <style>body { margin: 0; font: 14px/1.4 sans-serif } #place { width: 1600px; overflow: hidden }</style>
    <div id="place"></div><script type="module" src="/${name}/page.js"></script></html>`;
  return [
    [`/${name}/index.html`, markup],
    ...outputFiles.map(({ path, text }) => /** @type {[string, string]} */ ([path, text])),
  ];
}

/**
 * Measures every action once in a new browser context.
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} url
 * @param {number} rows
 * @param {number} seconds how long the table is scrolled
 * @returns {Promise<Sample>}
 */
const measureOnce = (browser, url, rows, seconds) =>
  openPage(browser, { url, width: 1680 }, async (page, session) => {
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.waitForFunction('globalThis.bench', { polling: 20 });
    const call = (/** @type {string} */ expression) => page.evaluate(`bench.${expression}`);
    const quiet = () =>
      page.evaluate(
        `new Promise((done) => requestIdleCallback(() => setTimeout(() => requestIdleCallback(done, LATEST), ${QUIET}), LATEST))`.replaceAll(
          'LATEST',
          '{ timeout: 5000 }',
        ),
      );
    const taskTime = async () => {
      const { metrics } = await session.send('Performance.getMetrics');
      return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1000;
    };
    const heap = async () => {
      await session.send('HeapProfiler.collectGarbage');
      return (await session.send('Runtime.getHeapUsage')).usedSize;
    };
    const during = async (/** @type {string} */ expression) => {
      await quiet();
      const start = await taskTime();
      await call(expression);
      await quiet();
      return (await taskTime()) - start;
    };
    /** @type {Sample} */
    const sample = {};
    const idle = Math.min(await during('nothing()'), await during('nothing()'));
    const time = async (/** @type {string} */ name, /** @type {string} */ expression) => {
      sample[name] = Math.max(0.1, (await during(expression)) - idle);
    };
    await call(`prepare(${rows})`);
    const before = await heap();
    await time('first paint', 'mount()');
    await call('check()');
    sample.heap = ((await heap()) - before) / 2 ** 20;
    sample.elements = Number(await call('countElements()'));
    await time('update', 'update()');
    await call('check()');
    await call('prepareAppend()');
    await quiet();
    await call('scrollTo(Number.MAX_SAFE_INTEGER)');
    await time('append 50', 'append()');
    await call('checkEnd()');
    await call('scrollTo(0)');
    await time('sort', 'sort()');
    await call('check()');
    if (rows >= SCROLLED && seconds > 0) {
      const start = await taskTime();
      const { times } = /** @type {{ times: number[] }} */ (await call(`scroll(${SPEED}, ${seconds * 1000}, false)`));
      sample['CPU a frame'] = ((await taskTime()) - start) / times.length;
      sample['dropped frames, %'] = (100 * times.filter((length) => length > 25).length) / times.length;
      const { blank } = /** @type {{ blank: number }} */ (await call(`scroll(${SPEED}, 500, true)`));
      sample['blank frames'] = blank;
      Object.assign(sample, await fling(page, session, taskTime));
    }
    await call('remove()');
    await call(`prepare(${rows})`);
    await time('second mount', 'mount()');
    await call('check()');
    return sample;
  });

const versionOf = (/** @type {string} */ name) =>
  JSON.parse(readFileSync(resolve(here, `../node_modules/${name}/package.json`), 'utf8')).version;

const PACKAGES = {
  'ag-grid': ['ag-grid-community'],
  vaadin: ['@vaadin/grid'],
  tabulator: ['tabulator-tables'],
  revogrid: ['@revolist/revogrid'],
  tanstack: ['react', '@tanstack/react-table', '@tanstack/react-virtual', '@tanstack/react-query'],
};

/**
 * @typedef {object} Options
 * @property {number} runs
 * @property {readonly string[] | undefined} [subjects]
 * @property {readonly number[] | undefined} [sizes]
 * @property {number} [seconds] how long a table is scrolled
 * @property {string} [before] the folder of another build of the package, which is measured in turn with this one
 */

/** @param {Options} options */
export async function run({ runs, subjects = SUBJECTS, sizes = SIZES, seconds = 2, before = '' }) {
  const names = [...new Set(['hand-written', ...subjects, ...(before ? [BEFORE] : [])])];
  const others = Object.entries(PACKAGES).filter(([name]) => names.includes(name));
  if (others.length && !existsSync(resolve(here, '../node_modules')))
    throw new Error('Install what is compared first: npm ci --prefix bench');
  if (!existsSync('dist')) throw new Error('Build the package first: npm run build');
  const server = await serve(new Map((await Promise.all(names.map((name) => filesOf(name, before)))).flat()));
  const browser = await launch();
  /** @type {Record<string, Record<number, Sample[]>>} */
  const samples = Object.fromEntries(names.map((name) => [name, Object.fromEntries(sizes.map((size) => [size, []]))]));
  try {
    for (const size of sizes)
      for (let turn = 0; turn < runs; turn += 1)
        for (const name of shuffled(names)) {
          const url = `${server.origin}/${name}/index.html`;
          const sample = await measureOnce(browser, url, size, seconds).catch((error) => {
            throw new Error(`${name} with ${size} rows: ${error.message}`, { cause: error });
          });
          samples[name]?.[size]?.push(sample);
        }
  } finally {
    await browser.close();
    server.close();
  }
  const figures = [
    ...new Set(Object.values(samples).flatMap((bySize) => Object.values(bySize).flat().flatMap(Object.keys))),
  ];
  const medianOf = (/** @type {string} */ name, /** @type {number} */ size, /** @type {string} */ figure) =>
    median((samples[name]?.[size] ?? []).map((sample) => sample[figure] ?? NaN));
  return {
    versions: Object.fromEntries(
      others.map(([name, packages]) => [name, packages.map((one) => `${basename(one)} ${versionOf(one)}`).join(', ')]),
    ),
    tables: [
      {
        title: 'Geometric means of the ratios to the hand-written table',
        columns: ['', ...names],
        rows: figures
          .filter((figure) => !/frames/.test(figure))
          .map((figure) => [
            figure,
            ...names.map((name) =>
              geometricMean(
                sizes
                  .map((size) => medianOf(name, size, figure) / medianOf('hand-written', size, figure))
                  .filter(Number.isFinite),
              ).toFixed(2),
            ),
          ]),
      },
      ...sizes.map((size) => ({
        title: `${size.toLocaleString('en')} rows`,
        columns: ['', ...names],
        rows: figures
          .filter((figure) => Number.isFinite(medianOf('hand-written', size, figure)))
          .map((figure) => [
            figure,
            ...names.map((name) => spread((samples[name]?.[size] ?? []).map((sample) => sample[figure] ?? NaN))),
          ]),
      })),
    ],
  };
}
