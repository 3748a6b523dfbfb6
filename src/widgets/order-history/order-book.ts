import type { List, Snapshot } from '../../data/snapshot.ts';
import type { OrderEntry, OrderTotals } from '../../domain/order.ts';
import type { DashboardElement } from '../../element/dashboard-element.ts';
import { ListController } from '../../element/query-controller.ts';
import { RowWindow } from '../../ui/row-window.ts';
import type { TableSort } from '../../ui/table.ts';
import { findsSame, ordersOf, type OrderQuery, type OrderSearch } from './order-history.data.ts';

export type Orders = List<OrderEntry, OrderTotals>;

/** By which members of an entry the columns are sorted. */
const members: Readonly<Record<string, string>> = {
  order: 'number',
  date: 'placedAt',
  items: 'itemCount',
  total: 'total',
};

export const newestFirst: TableSort = { field: 'date', direction: 'descending' };

export interface OrderBookOptions {
  /** What the host asks for. */
  readonly search: () => OrderSearch;
  /** How many to ask for at a time; nothing where nothing is to be asked. */
  readonly rows: () => number | undefined;
  /** Whether scrolling to the end asks for more. */
  readonly isPaged: () => boolean;
}

/**
 * A list of orders as an operator has narrowed and sorted it, over what the host asks for. Until another list is
 * there this one stays; where the other does not come, that is said in its place.
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

  /** What is asked for now. */
  get search(): OrderSearch {
    return { ...this.#options.search(), ...this.#chosen };
  }

  /** What the operator has chosen, over what the host asks for. */
  get chosen(): OrderSearch {
    return this.#chosen;
  }

  /** What the rows on screen were sought by. */
  get answered(): OrderSearch {
    return this.#list.resolvedQuery?.search ?? this.search;
  }

  get snapshot(): Snapshot<Orders> {
    const { snapshot } = this.#list;
    // Rows of another search than the one that failed would pass for what was sought.
    return snapshot.phase === 'ready' && snapshot.refreshError && !findsSame(this.answered, this.search)
      ? { phase: 'error', error: snapshot.refreshError, refreshing: snapshot.refreshing }
      : snapshot;
  }

  /** The rows that are there, where they are. */
  get list(): Orders | undefined {
    const { snapshot } = this;
    return snapshot.phase === 'ready' ? snapshot.data : undefined;
  }

  /** Whether the operator has asked for something else than the host, and the rows are those. */
  get hasArrived(): boolean {
    const { snapshot } = this;
    return (
      Object.keys(this.#chosen).length > 0 &&
      snapshot.phase === 'ready' &&
      !snapshot.refreshing &&
      findsSame(this.answered, this.search)
    );
  }

  /** The order that the rows on screen are in. */
  get sort(): TableSort {
    return sortOf(this.answered);
  }

  /** The order that is on its way. */
  get pending(): TableSort | undefined {
    const { snapshot } = this;
    return snapshot.phase === 'ready' && snapshot.refreshing ? sortOf(this.search) : undefined;
  }

  /** Seeks something else, or as well. */
  narrow(change: OrderSearch): void {
    this.#chosen = { ...this.#chosen, ...change };
    this.#notified?.(this.search);
    this.#host.requestUpdate();
  }

  /** Takes away everything that leaves something out, also what the host had asked for. */
  widen(): void {
    this.narrow({ range: {}, text: '', codes: {}, archived: this.search.archived === 'only' ? 'include' : undefined });
  }

  /** What the host asks for holds again: in these members, or in all. */
  reset(...members: readonly (keyof OrderSearch)[]): void {
    const kept = Object.entries(this.#chosen).filter(
      ([name]) => members.length && !members.some((one) => one === name),
    );
    this.#chosen = Object.fromEntries(kept);
  }

  /** Goes on with what was chosen elsewhere. */
  begin(chosen: OrderSearch): void {
    this.#chosen = chosen;
    this.#notified?.(this.search);
  }

  /** Tells what is sought from now on, so that a field can say the same. */
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
    // It did not come the last time: another question it is not.
    if (JSON.stringify(sort) === JSON.stringify(this.search.sort)) this.refresh();
    this.narrow({ sort });
  }

  refresh(): void {
    this.#list.refresh();
  }

  more(again?: boolean): void {
    this.#list.more(again);
  }

  /** Other rows are the first now, and it is they who were asked for. */
  scrollUp(frame: ParentNode | null | undefined): void {
    if (this.#drawn && this.#drawn !== this.answered) frame?.querySelector('.table-scroll')?.scrollTo({ top: 0 });
    this.#drawn = this.#list.resolvedQuery?.search;
  }
}

function sortOf({ sort }: OrderSearch): TableSort {
  const column = sort && Object.keys(members).find((name) => members[name] === sort.field);
  return column ? { field: column, direction: sort.direction } : newestFirst;
}
