// The modules of a language repeat the message names of the English module beside them. The build removes these names,
// which makes a language a third smaller. `named()` in src/i18n/locales.ts restores them.
import { transform } from 'esbuild';
import MagicString from 'magic-string';

/** @param {string} path of a module in src/ or dist/: whether it is one of a language other than English */
export const isLanguage = (path) => /(?:^|[/\\-])words\.(?!en\.)[a-z]{2,3}(?:-\w+)*\.[jt]s$/.test(path);

/**
 * Returns the module with its messages as an array, sorted by their names, and a source map.
 * @param {string} source of a module that exports `words` and imports nothing but types
 */
export async function packWords(source) {
  const { code } = await transform(source, { loader: 'ts', format: 'esm' });
  const { words } = await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
  const list = Object.keys(words).sort();
  const text = new MagicString(source);
  text.update(0, source.length, `export const words = ${JSON.stringify(list.map((name) => words[name]))};\n`);
  return { code: text.toString(), map: text.generateMap({ hires: 'boundary' }) };
}
