import type { List, Snapshot } from '../../data/snapshot.ts';
import type { OrderEntry, OrderTotals } from '../../domain/order.ts';
import type { DashboardElement } from '../../element/dashboard-element.ts';
import { ListController } from '../../element/query-controller.ts';
import { RowWindow } from '../../ui/row-window.ts';
import type { TableSort } from '../../ui/table.ts';
import { findsSame, ordersOf, type OrderQuery, type OrderSearch } from './order-history.data.ts';

export type Orders = List<OrderEntry, OrderTotals>;

/** The properties of an entry by which the columns are sorted. */
const members: Readonly<Record<string, string>> = {
  order: 'number',
  date: 'placedAt',
  items: 'itemCount',
  total: 'total',
};

export const newestFirst: TableSort = { field: 'date', direction: 'descending' };

export interface OrderBookOptions {
  /** Returns the search of the host. */
  readonly search: () => OrderSearch;
  /** Returns the page size; `undefined` if nothing is to be fetched. */
  readonly rows: () => number | undefined;
  /** Returns true if scrolling to the end loads the next page. */
  readonly isPaged: () => boolean;
}

/**
 * A list of orders: the host's search, refined by the operator's search, filters and sort order. The previous rows stay
 * until the next ones are loaded; if that fails, the error replaces them.
 */
export class OrderBook {
  readonly window: RowWindow<OrderEntry>;
  readonly #host: DashboardElement;
  readonly #list: ListController<OrderEntry, OrderTotals, OrderQuery>;
  readonly #options: OrderBookOptions;
  #chosen: OrderSearch = {};
  #drawn: OrderSearch | undefined;
  #notified: ((search: OrderSearch) => void) | undefined;

  constructor(host: DashboardElement, options: OrderBookOptions) {
    this.#host = host;
    this.#options = options;
    this.window = new RowWindow(host, () => options.isPaged() && this.more());
    this.#list = new ListController<OrderEntry, OrderTotals, OrderQuery>(
      host,
      (customerId) => {
        const rows = options.rows();
        return rows === undefined ? undefined : ordersOf(customerId, rows, this.search);
      },
      { keepPreviousData: true },
    );
  }

  /** The current search. */
  get search(): OrderSearch {
    return { ...this.#options.search(), ...this.#chosen };
  }

  /** The operator's part of the search, which overrides the host's. */
  get chosen(): OrderSearch {
    return this.#chosen;
  }

  /** The search of the rows on screen. */
  get answered(): OrderSearch {
    return this.#list.resolvedQuery?.search ?? this.search;
  }

  get snapshot(): Snapshot<Orders> {
    const { snapshot } = this.#list;
    // Rows of another search must not pass for the result of the failed one.
    return snapshot.phase === 'ready' && snapshot.refreshError && !findsSame(this.answered, this.search)
      ? { phase: 'error', error: snapshot.refreshError, refreshing: snapshot.refreshing }
      : snapshot;
  }

  /** The loaded rows, if there are any. */
  get list(): Orders | undefined {
    const { snapshot } = this;
    return snapshot.phase === 'ready' ? snapshot.data : undefined;
  }

  /** True if the operator has changed the search and its rows are loaded. */
  get hasArrived(): boolean {
    const { snapshot } = this;
    return (
      Object.keys(this.#chosen).length > 0 &&
      snapshot.phase === 'ready' &&
      !snapshot.refreshing &&
      findsSame(this.answered, this.search)
    );
  }

  /** The sort order of the rows on screen. */
  get sort(): TableSort {
    return sortOf(this.answered);
  }

  /** The sort order that is loading. */
  get pending(): TableSort | undefined {
    const { snapshot } = this;
    return snapshot.phase === 'ready' && snapshot.refreshing ? sortOf(this.search) : undefined;
  }

  /** Changes a part of the search. */
  narrow(change: OrderSearch): void {
    this.#chosen = { ...this.#chosen, ...change };
    this.#notified?.(this.search);
    this.#host.requestUpdate();
  }

  /** Clears all filters, including those of the host. */
  widen(): void {
    this.narrow({ range: {}, text: '', codes: {}, archived: this.search.archived === 'only' ? 'include' : undefined });
  }

  /** Restores the host's search: the given properties, or all of it. */
  reset(...members: readonly (keyof OrderSearch)[]): void {
    const kept = Object.entries(this.#chosen).filter(
      ([name]) => members.length && !members.some((one) => one === name),
    );
    this.#chosen = Object.fromEntries(kept);
  }

  /** Takes over the operator's search from another list. */
  begin(chosen: OrderSearch): void {
    this.#chosen = chosen;
    this.#notified?.(this.search);
  }

  /** Calls the listener with the search, now and on every change, so that a field can show it. */
  notify(told: (search: OrderSearch) => void): void {
    this.#notified = told;
    told(this.search);
  }

  sortBy(column: string): void {
    const { field, direction } = this.pending ?? this.sort;
    const first = column === 'order' ? 'ascending' : 'descending';
    const next = field !== column ? first : direction === 'ascending' ? 'descending' : 'ascending';
    const isUsual = column === newestFirst.field && next === newestFirst.direction;
    const sort = isUsual ? undefined : ({ field: members[column]!, direction: next } as const);
    // The last fetch failed, and the query is the same: only a refetch retries it.
    if (JSON.stringify(sort) === JSON.stringify(this.search.sort)) this.refresh();
    this.narrow({ sort });
  }

  refresh(): void {
    this.#list.refresh();
  }

  more(again?: boolean): void {
    this.#list.more(again);
  }

  /** Scrolls to the top. The first rows have changed, and the operator expects to see them. */
  scrollUp(frame: ParentNode | null | undefined): void {
    if (this.#drawn && this.#drawn !== this.answered) frame?.querySelector('.table-scroll')?.scrollTo({ top: 0 });
    this.#drawn = this.#list.resolvedQuery?.search;
  }
}

function sortOf({ sort }: OrderSearch): TableSort {
  const column = sort && Object.keys(members).find((name) => members[name] === sort.field);
  return column ? { field: column, direction: sort.direction } : newestFirst;
}
