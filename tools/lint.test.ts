// Runs oxlint, with the project's own configuration, over files that violate the rules.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { LAYERS } from './lint/layers.mjs';

const root = resolve(import.meta.dirname, '..');

const importing = (specifier: string) => `import { x } from '${specifier}';\nexport const y = x;\n`;
const importingType = (specifier: string) => `import type { X } from '${specifier}';\nexport type Y = X;\n`;

type Case = [what: string, path: string, code: string];

const FORBIDDEN: Case[] = [
  ['domain imports adapter', 'src/domain/a.ts', importing('../adapter/b.ts')],
  ['domain imports a type of adapter', 'src/domain/a.ts', importingType('../adapter/b.ts')],
  ['domain names a type of adapter inline', 'src/domain/a.ts', "export type Y = import('../adapter/b.ts').X;\n"],
  ['domain re-exports adapter', 'src/domain/a.ts', "export * from '../adapter/b.ts';\n"],
  ['data loads element lazily', 'src/data/a.ts', "export const load = () => import('../element/b.ts');\n"],
  ['data imports Lit', 'src/data/a.ts', importing('lit')],
  ['i18n imports data', 'src/i18n/a.ts', importing('../data/b.ts')],
  ['ui imports a value of data', 'src/ui/a.ts', importing('../data/b.ts')],
  ['ui imports element', 'src/ui/a.ts', importingType('../element/b.ts')],
  ['a widget imports another', 'src/widgets/a/a.ts', importing('../b/b.ts')],
  ['a widget imports an adapter', 'src/widgets/a/a.ts', importing('../../adapters/memory/b.ts')],
  ['a feature imports a widget', 'src/features/a/a.ts', importing('../../widgets/b/b.ts')],
  ['a feature imports another', 'src/features/a/a.ts', importing('../b/b.ts')],
  ['ui imports a feature', 'src/ui/a.ts', importing('../features/a/b.ts')],
  ['an adapter imports another', 'src/adapters/rest/a.ts', importing('../memory/b.ts')],
  ['a widget imports testing', 'src/widgets/a/a.ts', importing('../../testing/b.ts')],
  ['a widget imports its scenarios', 'src/widgets/a/a.ts', importing('./scenarios.ts')],
  [
    'scenarios import an adapter of one platform',
    'src/widgets/a/scenarios.ts',
    importing('../../adapters/vendure/b.ts'),
  ],
  ['the toolkit imports the table of operations', 'src/adapter/toolkit/a.ts', importing('../operations.ts')],
  ['the toolkit imports the conformance kit', 'src/adapter/toolkit/a.ts', importing('../conformance/b.ts')],
  ['the toolkit imports an adapter', 'src/adapter/toolkit/purchases/a.ts', importing('../../../adapters/memory/b.ts')],
  ['a command imports an adapter', 'src/bin/a.ts', importing('../adapters/memory/b.ts')],
  ['adapter imports Node', 'src/adapter/a.ts', importing('node:fs')],
  ['adapter imports a widget', 'src/adapter/a.ts', importing('../widgets/a/a.ts')],
  ['testing imports an adapter of one platform', 'src/testing/a.ts', importing('../adapters/vendure/b.ts')],
  ['the entry exports testing', 'src/index.ts', "export * from './testing/b.ts';\n"],
  ['the entry exports an adapter', 'src/index.ts', "export * from './adapters/rest/index.ts';\n"],
  ['src imports from outside', 'src/element/a.ts', importing('../../demo/b.ts')],
  [
    'a style attribute',
    'src/ui/a.ts',
    'import { html } from \'lit\';\nexport const a = html`<p style="color: red"></p>`;\n',
  ],
  [
    'markup from a string',
    'src/ui/a.ts',
    "import { html } from 'lit';\nexport const a = (b: string) => html`<p .innerHTML=${b}></p>`;\n",
  ],
  [
    'styleMap',
    'src/ui/a.ts',
    "import { styleMap } from 'lit/directives/style-map.js';\nexport const a = styleMap({});\n",
  ],
  [
    'unsafeHTML',
    'src/ui/a.ts',
    "import { unsafeHTML } from 'lit/directives/unsafe-html.js';\nexport const a = unsafeHTML;\n",
  ],
  ['a network call', 'src/element/a.ts', "export const a = () => fetch('/b');\n"],
  ['storage', 'src/element/a.ts', 'export const a = () => localStorage.length;\n'],
  ['any', 'src/domain/a.ts', 'export const a: any = 1;\n'],
  ...[
    'margin-left: 0',
    'inset: 0 1px 0 2px',
    'padding: 0 calc(1px + (2px)) 0 0',
    'border-top-right-radius: 0',
    'text-align: left',
    'float: right',
    'left: 0',
  ].map((css): Case => [css, 'src/ui/a.ts', `import { css } from 'lit';\nexport const a = css\`p { ${css}; }\`;\n`]),
];

const ALLOWED: Case[] = [
  ['adapter imports domain', 'src/adapter/a.ts', importing('../domain/b.ts')],
  ['the toolkit imports a type of a port', 'src/adapter/toolkit/a.ts', importingType('../operations.ts')],
  ['the toolkit imports errors', 'src/adapter/toolkit/purchases/a.ts', importing('../../adapter-error.ts')],
  ['an adapter imports the toolkit', 'src/adapters/rest/a.ts', importing('../../adapter/toolkit/b.ts')],
  ['a command imports the conformance kit', 'src/bin/a.ts', importing('../adapter/conformance/b.ts')],
  ['what a layer names is reached through it', 'src/element/a.ts', importing('../domain/b.ts')],
  ['ui imports a type of data', 'src/ui/a.ts', importingType('../data/b.ts')],
  ['ui loads on demand', 'src/ui/a.ts', importing('../element/lazy.ts')],
  ['a widget imports a feature', 'src/widgets/a/a.ts', importing('../../features/b/b.ts')],
  ['a widget imports its own files', 'src/widgets/a/a.ts', importing('./a.styles.ts')],
  ['testing imports the memory adapter', 'src/testing/a.ts', importing('../adapters/memory/b.ts')],
  ['testing speaks the protocol', 'src/testing/a.ts', importing('../adapters/rest/b.ts')],
  ['a test imports what it likes', 'src/domain/a.test.ts', importing('../testing/b.ts')],
  [
    'logical properties',
    'src/ui/a.ts',
    "import { css } from 'lit';\nexport const a = css`p { margin-inline-start: 0; text-align: start; inset: 0 1px 2px 1px; margin: 0 0 1px !important; }`;\n",
  ],
];

/** Creates a project with these rules and one file per case. A file's name begins with the number of its case. */
function project(cases: readonly Case[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'clientele-lint-'));
  for (const name of ['node_modules', 'tools']) symlinkSync(join(root, name), join(folder, name));
  cpSync(join(root, 'oxlint.config.ts'), join(folder, 'oxlint.config.ts'));
  cases.forEach(([, path, code], index) => {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, dirname(path), `${index}-${basename(path)}`), code);
  });
  return folder;
}

describe('the linter', () => {
  const cases = [...FORBIDDEN, ...ALLOWED];
  let reports: string[] = [];
  let folder: string;
  before(() => {
    folder = project(cases);
    const args = [join(root, 'node_modules/oxlint/bin/oxlint'), '--format', 'unix', 'src'];
    reports = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' }).stdout.split('\n');
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  cases.forEach(([what, path], index) => {
    const forbidden = index < FORBIDDEN.length;
    it(`${forbidden ? 'reports' : 'allows'}: ${what}`, () => {
      const file = join(dirname(path), `${index}-${basename(path)}`);
      const found = reports.filter((line) => line.startsWith(`${file}:`));
      assert.equal(found.length, forbidden ? 1 : 0, found.join('\n'));
    });
  });
});

it('knows layers that the README has too, in an order that allows imports of those above', () => {
  const rows = [...readFileSync(join(root, 'README.md'), 'utf8').matchAll(/^\| `src\/(\w+)` /gm)].map(
    ([, name]) => name!,
  );
  assert.deepEqual(
    Object.keys(LAYERS).filter((layer) => !rows.includes(layer)),
    [],
  );
  const above = (layer: string, other: string) => rows.indexOf(other) < rows.indexOf(layer);
  const below = Object.entries(LAYERS).flatMap(([layer, { imports }]) =>
    // A path of a layer is an exception, which a decision explains.
    imports.filter((other) => !other.includes('/') && !above(layer, other)).map((other) => `${layer}: ${other}`),
  );
  assert.deepEqual(below, []);
});
