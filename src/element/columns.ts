import { FactEvent } from './events.ts';
import { isDayRange, orderedRange, type DayRange } from '../domain/time.ts';
import type { ComplexAttributeConverter } from 'lit';

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

/**
 * Returns the tools that a `toolbar` attribute names, in the widget's order: all if it is empty, none if it is absent.
 */
export function toolsOf<T extends string>(wish: string | null | undefined, all: readonly T[]): readonly T[] {
  if (wish === undefined || wish === null) return [];
  const named = namesFrom(wish);
  return named ? all.filter((name) => named.includes(name)) : all;
}

/** Returns whether the tools need a row of their own. The header has room for three. */
export const isToolRow = (tools: readonly unknown[]): boolean => tools.length > 3;

/**
 * Parses a range of days from an attribute: `2026-01-01/2026-03-31`, or `2026-01-01/` with an open end. The ends may be
 * in either order. Returns `undefined` and warns in the console if the text is invalid.
 */
export function rangeFrom(text: string | null): DayRange | undefined {
  const written = (text ?? '').trim();
  const [from = '', to = '', ...rest] = written.split('/');
  const range = { ...(from && { from }), ...(to && { to }) };
  if (rest.length === 0 && (from || to) && isDayRange(range)) return orderedRange(range);
  if (written && !warned.has(written)) {
    warned.add(written);
    console.warn(`range="${written}" is not a range of days such as 2026-01-01/2026-03-31, so all days are shown.`);
  }
  return undefined;
}

const warned = new Set<string>();

/** Converts a removed attribute to `undefined`, which means "not set". Lit's own converter would return `null`. */
export const absentIsUndefined: ComplexAttributeConverter<string | undefined> = {
  fromAttribute: (value) => value ?? undefined,
};

/**
 * Converts a customer id to text. Untyped pages pass numbers from their own data: `17` means the customer `"17"`. An object
 * counts as not set, so that elements report it.
 */
export function toCustomerId(id: string | null | undefined): string | null | undefined {
  const given: unknown = id;
  if (!given && typeof given !== 'number') return id;
  return typeof given === 'object' ? undefined : String(id);
}
