// Reads PDF files with Poppler.
import { execFileSync } from 'node:child_process';
import { aptInstall } from './apt.mjs';
import { onPath } from './on-path.mjs';

const HOW = 'Poppler is not installed (Debian, Ubuntu: apt-get install poppler-utils).';

const find = () => onPath('pdftotext');

/**
 * Returns the `skip` of a test that needs Poppler: a reason if it is missing outside of CI. In CI the test runs anyway,
 * and fails.
 * @returns {string | false}
 */
export const popplerMissing = () => !process.env.CI && !find() && HOW;

/**
 * @typedef {object} Word
 * @property {string} text
 * @property {number} left in points, like the others
 * @property {number} right
 * @property {number} top
 * @property {number} bottom
 */

/**
 * Returns the words of each page with their positions.
 * @param {Uint8Array} pdf
 * @returns {Word[][]}
 */
export function wordsOf(pdf) {
  if (!find() && process.env.CI) aptInstall(['poppler-utils']);
  const program = find();
  if (!program) throw new Error(HOW);
  const document = execFileSync(program, ['-bbox', '-', '-'], { input: pdf, encoding: 'utf8', maxBuffer: 1e9 });
  return [...document.matchAll(/<page\b.*?<\/page>/gs)].map(([page]) =>
    [...page.matchAll(/<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)<\/word>/gs)].map(
      ([, left, top, right, bottom, text = '']) => ({
        text,
        left: Number(left),
        right: Number(right),
        top: Number(top),
        bottom: Number(bottom),
      }),
    ),
  );
}

/**
 * Returns the vertical extent of a word's small letters. Its box has the height of the font, which exceeds the line
 * height.
 * @param {Word} word
 */
const core = ({ top, bottom }) => {
  const rim = (bottom - top) * 0.3;
  return { top: top + rim, bottom: bottom - rim };
};

/**
 * Returns `true` if two words overlap.
 * @param {Word} one
 * @param {Word} other
 */
function overlap(one, other) {
  const [a, b] = [core(one), core(other)];
  return (
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 &&
    Math.min(a.bottom, b.bottom) > Math.max(a.top, b.top)
  );
}

/**
 * Returns the pairs of words that overlap.
 * @param {readonly Word[][]} pages
 * @returns {string[]}
 */
export const overlapping = (pages) =>
  pages.flatMap((words, page) =>
    words.flatMap((one, index) =>
      words
        .slice(index + 1)
        .filter((other) => overlap(one, other))
        .map((other) => `page ${page + 1}: ${one.text} and ${other.text}`),
    ),
  );
