import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { Sort } from '../adapter/options.ts';
import { listCan } from '../data/list-can.ts';
import type { List } from '../data/snapshot.ts';
import { RowWindow } from '../ui/row-window.ts';
import { widgetStyles } from '../ui/styles.ts';
import {
  table,
  tableShape,
  tableSkeleton,
  tableStyles,
  type Column,
  type TableShape,
  type UnknownColumns,
} from '../ui/table.ts';
import { warningNotices } from '../ui/warnings.ts';
import type { ListPlace } from './list-tools.ts';
import { ListWidget, type ListDescription } from './list-widget.ts';

export interface ListColumn<T> extends Omit<Column<T>, 'sortable'> {
  /** The field that the platform sorts by. The column is sortable if the platform declares that field. */
  readonly sortBy?: string;
  /** The sort direction after the first click on the column header. */
  readonly firstDirection?: Sort['direction'];
}

export interface TableDescription<T, S> extends ListDescription<T, S> {
  /** The platform's default order, marked in the header. `field` is the name of a column. */
  readonly usualSort?: Sort;
}

/**
 * The base class of a list widget that renders a table. A subclass provides the columns.
 *
 * @csspart cell - A cell of a row.
 * @csspart column - A column heading.
 * @csspart row - A row.
 * @csspart scroller - The scroll container of a table.
 * @csspart sort - Sorts by a column.
 * @csspart table - A table.
 */
export abstract class TableWidget<T, S = unknown> extends ListWidget<T, S> {
  static override styles: CSSResultGroup = [...widgetStyles, tableStyles];

  /** The display of a column without any data: hidden (`auto`), or with a dash in every row (`dash`). */
  @property({ attribute: 'unknown-columns' }) unknownColumns: UnknownColumns = 'auto';

  readonly #operation: string;
  readonly #usualSort: Sort | undefined;
  readonly #windows: Readonly<Record<ListPlace, RowWindow<T>>>;
  readonly #shapes = new Map<ListPlace, { readonly reasons: readonly unknown[]; readonly shape: TableShape<T> }>();

  constructor(list: TableDescription<T, S>) {
    super({ wide: true, ...list });
    this.#operation = list.operation.name;
    this.#usualSort = list.usualSort;
    this.#windows = { panel: new RowWindow<T>(this), all: new RowWindow<T>(this, () => this.all?.more()) };
  }

  /** Returns the columns. Called again only if the locale, the adapter or `reasons` change. */
  protected abstract columns(): readonly ListColumn<T>[];

  /** Further values that the rendering of rows depends on. */
  protected get reasons(): readonly unknown[] {
    return [];
  }

  protected override renderRows(items: readonly T[], place: ListPlace, list: List<T, S>): TemplateResult {
    const { all } = this;
    const isAll = place === 'all';
    const content = table({
      label: this.words.heading,
      shape: this.#shape(place),
      window: this.#windows[place],
      items,
      total: list.total,
      unknownColumns: this.unknownColumns,
      bounded: isAll,
      sort: (isAll && this.#column(all?.resolved.sort)) || this.#usualSort,
      ...(isAll && {
        pending: this.#pending,
        onSort: (name: string) => this.#sortBy(name),
      }),
    });
    // The key gives each customer a new scroller, so that the scroll position starts at the top.
    return html`${warningNotices(list.warnings, this.l10n)}${keyed(this.activeCustomer, content)}`;
  }

  protected override renderSkeleton(rows: number): TemplateResult {
    return tableSkeleton(this.words.heading, this.#shape('panel').columns, rows, nothing, this.#usualSort);
  }

  /**
   * Returns the table shape. It is created again only if something that its cells depend on has changed, because then
   * every row renders again.
   */
  #shape(place: ListPlace): TableShape<T> {
    const { client, l10n } = this;
    const reasons = [l10n, client, ...this.reasons];
    const last = this.#shapes.get(place);
    if (last && reasons.every((reason, index) => reason === last.reasons[index])) return last.shape;
    const columns = this.columns().map(({ sortBy, ...column }) => ({
      ...column,
      sortable:
        place === 'all' &&
        sortBy !== undefined &&
        client !== undefined &&
        listCan(client.adapter, this.#operation, 'sort', sortBy),
    }));
    const shape = tableShape(this.#windows[place], columns);
    this.#shapes.set(place, { reasons, shape });
    return shape;
  }

  /** Converts an order by a field to an order by a column. */
  #column(sort: Sort | undefined): Sort | undefined {
    const column = sort && this.columns().find(({ sortBy }) => sortBy === sort.field);
    return column && { field: column.name, direction: sort.direction };
  }

  /** The order that is loading. */
  get #pending(): Sort | undefined {
    const { all } = this;
    if (!all || all.snapshot.phase !== 'ready' || !all.snapshot.refreshing) return undefined;
    return this.#column(all.refinement.sort) ?? this.#usualSort;
  }

  #sortBy(name: string): void {
    const { all } = this;
    const column = this.columns().find((one) => one.name === name);
    if (!all || column?.sortBy === undefined) return;
    const now = this.#pending ?? this.#column(all.resolved.sort) ?? this.#usualSort;
    const { firstDirection = column.numeric ? 'descending' : 'ascending', sortBy: field } = column;
    const direction = now?.field !== name ? firstDirection : now.direction === 'ascending' ? 'descending' : 'ascending';
    const isUsual = this.#usualSort?.field === name && this.#usualSort.direction === direction;
    const sort: Sort | undefined = isUsual ? undefined : { field, direction };
    // The same order as before means that loading it has failed, so the query is fetched again.
    if (JSON.stringify(sort) === JSON.stringify(all.refinement.sort)) all.refresh();
    all.refine({ sort });
  }
}
