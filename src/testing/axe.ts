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
 * reads roles, names and styles, which all engines compute alike, and is slow; so only Chromium runs it. Without
 * `contrast`, which takes 40% of its time, it does not read colors.
 */
export async function axeFaults(element: Element, { contrast = true } = {}): Promise<string[]> {
  if (!isChromium) return [];
  // A megabyte that the other engines need not read.
  const { default: axe } = await import('axe-core');
  const { violations, incomplete } = await axe.run(element, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    // A widget is a part of a page: landmarks and the first heading belong to the host.
    rules: {
      region: { enabled: false },
      'page-has-heading-one': { enabled: false },
      'color-contrast': { enabled: contrast },
    },
  });
  const open = incomplete.filter(({ id }) => !decidedElsewhere.has(id));
  return [...violations, ...open].map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
