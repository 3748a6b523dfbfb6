// Compares the five-widget page with the same page written by hand: same data, same limits, same run.
import { readFile } from 'node:fs/promises';
import { basename, dirname, relative, resolve } from 'node:path';
import { bundle } from '../../tools/bundle.mjs';
import { takeScreenshot, launch, measure, readText, selectorCosts } from '../measure.mjs';
import { medians, table } from '../report.mjs';
import { serve } from '../serve.mjs';
import { answersScript, recordAnswers } from './answers.ts';

/** @typedef {import('../measure.mjs').Subject} Subject */
/** @typedef {import('../measure.mjs').Sample} Sample */
/** @typedef {{ rows: number, delay: number }} Mode how many rows a list has (0: as many as by default), and after how many milliseconds answers come */

/** @type {readonly Mode[]} */
const MODES = [0, 50].flatMap((rows) => [0, 50].map((delay) => ({ rows, delay })));

/** @type {readonly ('peer' | 'ours')[]} */
const PAGES = ['peer', 'ours'];

export const READY = {
  ours: `[...document.querySelectorAll('customer-dashboard > *')].every(({ shadowRoot }) =>
    shadowRoot?.querySelector('.widget') && !shadowRoot.querySelector('[aria-busy="true"], .skeleton'))`,
  peer: `!document.querySelector('[aria-busy="true"]')`,
};

const read = (/** @type {string} */ path) => readFile(resolve(import.meta.dirname, path), 'utf8');

/** @param {'ours' | 'peer'} page @returns {Promise<[path: string, text: string][]>} */
export async function filesOf(page) {
  const { files } = await bundle(`import './bench/dashboard/${page}/page.js';`);
  // Chunks import the entry under its own name, from the folder above them.
  const markup = (await read(`${page}/index.html`)).replace('page.js', basename(files[0]?.path ?? ''));
  const dist = dirname(files[0]?.path ?? '');
  return [
    [`/${page}/index.html`, markup],
    ...files.map(({ path, text }) => /** @type {[string, string]} */ ([`/${page}/${relative(dist, path)}`, text])),
  ];
}

/**
 * Throws if one page lacks text that the other shows: a page that shows less is not comparable.
 * @param {import('puppeteer-core').Browser} browser
 * @param {Record<'ours' | 'peer', Subject>} subjects
 * @param {number} rows
 */
export async function compareTexts(browser, subjects, rows) {
  const answers = await recordAnswers(rows);
  /** @type {string[]} */
  const data = [];
  const collect = (/** @type {unknown} */ value, key = '') => {
    if (typeof value === 'object' && value !== null)
      for (const [name, member] of Object.entries(value)) collect(member, name);
    else if (/^(name|number|title|sku|body|login|reference|city|display)$/.test(key)) data.push(String(value));
  };
  for (const [request, answer] of Object.entries(answers)) if (!request.startsWith('coupons')) collect(answer);
  const fold = (/** @type {string} */ text) => text.replace(/\s+/g, ' ');
  const [peer, ours] = [await readText(browser, subjects.peer), await readText(browser, subjects.ours)].map(fold);
  const differing = data.filter((datum) => peer?.includes(fold(datum)) !== ours?.includes(fold(datum)));
  if (differing.length) throw new Error(`Only one of the pages shows ${[...new Set(differing)].join('; ')}`);
}

/**
 * @param {object} options
 * @param {readonly string[] | undefined} options.modes those to measure, as `rows/delay`; all of them, where not given
 * @param {number} options.runs of each page in each mode
 * @param {number} options.slowdown how many times slower the processor is made
 * @param {boolean} options.selectors tell what selectors cost instead of measuring
 * @param {string | undefined} options.pictures a folder for pictures of both pages
 * @param {boolean} options.json
 */
export async function run({ modes, runs, slowdown, selectors, pictures, json }) {
  /** @type {Map<string, string>} */
  const files = new Map([
    ...(await filesOf('ours')),
    ...(await filesOf('peer')),
    ['/peer/page.css', await read('peer/page.css')],
  ]);
  const server = await serve(files);
  const browser = await launch();
  const log = json ? () => {} : console.log;
  /** @type {(Mode & { peer: Sample, ours: Sample })[]} */
  const results = [];
  try {
    for (const { rows, delay } of MODES) {
      if (modes && !modes.includes(`${rows}/${delay}`)) continue;
      files.set('/answers.js', await answersScript(rows));
      const subjectOf = (/** @type {'ours' | 'peer'} */ page) => ({
        url: `${server.origin}/${page}/index.html?delay=${delay}`,
        isReady: READY[page],
      });
      const subjects = { peer: subjectOf('peer'), ours: subjectOf('ours') };
      if (!delay || modes) await compareTexts(browser, subjects, rows);
      const title = `${rows ? `${rows} rows a list` : 'default rows'}, ${delay ? `after ${delay} ms` : 'at once'}`;
      if (pictures) {
        for (const page of PAGES)
          await takeScreenshot(browser, subjects[page], resolve(pictures, `${page}-${rows}-${delay}.png`));
      } else if (selectors) {
        const costs = await selectorCosts(browser, subjects.ours);
        log(`\n${title}\n${'attempts'.padStart(9)}${'matches'.padStart(9)}${'µs'.padStart(7)}`);
        for (const { selector, attempts, matches, microseconds } of costs.slice(0, 40))
          log(
            `${String(attempts).padStart(9)}${String(matches).padStart(9)}${String(microseconds).padStart(7)}  ${selector}`,
          );
      } else {
        /** @type {Record<'peer' | 'ours', Sample[]>} */
        const samples = { peer: [], ours: [] };
        // The first load of each page warms up the browser's caches.
        for (let turn = 0; turn <= runs; turn += 1)
          for (const page of turn % 2 ? PAGES.toReversed() : PAGES) {
            const sample = await measure(browser, subjects[page], slowdown);
            if (turn) samples[page].push(sample);
          }
        const result = { rows, delay, peer: medians(samples.peer), ours: medians(samples.ours) };
        results.push(result);
        log(`\n${table(title, result.peer, result.ours)}`);
      }
    }
  } finally {
    await browser.close();
    server.close();
  }
  if (json) console.log(JSON.stringify({ bench: 'dashboard', runs, slowdown, results }, undefined, 2));
  return results;
}
