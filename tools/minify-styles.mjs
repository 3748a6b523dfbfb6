// A host's minifier does not minify style sheets in template literals, so the published modules contain them minified.
import { transform } from 'esbuild';
import MagicString from 'magic-string';

/**
 * Returns the source with every literal tagged `css` minified, and a source map.
 * @param {string} source
 */
export async function minifyStyles(source) {
  const text = new MagicString(source);
  for (const match of source.matchAll(/\bcss ?`([^`]*)`/g)) {
    const sheet = /** @type {string} */ (match[1]);
    if (sheet.includes('${')) throw new Error('A style sheet with an interpolated expression cannot be minified.');
    // `esnext` keeps nesting and other modern syntax, and adds no prefixes.
    const { code } = await transform(sheet, { loader: 'css', minify: true, target: 'esnext' });
    text.overwrite(match.index, match.index + match[0].length, `css\`${code.trim().replaceAll('\\', '\\\\')}\``);
  }
  return { code: text.toString(), map: text.generateMap({ hires: 'boundary' }) };
}
