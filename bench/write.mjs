// Writes the results of a benchmark to its section of docs/benchmarks.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, release, totalmem } from 'node:os';
import { resolve } from 'node:path';
import { formatted } from '../tools/format.mjs';
import { launch } from './measure.mjs';

/**
 * @typedef {{ title: string, columns: readonly string[], rows: readonly (readonly string[])[] }} Table
 * @typedef {object} Result
 * @property {Record<string, string>} versions of what was measured, by name
 * @property {readonly Table[]} tables
 */

const PAGE = resolve(import.meta.dirname, '../docs/benchmarks.md');

const row = (/** @type {readonly string[]} */ cells) => `| ${cells.join(' | ')} |`;

/** @param {Table} table */
const toMarkdown = ({ title, columns, rows }) =>
  [
    `### ${title}`,
    '',
    row(columns),
    row(columns.map((_, index) => (index ? '---:' : '---'))),
    ...rows.map(row),
    '',
  ].join('\n');

async function machine() {
  const browser = await launch();
  const version = await browser.version();
  await browser.close();
  const [processor] = cpus();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
  return `${cpus().length} × ${processor?.model.trim() ?? 'unknown'}, ${memory}, ${process.platform} ${release()}, ${version}, Node ${process.version}`;
}

/**
 * @param {string} name
 * @param {Result} result
 * @param {{ runs: number, dry: boolean }} options `dry`: prints the section instead of writing it
 */
export async function writeSection(name, { versions, tables }, { runs, dry }) {
  const date = new Date().toISOString().slice(0, 10);
  const known = Object.entries(versions).map(([subject, version]) => `${subject}: ${version}`);
  const times = name === 'server' ? '' : `, ${runs} run${runs > 1 ? 's' : ''}`;
  const lines = [`${date}${times}, on ${await machine()}.${known.length ? ` ${known.join('; ')}.` : ''}`, ''];
  const section = [...lines, ...tables.map(toMarkdown)].join('\n');
  if (dry) return console.log(section);
  const page = readFileSync(PAGE, 'utf8');
  const [start, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
  if (!page.includes(start)) throw new Error(`docs/benchmarks.md has no section "${name}".`);
  const [before = ''] = page.split(start);
  const [, after = ''] = page.split(end);
  const text = `${before}${start}\n\n${section}\n${end}${after}`;
  writeFileSync(PAGE, await formatted(PAGE, text));
}
