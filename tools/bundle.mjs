// Bundles modules as a host's bundler does: minified, for production, with separate chunks for lazy imports. The bundler is
// Rolldown with its own minifier, because Vite uses both.
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, resolve, sep } from 'node:path';
import { rolldown } from 'rolldown';
import { minifyMarkup } from './minify-markup.mjs';
import { minifyStyles, shortenNames } from './minify-styles.mjs';
import { isLanguage, packWords } from './pack-words.mjs';
import { ownLitPolicy } from './trusted-types.mjs';

const root = resolve(import.meta.dirname, '..');
const sources = resolve(root, 'src') + sep;

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
 * Transforms each file of the sources once, even if several bundles contain it.
 * @param {string} name
 * @param {(source: string, path: string) => Promise<{ code: string, map: any }>} step
 * @returns {import('rolldown').Plugin}
 */
function transformOnce(name, step) {
  /** @type {Map<string, Promise<{ code: string, map: any }>>} */
  const done = new Map();
  return {
    name,
    transform: {
      filter: { id: /\.ts$/ },
      handler(source, path) {
        const result = done.get(path) ?? step(source, path);
        if (path.startsWith(sources)) done.set(path, result);
        return result;
      },
    },
  };
}

/** What the build does with the modules of dist/. */
const plugins = [
  transformOnce('minify-styles', minifyStyles),
  transformOnce('pack-words', async (code, path) => (isLanguage(path) ? packWords(code, path) : { code, map: null })),
  transformOnce('minify-markup', minifyMarkup),
  transformOnce('shorten-names', shortenNames),
];

/**
 * Serves the contents of a virtual module.
 * @param {string} path
 * @param {string} contents
 * @returns {import('rolldown').Plugin}
 */
const virtual = (path, contents) => ({
  name: 'virtual',
  resolveId: (id) => (id === path ? id : null),
  load: (id) => (id === path ? contents : null),
});

/**
 * @param {string} input
 * @param {import('rolldown').Plugin[]} own
 * @param {import('rolldown').OutputOptions} options
 */
async function generate(input, own, options) {
  const build = await rolldown({
    input,
    cwd: root,
    plugins: [...plugins, ...own],
    transform: { target: 'es2022' },
    // A slow machine is no fault of the bundle.
    checks: { bundlerTimings: false },
    // Keeps the exports of the entry, and lets it export what lazy chunks import from it.
    preserveEntrySignatures: 'allow-extension',
    onLog(level, { code, message }) {
      // A page that also imports what a widget loads later has it at once.
      if (level === 'warn' && code !== 'INEFFECTIVE_DYNAMIC_IMPORT') throw new Error(message);
    },
  });
  const { output } = await build.generate({
    minify: true,
    comments: { annotation: false, jsdoc: false, legal: false },
    ...options,
  });
  await build.close();
  return output;
}

/**
 * Bundles a virtual module into the files that a host's bundler would create.
 * @param {string} contents of a module at the root of the project
 * @param {{ splitting?: import('rolldown').CodeSplittingOptions }} [options] `splitting` instead of one file for
 *   everything that is loaded at once
 * @returns {Promise<Bundle>}
 */
export async function bundle(contents, { splitting = { groups: [{ name: 'initial', tags: ['$initial'] }] } } = {}) {
  const entry = resolve(root, 'entry.ts');
  const output = await generate(entry, [virtual(entry, contents)], {
    entryFileNames: 'entry.js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    codeSplitting: splitting,
  });
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
  const isSpoken = (/** @type {import('rolldown').OutputChunk} */ { fileName, facadeModuleId }) =>
    lazy.has(fileName) && isLanguage(facadeModuleId ?? '');
  return {
    files,
    initial: files.filter((_, index) => isInitial(index)),
    languages: files.filter((_, index) => isSpoken(/** @type {import('rolldown').OutputChunk} */ (chunks[index]))),
  };
}

const BANNER = '/*! Clientele, MIT. Contains other packages: see clientele.cdn.LICENSES.txt */';

/**
 * Bundles everything that a page without a bundler needs into one file, so that one integrity hash covers all of it.
 * @returns {Promise<File[]>} `clientele.cdn.js`, its source map, and the licenses of its contents
 */
export async function bundleForCdn() {
  const output = await generate(resolve(root, 'src/clientele.cdn.ts'), [ownLitPolicy()], {
    file: resolve(root, 'dist/clientele.cdn.js'),
    codeSplitting: false,
    postBanner: BANNER,
    sourcemap: true,
  });
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
