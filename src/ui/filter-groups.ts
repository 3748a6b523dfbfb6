export interface FilterOption<V extends string = string> {
  readonly value: V;
  readonly label: string;
}

/**
 * A group of filter options. A row matches if it has one of the selected values in every group that has a selection.
 */
export interface FilterGroup {
  /** The name of the filter. */
  readonly name: string;
  readonly label: string;
  /** The values to choose from. A group without any is not shown, unless it has bounds. */
  readonly options?: readonly FilterOption[];
  /** `true` if the options exclude each other: the later choice replaces the earlier one. */
  readonly isSingle?: boolean;
  /** Two fields instead of options, of which one may stay empty: `10/20`. */
  readonly bounds?: FilterBounds;
}

export interface FilterBounds {
  readonly kind: 'count' | 'amount' | 'days';
  /** What the value begins with: `GBP:`. Groups of one filter differ in it. */
  readonly prefix?: string;
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

/** Returns whether a value belongs to the group with these bounds. */
export const hasPrefix = ({ prefix = '' }: FilterBounds, value: string): boolean =>
  prefix === '' ? !value.includes(':') : value.startsWith(prefix);

/** Returns the number of selected values that exist. */
export const filterCount = (groups: readonly FilterGroup[], chosen: Filters): number =>
  groups.reduce((sum, { name, options, bounds }) => {
    const values = chosen[name] ?? [];
    const isKnown = (value: string) =>
      bounds ? hasPrefix(bounds, value) : options?.some((one) => one.value === value);
    return sum + values.filter(isKnown).length;
  }, 0);
