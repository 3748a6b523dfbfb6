// Bundles modules of src/ as a host's bundler does: minified, for production, with separate chunks for lazy imports.
import { globSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, resolve, sep } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { transform } from 'esbuild';
import { rollup } from 'rollup';
import { minifyMarkup } from './minify-markup.mjs';
import { minifyStyles, shortenNames } from './minify-styles.mjs';
import { isLanguage, packWords } from './pack-words.mjs';
import { ownLitPolicy } from './trusted-types.mjs';

const root = resolve(import.meta.dirname, '..');
const TARGET = 'es2022';
const { compilerOptions } = JSON.parse(
  (await readFile(resolve(root, 'tsconfig.json'), 'utf8')).replace(/^\s*\/\/.*$/gm, ''),
);

/** Returns the tags of all widgets. */
export const widgets = () => globSync('src/widgets/*/define.ts', { cwd: root }).map((path) => basename(dirname(path)));

/** @param {readonly string[]} tags */
export const defining = (tags) => tags.map((tag) => `import './src/widgets/${tag}/define.ts';`).join('\n');

/**
 * @typedef {object} File
 * @property {string} path
 * @property {string} text
 *
 * @typedef {object} Bundle
 * @property {File[]} files all files, the entry first
 * @property {File[]} initial the files that are loaded at once
 * @property {File[]} languages the translations of the initial files
 */

/**
 * Transforms each TypeScript file once, even if several bundles contain it.
 * @param {string} name
 * @param {(source: string, path: string) => Promise<{ code: string, map: any }>} step
 * @returns {import('rollup').Plugin}
 */
function transformOnce(name, step) {
  /** @type {Map<string, Promise<{ code: string, map: any }>>} */
  const done = new Map();
  return {
    name,
    transform(source, path) {
      if (!path.endsWith('.ts')) return null;
      const result = done.get(path) ?? step(source, path);
      if (path.startsWith(sources)) done.set(path, result);
      return result;
    },
  };
}

const sources = resolve(root, 'src') + sep;

/** Compile and minify TypeScript. */
const plugins = [
  transformOnce('minify-styles', minifyStyles),
  transformOnce('pack-words', async (code, path) => (isLanguage(path) ? packWords(code, path) : { code, map: null })),
  transformOnce('compile', (source, sourcefile) =>
    transform(source, {
      loader: 'ts',
      target: TARGET,
      tsconfigRaw: { compilerOptions },
      sourcefile,
      sourcemap: true,
      sourcesContent: false,
    }),
  ),
  transformOnce('minify-markup', minifyMarkup),
  transformOnce('shorten-names', shortenNames),
  nodeResolve({ exportConditions: ['browser', 'production'], extensions: [] }),
];

/**
 * @param {string} [banner]
 * @returns {import('rollup').Plugin}
 */
const minify = (banner) => ({
  name: 'minify',
  renderChunk: (code) =>
    transform(code, {
      ...(banner && { banner }),
      format: 'esm',
      target: TARGET,
      minify: true,
      legalComments: 'none',
      sourcemap: true,
    }),
});

/**
 * Serves the contents of a virtual module.
 * @param {string} path
 * @param {string} contents
 * @returns {import('rollup').Plugin}
 */
const virtual = (path, contents) => ({
  name: 'virtual',
  resolveId: (id) => (id === path ? id : null),
  load: (id) => (id === path ? contents : null),
});

/**
 * @param {string} input
 * @param {import('rollup').Plugin[]} own
 */
const rollUp = (input, own, cache = /** @type {import('rollup').RollupCache | undefined} */ (undefined)) =>
  rollup({
    input,
    plugins: [...plugins, ...own],
    ...(cache && { cache }),
    onwarn: (warning) => {
      throw new Error(warning.message);
    },
  });

/**
 * The modules as the last bundle has parsed them, because most are also in the next. Not for the single file, which
 * changes some.
 * @type {import('rollup').RollupCache | undefined}
 */
let parsed;

/**
 * Bundles a virtual module into the files that a host's bundler would create.
 * @param {string} contents of a module at the root of the project
 * @returns {Promise<Bundle>}
 */
export async function bundle(contents) {
  const entry = resolve(root, 'entry.ts');
  // Rollup instead of esbuild: esbuild moves a module that the entry shares with a lazy chunk into a file of its own.
  const build = await rollUp(entry, [virtual(entry, contents), minify()], parsed);
  parsed = build.cache;
  const { output } = await build.generate({ entryFileNames: 'entry.js', chunkFileNames: 'chunks/[name]-[hash].js' });
  await build.close();
  const chunks = output.filter((file) => file.type === 'chunk');
  /** @type {Set<string>} */
  const initial = new Set();
  const visit = (/** @type {string} */ path) => {
    if (initial.has(path)) return;
    initial.add(path);
    chunks.find(({ fileName }) => fileName === path)?.imports.forEach(visit);
  };
  visit('entry.js');
  const files = chunks.map(({ fileName, code }) => ({ path: resolve(root, 'dist', fileName), text: code }));
  const isInitial = (/** @type {number} */ index) => initial.has(chunks[index]?.fileName ?? '');
  const lazy = new Set(chunks.flatMap(({ dynamicImports }, index) => (isInitial(index) ? dynamicImports : [])));
  const isSpoken = (/** @type {import('rollup').OutputChunk} */ { fileName, facadeModuleId }) =>
    lazy.has(fileName) && isLanguage(facadeModuleId ?? '');
  return {
    files,
    initial: files.filter((_, index) => isInitial(index)),
    languages: files.filter((_, index) => isSpoken(/** @type {import('rollup').OutputChunk} */ (chunks[index]))),
  };
}

const BANNER = '/*! Clientele, MIT. Contains other packages: see clientele.cdn.LICENSES.txt */';

/**
 * Bundles everything that a page without a bundler needs into one file, so that one integrity hash covers all of it.
 * @returns {Promise<File[]>} `clientele.cdn.js`, its source map, and the licenses of its contents
 */
export async function bundleForCdn() {
  const build = await rollUp(resolve(root, 'src/clientele.cdn.ts'), [ownLitPolicy(), minify(BANNER)]);
  const { output } = await build.generate({
    file: resolve(root, 'dist/clientele.cdn.js'),
    inlineDynamicImports: true,
    sourcemap: true,
  });
  await build.close();
  const [{ moduleIds }] = output;
  const packages = new Set(moduleIds.flatMap((id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id)?.[0] ?? []));
  const licences = [...packages].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
    const [file] = globSync('{LICENSE,LICENSE.md}', { cwd: folder });
    return `${name} ${version}, ${license}\n\n${file ? readFileSync(`${folder}/${file}`, 'utf8') : ''}`;
  });
  return [
    ...output.map((file) => ({ path: file.fileName, text: file.type === 'chunk' ? file.code : String(file.source) })),
    { path: 'clientele.cdn.LICENSES.txt', text: licences.join('\n\n---\n\n') },
  ].map(({ path, text }) => ({ path: resolve(root, 'dist', path), text }));
}
