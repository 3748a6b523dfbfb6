// Writes the element types that the framework entries use (src/types). The manifest lists the properties, attributes
// and events; their types refer to the class.
import { writeFileSync } from 'node:fs';

const HEADER = `// Written by tools/manifest/element-types.mjs.
`;

/** @param {string | undefined} text */
const comment = (text) => (text ? `      /** ${text.replaceAll(/\s+/g, ' ').replaceAll('*/', '*\\/')} */\n` : '');

/**
 * @param {string} name
 * @param {string} type
 * @param {string} [description]
 */
const member = (name, type, description) =>
  `${comment(description)}      ${/^\w+$/.test(name) ? name : `'${name}'`}?: ${type} | undefined;\n`;

/**
 * @param {any} attribute
 * @param {string} element the name of the class
 */
function attributeType({ fieldName, conversion, type }, element) {
  if (!fieldName) return type.text;
  if (conversion === 'Boolean') return 'boolean';
  if (conversion === 'flag') return "'true' | 'false'";
  return `Attribute<${element}['${fieldName}']>`;
}

/**
 * Collects the events by name, each with its class, or with several if elements dispatch different classes under one
 * name.
 * @param {readonly any[]} declarations
 * @returns {Map<string, { types: Set<string>, description: string }>}
 */
function eventsOf(declarations) {
  const events = new Map();
  for (const { name, type, description } of declarations.flatMap(({ events = [] }) => events)) {
    const event = events.get(name) ?? { types: new Set(), description };
    event.types.add(type.text);
    events.set(name, event);
  }
  return events;
}

/**
 * @param {any} declaration
 * @param {readonly any[]} all
 */
function entryOf(declaration, all) {
  const { name, tagName, members = [], attributes = [], slots = [] } = declaration;
  const properties = members
    .filter((/** @type {any} */ { kind, readonly, static: isStatic }) => kind === 'field' && !readonly && !isStatic)
    .map((/** @type {any} */ { name: property, description }) =>
      member(property, `${name}['${property}']`, description),
    );
  const texts = attributes.map((/** @type {any} */ attribute) =>
    member(attribute.name, attributeType(attribute, name), attribute.description),
  );
  // Events bubble, so an element with other elements inside receives their events too.
  const isAround = slots.some((/** @type {any} */ slot) => slot.name === '');
  const others = isAround ? all.filter((each) => each !== declaration) : [];
  const events = [...eventsOf([declaration, ...others])].map(
    ([event, { types, description }]) =>
      `${comment(description)}      ${/^\w+$/.test(event) ? event : `'${event}'`}: ${[...types].join(' | ')};\n`,
  );
  return `  '${tagName}': {
    element: ${name};
    properties: {\n${properties.join('')}    };
    attributes: {\n${texts.join('')}    };
    events: {\n${events.join('')}    };
  };
`;
}

/** @param {any} manifest */
function sourceOf({ modules }) {
  const all = modules.flatMap((/** @type {any} */ { declarations }) => declarations);
  const entries = all.map((/** @type {any} */ declaration) => entryOf(declaration, all)).join('');
  const code = entries.replaceAll(/\/\*\*.*?\*\//g, '').replaceAll(/'[^']*'/g, '');
  const names = [...new Set(code.match(/\b[A-Z]\w+/g))].filter((name) => name !== 'Attribute');
  names.sort((a, b) => (a < b ? -1 : 1));
  return `${HEADER}import type {\n${names.map((name) => `  ${name},\n`).join('')}} from '../index.ts';
import type { Attribute } from './attribute.ts';

/** The members of each element, by its tag. */
export interface ElementTypes {\n${entries}}
`;
}

/** @param {string} path */
export const elementTypes = (path) => ({
  name: 'element-types',
  packageLinkPhase(/** @type {any} */ { customElementsManifest }) {
    writeFileSync(path, sourceOf(customElementsManifest));
  },
});
