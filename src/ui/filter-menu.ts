import type { TemplateResult } from 'lit';
import { filterCount, type FilterMenu } from './filter-panel.ts';
import { filter } from './tool-icons.ts';
import type { Popovers } from './popover.ts';

/**
 * Renders a button that shows the number of active filters and opens check boxes, which apply at once. Requires
 * `popoverStyles`.
 *
 *     filterMenu(this.#popovers, { label: words.status, groups, chosen: this.#filters, onChange: (chosen) => … })
 */
export const filterMenu = (
  popovers: Popovers,
  { name = 'filter', label, groups, chosen, onChange }: FilterMenu,
): TemplateResult => {
  const { host } = popovers;
  const count = filterCount(groups, chosen);
  return popovers.render({
    name,
    label,
    button: { label, path: filter, count: count ? host.l10n.number(count) : undefined },
    load: () => import('./filter-panel.ts'),
    content: ({ filterPanel }) => filterPanel(host, { groups, chosen, onChange }),
  });
};
