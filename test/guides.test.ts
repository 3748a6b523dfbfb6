// The tables in the guides must list exactly what exists.
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { inspect } from 'node:util';
import { AdapterError, isOutcomeUnknown } from '../src/adapter/adapter-error.ts';
import { operationNames, type OperationName } from '../src/adapter/operations.ts';
import * as toolkit from '../src/adapter/toolkit/index.ts';
import { usage } from '../src/bin/read-command.ts';
import { environmentTypes } from '../.storybook/environment.ts';
import { scenarioNames } from '../src/testing/scenario.ts';
import { propertiesOf, readTheme } from '../tools/themes.mjs';
import { bundleSnippet } from './snippets/build.ts';
import { snippetsOf, type Snippet } from './snippets/markdown.ts';

const sources = globSync('src/**/*.ts', { exclude: ['src/testing/**', 'src/**/*.test.ts'] }).map((path) => ({
  path,
  text: readFileSync(path, 'utf8'),
}));

/** Returns the distinct first groups of all matches of a pattern in the sources. */
const inSources = (pattern: RegExp): readonly string[] =>
  [...new Set(sources.flatMap(({ text }) => [...text.matchAll(pattern)].map(([, name]) => name!)))].sort();

/** Parses the table rows under a heading, up to the next heading of its level. Cells are raw Markdown. */
function tables(doc: string, heading: string): readonly (readonly string[])[] {
  const text = readFileSync(`docs/guides/${doc}.md`, 'utf8');
  const start = text.indexOf(`\n## ${heading}\n`);
  assert.ok(start >= 0, `${doc} has no section "${heading}"`);
  const end = text.indexOf('\n## ', start + 1);
  const lines = text.slice(start, end < 0 ? undefined : end).split('\n');
  return lines
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

const codes = (cell: string | undefined): readonly string[] =>
  [...(cell ?? '').matchAll(/`([^`]+)`/g)].map(([, code]) => code!);
const firstOf = (doc: string, heading: string): readonly string[] =>
  tables(doc, heading)
    .flatMap(([first]) => codes(first))
    .sort();

/** Events of the library, grouped by whether they are requests or notifications. */
const events = new Map(
  sources.flatMap(({ text }) =>
    [
      ...text.matchAll(/extends (Request|Fact)Event \{[^}]*?super\('([\w-]+)'\)/g),
      ...text.matchAll(/extends (request|fact)Event\(\s*'([\w-]+)'/g),
    ].map(([, kind, name]) => [name!, kind!]),
  ),
);

describe('guides', () => {
  it('theming: lists every token, and no other', () => {
    assert.deepEqual(firstOf('theming', 'Tokens'), inSources(/(--clientele-[a-z-]+)/g));
  });

  it('theming: lists the defaults of the seeds', () => {
    const defaults = propertiesOf(readTheme('src/themes/default'));
    const documented = tables('theming', 'Tokens').filter(([, second]) => second?.startsWith('`'));
    assert.ok(documented.length >= 8);
    for (const [name, value] of documented) assert.equal(codes(value)[0], defaults[codes(name)[0]!]);
  });

  it('theming: lists every part once', () => {
    const inTemplates = inSources(/part(?:="|', '|: '|=\$\{[^}]*\? ')([a-z-]+)['"]/g);
    assert.deepEqual(
      firstOf('theming', 'Parts'),
      [...inTemplates, 'payments', 'refunds', 'fulfillments', 'review'].sort(),
    );
    assert.match(sources.map(({ text }) => text).join(), /part=\$\{name\}/, 'the others are named by a variable');
  });

  it('theming: lists every slot', () => {
    const named = [...inSources(/<slot name="([a-z-]+)"/g), ...inSources(/slotted\('([a-z-]+)'/g)];
    assert.deepEqual(firstOf('theming', 'Slots'), [...new Set(named)].sort());
  });

  it('embedding: lists every event and its kind', () => {
    const rows = tables('embedding', 'Events').flatMap(([names, kind]) =>
      codes(names).map((name) => `${name} ${kind}`),
    );
    const kinds = [...events].map(([name, kind]) => `${name} ${kind.toLowerCase()}`);
    assert.deepEqual(rows.sort(), kinds.sort());
  });

  it('embedding: lists every link intent and every operation with a permission', () => {
    const intents = inSources(/(?:(?:\blink|#hrefOf|#?openingTo)\(\s*|\bintent: )'([a-z-]+)'/g);
    assert.deepEqual(firstOf('embedding', 'Links'), intents);
    const operations = inSources(/(?:permissions\.of|\bcan)\('(\w+\.\w+)'\)/g);
    const named = firstOf('embedding', 'Permissions');
    for (const operation of operations) assert.ok(named.includes(operation));
    for (const operation of named) assert.ok(operationNames.includes(operation as OperationName), operation);
  });

  it('states: lists every state and every axis of the toolbar', () => {
    assert.deepEqual(
      tables('states', 'The states').flatMap(([name]) => codes(name)),
      scenarioNames,
    );
    const [, documented] = /none is a state: ([^.]*)\./s.exec(readFileSync('docs/guides/states.md', 'utf8')) ?? [];
    for (const { description } of Object.values(environmentTypes))
      assert.match(documented ?? '', new RegExp(description.toLowerCase()));
  });
});

/** Runs a snippet in Node, and returns what it prints, each line as Node prints it. */
async function printed(snippet: Snippet, snippets: readonly Snippet[]): Promise<readonly string[]> {
  const script = (await bundleSnippet(snippet, snippets, '')).get('/page.js')!;
  const lines: string[] = [];
  const { log } = console;
  console.log = (...values) =>
    void lines.push(
      values
        .map((value: unknown) => (typeof value === 'string' ? value : inspect(value, { breakLength: Infinity })))
        .join(' '),
    );
  try {
    await import(`data:text/javascript;base64,${Buffer.from(script).toString('base64')}`);
  } finally {
    console.log = log;
  }
  return lines;
}

describe('the guide of the command', () => {
  it('lists every option, and no other', () => {
    const text = readFileSync('docs/guides/embedding.md', 'utf8');
    const listed = [...text.matchAll(/^\| `(--[a-z-]+)` +\|/gm)].map(([, option]) => option!);
    const printed = [...usage.matchAll(/^ {2}(--[a-z-]+)/gm)].map(([, option]) => option!);
    assert.deepEqual(listed.sort(), [...printed, '--customer'].sort());
  });
});

describe('the guide of the adapter toolkit', () => {
  const snippets = snippetsOf('docs/guides/adapters.md');

  it('lists every function, and no other', () => {
    assert.deepEqual(firstOf('adapters', 'Functions'), Object.keys(toolkit).sort());
  });

  it('has examples of all of them', () => {
    assert.ok(snippets.length >= 10);
    const code = snippets.map((snippet) => snippet.code).join();
    const without = [
      'toMinor',
      'decimal',
      'pathSegment',
      'within',
      'errorCodeOf',
      'pageByOffset',
      'Session',
      'rejectUndeclared',
      'combineSources',
      'Session',
    ];
    for (const name of Object.keys(toolkit)) assert.equal(code.includes(name), !without.includes(name), name);
  });

  for (const snippet of snippets)
    it(`${snippet.name} prints what it says`, async () => {
      const said = [...snippet.code.matchAll(/console\.log\(.*\); \/\/ (.+)$/gm)].map(([, text]) => text!);
      const lines = await printed(snippet, snippets);
      // What is in a loop prints the same each time.
      assert.deepEqual([...new Set(lines)], [...new Set(said)]);
      assert.ok(said.length > 0 || snippet.name === 'ask.ts');
    });

  it('says of every status which error it is, and what that means for a write', () => {
    const text = readFileSync('docs/guides/adapters.md', 'utf8');
    const rows = [...text.matchAll(/^\| (.+?) +\| `([a-z-]+)` +\| (was not|may have been) carried out +\|$/gm)];
    assert.equal(rows.length, 12);
    const said = new Map(rows.flatMap(([, statuses, code]) => (statuses!.match(/\d{3}/g) ?? []).map((s) => [s, code])));
    for (let status = 400; status < 600; status++) {
      const other = status < 500 ? 'validation' : 'internal';
      assert.equal(toolkit.errorCodeOf(status), said.get(String(status)) ?? other, String(status));
    }
    for (const [, , code, meaning] of rows)
      assert.equal(isOutcomeUnknown(new AdapterError(code as 'offline')), meaning === 'may have been', code);
  });
});
