// The results of each test file's last run, as JSON files under .results. Both test runners write them, and
// tools/check-features.mjs reads whether the tests named in docs/features.md have passed.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** @typedef {'passed' | 'failed' | 'skipped'} State */
/** Results by full title: `order-history > an order > is asked for`. @typedef {Record<string, State>} Results */

const FOLDER = '.results';
const SEPARATOR = ' > ';

/** @param {string} file */
const pathOf = (file, folder = FOLDER) => join(folder, `${file}.json`);

/** @param {readonly string[]} names from the outermost */
export const titleOf = (names) => names.join(SEPARATOR);

/**
 * Adds a result. A test may run several times, in several browsers or with several stores: the worst result counts.
 * @param {Results} results
 * @param {string} title
 * @param {State} state
 */
export function add(results, title, state) {
  const order = ['passed', 'skipped', 'failed'];
  const known = Object.hasOwn(results, title) ? results[title] : undefined;
  if (known === undefined || order.indexOf(state) > order.indexOf(known)) results[title] = state;
}

/** Collects the results of one test run. */
export class Recorder {
  /** @type {Map<string, Results>} */
  #files = new Map();

  /**
   * Registers a file of the run, even if it has no tests because it could not be loaded.
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
   * @param {string} file the test file
   * @param {readonly string[]} names
   * @param {State} state
   */
  add(file, names, state) {
    add(this.file(file), titleOf(names), state);
  }

  /** Writes the results, and replaces the earlier ones of the same files. */
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
 * @returns {Results | undefined} `undefined` if it has not run
 */
export function resultsOf(file, folder = FOLDER) {
  try {
    return JSON.parse(readFileSync(pathOf(file, folder), 'utf8'));
  } catch {
    return undefined;
  }
}

/** Deletes all results, before a complete run. */
export const deleteResults = () => rmSync(FOLDER, { recursive: true, force: true });
