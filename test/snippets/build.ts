// Bundles the modules of a document's snippets as a host's bundler does.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { byUrl, pageOptions, type Mode } from '../bundle-page.ts';
import type { Snippet } from './markdown.ts';
import { root, sourceOf } from './specifiers.ts';

/** The module of a page. */
export interface PageModule {
  readonly snippet: Snippet;
  /** What it may import: itself, and the snippets beside it. */
  readonly snippets: readonly Snippet[];
  /** Code that runs after it. */
  readonly after: string;
}

/** Resolves `snippet:NAME` in the code of a page, and `./NAME` in its snippets, which are named after the page. */
const snippetModules = (pages: readonly PageModule[]): Plugin => ({
  name: 'snippets',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^clientele(\/|$)/ }, ({ path }) => {
      const source = sourceOf(path);
      return source ? { path: source } : { errors: [{ text: `The package has no entry ${path}.` }] };
    });
    onResolve({ filter: /^page:/ }, ({ path }) => ({ path: path.slice('page:'.length), namespace: 'page' }));
    const inPage = (page: string, name: string) => ({ path: `${page}/${name}`, namespace: 'snippet' });
    onResolve({ filter: /^snippet:/ }, ({ path, importer, namespace }) =>
      // Code that runs on a server is in no page: there is only one.
      inPage(namespace === 'page' ? importer : '0', path.slice('snippet:'.length)),
    );
    onResolve({ filter: /^\.\//, namespace: 'snippet' }, ({ path, importer }) =>
      inPage(importer.split('/')[0]!, path.slice('./'.length)),
    );
    onLoad({ filter: /./, namespace: 'page' }, ({ path }) => {
      const { snippet, after } = pages[Number(path)]!;
      return { contents: `import 'snippet:${snippet.name}';\n${after}`, loader: 'ts', resolveDir: root };
    });
    onLoad({ filter: /./, namespace: 'snippet' }, ({ path }) => {
      const [page = '', name] = path.split(/\/(.*)/);
      const snippet = pages[Number(page)]!.snippets.find((other) => other.name === name);
      if (!snippet) return { errors: [{ text: `No snippet is called ${name}.` }] };
      const { language, code } = snippet;
      return { contents: code, loader: language as 'ts' | 'tsx', resolveDir: root };
    });
  },
});

interface BundleOptions {
  readonly mode?: Mode;
}

/**
 * Bundles the snippets of many pages at once, because they share the library. Returns the files of each page by URL:
 * `/page.js`, `/page.css`, and the `/chunks/…` of all.
 */
export async function bundleSnippets(
  pages: readonly PageModule[],
  { mode = 'production' }: BundleOptions = {},
): Promise<ReadonlyMap<string, string>[]> {
  const { outputFiles } = await build({
    entryPoints: pages.map((_, index) => ({ in: `page:${index}`, out: `page-${index}` })),
    plugins: [snippetModules(pages)],
    ...pageOptions(mode),
  });
  const files = byUrl(outputFiles);
  const chunks = [...files].filter(([path]) => path.startsWith('/chunks/'));
  return pages.map((_, index) => {
    const page = ['js', 'css'].flatMap((type) => {
      const text = files.get(`/page-${index}.${type}`);
      return text === undefined ? [] : [[`/page.${type}`, text] as const];
    });
    return new Map([...page, ...chunks]);
  });
}

/** Returns the files of one page. `after` is code that runs after the snippet. */
export async function bundleSnippet(
  snippet: Snippet,
  snippets: readonly Snippet[],
  after: string,
  options?: BundleOptions,
): Promise<ReadonlyMap<string, string>> {
  const [files] = await bundleSnippets([{ snippet, snippets, after }], options);
  return files!;
}

/** Runs a module that imports snippets in this process, as a server does, and returns its exports. */
export async function renderSnippet<T>(contents: string, snippets: readonly [Snippet, ...Snippet[]]): Promise<T> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root, sourcefile: 'server.ts', loader: 'ts' },
    plugins: [snippetModules([{ snippet: snippets[0], snippets, after: '' }])],
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
