// Style sheets in template literals are out of reach for a host's minifier, so the published modules carry them small.
import { transform } from 'esbuild';

/**
 * The same source with every literal that is tagged `css` minified.
 * @param {string} source
 */
export async function minifyStyles(source) {
  const parts = source.split(/\bcss`([^`]*)`/);
  for (let index = 1; index < parts.length; index += 2) {
    const sheet = /** @type {string} */ (parts[index]);
    if (sheet.includes('${')) throw new Error('A style sheet with an expression in it cannot be minified.');
    // Written as it is: nesting and other syntax is the browser's, and no prefix is wanted.
    const { code } = await transform(sheet, { loader: 'css', minify: true, target: 'esnext' });
    parts[index] = `css\`${code.trim().replaceAll('\\', '\\\\')}\``;
  }
  return parts.join('');
}
