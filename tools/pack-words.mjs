// The modules of a language repeat the message names of the English module beside them. The build removes these names,
// which makes a language a third smaller. `named()` in src/i18n/locales.ts restores them.
import { dirname } from 'node:path';
import { build } from 'esbuild';
import MagicString from 'magic-string';

/** @param {string} path of a module in src/ or dist/: whether it is one of a language other than English */
export const isLanguage = (path) => /(?:^|[/\\-])words\.(?!en\.)[a-z]{2,3}(?:-\w+)*\.[jt]s$/.test(path);

/**
 * Returns the module with its messages as an array, sorted by their names, and a source map.
 * @param {string} source of a module that exports `words`
 * @param {string} path of the module, from which it imports
 */
export async function packWords(source, path) {
  const stdin = { contents: source, loader: /** @type {const} */ ('ts'), resolveDir: dirname(path) };
  const { outputFiles } = await build({ stdin, bundle: true, format: 'esm', write: false, logLevel: 'silent' });
  const code = Buffer.from(outputFiles[0]?.contents ?? []).toString('base64');
  const { words } = await import(`data:text/javascript;base64,${code}`);
  const list = Object.keys(words).sort();
  const text = new MagicString(source);
  text.update(0, source.length, `export const words = ${JSON.stringify(list.map((name) => words[name]))};\n`);
  return { code: text.toString(), map: text.generateMap({ hires: 'boundary' }) };
}
