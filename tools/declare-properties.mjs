// Lit's decorators for legacy decorators call `createProperty()` of the class. The published modules call it themselves,
// which needs no decorators and no helper.
import MagicString from 'magic-string';
import { parseAst } from 'rolldown/parseAst';

const DECORATORS = new Set(['property', 'state']);

/**
 * Returns the module with properties declared by their class, and a source map.
 * @param {string} source JavaScript as TypeScript emits it
 */
export async function declareProperties(source) {
  const text = new MagicString(source);
  if (source.includes('__decorate(')) {
    const { body } = parseAst(source);
    for (const statement of body) {
      if (statement.type === 'ImportDeclaration') removeImport(statement, text);
      else declare(statement, text);
    }
    if (/\b__decorate\b/.test(text.toString())) throw new Error('A decorator cannot be replaced.');
  }
  return { code: text.toString(), map: text.generateMap({ hires: 'boundary' }) };
}

/**
 * Replaces `__decorate([property(options)], Element.prototype, "name", void 0);`.
 * @param {any} statement
 * @param {MagicString} text
 */
function declare({ expression, start, end }, text) {
  if (expression?.type !== 'CallExpression' || expression.callee.name !== '__decorate') return;
  const [decorators, prototype, name] = expression.arguments;
  const [decorator, ...others] = decorators.elements;
  const kind = decorator.callee?.name;
  if (others.length > 0 || !DECORATORS.has(kind))
    throw new Error(`${name.value} has another decorator than a property's.`);
  const written = (/** @type {{ start: number, end: number }} */ node) => text.original.slice(node.start, node.end);
  const options = kind === 'state' ? ['{ state: true }'] : decorator.arguments.map(written);
  text.overwrite(start, end, `${written(prototype.object)}.createProperty(${[written(name), ...options].join(', ')});`);
}

/**
 * Removes the import of a decorator or the helper.
 * @param {any} statement
 * @param {MagicString} text
 */
function removeImport({ source, specifiers, start, end }, text) {
  const isUnused = (/** @type {any} */ { imported }) =>
    DECORATORS.has(imported?.name) || imported?.name === '__decorate';
  if (/(^lit\/decorators|tslib)\.js$/.test(source.value) && specifiers.every(isUnused)) text.remove(start, end);
}
