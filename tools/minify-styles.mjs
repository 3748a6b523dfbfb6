// A host's minifier does not minify style sheets in template literals, so the published modules contain them minified.
import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { transform } from 'esbuild';
import MagicString from 'magic-string';

/**
 * Returns the source with every literal tagged `css` minified, and a source map.
 * @param {string} source
 */
export async function minifyStyles(source) {
  const text = new MagicString(source);
  for (const match of source.matchAll(/\bcss ?`([^`]*)`/g)) {
    const sheet = /** @type {string} */ (match[1]);
    if (sheet.includes('${')) throw new Error('A style sheet with an interpolated expression cannot be minified.');
    // `esnext` keeps nesting and other modern syntax, and adds no prefixes.
    const { code } = await transform(sheet, { loader: 'css', minify: true, target: 'esnext' });
    text.overwrite(match.index, match.index + match[0].length, `css\`${code.trim().replaceAll('\\', '\\\\')}\``);
  }
  return { code: text.toString(), map: text.generateMap({ hires: 'boundary' }) };
}

const PRIVATE_NAME = /--_[\w-]*/g;
/** A name that is written in full: anything else may be a part of another name. */
const WHOLE_NAME = /^--_[a-z]+(-[a-z]+)*$/;

/** The short forms of private custom properties, the most frequent first. `--_c` keeps them apart from a host's. */
const shortNames = new Map(namesByFrequency().map((name, index) => [name, `--_c${index.toString(36)}`]));

function namesByFrequency() {
  const root = resolve(import.meta.dirname, '../src');
  const paths = globSync('**/*.ts', { cwd: root, exclude: ['**/*.test.ts', 'testing/**'] }).sort();
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const path of paths)
    for (const [name] of readFileSync(resolve(root, path), 'utf8').matchAll(PRIVATE_NAME))
      counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1));
}

/**
 * Returns the source with short names for private custom properties, in style sheets and in code, and a source map.
 * @param {string} source
 */
export async function shortenNames(source) {
  const text = new MagicString(source);
  for (const { index, 0: name } of source.matchAll(PRIVATE_NAME)) {
    if (!WHOLE_NAME.test(name)) throw new Error(`${name} cannot be shortened: it may be a part of another name.`);
    const short = shortNames.get(name);
    if (short) text.overwrite(index, index + name.length, short);
  }
  return { code: text.toString(), map: text.generateMap({ hires: 'boundary' }) };
}
