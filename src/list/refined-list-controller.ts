import type { ListRequest } from '../data/list-query.ts';
import type { ListQuery, QueryDescription } from '../data/query.ts';
import type { List, Snapshot } from '../data/snapshot.ts';
import { inScopeOf, ListController } from '../element/query-controller.ts';
import type { WidgetController, WidgetHost } from '../element/widget-host.ts';
import type { Sort } from '../adapter/options.ts';
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

export interface RefinedListOptions {
  /** Returns the refinement of the host page, which the operator's choices override. */
  readonly getBase?: () => ListRefinement;
  /** Returns the choices that the list begins with, also for the next customer: the order that the operator has kept. */
  readonly getStart?: () => ListRefinement;
  /** `true` if the operator's sort order also applies to the next customer. */
  readonly keepsSort?: boolean | undefined;
}

interface RefinedQuery<T, S> extends ListQuery<T, S> {
  readonly refinement: ListRefinement;
}

/** Returns the subject of a query, without its request: entries of one account are not kept under another. */
const subjectOf = ({ params }: QueryDescription): string => JSON.stringify({ ...params, request: undefined });

/**
 * A list as the operator has refined it, on top of the host page's request. While another refinement is loading, the
 * previous rows stay; if it fails, the error replaces them.
 */
export class RefinedListController<T, S = unknown> implements WidgetController {
  /** Called after each change of the refinement, so that a search field can synchronize. */
  onRefine: (() => void) | undefined;
  readonly #host: WidgetHost;
  readonly #options: RefinedListOptions;
  readonly #controller: ListController<T, S, RefinedQuery<T, S>>;
  #chosen: ListRefinement = {};
  #change: ListRefinement = {};

  /** `getQuery` returns the query, or `undefined` while there is nothing to fetch. */
  constructor(
    host: WidgetHost,
    getQuery: (customerId: string, request: ListRequest) => ListQuery<T, S> | undefined,
    options: RefinedListOptions = {},
  ) {
    this.#host = host;
    this.#options = options;
    this.#controller = new ListController<T, S, RefinedQuery<T, S>>(
      host,
      inScopeOf(host, (customerId) => {
        const { refinement } = this;
        const query = getQuery(customerId, this.request);
        return query && { ...query, refinement };
      }),
      { keepPreviousData: subjectOf },
    );
    host.addController(this);
  }

  /** The current refinement. */
  get refinement(): ListRefinement {
    return overlay(this.#options.getBase?.() ?? {}, this.#chosen);
  }

  /** The request parameters of the current refinement. */
  get request(): ListRequest {
    return requestOf(this.refinement);
  }

  /** The operator's choices, without the refinement of the host page. */
  get chosen(): ListRefinement {
    return this.#chosen;
  }

  /** The operator's last change, until the choices are replaced. */
  get change(): ListRefinement {
    return this.#change;
  }

  /** The refinement of the rows on screen. */
  get resolved(): ListRefinement {
    return this.#controller.resolvedQuery?.refinement ?? this.refinement;
  }

  get snapshot(): Snapshot<List<T, S>> {
    const { snapshot } = this.#controller;
    // If a refinement fails, the rows of the previous one would pass for its result, so the error replaces them.
    return snapshot.phase === 'ready' && snapshot.refreshError && !findsSame(this.resolved, this.refinement)
      ? { phase: 'error', error: snapshot.refreshError, refreshing: snapshot.refreshing }
      : snapshot;
  }

  /** The list, once it has loaded. */
  get list(): List<T, S> | undefined {
    const { snapshot } = this;
    return snapshot.phase === 'ready' ? snapshot.data : undefined;
  }

  /** `true` if a search, a date range or filters exclude rows from those on screen. */
  get isNarrowed(): boolean {
    return isNarrowed(this.resolved);
  }

  /** `true` if the operator has changed the refinement and its rows are on screen. */
  get hasArrived(): boolean {
    const { snapshot } = this;
    return (
      Object.keys(this.#chosen).length > 0 &&
      snapshot.phase === 'ready' &&
      !snapshot.refreshing &&
      findsSame(this.resolved, this.refinement)
    );
  }

  /** Changes a part of the refinement. A member that is `undefined` returns to the one of the host page. */
  refine(change: ListRefinement): void {
    const names = Object.keys(this.refinement.filter ?? {});
    // Filters that are not named are cleared, also those of the host page.
    const filter = change.filter && { ...Object.fromEntries(names.map((name) => [name, []])), ...change.filter };
    this.restart({ ...this.#chosen, ...change, ...(filter && { filter }) });
    this.#change = change;
  }

  /** Clears everything that excludes rows, also what the host page sets. */
  clear(): void {
    this.refine({ text: undefined, range: {}, filter: {} });
  }

  /** Replaces the operator's choices, by default with those that the list begins with. */
  restart(chosen: ListRefinement = this.#options.getStart?.() ?? {}): void {
    this.#chosen = chosen;
    this.#change = {};
    this.onRefine?.();
    this.#host.requestUpdate();
  }

  /** Drops the operator's choice of one member, or of one filter, because the host page has set another value. */
  release(member: keyof ListRefinement, filterName?: string): void {
    const { [member]: _, ...others } = this.#chosen;
    const { [filterName ?? '']: __, ...filter } = this.#chosen.filter ?? {};
    this.#chosen = filterName && Object.keys(filter).length ? { ...others, filter } : others;
    this.onRefine?.();
  }

  refresh(): void {
    this.#controller.refresh();
  }

  /** Fetches the next page; after a failure only if `again` is set. */
  readonly more = (again?: boolean): void => this.#controller.more(again);

  /** Resets the choices, which belong to one customer. */
  hostCustomerChanged(): void {
    const { sort } = this.#chosen;
    this.restart(this.#options.keepsSort && sort ? { sort } : undefined);
  }
}
