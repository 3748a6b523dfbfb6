// Reduces the manifest to what is public: the elements, their classes, and the modules that define their tags.
import { relative, sep } from 'node:path';

/** @param {string} path */
const published = (path) =>
  relative('', path)
    .replaceAll(sep, '/')
    .replace(/^src\//, 'dist/')
    .replace(/\.ts$/, '.js');

/** Records which class a `define.ts` registers. */
export const definitions = {
  name: 'definitions',
  analyzePhase(/** @type {any} */ { ts, node, moduleDoc }) {
    if (!ts.isCallExpression(node) || node.expression.getText() !== 'define' || node.arguments.length !== 1) return;
    const name = node.arguments[0].getText();
    (moduleDoc.exports ??= []).push({ kind: 'custom-element-definition', name, declaration: { name } });
  },
};

/** @param {any} declaration */
function publicDeclaration(declaration) {
  const { superclass, members = [], attributes = [], ...rest } = declaration;
  const known = ({ privacy = 'public' }) => privacy === 'public';
  // Inherited members are listed as the element's own, because the module of the base class cannot be imported.
  const own = (/** @type {any} */ member) => {
    const { inheritedFrom: _inherited, privacy: _privacy, ...rest } = member;
    return rest;
  };
  return {
    ...rest,
    superclass: superclass.package ? superclass : { name: superclass.name, package: 'clientele' },
    members: members.filter(known).map(own),
    attributes: attributes.map(own),
  };
}

export const publicOnly = {
  name: 'public-only',
  packageLinkPhase(/** @type {any} */ { customElementsManifest }) {
    /** @type {Map<string, { tag: string, module: string }>} */
    const elements = new Map();
    /** @type {any[]} */
    const definitions = [];
    /** @type {any[]} */
    const classes = [];
    for (const { path, declarations = [], exports = [] } of customElementsManifest.modules) {
      const module = published(path);
      const declared = declarations.filter((/** @type {any} */ { tagName }) => tagName);
      for (const { name, tagName } of declared) elements.set(name, { tag: tagName, module });
      if (declared.length > 0) {
        const exported = declared.map((/** @type {any} */ { name }) => ({
          kind: 'js',
          name,
          declaration: { name, module },
        }));
        classes.push({
          kind: 'javascript-module',
          path: module,
          declarations: declared.map(publicDeclaration),
          exports: exported,
        });
      }
      const defined = exports.filter((/** @type {any} */ { kind }) => kind === 'custom-element-definition');
      if (defined.length > 0)
        definitions.push({ kind: 'javascript-module', path: module, declarations: [], exports: defined });
    }
    for (const definition of definitions.flatMap(({ exports }) => exports)) {
      const element = elements.get(definition.declaration.name);
      if (!element) throw new Error(`${definition.declaration.name} is defined, but has no @tag.`);
      definition.declaration.module = element.module;
      definition.name = element.tag;
    }
    customElementsManifest.modules = [...classes, ...definitions].sort((a, b) => (a.path < b.path ? -1 : 1));
  },
};

/** Removes the properties that other plugins added for later steps. Must be the last plugin. */
export const withoutNotes = {
  name: 'without-notes',
  packageLinkPhase(/** @type {any} */ { customElementsManifest }) {
    for (const { declarations } of customElementsManifest.modules)
      for (const { attributes = [] } of declarations)
        for (const attribute of attributes) {
          delete attribute.values;
          delete attribute.conversion;
        }
  },
};
