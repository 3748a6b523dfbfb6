// What each test file's last run came to: one file of JSON under .results for each. Both runners write it, and
// tools/check-features.mjs reads there whether the tests that docs/features.md names have run and passed.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** @typedef {'passed' | 'failed' | 'skipped'} State */
/** By title, with the titles of what it stands in: `order-history > an order > is asked for`. @typedef {Record<string, State>} Results */

const FOLDER = '.results';
const SEPARATOR = ' > ';

/** @param {string} file */
const pathOf = (file, folder = FOLDER) => join(folder, `${file}.json`);

/** @param {readonly string[]} names from the outermost */
export const titleOf = (names) => names.join(SEPARATOR);

/**
 * Adds one outcome of a test that may run several times, in several engines or against several stores: the worst counts.
 * @param {Results} results
 * @param {string} title
 * @param {State} state
 */
export function add(results, title, state) {
  const order = ['passed', 'skipped', 'failed'];
  const known = Object.hasOwn(results, title) ? results[title] : undefined;
  if (known === undefined || order.indexOf(state) > order.indexOf(known)) results[title] = state;
}

/** Gathers what the tests of one run come to. */
export class Recorder {
  /** @type {Map<string, Results>} */
  #files = new Map();

  /**
   * A file that was run, whatever is in it: one that cannot be loaded has no tests.
   * @param {string} file
   * @returns {Results}
   */
  file(file) {
    const path = relative(process.cwd(), file);
    const results = this.#files.get(path) ?? {};
    this.#files.set(path, results);
    return results;
  }

  /**
   * @param {string} file where the test is written
   * @param {readonly string[]} names
   * @param {State} state
   */
  add(file, names, state) {
    add(this.file(file), titleOf(names), state);
  }

  /** Leaves it for who asks later; in place of what the same files came to before. */
  write(folder = FOLDER) {
    for (const [file, results] of this.#files) {
      const path = pathOf(file, folder);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, `${JSON.stringify(results, null, 2)}\n`);
    }
  }
}

/**
 * @param {string} file
 * @returns {Results | undefined} nothing where it has not run
 */
export function resultsOf(file, folder = FOLDER) {
  try {
    return JSON.parse(readFileSync(pathOf(file, folder), 'utf8'));
  } catch {
    return undefined;
  }
}

/** Before everything runs anew. */
export const forgetResults = () => rmSync(FOLDER, { recursive: true, force: true });
