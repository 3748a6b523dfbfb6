// Finds all texts of src/: each `words.en.ts` or `…-words.en.ts` with its translations beside it.
import { existsSync, globSync, readFileSync } from 'node:fs';

export const LANGUAGES = ['id'];

/** @typedef {{ path: string, exported: string, name: string }} Words */

/** @returns {Words[]} in the order of their names */
export function allWords() {
  const paths = globSync('src/**/{words,*-words}.en.ts').map((path) => path.replaceAll('\\', '/'));
  return paths
    .map((path) => {
      const [, exported, name] =
        /export const (\w+) = defineWords\(\s*'([\w-]+)'/.exec(readFileSync(path, 'utf8')) ?? [];
      if (!exported || !name) throw new Error(`${path} does not export what defineWords() returns.`);
      return { path: path.replace('src/', '../'), exported, name };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** @param {readonly Words[]} words */
export function wordsModules(words) {
  const list = `${words.map(({ path, exported }) => `import { ${exported} } from '${path}';`).join('\n')}

/** All messages of the library. */
export const allWords = [
${words.map(({ exported }) => `  ${exported},`).join('\n')}
] as const;
`;
  const languages = LANGUAGES.map((language) => {
    const there = words.map(({ path, ...rest }) => ({ ...rest, path: path.replace('.en.', `.${language}.`) }));
    for (const { path } of there)
      if (!existsSync(path.replace('../', 'src/'))) throw new Error(`There is no ${path.replace('../', 'src/')}.`);
    const imports = there.map(({ path, exported }) => `import { words as ${exported} } from '${path}';`);
    return {
      path: `src/locales/${language}.ts`,
      text: `import type { Catalogue } from './add-locale.ts';
${imports.join('\n')}

/** The whole language, for pages that load all of it at once: \`addLocale('${language}', …)\`. */
export const catalogue: Catalogue = {
${there.map(({ name, exported }) => `  ${/-/.test(name) ? `'${name}'` : name}: ${exported},`).join('\n')}
};
`,
    };
  });
  return [{ path: 'src/locales/all-words.ts', text: list }, ...languages];
}
