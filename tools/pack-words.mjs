// Every translation would repeat the message names of the English module beside it. The build omits them, which saves a
// third of its size; `named()` in src/i18n/locales.ts restores them.
import { transform } from 'esbuild';

/** @param {string} path of a module in src/ or dist/: whether it is one of a language other than English */
export const isLanguage = (path) => /(?:^|[/\\-])words\.(?!en\.)[a-z]{2,3}(?:-\w+)*\.[jt]s$/.test(path);

/**
 * Returns the module with its messages as a list, ordered by name.
 * @param {string} source of a module that exports `words` and imports only types
 */
export async function packWords(source) {
  const { code } = await transform(source, { loader: 'ts', format: 'esm' });
  const { words } = await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
  const list = Object.keys(words).sort();
  return `export const words = ${JSON.stringify(list.map((name) => words[name]))};\n`;
}
