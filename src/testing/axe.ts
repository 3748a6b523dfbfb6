import axe from 'axe-core';
import { isChromium } from './engines.ts';

/** The rules that axe cannot decide here. */
const decidedElsewhere = new Set([
  // For text on a tint that is mixed from two colors. The test of the tokens computes the contrast of every pair.
  'color-contrast',
  // For a column whose cells are all row headers: axe looks for a data cell.
  'th-has-data-cells',
]);

/**
 * Returns what axe finds wrong with an element: its violations, and what it cannot decide and nothing else does. Axe
 * reads roles, names and styles, which all engines compute alike, and is slow; so only Chromium runs it.
 */
export async function axeFaults(element: Element): Promise<string[]> {
  if (!isChromium) return [];
  const { violations, incomplete } = await axe.run(element, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    // A widget is a part of a page: landmarks and the first heading belong to the host.
    rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
  });
  const open = incomplete.filter(({ id }) => !decidedElsewhere.has(id));
  return [...violations, ...open].map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
