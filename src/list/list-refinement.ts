import type { Sort } from '../adapter/options.ts';
import type { ListRequest } from '../data/list-query.ts';
import type { DayRange } from '../domain/time.ts';

/** The operator's search, date range, filters and sort order of a list. */
export interface ListRefinement {
  readonly text?: string | undefined;
  readonly range?: DayRange | undefined;
  /** The selected codes by the name of the filter. */
  readonly filter?: Readonly<Record<string, readonly string[]>> | undefined;
  /** The sort order. If absent, the platform's default. */
  readonly sort?: Sort | undefined;
}

/** Returns the request parameters of a refinement, without empty ones and with the codes in a stable order. */
export function requestOf({ text, range: { from, to } = {}, filter = {}, sort }: ListRefinement): ListRequest {
  const filters = Object.entries(filter).flatMap(([name, codes]) =>
    codes.length ? [[name, codes.toSorted().join(',')] as const] : [],
  );
  return {
    ...(text && { text }),
    ...((from ?? to) && { range: { ...(from && { from }), ...(to && { to }) } }),
    ...(filters.length > 0 && { filter: Object.fromEntries(filters.sort(([a], [b]) => (a < b ? -1 : 1))) }),
    ...(sort && { sort: { field: sort.field, direction: sort.direction } }),
  };
}

/** Returns a refinement with the choices of another one in front. A filter overrides the filter of the same name. */
export function overlay(base: ListRefinement, chosen: ListRefinement): ListRefinement {
  const { filter, ...others } = Object.fromEntries(
    Object.entries(chosen).filter(([, value]) => value !== undefined),
  ) as ListRefinement;
  return { ...base, ...others, ...((base.filter ?? filter) && { filter: { ...base.filter, ...filter } }) };
}

/** Returns whether two refinements match the same rows, in any order. */
export const findsSame = (a: ListRefinement, b: ListRefinement): boolean => rowsKey(a) === rowsKey(b);

/** Returns whether a refinement excludes rows. */
export const isNarrowed = (refinement: ListRefinement): boolean => !findsSame(refinement, {});

const rowsKey = (refinement: ListRefinement): string => JSON.stringify(requestOf({ ...refinement, sort: undefined }));
