import type { DashboardElement } from '../../element/dashboard-element.ts';
import { ListController } from '../../element/query-controller.ts';
import type { CrossSellRow, CrossSellTotals } from '../../domain/cross-sell.ts';
import { RowWindow } from '../../ui/row-window.ts';
import { tableShape, type Column, type TableShape } from '../../ui/table.ts';
import {
  byRevenue,
  following,
  isSame,
  type CrossSellQuery,
  type Field,
  type Order,
  type Search,
} from './cross-sell-table.data.ts';

/** The query, search and sort order of a table of products. The previous rows stay until the next ones are loaded. */
export class Ranking {
  readonly rows: RowWindow<CrossSellRow>;
  readonly #host: DashboardElement;
  readonly #list: ListController<CrossSellRow, CrossSellTotals, CrossSellQuery>;
  #wanted = byRevenue;
  #search: Search = {};
  #sorted = false;
  #shape: { readonly reasons: readonly unknown[]; readonly shape: TableShape<CrossSellRow> } | undefined;

  constructor(
    host: DashboardElement,
    describe: (customerId: string, order: Order, search: Search) => CrossSellQuery | undefined,
    onEnd?: () => void,
  ) {
    this.#host = host;
    this.rows = new RowWindow(host, onEnd);
    this.#list = new ListController(host, (customerId) => describe(customerId, this.#wanted, this.#search), {
      keepPreviousData: true,
    });
  }

  get snapshot() {
    return this.#list.snapshot;
  }

  /** The order of the rows on screen. */
  get order(): Order {
    return this.#list.resolvedQuery?.order ?? this.#wanted;
  }

  /** Takes over the state of another ranking. */
  begin({ order, search }: Ranking): void {
    this.#wanted = order;
    this.#search = search;
    this.#sorted = false;
  }

  /** The current search. */
  get search(): Search {
    return this.#search;
  }

  set search(search: Search) {
    if (search.text === this.#search.text && isSameRange(search.range, this.#search.range)) return;
    this.#search = search;
    this.#sorted = false;
    this.#host.requestUpdate();
  }

  /** The search of the rows on screen. */
  get answered(): Search {
    return this.#list.resolvedQuery?.search ?? this.#search;
  }

  /** The order that is loading. */
  get pending(): Order | undefined {
    const { snapshot } = this;
    const waits = snapshot.phase === 'ready' && snapshot.refreshing && !isSame(this.order, this.#wanted);
    return waits ? this.#wanted : undefined;
  }

  /** The order that the operator chose, once the rows are in it. */
  get arrived(): Order | undefined {
    const { snapshot } = this;
    const isThere = snapshot.phase === 'ready' && !snapshot.refreshError && isSame(this.order, this.#wanted);
    return this.#sorted && isThere ? this.#wanted : undefined;
  }

  sortBy(field: Field): void {
    const order = following(field, this.pending ?? this.order);
    // The last fetch failed, and the query is the same: only a refetch retries it.
    if (isSame(order, this.#wanted)) this.refresh();
    this.#wanted = order;
    this.#sorted = true;
    this.#host.requestUpdate();
  }

  /** Resets search and sort order for another customer. */
  reset(search: Search): void {
    this.#sorted = false;
    this.#search = search;
  }

  refresh(): void {
    this.#list.refresh();
  }

  more(again?: boolean): void {
    this.#list.more(again);
  }

  /** Returns the shape of the table. It is created again only if one of `reasons` has changed. */
  shape(reasons: readonly unknown[], columns: () => readonly Column<CrossSellRow>[]): TableShape<CrossSellRow> {
    if (!this.#shape || reasons.some((reason, index) => reason !== this.#shape?.reasons[index]))
      this.#shape = { reasons, shape: tableShape(this.rows, columns()) };
    return this.#shape.shape;
  }
}

const isSameRange = (a: Search['range'], b: Search['range']): boolean => a?.from === b?.from && a?.to === b?.to;
