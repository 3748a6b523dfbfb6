// The last line of every test runner's output: counts, which tools/test.mjs adds up.

import { stripVTControlCharacters } from 'node:util';

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

/**
 * Counts the results. In CI a skipped test counts as failed unless it is excused, because it verifies nothing.
 * @param {{ passed: number, failed: number, skipped?: number, excused?: number }} counts `excused` is part of `skipped`
 * @param {string} [ci]
 * @returns {Tally}
 */
export function countResults({ passed, failed, skipped = 0, excused = 0 }, ci = process.env.CI) {
  const countedAsFailed = ci ? Math.max(0, skipped - excused) : 0;
  return { passed, failed: failed + countedAsFailed, skipped: skipped - countedAsFailed };
}

/** @param {Tally} tally */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
}

/**
 * Parses the last closing line in a runner's output.
 * @param {string} output
 * @returns {Tally | undefined}
 */
export function readClosingLine(output) {
  // Progress output may put an escape sequence before the line.
  const last = [
    ...stripVTControlCharacters(output).matchAll(/^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?\r?$/gm),
  ].at(-1);
  return last && { passed: Number(last[1]), failed: Number(last[2]), skipped: Number(last[3] ?? 0) };
}
