// Tests the widgets, with their lazy chunks, on the lowest versions of Lit that `peerDependencies` allow.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { relative, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { build, type BuildOptions, type Plugin } from 'esbuild';
import { openPage, type Page } from '../tools/drive.mjs';

const root = resolve(import.meta.dirname, '..');

/** The packages of those versions, and the aliases under which they are installed here. */
const LOWEST: Readonly<Record<string, string>> = {
  lit: 'lit-lowest',
  'lit-element': 'lit-element-lowest',
  'lit-html': 'lit-html-lowest',
  '@lit/reactive-element': 'lit-reactive-element-lowest',
  '@lit/context': 'lit-context-lowest',
};
const manifestOf = (folder: string) =>
  JSON.parse(readFileSync(resolve(root, folder, 'package.json'), 'utf8')) as {
    readonly version: string;
    readonly dependencies?: Readonly<Record<string, string>>;
    readonly peerDependencies: Readonly<Record<string, string>>;
  };

/** Resolves every import of Lit to the lowest version, including those between Lit's own packages. */
const lowest: Plugin = {
  name: 'lowest',
  setup(plugin) {
    plugin.onResolve({ filter: /^(lit|lit-element|lit-html|@lit\/(reactive-element|context))(\/|$)/ }, ({ path }) => {
      const [name] = /^(?:@lit\/)?[^/]+/.exec(path)!;
      return plugin.resolve(LOWEST[name]! + path.slice(name.length), {
        resolveDir: root,
        kind: 'import-statement',
      });
    });
  },
};

/** The page: every widget, and for each a control to press and an element that a lazy chunk adds. */
const PAGE = `
  import './src/define-all.ts';
  import { memoryAdapter } from './src/adapters/memory/index.ts';
  import { provideDashboard } from './src/dashboard/provide-dashboard.ts';
  import { part, until } from './src/testing/kit.ts';
  const pressed = {
    'customer-info': 'edit',
    'order-history': 'view-all',
    'notes-panel': 'view-all',
    'cross-sell-table': 'view-all',
    'credit-balance': 'adjust',
    'address-book': 'add',
  };
  provideDashboard(document.documentElement, { adapter: memoryAdapter(), customerId: 'C-20817' });
  globalThis.seen = (async () => {
    const opened = [];
    for (const [tag, name] of Object.entries(pressed)) {
      const element = document.body.appendChild(document.createElement(tag));
      (await until(() => part(element, name), tag + ': ' + name)).click();
      const dialog = await until(() => element.shadowRoot.querySelector('dialog[open]'), tag + ': a dialog');
      await until(() => !dialog.querySelector('.skeleton, [aria-busy=true]'), tag + ': what is in it');
      opened.push(tag);
      element.remove();
    }
    return { opened, versions: [litElementVersions, litHtmlVersions, reactiveElementVersions] };
  })();
`;

const START = `
  globalThis.said = [];
  for (const level of ['error', 'warn', 'info', 'log']) console[level] = (...words) => said.push(words.join(' '));
  addEventListener('error', ({ message }) => said.push(message));
  addEventListener('unhandledrejection', ({ reason }) => said.push(String(reason)));
`;

async function serve(): Promise<Server> {
  const options: BuildOptions & { write: false } = {
    stdin: { contents: PAGE, resolveDir: root, sourcefile: 'page.ts', loader: 'ts' },
    plugins: [lowest],
    absWorkingDir: root,
    outdir: 'dist',
    entryNames: 'page',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['browser', 'production'],
    tsconfig: 'tsconfig.json',
    write: false,
    logLevel: 'silent',
  };
  const { outputFiles } = await build(options);
  const files = new Map(outputFiles.map(({ path, text }) => [`/${relative(resolve(root, 'dist'), path)}`, text]));
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Lowest</title>
    <link rel="icon" href="data:,"><script>${START}</script><script type="module" src="/page.js"></script></html>`;
  const server = createServer(({ url = '' }, response) => {
    response.setHeader('Content-Type', url === '/' ? 'text/html' : 'text/javascript');
    response.end(url === '/' ? html : files.get(url));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

describe('the lowest supported versions of Lit', () => {
  let server: Server;
  let page: Page;
  before(async () => {
    server = await serve();
    page = await openPage('chromium');
  });
  after(async () => {
    await page?.close();
    server?.close();
  });

  it('are those that the package allows, each with its lowest dependencies', () => {
    const { peerDependencies } = manifestOf('.');
    const installed = (name: string) => manifestOf(`node_modules/${LOWEST[name]}`).version;
    for (const name of ['lit', '@lit/context']) assert.equal(peerDependencies[name], `^${installed(name)}`);
    for (const [name, range] of Object.entries(manifestOf('node_modules/lit-lowest').dependencies!))
      assert.equal(range, `^${installed(name)}`, name);
  });

  it('run every widget and what it loads on demand, without a console message', { timeout: 60_000 }, async () => {
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const { opened, versions } = await page.evaluate('seen');
    assert.equal(opened.length, 6);
    const expected = ['lit-element', 'lit-html', '@lit/reactive-element'].map((name) => [
      manifestOf(`node_modules/${LOWEST[name]}`).version,
    ]);
    assert.deepEqual(versions, expected);
    assert.deepEqual(await page.evaluate('said'), []);
  });
});
