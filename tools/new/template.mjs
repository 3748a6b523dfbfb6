// Fills in the templates of tools/new: `{{name}}` is a value, and `{{#name}}…{{/name}}` is kept only if the value is
// not empty.
import { readFileSync } from 'node:fs';

/** @typedef {Readonly<Record<string, string>>} Values */

/**
 * @param {string} text
 * @param {Values} values
 * @returns {string}
 */
export function fill(text, values) {
  const value = (/** @type {string} */ name) => {
    const found = values[name];
    if (found === undefined) throw new Error(`A template names {{${name}}}, which has no value.`);
    return found;
  };
  return text
    .replace(/\{\{#(\w+)\}\}([^]*?)\{\{\/\1\}\}/g, (_, name, part) => (value(name) ? part : ''))
    .replace(/\{\{(\w+)\}\}/g, (_, name) => value(name));
}

/**
 * @param {string} path of the template, in tools/new
 * @param {Values} values
 */
export const filled = (path, values) => fill(readFileSync(`tools/new/${path}.txt`, 'utf8'), values);
