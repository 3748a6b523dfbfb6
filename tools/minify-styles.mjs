// Style sheets in template literals are out of reach for a host's minifier, so the published modules carry them small.
import { transform } from 'esbuild';
import MagicString from 'magic-string';

/**
 * The same source with every literal that is tagged `css` minified, and a source map of the change.
 * @param {string} source
 */
export async function minifyStyles(source) {
  const text = new MagicString(source);
  for (const match of source.matchAll(/\bcss ?`([^`]*)`/g)) {
    const sheet = /** @type {string} */ (match[1]);
    if (sheet.includes('${')) throw new Error('A style sheet with an expression in it cannot be minified.');
    // Written as it is: nesting and other syntax is the browser's, and no prefix is wanted.
    const { code } = await transform(sheet, { loader: 'css', minify: true, target: 'esnext' });
    text.overwrite(match.index, match.index + match[0].length, `css\`${code.trim().replaceAll('\\', '\\\\')}\``);
  }
  return { code: text.toString(), map: text.generateMap({ hires: 'boundary' }) };
}
