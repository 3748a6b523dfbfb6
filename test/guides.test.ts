// The tables in the guides must list exactly what exists.
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { operationNames, type OperationName } from '../src/adapter/operations.ts';
import { environmentTypes } from '../.storybook/environment.ts';
import { scenarioNames } from '../src/testing/scenario.ts';
import { propertiesOf, readTheme } from '../tools/themes.mjs';

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
