// Bundles modules of src/ as a host's bundler does: minified, for production, what is imported lazily apart.
import { globSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { build } from 'esbuild';
import { minifiedStyles } from './minify-styles.mjs';

const root = resolve(import.meta.dirname, '..');

/** The tags of the widgets that can be registered. */
export const widgets = () => globSync('src/widgets/*/define.ts', { cwd: root }).map((path) => basename(dirname(path)));

/** @param {readonly string[]} tags */
export const defining = (tags) => tags.map((tag) => `import './src/widgets/${tag}/define.ts';`).join('\n');

/**
 * @typedef {object} Bundle
 * @property {import('esbuild').OutputFile[]} files all of them, the entry first
 * @property {import('esbuild').OutputFile[]} initial those that are loaded at once
 */

/**
 * @param {string} contents of a module at the root of the project
 * @param {string} [name] of the entry's file, without `.js`
 * @returns {Promise<Bundle>}
 */
export async function bundle(contents, name = 'entry') {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: root, sourcefile: `${name}.ts`, loader: 'ts' },
    absWorkingDir: root,
    outdir: 'dist',
    entryNames: name,
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['browser', 'production'],
    legalComments: 'none',
    tsconfig: 'tsconfig.json',
    plugins: [minifiedStyles],
    metafile: true,
    write: false,
    logLevel: 'error',
  });
  const fileOf = (/** @type {string} */ path) => outputFiles.filter((file) => file.path === resolve(root, path));
  /** @type {Set<string>} */
  const initial = new Set();
  const visit = (/** @type {string} */ path) => {
    if (initial.has(path)) return;
    initial.add(path);
    for (const { path: next, kind } of metafile.outputs[path]?.imports ?? []) {
      if (kind === 'import-statement') visit(next);
    }
  };
  visit(`dist/${name}.js`);
  const paths = new Set([`dist/${name}.js`, ...Object.keys(metafile.outputs)]);
  return { files: [...paths].flatMap(fileOf), initial: [...initial].flatMap(fileOf) };
}
