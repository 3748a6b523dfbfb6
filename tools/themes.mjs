// Generates src/themes/<name>.css from <name>.tokens.json, in the format of the Design Tokens Community Group: `npm run
// themes`. Tokens in both of the groups `light` and `dark` follow the page's color-scheme.
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { formatted } from './format.mjs';

/** @typedef {{ colorSpace: string, components: number[], hex?: string }} Color */
/** @typedef {{ value: number, unit: string }} Dimension */
/** @typedef {{ $type?: string, $value: Color | Dimension | string[] | number }} Token */
/** @typedef {Record<string, Record<string, Token>> & { $description: string }} Theme */

/** Returns the paths of the token files, without their extension. */
export const themes = () => globSync('src/themes/*.tokens.json').map((path) => path.replace('.tokens.json', ''));

/** @param {string} path without `.tokens.json` @returns {Theme} */
export const readTheme = (path) => JSON.parse(readFileSync(`${path}.tokens.json`, 'utf8'));

/** @param {Token['$value']} value */
function text(value) {
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map((family) => (/[ A-Z]/.test(family) ? `'${family}'` : family)).join(', ');
  if ('unit' in value) return `${value.value}${value.unit}`;
  return value.hex ?? `${value.colorSpace}(${value.components.join(' ')})`;
}

/**
 * Returns the custom properties that a theme sets.
 * @param {Theme} theme
 * @returns {Record<string, string>}
 */
export function propertiesOf({ light = {}, dark = {}, ...groups }) {
  const tokens = (/** @type {Record<string, Token>} */ group) =>
    Object.entries(group).filter(([name]) => !name.startsWith('$'));
  const both = tokens(light).map(([name, { $value }]) => {
    const inTheDark = dark[name];
    return /** @type {const} */ ([
      name,
      inTheDark ? `light-dark(${text($value)}, ${text(inTheDark.$value)})` : text($value),
    ]);
  });
  const rest = Object.values(groups)
    .filter((group) => typeof group === 'object')
    .flatMap((group) => tokens(group).map(([name, { $value }]) => [name, text($value)]));
  return Object.fromEntries([...both, ...rest].map(([name, value]) => [`--clientele-${name}`, value]));
}

/** @param {string} path without `.tokens.json` */
export async function styleSheetOf(path) {
  const theme = readTheme(path);
  const lines = Object.entries(propertiesOf(theme)).map(([name, value]) => `${name}: ${value};`);
  const css = `/* ${theme.$description} Generated from ${path.split('/').at(-1)}.tokens.json. */\n:root {${lines.join('\n')}}`;
  return formatted(`${path}.css`, css);
}

if (import.meta.main) for (const path of themes()) writeFileSync(`${path}.css`, await styleSheetOf(path));
