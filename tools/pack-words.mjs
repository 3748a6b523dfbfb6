// A language repeats the names of its messages, which the English module beside it has: the build leaves them out, which
// takes a third off what another language costs. `named()` in src/i18n/locales.ts gives them back.
import { transform } from 'esbuild';
import MagicString from 'magic-string';

/** @param {string} path of a module in src/ or dist/: whether it is one of a language other than English */
export const isLanguage = (path) => /(?:^|[/\\-])words\.(?!en\.)[a-z]{2,3}(?:-\w+)*\.[jt]s$/.test(path);

/**
 * The module with its messages as a list, in the order of their names, and a source map to where it began.
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
