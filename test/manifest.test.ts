// Checks that custom-elements.json, as `npm run build` generates it, describes the elements exactly.
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

interface Described {
  readonly name: string;
  readonly description?: string;
}

interface Declaration extends Described {
  readonly tagName: string;
  readonly members: readonly (Described & { kind: string; static?: boolean; type?: { text: string } })[];
  readonly attributes: readonly (Described & { fieldName?: string; type: { text: string } })[];
  readonly events: readonly (Described & { type: { text: string } })[];
  readonly slots: readonly Described[];
  readonly cssParts: readonly Described[];
  readonly cssStates: readonly Described[];
}

interface Exported {
  readonly kind: string;
  readonly name: string;
  readonly declaration: { readonly name: string; readonly module: string };
}

interface Module {
  readonly path: string;
  readonly declarations: readonly Declaration[];
  readonly exports: readonly Exported[];
}

interface EditorData {
  readonly tags: readonly {
    readonly name: string;
    readonly attributes: readonly { readonly name: string; readonly values: readonly { readonly name: string }[] }[];
  }[];
}

const noEvents: Pick<Declaration, 'events'> = { events: [] };

const read = (path: string) => readFileSync(path, 'utf8');
const text = read('custom-elements.json');
const { modules } = JSON.parse(text) as { modules: readonly Module[] };
/** The elements. One may have no event of its own. */
const elements = modules.flatMap(({ declarations }) => declarations.map((element) => ({ ...noEvents, ...element })));
const namesOf = (all: readonly Described[]) => all.map(({ name }) => name).sort();
const union = (lists: readonly (readonly string[])[]) => [...new Set(lists.flat())].sort();

/** The module that defines each tag. A widget's folder has the name of its tag. */
const definedIn = new Map([
  ['customer-dashboard', 'dist/dashboard/define.js'],
  ['customer-search', 'dist/search/define.js'],
  ...globSync('src/widgets/*/define.ts').map((path): [string, string] => [
    path.split('/')[2]!,
    path.replace('src/', 'dist/').replace('.ts', '.js'),
  ]),
]);

const cell = (doc: string, heading: string): readonly string[] => {
  const section = read(doc).split(`\n## ${heading}\n`)[1]!.split('\n## ')[0]!;
  return [...section.matchAll(/^\| (`[^|]*)\|/gm)].flatMap(([, names]) =>
    [...names!.matchAll(/`([^`]+)`/g)].map(([, name]) => name!),
  );
};

describe('the manifest', () => {
  it('has the tags that can be defined, and names the modules that define them', () => {
    assert.deepEqual(new Set(elements.map(({ tagName }) => tagName)), new Set(definedIn.keys()));
    assert.equal(elements.length, definedIn.size);
    const definitions = modules.flatMap(({ path, exports }) =>
      exports.filter(({ kind }) => kind === 'custom-element-definition').map(({ name }) => [name, path]),
    );
    assert.deepEqual(Object.fromEntries(definitions), Object.fromEntries(definedIn));
  });

  it('has only the modules of the elements, each in a published file', () => {
    for (const { path, declarations, exports } of modules) {
      assert.ok(exports.length > 0, path);
      assert.match(read(path.replace('dist/', 'src/').replace('.js', '.ts')), /./);
      for (const { declaration } of exports) {
        const module = modules.find((each) => each.path === declaration.module);
        assert.ok(
          module?.declarations.some(({ name }) => name === declaration.name),
          `${path} ${declaration.name}`,
        );
      }
      for (const { tagName, name } of declarations) assert.ok(tagName, name);
    }
    assert.equal(modules.length, 2 * definedIn.size);
  });

  it('describes every property, attribute, event, part and slot', () => {
    for (const { tagName, members, attributes, events, slots, cssParts } of elements) {
      const all = [...members.filter((member) => !member.static), ...attributes, ...events, ...slots, ...cssParts];
      assert.deepEqual(
        all.filter(({ description }) => !description).map(({ name }) => `${tagName} ${name}`),
        [],
      );
      for (const { name, type } of members.filter(({ kind }) => kind === 'field'))
        assert.ok(type, `${tagName} ${name} has no type`);
    }
  });

  it('has the attributes and properties that the elements observe', async () => {
    const library: Readonly<Record<string, unknown>> = await import('../dist/index.js' as string);
    for (const { name, attributes, members } of elements) {
      const { elementProperties } = library[name] as {
        elementProperties: ReadonlyMap<string, { attribute?: string | boolean; state?: boolean }>;
      };
      const known = [...elementProperties].filter(([, { state }]) => !state);
      const observed = known.flatMap(([property, { attribute = true }]) =>
        attribute === false ? [] : [attribute === true ? property.toLowerCase() : attribute],
      );
      const others = name === 'CustomerDashboard' ? [] : ['dashboard-area'];
      assert.deepEqual(namesOf(attributes), [...observed, ...others].sort(), name);
      for (const [property] of known) assert.ok(namesOf(members).includes(property), `${name} ${property}`);
    }
  });

  it('has every event, with the class that the package exports', async () => {
    const library: Readonly<Record<string, unknown>> = await import('../dist/index.js' as string);
    for (const { name, type } of elements.flatMap(({ events }) => events))
      assert.equal(typeof library[type.text.replace(/<.*/, '')], 'function', `${name}: ${type.text}`);
    assert.deepEqual(
      union(elements.map(({ events }) => namesOf(events))),
      [...cell('docs/guides/embedding.md', 'Events')].sort(),
    );
  });

  it('has the elements of the README', () => {
    assert.deepEqual([...cell('README.md', 'Elements')].sort(), [...definedIn.keys()].sort());
  });

  it('has the parts and slots of the theming guide', () => {
    const guide = 'docs/guides/theming.md';
    assert.deepEqual(union(elements.map(({ cssParts }) => namesOf(cssParts))), [...cell(guide, 'Parts')].sort());
    const slots = union(elements.map((element) => namesOf(element.slots))).filter(Boolean);
    assert.deepEqual(slots, [...cell(guide, 'Slots')].sort());
  });

  it('has the states of the theming guide for every element', () => {
    const states = [...cell('docs/guides/theming.md', 'States')].sort();
    assert.equal(states.length, 7);
    for (const { tagName, cssStates } of elements) {
      assert.deepEqual(namesOf(cssStates), states, tagName);
      for (const { name, description } of cssStates) assert.ok(description, `${tagName} ${name}`);
    }
  });

  it('stays small', () => {
    assert.ok(text.length < 26_000 * elements.length, `${text.length} characters`);
  });
});

describe('the data for editors', () => {
  const { tags } = JSON.parse(read('vscode.html-custom-data.json')) as EditorData;
  const valuesOf = (tag: string, attribute: string) =>
    namesOf(tags.find(({ name }) => name === tag)!.attributes.find(({ name }) => name === attribute)!.values);

  it('has the tags and attributes of the manifest', () => {
    for (const { tagName, attributes } of elements)
      assert.deepEqual(namesOf(tags.find(({ name }) => name === tagName)!.attributes), namesOf(attributes));
    assert.equal(tags.length, elements.length);
  });

  it('offers attribute values: single words, list items, flags, but never a type name', () => {
    assert.deepEqual(valuesOf('order-history', 'open-as'), ['dialog', 'drawer', 'event', 'page', 'popup']);
    assert.deepEqual(valuesOf('cross-sell-table', 'open-as'), ['event', 'page', 'popup']);
    assert.deepEqual(valuesOf('notes-panel', 'dashboard-area'), ['end', 'full', 'main']);
    assert.deepEqual(valuesOf('cross-sell-table', 'toolbar'), ['columns', 'export', 'range', 'search']);
    assert.deepEqual(valuesOf('order-history', 'status-palette'), ['cafe24', 'cafe24-literal', 'seller', 'semantic']);
    assert.equal(valuesOf('order-history', 'columns').length, 10);
    assert.deepEqual(valuesOf('credit-balance', 'allow-debit'), ['false', 'true']);
    const all = tags.flatMap(({ attributes }) => attributes.flatMap(({ values }) => namesOf(values)));
    for (const value of all) assert.match(value, /^[a-z][\w-]*$/);
  });

  it('describes attribute types without type names', () => {
    const types = elements.flatMap(({ attributes }) => attributes.map(({ type }) => type.text));
    for (const type of types) assert.match(type, /^(string|boolean|number|'[^']+')( \| '[^']+')*$/);
    const { contributions } = JSON.parse(read('web-types.json')) as {
      contributions: { html: { elements: readonly Described[] } };
    };
    assert.deepEqual(namesOf(contributions.html.elements), elements.map(({ tagName }) => tagName).sort());
  });
});
