// The layers of src/. A folder may import only the layers and packages listed in its entry, and transitively theirs.
import { dirname, join, relative, sep } from 'node:path';

/**
 * @typedef {object} Layer
 * @property {string[]} imports the layers, or folders and files of them, that it may import
 * @property {string[]} [types] layers of which it may import types only
 * @property {string[]} packages
 */

/** @type {Record<string, Layer>} */
export const LAYERS = {
  domain: { imports: [], packages: ['valibot'] },
  // The conformance kit reports which widgets an adapter enables, so it reads which operation each widget needs.
  adapter: { imports: ['domain', 'widgets/registry.ts'], packages: ['valibot'] },
  data: { imports: ['adapter'], packages: ['valibot'] },
  i18n: { imports: ['domain'], packages: [] },
  element: { imports: ['data', 'i18n'], packages: ['lit', '@lit/context'] },
  ui: {
    imports: ['i18n', 'element/href.ts', 'element/lazy.ts', 'element/shadow-tree'],
    types: ['data', 'element/widget-host.ts'],
    packages: ['lit'],
  },
  list: { imports: ['element', 'ui'], packages: ['lit'] },
  forms: { imports: ['element', 'ui'], packages: ['lit'] },
  features: { imports: ['forms'], packages: ['lit', 'valibot', 'lib-address'] },
  widgets: {
    imports: ['list', 'features'],
    packages: ['lit', '@lit/context', 'valibot', 'libphonenumber-js'],
  },
  search: { imports: ['element', 'ui'], packages: ['lit'] },
  dashboard: { imports: ['widgets'], packages: ['lit', '@lit/context', 'valibot'] },
  adapters: { imports: ['domain', 'adapter'], packages: ['valibot'] },
  bin: { imports: ['adapter'], packages: ['node:fs', 'node:path', 'node:url', 'node:util'] },
  themes: { imports: [], packages: [] },
  testing: {
    imports: ['adapter', 'adapters/memory', 'adapters/rest', 'dashboard', 'search'],
    packages: ['axe-core', 'msw', 'valibot'],
  },
};

/**
 * @param {string} name
 * @param {boolean} asType
 * @returns {string[]} the layers that a layer may import, transitively, as values or as types
 */
function reach(name, asType) {
  const layer = LAYERS[name];
  if (!layer) return [];
  const next = asType ? [...layer.imports, ...(layer.types ?? [])] : layer.imports;
  return next.flatMap((other) => [other, ...reach(other, asType)]);
}

/** What the toolkit imports of its layer as values: it is loaded without ports, operations and schemas. */
const TOOLKIT = ['adapter/toolkit', 'adapter/adapter-error.ts'];

/** @param {string} path below src/ */
const folderOf = (path) => path.split('/').slice(0, 2).join('/');

/**
 * Returns the reason why a file may not import a specifier, or `undefined` if it may.
 * @param {string} file path below src/
 * @param {string} specifier
 * @param {boolean} asType
 * @returns {string | undefined}
 */
export function forbidden(file, specifier, asType) {
  const [from = ''] = file.split('/');
  if (/\.(test|stories)\.ts$/.test(file)) return undefined;
  // Scenarios are in the folder of their widget, but belong to the layer for tests.
  const layer = LAYERS[file.endsWith('/scenarios.ts') ? 'testing' : from];

  if (!specifier.startsWith('.')) {
    const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
    if (!layer || layer.packages.includes(name)) return undefined;
    return `src/${from} does not import the package ${name}.`;
  }
  const target = join(dirname(file), specifier).replaceAll(sep, '/');
  const [to = ''] = target.split('/');
  if (target.startsWith('..')) return 'src imports nothing from outside of it.';
  // The entries at the top level export what hosts use in production. Only the CDN file includes the adapters.
  if (!layer) {
    const isApart = to === 'testing' || (to === 'adapters' && from !== 'clientele.cdn.ts');
    return isApart ? `The entries of src do not import src/${to}.` : undefined;
  }
  if (to === 'widgets' && target.endsWith('/scenarios.ts') && from !== 'testing')
    return `src/${from} does not import scenarios.`;
  if (file.startsWith('adapter/toolkit/') && to === 'adapter' && !asType) {
    const isAllowed = TOOLKIT.some((name) => target === name || target.startsWith(`${name}/`));
    return isAllowed ? undefined : `src/adapter/toolkit does not import src/${target}, but for its types.`;
  }
  if (from === to) {
    const mayDiffer = from !== 'widgets' && from !== 'features' && from !== 'adapters';
    return mayDiffer || folderOf(file) === folderOf(target) || !file.includes('/', from.length + 1)
      ? undefined
      : `src/${folderOf(file)} does not import src/${folderOf(target)}.`;
  }
  const own = file.endsWith('/scenarios.ts') ? 'testing' : from;
  const allowed = [own, ...reach(own, asType)];
  if (allowed.some((name) => target === name || target.startsWith(`${name}/`))) return undefined;
  const typesOnly = reach(own, true).includes(to);
  return `src/${from} does not import src/${to}${typesOnly ? ', but for its types' : ''}.`;
}

/** @param {any} node */
const isType = (node) =>
  node.importKind === 'type' ||
  node.exportKind === 'type' ||
  (node.specifiers?.length > 0 &&
    node.specifiers.every((/** @type {any} */ s) => (s.importKind ?? s.exportKind) === 'type'));

/** @type {import('./plugin.mjs').Rule} */
export const layers = {
  create(context) {
    const path = relative(context.cwd, context.filename).replaceAll(sep, '/');
    if (!path.startsWith('src/')) return {};
    /**
     * @param {any} node
     * @param {any} source
     * @param {boolean} asType
     */
    const check = (node, source, asType) => {
      if (typeof source?.value !== 'string') return;
      const message = forbidden(path.slice('src/'.length), source.value, asType);
      if (message) context.report({ node, message });
    };
    return {
      ImportDeclaration: (node) => check(node, node.source, isType(node)),
      ExportNamedDeclaration: (node) => check(node, node.source, isType(node)),
      ExportAllDeclaration: (node) => check(node, node.source, isType(node)),
      ImportExpression: (node) => check(node, node.source, false),
      TSImportType: (node) => check(node, node.source, true),
    };
  },
};
