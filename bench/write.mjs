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
 * @property {boolean} [isPart] true if the other tables of the section stay
 */

const PAGE = resolve(import.meta.dirname, '../docs/benchmarks.md');

const row = (/** @type {readonly string[]} */ cells) => `| ${cells.join(' | ')} |`;

/**
 * @param {Table} table
 * @param {string} [note] when and on what it was measured, if not at the same time as the others
 */
const toMarkdown = ({ title, columns, rows }, note) =>
  [
    `### ${title}`,
    '',
    ...(note ? [note, ''] : []),
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
export async function writeSection(name, { versions, tables, isPart }, { runs, dry }) {
  const date = new Date().toISOString().slice(0, 10);
  const known = Object.entries(versions).map(([subject, version]) => `${subject}: ${version}`);
  const times = name === 'server' ? '' : `, ${runs} run${runs > 1 ? 's' : ''}`;
  const measured = `${date}${times}, on ${await machine()}.${known.length ? ` ${known.join('; ')}.` : ''}`;
  const written = tables.map((table) => toMarkdown(table, isPart ? measured : undefined));
  if (dry) return console.log([measured, '', ...written].join('\n'));
  const page = readFileSync(PAGE, 'utf8');
  const [start, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
  if (!page.includes(start)) throw new Error(`docs/benchmarks.md has no section "${name}".`);
  const [before = '', rest = ''] = page.split(start);
  const [previous = '', after = ''] = rest.split(end);
  const stays = (/** @type {string} */ block) => !tables.some(({ title }) => block.startsWith(`### ${title}\n`));
  const kept = isPart
    ? previous
        .trim()
        .split(/^(?=### )/m)
        .filter(stays)
    : [measured, '\n\n'];
  const section = [...kept, ...written].join('\n');
  writeFileSync(PAGE, await formatted(PAGE, `${before}${start}\n\n${section}\n${end}${after}`));
}
