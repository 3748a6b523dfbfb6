import { FactEvent } from './events.ts';

/**
 * Dispatched when the operator has changed the columns or their order. To keep the choice, pass it back as `columns`.
 */
export class ColumnsChangedEvent<N extends string = string> extends FactEvent {
  /** The names in their order. `undefined` if the operator went back to the columns that the host page sets. */
  readonly columns: readonly N[] | undefined;

  constructor(columns: readonly N[] | undefined) {
    super('columns-changed');
    this.columns = columns;
  }
}

/**
 * Names in an attribute, separated by spaces or commas: `product orders revenue`. The type checks only the first name,
 * because it cannot list every combination.
 */
export type WordList<N extends string> = '' | N | `${N}${' ' | ','}${string}`;

/** Returns the names of a `WordList`, or `undefined` if it has none. */
export const namesFrom = (text: string | null): readonly string[] | undefined => {
  const names = (text ?? '').split(/[\s,]+/).filter(Boolean);
  return names.length ? names : undefined;
};

/** The columns that a table can have. */
export interface ColumnSet<N extends string> {
  readonly all: readonly N[];
  /** The columns that are shown by default. All of them if absent. */
  readonly usual?: readonly N[] | undefined;
  /** Columns that cannot be hidden. If they are not chosen, they stand first. */
  readonly required?: readonly N[] | undefined;
}

/** Returns the names that exist, without duplicates. */
export const namesIn = <N extends string>(names: readonly string[] | undefined, all: readonly N[]): readonly N[] =>
  [...new Set(names)].filter((name): name is N => (all as readonly string[]).includes(name));

/** Returns the columns to show: those of `wanted` that exist, in that order and without duplicates. */
export function chosenColumns<N extends string>(
  wanted: readonly string[] | undefined,
  { all, usual = all, required = [] }: ColumnSet<N>,
): readonly N[] {
  const known = namesIn(wanted, all);
  const chosen = known.length ? known : usual;
  return [...required.filter((name) => !chosen.includes(name)), ...chosen];
}

declare global {
  interface GlobalEventHandlersEventMap {
    'columns-changed': ColumnsChangedEvent;
  }
}
