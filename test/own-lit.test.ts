// A page may have its own Lit beside the CDN file, also where Trusted Types are required.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { chosenEngines } from '../tools/browsers.mjs';
import { bundle } from '../tools/bundle.mjs';
import { openPage, type Page } from '../tools/drive.mjs';
import { filesForCdn } from './cdn-files.ts';

const policy = (names: string): string =>
  `default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types ${names}`;

const START = `
  globalThis.reports = [];
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    if (!blockedURI.endsWith('/favicon.ico')) reports.push(violatedDirective);
  });
`;

/** Reports the result of loading the file: the content of its first element, or the error. */
const appOf = (imports: string): string => `
  ${imports}
  const seen = import('/clientele.cdn.js').then(async ({ memoryAdapter }) => {
    const panel = Object.assign(document.createElement('notes-panel'), { adapter: memoryAdapter(), customerId: 'C-20817' });
    document.body.append(panel);
    while (!panel.shadowRoot.querySelector('[part~=note]')) await new Promise((resolve) => setTimeout(resolve, 5));
    return 'notes';
  });
  globalThis.seen = seen.catch(({ message }) => message);
`;

const pages: Readonly<Record<string, { readonly policy?: string; readonly app: string }>> = {
  '/alone': { policy: policy('lit-html'), app: 'alone.js' },
  '/unlisted': { policy: policy('lit-html'), app: 'beside.js' },
  '/listed': { policy: policy('lit-html clientele'), app: 'beside.js' },
  '/open': { app: 'beside.js' },
};

async function serve(): Promise<Server> {
  const [hosts] = (await bundle("import { html, render } from 'lit'; render(html`<p>Host</p>`, document.body);")).files;
  const cdn = (await filesForCdn()).find(({ path }) => basename(path) === 'clientele.cdn.js');
  const scripts = new Map([
    ['/start.js', START],
    ['/alone.js', appOf('')],
    ['/beside.js', appOf("import '/host.js';")],
    ['/host.js', hosts!.text],
    ['/clientele.cdn.js', cdn!.text],
  ]);
  const server = createServer(({ url = '' }, response) => {
    const page = pages[url];
    if (page?.policy) response.setHeader('Content-Security-Policy', page.policy);
    response.setHeader('Content-Type', page ? 'text/html' : 'text/javascript');
    const body = page
      ? `<!doctype html><meta charset="utf-8"><title>Host</title><script src="/start.js"></script><script type="module" src="/${page.app}"></script>`
      : scripts.get(url);
    response.writeHead(body === undefined ? 404 : 200).end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

const SEEN = `(async () => {
  while (!globalThis.seen) await new Promise((resolve) => setTimeout(resolve, 5));
  return { shown: await globalThis.seen, reports, hasTypes: 'trustedTypes' in globalThis };
})()`;

let server: Server;
before(async () => {
  server = await serve();
});
after(() => server?.close());

for (const engine of chosenEngines()) {
  describe(`clientele.cdn.js in ${engine}`, () => {
    let browser: Page;
    const folder = mkdtempSync(join(tmpdir(), 'clientele-own-lit-'));
    const visit = async (path: string): Promise<{ shown: string; reports: string[]; hasTypes: boolean }> => {
      await browser.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`);
      return browser.evaluate(SEEN);
    };
    before(async () => {
      browser = await openPage(engine, folder);
    });
    after(async () => {
      await browser?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    it('starts without another copy of Lit under the documented policy', async () => {
      const { shown, reports } = await visit('/alone');
      assert.deepEqual([shown, reports], ['notes', []]);
    });

    it('starts beside the page’s own Lit if the policy allows it, and without a policy', async () => {
      for (const path of ['/listed', '/open']) {
        const { shown, reports } = await visit(path);
        assert.deepEqual([shown, reports], ['notes', []], path);
      }
    });

    it('says in one sentence what to do if the policy does not allow it', async () => {
      const { shown, hasTypes } = await visit('/unlisted');
      if (hasTypes)
        assert.match(shown, /^[^.]*beside the Lit of this page: add clientele to the trusted-types list[^.]*\.$/);
      else assert.equal(shown, 'notes');
    });
  });
}
