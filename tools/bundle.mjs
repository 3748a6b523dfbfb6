// Bundles modules of src/ as a host's bundler does: minified, for production, what is imported lazily apart.
import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { transform } from 'esbuild';
import { rollup } from 'rollup';
import { minifyStyles } from './minify-styles.mjs';

const root = resolve(import.meta.dirname, '..');
const TARGET = 'es2022';
const { compilerOptions } = JSON.parse(
  (await readFile(resolve(root, 'tsconfig.json'), 'utf8')).replace(/^\s*\/\/.*$/gm, ''),
);

/** The tags of the widgets that can be registered. */
export const widgets = () => globSync('src/widgets/*/define.ts', { cwd: root }).map((path) => basename(dirname(path)));

/** @param {readonly string[]} tags */
export const defining = (tags) => tags.map((tag) => `import './src/widgets/${tag}/define.ts';`).join('\n');

/**
 * @typedef {object} File
 * @property {string} path
 * @property {string} text
 *
 * @typedef {object} Bundle
 * @property {File[]} files all of them, the entry first
 * @property {File[]} initial those that are loaded at once
 */

/** What became of a module, by its path: several bundles are made of the same ones. */
/** @type {Map<string, Promise<string>>} */
const compiled = new Map();

/** @param {string} source */
const compile = async (source) =>
  (await transform(source, { loader: 'ts', target: TARGET, tsconfigRaw: { compilerOptions } })).code;

/** @param {string} path */
function compiledFile(path) {
  let code = compiled.get(path);
  if (!code) compiled.set(path, (code = readFile(path, 'utf8').then(minifyStyles).then(compile)));
  return code;
}

/**
 * TypeScript in, small code out. The entry is no file.
 * @param {string} entry its path
 * @param {string} contents
 * @returns {import('rollup').Plugin}
 */
const sources = (entry, contents) => ({
  name: 'sources',
  resolveId: (id) => (id === entry ? id : null),
  load: (id) => (id === entry ? compile(contents) : id.endsWith('.ts') ? compiledFile(id) : null),
  renderChunk: (code) => transform(code, { format: 'esm', target: TARGET, minify: true, legalComments: 'none' }),
});

/**
 * @param {string} contents of a module at the root of the project
 * @param {string} [name] of the entry's file, without `.js`
 * @returns {Promise<Bundle>}
 */
export async function bundle(contents, name = 'entry') {
  const entry = resolve(root, `${name}.ts`);
  // Not esbuild: whatever is loaded lazily and shares a module with the entry would make that one a file of its own.
  const build = await rollup({
    input: entry,
    plugins: [sources(entry, contents), nodeResolve({ exportConditions: ['browser', 'production'], extensions: [] })],
    onwarn: (warning) => {
      throw new Error(warning.message);
    },
  });
  const { output } = await build.generate({ entryFileNames: `${name}.js`, chunkFileNames: 'chunks/[name]-[hash].js' });
  await build.close();
  const chunks = output.filter((file) => file.type === 'chunk');
  /** @type {Set<string>} */
  const initial = new Set();
  const visit = (/** @type {string} */ path) => {
    if (initial.has(path)) return;
    initial.add(path);
    chunks.find(({ fileName }) => fileName === path)?.imports.forEach(visit);
  };
  visit(`${name}.js`);
  const files = chunks.map(({ fileName, code }) => ({ path: resolve(root, 'dist', fileName), text: code }));
  return { files, initial: files.filter((_, index) => initial.has(chunks[index]?.fileName ?? '')) };
}
