// Measures what a page loads from dist/, in KiB of brotli, against size-limits.json: each widget alone with its provider,
// the five together, the increment of each further widget, and the texts of the five in another language. A host that
// builds with Vite gets these sizes with the option of docs/guides/embedding.md; `five.split` is without it.
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { bundle, widgets } from './bundle.mjs';
import { closingLine, countResults } from './tally.mjs';

/** @typedef {{ widget: Record<string, number>, default: number, five: { limit: number, split: number, widgets: string[] }, further: Record<string, number>, all: number, locale: number }} Limits */

/** @type {Limits} */
const limits = JSON.parse(readFileSync('size-limits.json', 'utf8'));
const PROVIDER = "export { provideDashboard } from './dist/index.js';";

/** @param {readonly { text: string }[]} files */
const brotli = (files) => files.reduce((sum, { text }) => sum + brotliCompressSync(text).length, 0) / 1024;
/** @param {readonly string[]} tags @param {Parameters<typeof bundle>[1]} [options] */
const bundleWidgets = (tags, options) =>
  bundle(tags.map((tag) => `import './dist/widgets/${tag}/define.js';`).join('\n') + PROVIDER, options);
const measureWidgets = async (/** @type {readonly string[]} */ tags) => brotli((await bundleWidgets(tags)).initial);

const counts = { passed: 0, failed: 0, skipped: 0 };

/**
 * @param {string} name
 * @param {number} size
 * @param {number | undefined} limit
 */
function compare(name, size, limit) {
  const fits = limit !== undefined && size <= limit;
  counts[fits ? 'passed' : 'failed'] += 1;
  const result = limit === undefined ? 'has no limit in size-limits.json' : `${fits ? 'of' : 'EXCEEDS'} ${limit}`;
  console.log(`${name.padEnd(30)} ${size.toFixed(2).padStart(6)} KiB ${result}`);
}

/** @param {string} name */
function reportMissing(name) {
  counts.skipped += 1;
  console.log(`${name.padEnd(30)} does not exist yet`);
}

const present = widgets();
const { five } = limits;
// The others are measured beside the five, which takes half as long: `--each` also measures each of them alone.
const alone = new Set([...Object.keys(limits.widget), ...(process.argv.includes('--each') ? present : [])]);
for (const tag of alone) {
  if (present.includes(tag)) compare(tag, await measureWidgets([tag]), limits.widget[tag] ?? limits.default);
  else reportMissing(tag);
}
if (five.widgets.every((tag) => present.includes(tag))) {
  const together = await measureWidgets(five.widgets);
  compare('the five widgets', together, five.limit);
  compare('  as Vite splits them', brotli((await bundleWidgets(five.widgets, { splitting: {} })).initial), five.split);
  for (const tag of present.filter((name) => !five.widgets.includes(name))) {
    compare(
      `+ ${tag}`,
      (await measureWidgets([...five.widgets, tag])) - together,
      limits.further[tag] ?? limits.further.default,
    );
  }
} else {
  reportMissing('the five widgets');
}
compare('all widgets', await measureWidgets(present), limits.all);
const { languages } = await bundleWidgets(five.widgets);
compare('id for the five', brotli(languages), limits.locale);

const tally = countResults(counts);
console.log(closingLine(tally));
process.exitCode = tally.failed > 0 ? 1 : 0;
