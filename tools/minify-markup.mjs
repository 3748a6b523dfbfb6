// A host's minifier does not minify markup in template literals either: the published modules contain each run of line
// breaks and indentation as one space, which renders the same.
import MagicString from 'magic-string';
import { parseAst } from 'rolldown/parseAst';

/**
 * Returns the module with every literal tagged `html` minified, and a source map.
 * @param {string} source JavaScript or TypeScript
 */
export async function minifyMarkup(source) {
  const text = new MagicString(source);
  // TypeScript writes a space after the tag.
  if (/\bhtml ?`/.test(source)) visit(parseAst(source, { lang: 'ts', astType: 'js' }), text);
  return { code: text.toString(), map: text.generateMap({ hires: 'boundary' }) };
}

/**
 * @param {unknown} node a node of the syntax tree, or anything in it
 * @param {MagicString} text
 */
function visit(node, text) {
  if (typeof node !== 'object' || node === null) return;
  if (isMarkup(node)) {
    const pieces = node.quasi.quasis;
    if (keepsBreaks.test(pieces.map(({ value }) => value.raw).join('')))
      throw new Error('Markup in which line breaks are rendered cannot be minified.');
    for (const { start, end, value } of pieces) {
      const small = value.raw.replace(/\s*\n\s*/g, ' ');
      if (small !== value.raw) text.overwrite(start, end, small);
    }
  }
  for (const child of Object.values(node)) visit(child, text);
}

/** A line break in the content of an element that renders it. */
const keepsBreaks = /<(pre|textarea)\b[^>]*>[^<]*\n/;

/**
 * @typedef {{ start: number, end: number, value: { raw: string } }} Piece
 * @param {object} node
 * @returns {node is { quasi: { quasis: Piece[] } }}
 */
const isMarkup = (node) =>
  'type' in node &&
  node.type === 'TaggedTemplateExpression' &&
  'tag' in node &&
  /** @type {{ name?: string }} */ (node.tag).name === 'html';
