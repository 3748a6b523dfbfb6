// Serves pages made of snippets, with the servers that they request data from, and checks them in a browser.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import { setTimeout as sleep } from 'node:timers/promises';
import { memoryAdapter } from '../../src/adapters/memory/index.ts';
import { serve } from '../../src/adapters/rest/serve.ts';
import type { Page } from '../../tools/drive.mjs';
import { filesForCdn } from '../cdn-files.ts';
import { openShop } from './shop.ts';

/** Precedes a snippet's page: a signed-in operator, and a function that records errors. */
const BEFORE = `
  sessionStorage.setItem('token', 'of the operator');
  globalThis.faults = [];
  addEventListener('error', ({ message }) => faults.push(message));
  addEventListener('unhandledrejection', ({ reason }) => faults.push(String(reason)));
  globalThis.cases = [];
  globalThis.it = (name, run) => cases.push({ name, run });
`;

const FIVE = ['customer-info', 'order-history', 'notes-panel', 'cross-sell-table', 'credit-balance'];

/** The page of snippets that have none: the five widgets, and an empty element for a framework. */
export const defaultPage = `<customer-dashboard customer-id="C-20817">
  ${FIVE.map((tag) => `<${tag}></${tag}>`).join('\n')}
</customer-dashboard>
<div id="root"></div>`;

/** Completes the default page for snippets about another topic: defines the elements, and sets an adapter. */
export const defaultModule = `
  import 'clientele/define';
  import { createShop, memoryAdapter, MemoryStore } from 'clientele/adapters/memory';
  const dashboard = document.querySelector('customer-dashboard');
  await dashboard.updateComplete;
  if (!dashboard.firstElementChild.client) dashboard.adapter = memoryAdapter({ store: new MemoryStore(createShop({ customers: 1 })) });
`;

/** Runs in the page: returns the visible text in the order of the flattened tree, the pending work, and the errors. */
const LOOK = `(() => {
  const read = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.localName === 'slot') {
      const assigned = node.assignedNodes({ flatten: true });
      return (assigned.length ? assigned : [...node.childNodes]).map(read).join('');
    }
    if (node.localName === 'script' || node.localName === 'style') return '';
    return [...(node.shadowRoot ?? node).childNodes].map(read).join('');
  };
  const widgets = [...document.querySelectorAll('*')].filter((element) => element.shadowRoot);
  const busy = widgets.filter((widget) => widget.shadowRoot.querySelector('[aria-busy=true], .skeleton'));
  const failed = widgets.filter((widget) => widget.shadowRoot.querySelector('.state.danger'));
  return {
    text: read(document.body).replace(/\\s+/g, ' '),
    widgets: widgets.length,
    busy: busy.map(({ localName }) => localName),
    faults: [...faults, ...failed.map((widget) => widget.localName + ': ' + read(widget))],
  };
})()`;

export interface PageState {
  readonly text: string;
  readonly widgets: number;
  readonly busy: readonly string[];
  readonly faults: readonly string[];
}

/** Waits until everything on the page is loaded and these texts are visible. Rejects if there was an error. */
export async function settle(page: Page, shows: readonly string[] = []): Promise<PageState> {
  const isOver = ({ widgets, busy, text }: PageState) =>
    widgets > 0 && busy.length === 0 && shows.every((words) => text.includes(words));
  let seen: PageState = await page.evaluate(LOOK);
  for (const end = Date.now() + 8000; Date.now() < end && !isOver(seen); await sleep(50))
    seen = await page.evaluate(LOOK);
  assert.deepEqual(seen.busy, [], 'still under way');
  assert.deepEqual(seen.faults, [], seen.text);
  assert.ok(seen.widgets > 0, 'no widget is on the page');
  return seen;
}

/** Replaces the guide's CDN URL by the local server, and the integrity hash by that of the local file. */
const fromCdn = (markup: string, hash: string): string =>
  markup.replaceAll('https://cdn.example/clientele@0.1.0', '/node_modules/clientele').replace('sha384-…', hash);

/** Returns a host's page with its markup and its bundled modules. */
const pageOf = (markup: string, files: ReadonlyMap<string, string>, runs: boolean): string => {
  const style = files.has('/page.css') ? '<link rel="stylesheet" href="/page.css">' : '';
  const script = runs && files.has('/page.js') ? '<script type="module" src="/page.js"></script>' : '';
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Snippet</title>${style}
    <script>${BEFORE}</script></head><body>${markup}\n${script}</body></html>`;
};

export interface Host {
  /**
   * Serves a page with its files in place of the previous ones, and returns its URL. The page loads `/page.js` unless
   * `runs` is false.
   */
  show(markup: string, files: ReadonlyMap<string, string>, options?: { readonly runs: boolean }): string;
  close(): void;
}

/** Serves the pages given to `show`, the published package, and both servers that the guides describe. */
export async function openHost(): Promise<Host> {
  const published = await publishedFiles();
  const file = published.get('/node_modules/clientele/dist/clientele.cdn.js')!;
  const hash = `sha384-${createHash('sha384').update(file).digest('base64')}`;
  let files: ReadonlyMap<string, string> = new Map();
  let adapter = memoryAdapter();
  let shop = openShop();
  const server: Server = createServer((incoming, response) => {
    void answer(incoming).then(({ status, headers, body }) => {
      response.writeHead(status, Object.fromEntries(headers));
      if (!body) return response.end();
      // Live changes are an endless stream, which the client ends.
      pipeline(Readable.fromWeb(body as NodeStream), response).catch(() => {});
    });
  });

  async function answer(incoming: IncomingMessage): Promise<Response> {
    const request = await requestOf(incoming);
    const { pathname } = new URL(request.url);
    if (pathname.startsWith('/api/')) return serve(request, adapter, '/api');
    if (pathname.startsWith('/shop/')) return shop(request);
    const text = files.get(pathname) ?? published.get(pathname);
    // The name of a chunk has a hash, so pages that share it load and compile it once.
    const lasting = { 'Cache-Control': pathname.startsWith('/chunks/') ? 'max-age=3600, immutable' : 'no-store' };
    const type = { js: 'text/javascript', css: 'text/css' }[pathname.split('.').at(-1)!] ?? 'text/html';
    return text === undefined
      ? new Response(null, { status: 404 })
      : new Response(text, { headers: { ...lasting, 'Content-Type': `${type}; charset=utf-8` } });
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    show(markup, next, { runs } = { runs: true }) {
      files = new Map([...next, ['/page.html', pageOf(fromCdn(markup, hash), next, runs)]]);
      adapter = memoryAdapter();
      shop = openShop();
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}/page.html`;
    },
    close: () => void server.close(),
  };
}

/** Returns the files of the built package that a page without a bundler loads. */
const publishedFiles = async (): Promise<Map<string, string>> =>
  new Map((await filesForCdn()).map(({ path, text }) => [`/node_modules/clientele/dist/${basename(path)}`, text]));

async function requestOf(incoming: IncomingMessage): Promise<Request> {
  const { method = 'GET', url = '/', headers } = incoming;
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return new Request(new URL(url, 'http://localhost'), {
    method,
    headers: Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]),
    body: chunks.length > 0 ? Buffer.concat(chunks) : null,
  });
}
