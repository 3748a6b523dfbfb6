// Two copies of the library on one page, as when an admin and a plugin each bring their own.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openPage, type Page } from '../tools/drive.mjs';
import { bundleSnippet } from './snippets/build.ts';
import { openHost, settle, defaultPage, type Host } from './snippets/pages.ts';

/** The second copy tries to define the same names, and sets its adapter on the existing elements. */
const PLUGIN = `
  import 'clientele/define';
  import { provideDashboard } from 'clientele';
  import { memoryAdapter } from 'clientele/adapters/memory';
  provideDashboard(document.body, { adapter: memoryAdapter(), customerId: 'C-20817' });
`;

const FIRST = `
  const { warn } = console;
  globalThis.warnings = [];
  console.warn = (...words) => { warnings.push(words.join(' ')); warn(...words); };
  import('/node_modules/clientele/dist/clientele.cdn.js').then(() => import('/page.js'));
`;

describe('two copies of the library on one page', () => {
  let host: Host;
  let page: Page;
  before(async () => {
    host = await openHost();
    page = await openPage('chromium');
  });
  after(async () => {
    await page?.close();
    host?.close();
  });

  it('warn once; the first defines the elements, and accepts the second’s adapter', async () => {
    const plugin = { doc: '', line: 1, language: 'ts', name: 'plugin.ts', code: PLUGIN, shows: [] };
    const files = await bundleSnippet(plugin, [plugin], '');
    const markup = `${defaultPage}<notes-panel></notes-panel><script type="module">${FIRST}</script>`;
    await page.goto(host.show(markup, files, { runs: false }));
    const { text } = await settle(page, ['Deliver before 10:00 only']);
    assert.match(text, /Deliver before 10:00 only/);
    const warnings: readonly string[] = await page.evaluate(
      'warnings.filter((words) => words.includes("already defined"))',
    );
    assert.equal(warnings.length, 1, warnings.join('\n'));
  });
});
