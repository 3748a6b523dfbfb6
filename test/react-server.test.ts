// React renders the page of the guide on a server and hydrates it in a browser.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openPage, type Page } from '../tools/drive.mjs';
import { bundleSnippets, renderSnippet } from './snippets/build.ts';
import { snippetsOf, type Snippet } from './snippets/markdown.ts';
import { openHost, settle, type Host } from './snippets/pages.ts';

const guide = snippetsOf('docs/guides/embedding.md');
const page = guide.find(({ name }) => name === 'CustomerPage.tsx')!;

/** Returns the page of the guide with replacements. */
const variantOf = (name: string, replacements: readonly (readonly [string, string])[]): Snippet => {
  let { code } = page;
  for (const [from, to] of replacements) {
    assert.ok(code.includes(from), from);
    code = code.replace(from, to);
  }
  return { ...page, name, code };
};
const effect = /useEffect\(\(\) => \{\n.*?\}, \[\]\);/s.exec(page.code)![0];

/** A variant that the guide allows: the adapter is set by a ref. */
const byRef = variantOf('ByRef.tsx', [
  [effect, ''],
  ['customer-id={id}', 'customer-id={id} ref={(element) => { if (element) element.adapter = adapter; }}'],
]);

/** A variant that the guide warns of: properties and a listener in JSX. */
const byProperties = variantOf('ByProperties.tsx', [
  [effect, ''],
  ['customer-id={id}', 'customerId={id} adapter={adapter}'],
]);
const listening = variantOf('Listening.tsx', [
  ['<notes-panel />', "<notes-panel onnote-create={() => document.documentElement.setAttribute('heard', '')} />"],
]);

/** Development mode with StrictMode: every effect runs twice, and React reports all problems. */
const client = (name: string) => `
  import { createElement, StrictMode } from 'react';
  import { hydrateRoot } from 'react-dom/client';
  import { CustomerPage } from 'snippet:${name}';
  const at = (id) => createElement(StrictMode, null, createElement(CustomerPage, { id }));
  const root = hydrateRoot(document.querySelector('#root'), at('C-20817'), {
    onRecoverableError: (error) => console.error(error),
  });
  globalThis.show = (id) => root.render(at(id));
  globalThis.unmount = () => root.unmount();
`;

const server = (name: string) => `
  import { createElement } from 'react';
  import { renderToString } from 'react-dom/server';
  import { CustomerPage } from 'snippet:${name}';
  export const html = renderToString(createElement(CustomerPage, { id: 'C-20817' }));
`;

const START = `<script>
  globalThis.said = [];
  for (const level of ['error', 'warn']) {
    const say = console[level];
    console[level] = (...words) => { said.push(words.map(String).join(' ')); say.apply(console, words); };
  }
</script>`;

describe('a page that React renders on a server', () => {
  const variants = [page, byRef, byProperties, listening];
  let bundles: ReadonlyMap<Snippet, ReadonlyMap<string, string>>;
  let host: Host;
  let browser: Page;
  before(async () => {
    const bundled = await bundleSnippets(
      variants.map((snippet) => ({ snippet, snippets: [snippet, ...guide], after: client(snippet.name) })),
      { mode: 'development' },
    );
    bundles = new Map(variants.map((snippet, index) => [snippet, bundled[index]!]));
    host = await openHost();
    browser = await openPage('chromium');
  });
  after(async () => {
    await browser?.close();
    host?.close();
  });

  async function open(snippet: Snippet, served = (html: string) => html): Promise<string> {
    const { html } = await renderSnippet<{ readonly html: string }>(server(snippet.name), [snippet, ...guide]);
    await browser.goto(host.show(`${START}<div id="root">${served(html)}</div>`, bundles.get(snippet)!));
    return html;
  }

  const logged = (): Promise<readonly string[]> =>
    // Lit's own development warning is expected.
    browser.evaluate(`said.filter((words) => !words.includes('Lit is in dev mode'))`);
  const isThere = (condition: string) =>
    browser.evaluate(`new Promise((resolve, reject) => {
      const end = Date.now() + 8000;
      const look = () => {
        if (${condition}) resolve(true);
        else if (Date.now() > end) reject(new Error('never: ' + ${JSON.stringify(condition)} + said));
        else setTimeout(look, 10);
      };
      look();
    })`);
  const notes = `document.querySelector('notes-panel').shadowRoot.textContent`;

  for (const snippet of [page, byRef])
    it(`${snippet.name}: hydrates, and follows its attribute and its property`, async () => {
      const html = await open(snippet);
      assert.match(html, /^<customer-dashboard customer-id="C-20817"><notes-panel><\/notes-panel>/);
      assert.match((await settle(browser)).text, /Deliver before 10:00 only/);
      await browser.evaluate(`show('C-20818')`);
      await isThere(`document.querySelector('notes-panel').activeCustomer === 'C-20818'`);
      assert.doesNotMatch((await settle(browser)).text, /Deliver before 10:00 only/);
      await browser.evaluate(`document.querySelector('customer-dashboard').customerId = 'C-20817'`);
      await isThere(`${notes}.includes('Deliver before 10:00 only')`);
      assert.deepEqual(await logged(), []);
    });

  it('the test sees React’s hydration warnings', async () => {
    await open(page, (html) => html.replace('C-20817', 'C-20818'));
    await isThere(`said.some((words) => /hydrat/.test(words))`);
  });

  it('provides nothing after it is unmounted', async () => {
    await open(page);
    await settle(browser);
    await browser.evaluate(`unmount()`);
    await browser.evaluate(`document.body.append(document.createElement('notes-panel'))`);
    assert.equal(await browser.evaluate(`document.querySelector('notes-panel').client === undefined`), true);
  });

  it('reports an error if it is written with properties', async () => {
    await open(byProperties);
    await isThere(`said.some((words) => words.startsWith('Clientele'))`);
    const [words, ...others] = await logged();
    assert.match(
      words!,
      /has no adapter and no customer id\..* The attribute is called customer-id, not customerid\.$/,
    );
    assert.deepEqual(others, []);
  });

  it('has no React listener on existing elements, as the guide says', async () => {
    await open(listening);
    await settle(browser);
    await browser.evaluate(`document.querySelector('notes-panel').dispatchEvent(new Event('note-create'))`);
    assert.equal(await browser.evaluate(`document.documentElement.hasAttribute('heard')`), false);
  });
});
