import type { Sort } from '../adapter/options.ts';
import type { ListRequest } from '../data/list-query.ts';
import type { DayRange } from '../domain/time.ts';

/** How an operator narrows and sorts a list: by a text, days, filters, an order. */
export interface ListRefinement {
  readonly text?: string | undefined;
  readonly range?: DayRange | undefined;
  /** By the name of a filter, the codes that are kept. */
  readonly filter?: Readonly<Record<string, readonly string[]>> | undefined;
  /** The order; that of the platform if absent. */
  readonly sort?: Sort | undefined;
}

/** Returns what is asked of the platform: without what asks for nothing, and with codes in one order. */
export function requestOf({ text, range: { from, to } = {}, filter = {}, sort }: ListRefinement): ListRequest {
  const filters = Object.entries(filter).flatMap(([name, codes]) =>
    codes.length ? [[name, codes.toSorted().join(',')] as const] : [],
  );
  return {
    ...(text && { text }),
    ...((from ?? to) && { range: { from, to } }),
    ...(filters.length > 0 && { filter: Object.fromEntries(filters.sort(([a], [b]) => (a < b ? -1 : 1))) }),
    ...(sort && { sort: { field: sort.field, direction: sort.direction } }),
  };
}

/** Returns whether two refinements find the same rows, in whichever order. */
export const findsSame = (a: ListRefinement, b: ListRefinement): boolean => rowsKey(a) === rowsKey(b);

/** Returns whether a refinement leaves rows out. */
export const isNarrowed = (refinement: ListRefinement): boolean => !findsSame(refinement, {});

const rowsKey = (refinement: ListRefinement): string => JSON.stringify(requestOf({ ...refinement, sort: undefined }));
