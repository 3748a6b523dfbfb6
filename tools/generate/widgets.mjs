// Generates the modules that every registered widget has, and those that import all of them.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { scenarioNames } from '../../src/testing/scenario.ts';
import { widgetTags } from '../../src/widgets/registry.ts';

/** The files that you write for a widget, in its folder. It may have others: events, stories of its own, an `index.ts`. */
export const convention = (/** @type {string} */ tag) => [
  `${tag}.ts`,
  `${tag}.test.ts`,
  'scenarios.ts',
  'words.en.ts',
  'words.id.ts',
];

/**
 * Returns the problems of the folders in src/widgets, one sentence each.
 * @param {readonly string[]} registered
 */
export function faults(registered = widgetTags) {
  const folders = globSync('src/widgets/*/').map((path) => path.replaceAll('\\', '/').split('/')[2] ?? '');
  const tags = new Set([...folders, ...registered]);
  return [...tags].flatMap((tag) => {
    if (!folders.includes(tag)) return [`${tag} is in src/widgets/registry.ts and has no folder.`];
    if (!registered.includes(tag)) return [`${tag} is not in src/widgets/registry.ts.`];
    const lacks = convention(tag).filter((name) => !existsSync(`src/widgets/${tag}/${name}`));
    return lacks.map((name) => `src/widgets/${tag}/${name} is not there.`);
  });
}

/** @param {string} tag */
const camel = (tag) => tag.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

/** Returns the class of a tag, as its module declares it. A domain type may have the name of the tag. @param {string} tag */
const classOf = (tag) =>
  new RegExp(`'${tag}': (\\w+);`).exec(readFileSync(`src/widgets/${tag}/${tag}.ts`, 'utf8'))?.[1] ?? camel(`-${tag}`);

const lines = (/** @type {(tag: string) => string} */ line) => widgetTags.map(line).join('\n');

/** Exports what a widget has for everyone: what its `index.ts` says, otherwise what its element and its events export. */
function exportsOf(/** @type {string} */ tag) {
  if (existsSync(`src/widgets/${tag}/index.ts`)) return `export * from './${tag}/index.ts';`;
  const element = `export * from './${tag}/${tag}.ts';`;
  // Events of dialogs load with them, so they have modules of their own.
  const events = globSync(`src/widgets/${tag}/*.events.ts`).map((path) => basename(path));
  return [element, ...events.toSorted().map((name) => `export * from './${tag}/${name}';`)].join('\n');
}

/** The module that defines the tag. Bundles and tests import it. */
const definition = (/** @type {string} */ tag) => ({
  path: `src/widgets/${tag}/define.ts`,
  text: `import { define } from '../../element/define.ts';
import { ${classOf(tag)} } from './${tag}.ts';

define(${classOf(tag)});

/** Adds the types of the tag. */
export type { ${classOf(tag)} } from './${tag}.ts';
`,
});

/** The stories of all states of a widget. Storybook reads the names of stories without running the module. */
const stories = (/** @type {string} */ tag) => ({
  path: `stories/widgets/${tag}.stories.ts`,
  text: `import type { Meta } from '@storybook/web-components-vite';
import '../../src/widgets/${tag}/define.ts';
import { allStates, state } from '../state.ts';

const tag = '${tag}';

export default { title: 'Widgets/${tag}', component: tag } satisfies Meta;

${scenarioNames.map((name) => `export const ${camel(`-${name}`)} = state(tag, '${name}');`).join('\n')}

/** All states on one page. The documentation has each of them already. */
export const AllStates = { ...allStates(tag), tags: ['!autodocs'] };
`,
});

export function widgetModules() {
  return [
    ...widgetTags.map(definition),
    ...widgetTags.map(stories),
    {
      path: 'src/define-all.ts',
      text: `import './dashboard/define.ts';\nimport './search/define.ts';\n${lines((tag) => `import './widgets/${tag}/define.ts';`)}\n`,
    },
    {
      path: 'src/dashboard/load-widget.ts',
      text: `const loaders: Readonly<Record<string, () => Promise<unknown>>> = {
${lines((tag) => `  '${tag}': () => import('../widgets/${tag}/define.ts'),`)}
};

/** Returns the function that loads a widget of the library and defines its tag. */
export const loadWidget = (tag: string): (() => Promise<unknown>) | undefined =>
  Object.hasOwn(loaders, tag) ? loaders[tag] : undefined;
`,
    },
    { path: 'src/widgets/index.ts', text: `${lines(exportsOf)}\n` },
    {
      path: 'src/testing/scenarios.ts',
      text: `import { widgetTags, type WidgetTag } from '../widgets/registry.ts';
${lines((tag) => `import { cells as ${camel(tag)} } from '../widgets/${tag}/scenarios.ts';`)}
import type { Cells } from './scenario.ts';

export { widgetTags, type WidgetTag };

/** All widgets in all their states. Stories, screenshots and the test of every state use this list. */
export const scenarios: Readonly<Record<WidgetTag, Cells>> = {
${lines((tag) => `  '${tag}': ${camel(tag)},`)}
};
`,
    },
  ];
}
