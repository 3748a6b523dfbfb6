// The modules that `npm run generate` writes.
import { widgetModules } from './widgets.mjs';
import { allWords, wordsModules } from './words.mjs';

/** The first line of every generated module. */
const HEAD = '// Written by tools/generate.mjs.\n';

/** @returns {Promise<{ path: string, text: string }[]>} */
export async function generated() {
  return [...widgetModules(), ...wordsModules(allWords())].map(({ path, text }) => ({ path, text: HEAD + text }));
}
