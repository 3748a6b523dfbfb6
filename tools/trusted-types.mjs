// Under Trusted Types the Lit in a bundle and the Lit of the page both want the policy `lit-html`, which the browser gives
// once.
import MagicString from 'magic-string';

/** How Lit asks for its policy. */
const CALL = /(\w+)\.createPolicy\(("lit-html",\{createHTML:\w+=>\w+\})\)/;

/**
 * Runs in the page. A Lit names its version there when it has loaded, so the policy is asked for by the name that is free:
 * a refused name would be reported.
 * @param {{ createPolicy(name: string, rules: object): object }} types
 * @param {string} litName
 * @param {object} rules
 */
function createLitPolicy(types, litName, rules) {
  const ownName = 'clientele';
  const { litHtmlVersions } = /** @type {{ litHtmlVersions?: string[] }} */ (globalThis);
  for (const name of litHtmlVersions?.length ? [ownName, litName] : [litName, ownName]) {
    try {
      return types.createPolicy(name, rules);
    } catch {
      // Taken, or not in the page's list.
    }
  }
  throw new Error(
    'Clientele cannot start beside the Lit of this page: add clientele to the trusted-types list of its policy, or load the modules of Clientele with that Lit by an import map.',
  );
}

/**
 * Lets the Lit in a bundle run beside another.
 * @returns {import('rollup').Plugin}
 */
export const ownLitPolicy = () => ({
  name: 'own-lit-policy',
  transform(source, path) {
    if (!path.endsWith('/lit-html/lit-html.js')) return null;
    const found = CALL.exec(source);
    if (!found) return this.error('Lit asks for its policy in another way than before.');
    const text = new MagicString(source);
    text.overwrite(found.index, found.index + found[0].length, `createLitPolicy(${found[1]},${found[2]})`);
    text.append(`\n${createLitPolicy.toString()}`);
    return { code: text.toString(), map: text.generateMap({ hires: true }) };
  },
});
