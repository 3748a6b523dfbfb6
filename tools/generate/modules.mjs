// The modules that are written by `npm run generate`.
import { widgetModules } from './widgets.mjs';
import { allWords, wordsModules } from './words.mjs';

/** Stands above every one of them. */
const HEAD = '// Written by tools/generate.mjs.\n';

/** @returns {Promise<{ path: string, text: string }[]>} */
export async function generated() {
  return [...widgetModules(), ...wordsModules(allWords())].map(({ path, text }) => ({ path, text: HEAD + text }));
}
