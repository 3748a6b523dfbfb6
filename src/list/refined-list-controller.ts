import type { ListRequest } from '../data/list-query.ts';
import type { ListQuery } from '../data/query.ts';
import type { List, Snapshot } from '../data/snapshot.ts';
import { ListController } from '../element/query-controller.ts';
import type { WidgetController, WidgetHost } from '../element/widget-host.ts';
import { findsSame, isNarrowed, requestOf, type ListRefinement } from './list-refinement.ts';

interface RefinedQuery<T, S> extends ListQuery<T, S> {
  readonly refinement: ListRefinement;
}

/**
 * A list as the operator has refined it, over what the host page asks for. While another refinement is loading, the
 * rows of the last one stay; if it fails, the error stands in their place.
 */
export class RefinedListController<T, S = unknown> implements WidgetController {
  /** Called whenever the refinement has changed, so that a field can show the same. */
  onRefine: (() => void) | undefined;
  readonly #host: WidgetHost;
  readonly #getBase: () => ListRefinement;
  readonly #controller: ListController<T, S, RefinedQuery<T, S>>;
  #chosen: ListRefinement = {};

  /**
   * `getQuery` returns the query, or nothing while there is nothing to ask. `getBase` returns what the host page asks
   * for; what the operator chooses holds before it.
   */
  constructor(
    host: WidgetHost,
    getQuery: (customerId: string, request: ListRequest) => ListQuery<T, S> | undefined,
    getBase: () => ListRefinement = () => ({}),
  ) {
    this.#host = host;
    this.#getBase = getBase;
    this.#controller = new ListController<T, S, RefinedQuery<T, S>>(
      host,
      (customerId) => {
        const { refinement } = this;
        const query = getQuery(customerId, requestOf(refinement));
        return query && { ...query, refinement };
      },
      { keepPreviousData: true },
    );
    host.addController(this);
  }

  /** What is asked for now. */
  get refinement(): ListRefinement {
    return { ...this.#getBase(), ...this.#chosen };
  }

  /** What the operator has chosen, over what the host page asks for. */
  get chosen(): ListRefinement {
    return this.#chosen;
  }

  /** What the rows on screen were asked for. */
  get resolved(): ListRefinement {
    return this.#controller.resolvedQuery?.refinement ?? this.refinement;
  }

  get snapshot(): Snapshot<List<T, S>> {
    const { snapshot } = this.#controller;
    // Rows of another refinement than the one that failed would pass for what was asked for.
    return snapshot.phase === 'ready' && snapshot.refreshError && !findsSame(this.resolved, this.refinement)
      ? { phase: 'error', error: snapshot.refreshError, refreshing: snapshot.refreshing }
      : snapshot;
  }

  /** What is known of the current query alone, without the rows of the last one. */
  get current(): Snapshot<List<T, S>> {
    return this.#controller.current;
  }

  /** The rows, once they are there. */
  get list(): List<T, S> | undefined {
    const { snapshot } = this;
    return snapshot.phase === 'ready' ? snapshot.data : undefined;
  }

  /** Whether the rows on screen are some of all, by a text, days or filters. */
  get isNarrowed(): boolean {
    return isNarrowed(this.resolved);
  }

  /** Changes a part of the refinement. */
  refine(change: ListRefinement): void {
    this.restart({ ...this.#chosen, ...change });
  }

  /** Goes on with what was chosen elsewhere; by default with what the host page asks for. */
  restart(chosen: ListRefinement = {}): void {
    this.#chosen = chosen;
    this.onRefine?.();
    this.#host.requestUpdate();
  }

  refresh(): void {
    this.#controller.refresh();
  }

  /** Asks for the next page; after a failure only when asked `again`. */
  readonly more = (again?: boolean): void => this.#controller.more(again);

  /** What was chosen for one customer is nothing to the next. */
  hostCustomerChanged(): void {
    this.restart();
  }
}
