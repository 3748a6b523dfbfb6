// Checks docs/features.md: each feature is listed once, with tests that have run and passed. Prints what is wrong.
// `--allow-open` allows rows without a test, and prints their number.
import { existsSync, readFileSync } from 'node:fs';
import { resultsOf } from './results.mjs';
import { closingLine, countResults } from './tally.mjs';

/** @typedef {{ file: string, title: string }} Proof */
/** @typedef {{ id: string, line: number, proofs: Proof[] }} Row */
/** @typedef {{ line: number, unreadable: string }} Unreadable */
/** @typedef {import('./results.mjs').Results} Results */

const PROOF = /^`([^`]+)`: (.+)$/;

/**
 * Returns the ids that the page must have, as its own header declares them: `S0: 04, 07-09` are S0-04, S0-07, S0-08 and
 * S0-09.
 * @param {string} page
 * @returns {string[]}
 */
export function requiredIds(page) {
  const [, list = ''] = /```text ids\n([^]*?)```/.exec(page) ?? [];
  return [...list.matchAll(/^(\S+): (.+)$/gm)].flatMap(([, prefix = '', ids = '']) =>
    ids.split(', ').flatMap((part) => {
      const [, from, to] = /^(\d+)-(\d+)$/.exec(part) ?? [];
      if (from === undefined || to === undefined) return [`${prefix}-${part}`];
      const count = Number(to) - Number(from) + 1;
      return Array.from(
        { length: count },
        (_, index) => `${prefix}-${String(Number(from) + index).padStart(from.length, '0')}`,
      );
    }),
  );
}

/**
 * Parses the rows of the tables: id, description, location, proofs. `<br>` separates several proofs.
 * @param {string} page
 * @returns {(Row | Unreadable)[]}
 */
export function rowsOf(page) {
  return page.split('\n').flatMap((text, index) => rowOf(text, index + 1) ?? []);
}

/**
 * @param {string} text
 * @param {number} line
 * @returns {Row | Unreadable | undefined} `undefined` if the line is not a row
 */
function rowOf(text, line) {
  const cells = text
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim().replaceAll('\\|', '|'));
  const [id = '', what, where, proven = ''] = cells;
  if (cells.length === 0 || id === 'id' || /^:?-+:?$/.test(id)) return undefined;
  if (cells.length !== 4 || !id || !what || !where) return { line, unreadable: text };
  const texts = proven.split('<br>').filter(Boolean);
  const proofs = texts.map((proof) => PROOF.exec(proof.trim()));
  const wrong = texts.find((_, at) => proofs[at] === null);
  if (wrong !== undefined) return { line, unreadable: wrong };
  return { id, line, proofs: proofs.map((found) => ({ file: found?.[1] ?? '', title: found?.[2] ?? '' })) };
}

/**
 * Returns why a test proves nothing, or `undefined` if it is a proof. Its title may omit the titles of the suites
 * around it; all tests with this title must have passed.
 * @param {Proof} proof
 * @param {{ exists: (file: string) => boolean, resultsOf: (file: string) => Results | undefined }} world
 */
function findProblem({ file, title }, { exists, resultsOf: read }) {
  if (!exists(file)) return `there is no ${file}`;
  const results = read(file);
  if (!results) return `${file} did not run`;
  const states = Object.entries(results).filter(([name]) => name === title || name.endsWith(` > ${title}`));
  if (states.length === 0) return `${file} has run no test "${title}"`;
  const bad = states.find(([, state]) => state !== 'passed');
  return bad && `"${bad[0]}" in ${file} was ${bad[1]}`;
}

/**
 * Checks the page.
 * @param {string} page
 * @param {Parameters<typeof findProblem>[1]} world
 * @returns {{ faults: string[], open: string[], proven: number }} the problems, the rows without a test, the number of
 * proven rows
 */
export function checkPage(page, world) {
  const faults = [];
  /** @type {string[]} */
  const open = [];
  let proven = 0;
  const required = requiredIds(page);
  if (required.length === 0) faults.push('The page does not say which ids it has to have.');
  const rows = rowsOf(page);
  for (const row of rows) if ('unreadable' in row) faults.push(`Line ${row.line} cannot be read: ${row.unreadable}`);
  const readable = rows.filter((row) => 'id' in row);
  for (const id of new Set(required)) {
    const lines = readable.filter((row) => row.id === id).map(({ line }) => line);
    if (lines.length === 0) faults.push(`${id} has no row.`);
    if (lines.length > 1) faults.push(`${id} has several rows: lines ${lines.join(', ')}.`);
  }
  for (const { id, line, proofs } of readable) {
    if (!required.includes(id)) faults.push(`Line ${line}: ${id} is not among the ids that the page names.`);
    const problems = proofs.map((proof) => findProblem(proof, world)).filter((why) => why !== undefined);
    for (const why of problems) faults.push(`${id}: ${why}.`);
    if (proofs.length === 0) open.push(id);
    else if (problems.length === 0) proven += 1;
  }
  return { faults, open, proven };
}

if (import.meta.main) {
  const { faults, open, proven } = checkPage(readFileSync('docs/features.md', 'utf8'), {
    exists: existsSync,
    resultsOf,
  });
  for (const fault of faults) console.log(fault);
  const isAllowed = process.argv.includes('--allow-open');
  if (open.length > 0) console.log(`${open.length} rows still open: ${open.join(' ')}`);
  const tally = countResults({ passed: proven, failed: faults.length + (isAllowed ? 0 : open.length) });
  console.log(closingLine(tally));
  process.exitCode = tally.failed > 0 ? 1 : 0;
}
