// With Trusted Types, the bundled Lit and the page's Lit both create the policy `lit-html`, whose name the browser
// allows only once.
import MagicString from 'magic-string';

/** Matches the code in which Lit creates its policy. */
const CALL = /(\w+)\.createPolicy\(("lit-html",\{createHTML:\w+=>\w+\})\)/;

/**
 * Creates Lit's policy; runs in the page. A loaded Lit registers its version there, so this function chooses the name
 * that is still free: a rejected name would be reported as a violation.
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
      // The name is taken, or the page's policy does not allow it.
    }
  }
  throw new Error(
    'Clientele cannot start beside the Lit of this page: add clientele to the trusted-types list of its policy, or load the modules of Clientele with that Lit by an import map.',
  );
}

/**
 * Lets a bundled Lit run beside another one.
 * @returns {import('rolldown').Plugin}
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
