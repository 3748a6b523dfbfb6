// Generates the modules that import every registered widget.
import { existsSync, globSync } from 'node:fs';
import { widgetTags } from '../../src/widgets/registry.ts';

/** The files that every widget has in its folder. */
export const convention = (/** @type {string} */ tag) => [
  `${tag}.ts`,
  `${tag}.stories.ts`,
  `${tag}.test.ts`,
  'define.ts',
  'index.ts',
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

const lines = (/** @type {(tag: string) => string} */ line) => widgetTags.map(line).join('\n');

export function widgetModules() {
  return [
    {
      path: 'src/define-all.ts',
      text: `import './dashboard/define.ts';\n${lines((tag) => `import './widgets/${tag}/define.ts';`)}\n`,
    },
    { path: 'src/widgets/index.ts', text: `${lines((tag) => `export * from './${tag}/index.ts';`)}\n` },
    {
      path: 'src/testing/scenarios.ts',
      text: `import { widgetTags, type WidgetTag } from '../widgets/registry.ts';
${lines((tag) => `import { cells as ${camel(tag)} } from '../widgets/${tag}/scenarios.ts';`)}
import type { Cells } from './scenario.ts';

export { widgetTags, type WidgetTag };

/** Every widget in every state. Stories, pictures and the test of every state are made from it. */
export const scenarios: Readonly<Record<WidgetTag, Cells>> = {
${lines((tag) => `  '${tag}': ${camel(tag)},`)}
};
`,
    },
  ];
}
