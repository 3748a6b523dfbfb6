import type { TemplateResult } from 'lit';
import * as icons from './icons.ts';
import type { Popovers } from './popover.ts';

export interface FilterOption<V extends string = string> {
  readonly value: V;
  readonly label: string;
}

/**
 * A group of filter options. A row matches if it has one of the selected values in every group that has a selection.
 */
export interface FilterGroup {
  /** The name of the group, unique in the menu. */
  readonly name: string;
  readonly label: string;
  readonly options: readonly FilterOption[];
}

/** The selected values by group. A group without a selection excludes no rows. */
export type Filters = Readonly<Record<string, readonly string[]>>;

export interface FilterMenu {
  /** The name of the popover, unique in the widget. */
  readonly name?: string | undefined;
  /** The label of the button: `Status`. */
  readonly label: string;
  readonly groups: readonly FilterGroup[];
  readonly chosen: Filters;
  readonly onChange: (chosen: Filters) => void;
}

/** Returns the number of selected values that exist. */
export const filterCount = (groups: readonly FilterGroup[], chosen: Filters): number =>
  groups.reduce(
    (sum, { name, options }) => sum + options.filter(({ value }) => chosen[name]?.includes(value)).length,
    0,
  );

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
    button: { label, path: icons.filter, count: count ? host.l10n.number(count) : undefined },
    load: () => import('./filter-panel.ts'),
    content: ({ filterPanel }) => filterPanel(host, { groups, chosen, onChange }),
  });
};
