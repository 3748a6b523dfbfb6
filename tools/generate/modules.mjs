// The files that `npm run generate` writes.
import { contractPath, createContract } from '../contract.ts';
import { widgetModules } from './widgets.mjs';
import { allWords, wordsModules } from './words.mjs';

/** The first line of every generated module. */
const HEAD = '// Written by tools/generate.mjs.\n';

/** @returns {Promise<{ path: string, text: string }[]>} */
export async function generated() {
  const modules = [...widgetModules(), ...wordsModules(allWords())];
  return [
    ...modules.map(({ path, text }) => ({ path, text: HEAD + text })),
    { path: contractPath, text: createContract() },
  ];
}
