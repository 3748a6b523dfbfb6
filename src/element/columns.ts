import { FactEvent } from './events.ts';

/** The operator has chosen which columns there are, and in which order. A host that keeps it gives it back as `columns`. */
export class ColumnsChangedEvent<N extends string = string> extends FactEvent {
  /** In their order; absent where the operator went back to what the host has chosen. */
  readonly columns: readonly N[] | undefined;

  constructor(columns: readonly N[] | undefined) {
    super('columns-changed');
    this.columns = columns;
  }
}

/**
 * Names in an attribute, with spaces or commas between them: `product orders revenue`. A type cannot spell out every
 * list: the first name is checked, the others are not.
 */
export type WordList<N extends string> = '' | N | `${N}${' ' | ','}${string}`;

/** The names of a `WordList`; nothing where there are none. */
export const namesFrom = (text: string | null): readonly string[] | undefined => {
  const names = (text ?? '').split(/[\s,]+/).filter(Boolean);
  return names.length ? names : undefined;
};

/** Which columns a table can have. */
export interface ColumnSet<N extends string> {
  readonly all: readonly N[];
  /** What is there where nobody has chosen; all, where it is not said. */
  readonly usual?: readonly N[] | undefined;
  /** What a row cannot be without: where it is not chosen it stands first. */
  readonly required?: readonly N[] | undefined;
}

/** Those of the names that there are, each once. */
export const namesIn = <N extends string>(names: readonly string[] | undefined, all: readonly N[]): readonly N[] =>
  [...new Set(names)].filter((name): name is N => (all as readonly string[]).includes(name));

/** The columns to be shown: those that were wanted and exist, each once, in that order. */
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
