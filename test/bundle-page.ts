// Bundles modules of the sources for a page in a second. Unlike `tools/bundle.mjs`, which bundles what users load, it
// keeps names, styles and markup as they are written: for tests of what a page does, not of its files.
import { relative, resolve } from 'node:path';
import { build, type BuildOptions, type OutputFile } from 'esbuild';

const root = resolve(import.meta.dirname, '..');

export type Mode = 'development' | 'production';

/** Returns the options of a page that is bundled as a host's bundler does. */
export const pageOptions = (mode: Mode) =>
  ({
    absWorkingDir: root,
    outdir: 'dist',
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    conditions: ['browser', mode],
    define: {
      'process.env.NODE_ENV': JSON.stringify(mode),
    },
    legalComments: 'none',
    tsconfig: 'tsconfig.json',
    write: false,
    logLevel: 'silent',
  }) satisfies BuildOptions;

/** Returns the text of bundled files by URL. */
export const byUrl = (files: readonly OutputFile[]): ReadonlyMap<string, string> =>
  new Map(files.map(({ path, text }) => [`/${relative(resolve(root, 'dist'), path)}`, text]));

/** Bundles a module at the root of the project, and returns its files by URL: `/entry.js`, and `/chunks/…`. */
export async function bundlePage(contents: string): Promise<ReadonlyMap<string, string>> {
  const { outputFiles } = await build({
    ...pageOptions('production'),
    stdin: { contents, resolveDir: root, sourcefile: 'entry.ts', loader: 'ts' },
    entryNames: 'entry',
  });
  return byUrl(outputFiles);
}
