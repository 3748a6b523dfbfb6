import type { TemplateResult } from 'lit';
import * as icons from './icons.ts';
import type { Popovers } from './popover.ts';

export interface FilterOption<V extends string = string> {
  readonly value: V;
  readonly label: string;
}

/** What rows can be narrowed by: of what is chosen in one group a row has one, of every group that has a choice. */
export interface FilterGroup {
  /** Unique in the menu. */
  readonly name: string;
  readonly label: string;
  readonly options: readonly FilterOption[];
}

/** The values chosen, by group; a group without a choice narrows nothing. */
export type Filters = Readonly<Record<string, readonly string[]>>;

export interface FilterMenu {
  /** Unique in the widget. */
  readonly name?: string | undefined;
  /** The button's words: `Status`. */
  readonly label: string;
  readonly groups: readonly FilterGroup[];
  readonly chosen: Filters;
  readonly onChange: (chosen: Filters) => void;
}

/** How many values are chosen that there are. */
export const filterCount = (groups: readonly FilterGroup[], chosen: Filters): number =>
  groups.reduce(
    (sum, { name, options }) => sum + options.filter(({ value }) => chosen[name]?.includes(value)).length,
    0,
  );

/**
 * A button that says how many filters are in force and opens them: boxes to check, which hold at once. `popoverStyles`
 * go with it.
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
