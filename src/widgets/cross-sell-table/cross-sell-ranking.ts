import type { DashboardElement } from '../../element/dashboard-element.ts';
import { ListController } from '../../element/resource-controller.ts';
import type { CrossSellRow, CrossSellTotals } from '../../domain/cross-sell.ts';
import { RowWindow } from '../../ui/row-window.ts';
import { tableShape, type Column, type TableShape } from '../../ui/table.ts';
import { byRevenue, following, isSame, type CrossSellQuery, type Field, type Order } from './cross-sell-table.data.ts';

/** A table of products and the order it is in. Until the rows of another order are there, these stay. */
export class Ranking {
  readonly rows: RowWindow<CrossSellRow>;
  readonly #host: DashboardElement;
  readonly #list: ListController<CrossSellRow, CrossSellTotals, CrossSellQuery>;
  #wanted = byRevenue;
  #sorted = false;
  #shape: { readonly reasons: readonly unknown[]; readonly shape: TableShape<CrossSellRow> } | undefined;

  constructor(
    host: DashboardElement,
    describe: (customerId: string, order: Order) => CrossSellQuery | undefined,
    onEnd?: () => void,
  ) {
    this.#host = host;
    this.rows = new RowWindow(host, onEnd);
    this.#list = new ListController(host, (customerId) => describe(customerId, this.#wanted), { keepsLast: true });
  }

  get snapshot() {
    return this.#list.snapshot;
  }

  /** The order that the rows on screen are in. */
  get order(): Order {
    return this.#list.answered?.order ?? this.#wanted;
  }

  /** Begins with this order. */
  set order(order: Order) {
    this.#wanted = order;
    this.#sorted = false;
  }

  /** The order that is on its way. */
  get pending(): Order | undefined {
    const { snapshot } = this;
    const waits = snapshot.phase === 'ready' && snapshot.refreshing && !isSame(this.order, this.#wanted);
    return waits ? this.#wanted : undefined;
  }

  /** The order that the operator has asked for, once the rows are in it. */
  get arrived(): Order | undefined {
    const { snapshot } = this;
    const isThere = snapshot.phase === 'ready' && !snapshot.stale && isSame(this.order, this.#wanted);
    return this.#sorted && isThere ? this.#wanted : undefined;
  }

  sortBy(field: Field): void {
    const order = following(field, this.pending ?? this.order);
    // It did not come the last time: another query it is not.
    if (isSame(order, this.#wanted)) this.refresh();
    this.#wanted = order;
    this.#sorted = true;
    this.#host.requestUpdate();
  }

  /** Another customer: nobody has sorted anything yet. */
  reset(): void {
    this.#sorted = false;
  }

  refresh(): void {
    this.#list.refresh();
  }

  more(again?: boolean): void {
    this.#list.more(again);
  }

  /** The shape of the table, made anew only where something that its cells depend on has changed. */
  shape(reasons: readonly unknown[], columns: () => readonly Column<CrossSellRow>[]): TableShape<CrossSellRow> {
    if (!this.#shape || reasons.some((reason, index) => reason !== this.#shape?.reasons[index]))
      this.#shape = { reasons, shape: tableShape(this.rows, columns()) };
    return this.#shape.shape;
  }
}
