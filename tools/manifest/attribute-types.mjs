// The analyzer copies types as they are written (`OpenAs`). Readers of the manifest and editors need the values.

/**
 * @typedef {import('typescript').Type} Type
 * @typedef {import('typescript').TypeReference} TypeReference
 * @typedef {import('typescript').PropertyDeclaration} PropertyDeclaration
 */

/**
 * Returns how Lit converts an attribute to the property.
 * @param {typeof import('typescript')} ts
 * @param {PropertyDeclaration} property
 * @returns {'Boolean' | 'Number' | 'converter' | 'text' | undefined} `undefined` if the property is not reactive
 */
function conversionOf(ts, property) {
  for (const { expression } of ts.getDecorators(property) ?? []) {
    if (!ts.isCallExpression(expression) || expression.expression.getText() !== 'property') continue;
    const [options] = expression.arguments;
    if (!options || !ts.isObjectLiteralExpression(options)) return 'text';
    const named = (/** @type {string} */ name) => options.properties.find((option) => option.name?.getText() === name);
    if (named('converter')) return 'converter';
    const type = named('type');
    const text = type && ts.isPropertyAssignment(type) ? type.initializer.getText() : 'text';
    if (text !== 'Boolean' && text !== 'Number' && text !== 'text') throw new Error(`No attribute of type ${text}.`);
    return text;
  }
  return undefined;
}

/**
 * Adds the inferred type, and the value of a constant default.
 * @param {typeof import('typescript')} ts
 * @param {import('typescript').TypeChecker} checker
 * @param {PropertyDeclaration} property
 * @param {any} declaration
 */
function describe(ts, checker, property, declaration) {
  const { initializer } = property;
  const name = property.name.getText();
  const field = declaration.members?.find((/** @type {any} */ member) => member.name === name);
  if (!field) return;
  field.type ??= { text: checker.typeToString(checker.getTypeAtLocation(property)) };
  if (!initializer || !ts.isIdentifier(initializer)) return;
  const value = checker.typeToString(checker.getTypeAtLocation(initializer));
  const attribute = declaration.attributes?.find((/** @type {any} */ { fieldName }) => fieldName === name);
  for (const described of [field, attribute]) if (described) described.default = value;
}

/** @param {Type} type */
const alternatives = (type) => (type.isUnion() ? type.types : [type]);
/** @param {Type} type */
const textsOf = (type) =>
  alternatives(type).flatMap((each) => (each.isStringLiteral() && each.value ? [each.value] : []));
/** @param {readonly string[]} texts */
const union = (texts) => texts.map((text) => `'${text}'`).join(' | ');

/**
 * Adds to each attribute its type, the `values` that an editor may suggest and its `conversion`, and to each property
 * with a union of literals its values. `values` and `conversion` are for files that are generated from the manifest,
 * and are removed from it at the end.
 * @param {() => import('typescript').Program} program
 */
export const attributeTypes = (program) => ({
  name: 'attribute-types',
  analyzePhase(
    /** @type {{ ts: typeof import('typescript'), node: import('typescript').Node, moduleDoc: any }} */ {
      ts,
      node,
      moduleDoc,
    },
  ) {
    if (!ts.isClassDeclaration(node)) return;
    const checker = program().getTypeChecker();
    const declaration = moduleDoc.declarations?.find((/** @type {any} */ { name }) => name === node.name?.getText());
    for (const property of node.members) {
      if (!ts.isPropertyDeclaration(property)) continue;
      describe(ts, checker, property, declaration);
      const conversion = conversionOf(ts, property);
      if (!conversion) continue;
      const fieldName = property.name.getText();
      const type = checker.getNonNullableType(checker.getTypeAtLocation(property));
      const texts = textsOf(type);
      const isWord = texts.length > 0 && alternatives(type).every((each) => each.isStringLiteral());
      const field = declaration.members.find((/** @type {any} */ { name }) => name === fieldName);
      if (isWord) field.type = { text: `${union(texts)}${property.questionToken ? ' | undefined' : ''}` };
      const attribute = declaration.attributes?.find((/** @type {any} */ each) => each.fieldName === fieldName);
      if (!attribute) continue;
      const item = checker.isArrayType(type)
        ? checker.getTypeArguments(/** @type {TypeReference} */ (type))[0]
        : undefined;
      const values = [...texts, ...(item ? textsOf(item) : [])];
      const isList = Boolean(item) || alternatives(type).some(({ flags }) => flags & ts.TypeFlags.TemplateLiteral);
      const isNumber = conversion === 'Number' || alternatives(type).some(({ flags }) => flags & ts.TypeFlags.Number);
      const isFlag = alternatives(type).every(({ flags }) => flags & ts.TypeFlags.BooleanLike);
      const words = isFlag ? ['true', 'false'] : values;
      Object.assign(attribute, { conversion: isFlag && conversion === 'converter' ? 'flag' : conversion });
      if (conversion === 'Boolean') attribute.type = { text: 'boolean' };
      else if (isList) attribute.type = { text: 'string' };
      else if (isNumber) attribute.type = { text: ['number', ...(texts.length ? [union(texts)] : [])].join(' | ') };
      else attribute.type = { text: words.length ? union(words) : 'string' };
      if (words.length && conversion !== 'Boolean') attribute.values = { text: union(words) };
    }
  },
});
