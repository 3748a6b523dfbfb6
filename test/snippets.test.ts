// Runs every snippet of the README and the guides, to check that the library does what they say.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { openPage, type Page } from '../tools/drive.mjs';
import { bundleSnippets } from './snippets/build.ts';
import { documents, snippetsOf, where, type Snippet } from './snippets/markdown.ts';
import { openHost, settle, defaultModule, defaultPage, type Host, type PageState } from './snippets/pages.ts';
import { findIneffectiveStyles } from './snippets/styles.ts';
import { typeErrors } from './snippets/types.ts';

const all = documents().flatMap(snippetsOf);
const packageJson = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly exports: Readonly<Record<string, unknown>>;
  readonly scripts: Readonly<Record<string, string>>;
  readonly bin: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta: Readonly<Record<string, { readonly optional?: boolean }>>;
};
const neededPeers = Object.keys(packageJson.peerDependencies).filter(
  (peer) => !packageJson.peerDependenciesMeta[peer]?.optional,
);

const isModule = ({ language }: Snippet): boolean => ['ts', 'tsx'].includes(language);
const stemOf = ({ name }: Snippet): string => name.replace(/\.\w+$/, '');
const neighbours = ({ doc }: Snippet): readonly Snippet[] => all.filter((other) => other.doc === doc);

/** Returns the module of a page: the one with the same name. */
const moduleOf = (page: Snippet): Snippet | undefined =>
  neighbours(page).find((other) => isModule(other) && stemOf(other) === stemOf(page));

/** Returns `true` if a snippet runs by itself: nothing imports it, and no page loads it. */
const isEntry = (snippet: Snippet): boolean =>
  isModule(snippet) &&
  !neighbours(snippet).some(
    (other) =>
      other.code.includes(`from './${snippet.name}'`) ||
      other.code.includes(`import './${snippet.name}'`) ||
      (other.language === 'html' && moduleOf(other) === snippet),
  );

/** Returns a command without the variables that are set for it. */
const withoutVariables = (command: string): string => command.trim().replace(/^(?:[A-Z_]+=\S+\s+)+/, '');

describe('snippets', () => {
  it('exist in languages that are run', () => {
    assert.ok(all.length > 20);
    const known = ['ts', 'tsx', 'js', 'html', 'css', 'json', 'sh', 'text'];
    for (const snippet of all) assert.ok(known.includes(snippet.language), `${where(snippet)}: "${snippet.language}"`);
  });

  const planted = [
    "import 'clientele/define';\ndocument.querySelector('notes-panel')!.limits = 3;",
    "import 'clientele/define';\ndocument.addEventListener('note-created', ({ note }) => note);",
    "import { restAdapter } from 'clientele/adapters/rust';\nrestAdapter;",
  ].map((code, index): Snippet => ({
    doc: `planted-${index}`,
    line: 1,
    language: 'ts',
    name: 'x.ts',
    code,
    shows: [],
  }));
  // All are one program, because the library is checked once for each program.
  const errors = typeErrors([...all, ...planted]);
  for (const snippet of all.filter(isModule))
    it(`${where(snippet)}: type-checks`, () => assert.deepEqual(errors.get(where(snippet)), []));

  it('the check finds a wrong property, event or package entry', () => {
    for (const snippet of planted) assert.equal(errors.get(where(snippet))?.length, 1, snippet.code);
  });

  for (const snippet of all.filter(({ language }) => language === 'json'))
    it(`${where(snippet)}: names existing files of the package`, () => {
      for (const [path] of JSON.stringify(JSON.parse(snippet.code)).matchAll(/(?<=node_modules\/clientele\/)[\w./-]+/g))
        assert.ok(Object.values(packageJson.exports).includes(`./${path}`), path);
    });

  for (const { language, code, ...place } of all.filter((snippet) => snippet.language === 'sh'))
    it(`${place.doc}:${place.line}: names existing scripts`, () => {
      // A command may go on in the next line, and begin with variables.
      for (const command of code
        .replace(/\\\n\s*/g, '')
        .split(/\n|&&/)
        .map(withoutVariables)
        .filter(Boolean)) {
        const [, program] = /^npx (\S+)/.exec(command) ?? [];
        if (program) {
          assert.ok(packageJson.bin[program], command);
          continue;
        }
        const [, script] = /\bnpm (?:run )?(\S+)/.exec(command) ?? [];
        if (script === 'ci') continue;
        if (script === 'install') for (const peer of neededPeers) assert.match(command, new RegExp(peer));
        else assert.ok(script && packageJson.scripts[script], `${language}: ${command}`);
      }
    });

  for (const doc of documents())
    it(`${doc}: links resolve`, () => {
      for (const [, target = ''] of readFileSync(doc, 'utf8').matchAll(/\]\(([^)\s]+)\)/g))
        if (!/^https?:/.test(target)) assert.ok(existsSync(join(dirname(doc), target.split('#')[0]!)), target);
    });
});

describe('snippets in a browser', () => {
  const pages = all.filter(({ language }) => language === 'html');
  const entries = all.filter(isEntry);
  /** The module of the usual page. */
  const nothing: Snippet = { ...all[0]!, language: 'ts', name: 'nothing.ts', code: '' };
  let bundles: ReadonlyMap<Snippet, ReadonlyMap<string, string>>;
  let host: Host;
  let page: Page;
  before(async () => {
    const ofPages = pages.flatMap((each) => moduleOf(each) ?? []);
    const modules = [...ofPages, ...entries, nothing];
    const bundled = await bundleSnippets(
      modules.map((snippet) => ({
        snippet,
        snippets: [snippet, ...neighbours(snippet)],
        after: ofPages.includes(snippet) ? '' : defaultModule,
      })),
    );
    bundles = new Map(modules.map((snippet, index) => [snippet, bundled[index]!]));
    host = await openHost();
    page = await openPage('chromium');
  });
  after(async () => {
    await page?.close();
    host?.close();
  });

  /** Opens a page with markup and a module, and waits until everything on it is loaded. */
  async function open(markup: string, module: Snippet | undefined): Promise<PageState> {
    await page.goto(host.show(markup, (module && bundles.get(module)) ?? new Map<string, string>()));
    return settle(page, module?.shows);
  }

  const findIneffective = (css: string): Promise<string[]> =>
    page.evaluate(`(${findIneffectiveStyles.toString()})(${JSON.stringify(css)})`);

  function showsWhatItSays({ text }: PageState, snippets: readonly (Snippet | undefined)[]): void {
    for (const words of snippets.flatMap((snippet) => snippet?.shows ?? []))
      assert.ok(text.includes(words), `"${words}" is not in: ${text}`);
  }

  for (const snippet of pages)
    it(`${where(snippet)}: renders a page`, async () => {
      const module = moduleOf(snippet);
      await open(snippet.code, module);
      const seen = await settle(page, snippet.shows);
      assert.ok(snippet.shows.length > 0, 'does not name its content');
      showsWhatItSays(seen, [snippet, module]);
    });

  describe('styles of the usual page', () => {
    before(() => open(defaultPage, nothing));

    for (const snippet of all.filter(({ language }) => language === 'css'))
      it(`${where(snippet)}: changes what its comment says`, async () => {
        assert.deepEqual(await findIneffective(snippet.code), []);
      });

    it('the check finds a style that changes nothing, or something else', async () => {
      for (const [code, fault] of [
        [':root { --clientele-backgrund: red }', /backgrund/],
        ['notes-panel::part(header) { display: flex }', /was flex/],
        ['notes-panel::part(headline) { color: red }', /no notes-panel::part/],
        ['notes-panel { --clientele-focus: red }', /nothing looks different/],
      ] as const)
        assert.match(String(await findIneffective(code)), fault, code);
    });
  });

  for (const snippet of entries)
    it(`${where(snippet)}: runs`, async () => {
      const seen = await open(defaultPage, snippet);
      showsWhatItSays(seen, [snippet]);
      const cases: readonly string[] = await page.evaluate(`(async () => {
        const failed = [];
        for (const { name, run } of cases) await run().catch((error) => failed.push(name + ': ' + error.message));
        return failed;
      })()`);
      assert.deepEqual(cases, []);
    });
});
