// Bundles the modules of a document's snippets as a host's bundler does.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';
import type { Snippet } from './markdown.ts';
import { root, sourceOf } from './specifiers.ts';

const snippetModules = (snippets: readonly Snippet[]): Plugin => ({
  name: 'snippets',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^clientele(\/|$)/ }, ({ path }) => {
      const source = sourceOf(path);
      return source ? { path: source } : { errors: [{ text: `The package has no entry ${path}.` }] };
    });
    onResolve({ filter: /^snippet:/ }, ({ path }) => ({ path: path.slice('snippet:'.length), namespace: 'snippet' }));
    onResolve({ filter: /^\.\//, namespace: 'snippet' }, ({ path }) => ({ path: path.slice(2), namespace: 'snippet' }));
    onLoad({ filter: /./, namespace: 'snippet' }, ({ path }) => {
      const snippet = snippets.find(({ name }) => name === path);
      if (!snippet) return { errors: [{ text: `No snippet is called ${path}.` }] };
      const { language, code } = snippet;
      return { contents: code, loader: language as 'ts' | 'tsx', resolveDir: root };
    });
  },
});

/**
 * Returns the files of a bundled snippet by URL: `/page.js`, `/page.css`, `/chunks/…`. `after` is code that runs after
 * it.
 */
export async function bundleSnippet(
  { name }: Snippet,
  snippets: readonly Snippet[],
  after: string,
  { mode = 'production' }: { readonly mode?: 'development' | 'production' } = {},
): Promise<Map<string, string>> {
  const { outputFiles } = await build({
    stdin: { contents: `import 'snippet:${name}';\n${after}`, resolveDir: root, sourcefile: 'page.ts', loader: 'ts' },
    plugins: [snippetModules(snippets)],
    absWorkingDir: root,
    outdir: 'dist',
    entryNames: 'page',
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
  });
  return new Map(outputFiles.map(({ path, text }) => [`/${relative(resolve(root, 'dist'), path)}`, text]));
}

/** Runs a module that imports snippets in this process, as a server does, and returns its exports. */
export async function renderSnippet<T>(contents: string, snippets: readonly Snippet[]): Promise<T> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root, sourcefile: 'server.ts', loader: 'ts' },
    plugins: [snippetModules(snippets)],
    absWorkingDir: root,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    jsx: 'automatic',
    conditions: ['node'],
    tsconfig: 'tsconfig.json',
    write: false,
    logLevel: 'silent',
  });
  const folder = mkdtempSync(join(tmpdir(), 'clientele-server-'));
  try {
    const path = join(folder, 'server.cjs');
    writeFileSync(path, outputFiles[0]!.text);
    return createRequire(import.meta.url)(path) as T;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
