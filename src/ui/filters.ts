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
  /** `true` if the options exclude each other: the later choice replaces the earlier one. */
  readonly isSingle?: boolean;
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
