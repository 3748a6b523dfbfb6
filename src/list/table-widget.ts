import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { Sort } from '../adapter/options.ts';
import { listCan } from '../data/list-query.ts';
import type { FileColumn } from '../data/file-table.ts';
import type { List } from '../data/snapshot.ts';
import { RowWindow } from '../ui/row-window.ts';
import { widgetStyles } from '../ui/styles.ts';
import {
  table,
  tableShape,
  tableSkeleton,
  tableStyles,
  type Table,
  type TableShape,
  type UnknownColumns,
} from '../ui/table.ts';
import { warningNotices, type KnownWarnings } from '../ui/state-view.ts';
import type { RefinedListController, ListRefinement } from './refined-list-controller.ts';
import type { ListPlace, ListTools } from './list-tools.ts';
import type { FullList } from './all-rows.ts';
import type { TableDescription } from './list-description.ts';
import type { ListColumn } from './list-columns.ts';
import { ListWidget } from './list-widget.ts';

export type { ListColumn } from './list-columns.ts';

interface Shaped<T> {
  readonly reasons: readonly unknown[];
  readonly columns: readonly ListColumn<T>[];
  readonly shape: TableShape<T>;
}

/**
 * The base class of the list widgets that render a table. A subclass provides the columns of each place.
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

  /**
   * The key under which the adapter's port `preferences` keeps what operators choose for the list: the order, and the
   * columns, the rows per page and the views where they can be chosen. Absent or `none`: nothing is kept.
   */
  @property({ attribute: 'preference-key' }) preferenceKey?: string;

  readonly #operation: string;
  readonly #usualSort: Sort | undefined;
  readonly #windows: Readonly<Record<ListPlace, RowWindow<T>>>;
  readonly #shapes = new Map<ListPlace, Shaped<T>>();
  readonly #drawn = new Map<ListPlace, ListRefinement | undefined>();
  readonly #lists = new Map<ListPlace, List<T, S>>();

  constructor(list: TableDescription<T, S>) {
    super({ wide: true, ...list });
    this.#operation = list.operation.name;
    this.#usualSort = list.usualSort;
    const windowOf = (place: ListPlace) => new RowWindow<T>(this, () => this.#loadMore(place));
    this.#windows = { panel: windowOf('panel'), all: windowOf('all') };
  }

  /** Also loads what the table of all rows needs, before it is on screen. */
  protected override async loadAll(list: TableDescription<T, S>): Promise<FullList<T, S>> {
    const [full] = await Promise.all([super.loadAll(list), this.virtualize('all')]);
    return full;
  }

  protected virtualize(place: ListPlace): Promise<void> {
    return this.#windows[place].virtualize();
  }

  /** Returns the columns of a place. Called again only if the locale, the adapter or `reasonsOf()` change. */
  protected abstract columnsOf(place: ListPlace): readonly ListColumn<T>[];

  /**
   * Describes the file of the list: columns of the table, by name, and columns that only the file has. `what` is the kind
   * of rows in the event and in the file name.
   */
  protected file(what: string, columns: readonly (string | FileColumn<T>)[]): ListTools<T>['file'] {
    const table = async () => {
      const { fileColumns } = await import('./list-toolbar.ts');
      return { title: this.words.heading, columns: fileColumns(columns, this.columnsOf('all'), this.l10n) };
    };
    return { what, table };
  }

  /** Further values that the rendering of rows depends on. */
  protected get reasons(): readonly unknown[] {
    return [];
  }

  /** Returns the values that the rendering of rows in one place depends on. */
  protected reasonsOf(_place: ListPlace): readonly unknown[] {
    return this.reasons;
  }

  /** The accessible name of the table. */
  protected get tableLabel(): string {
    return this.words.heading;
  }

  /** Returns the classes of a row. */
  protected rowClass(_item: T): string {
    return '';
  }

  /** Returns the function that renders the rows of totals below the others. */
  protected totalsOf(_items: readonly T[], _place: ListPlace, _list: List<T, S>): Table<T>['totals'] {
    return undefined;
  }

  /** Renders the placeholder of the rows of totals. */
  protected totalsSkeleton(_columns: readonly unknown[]): TemplateResult | typeof nothing {
    return nothing;
  }

  /** The texts and actions for the warnings that the widget knows. */
  protected get knownWarnings(): KnownWarnings | undefined {
    return undefined;
  }

  /** Returns the list of a place, if the operator can refine it there. */
  protected refined(place: ListPlace): RefinedListController<T, S> | undefined {
    return place === 'all' ? this.all : undefined;
  }

  /** Returns whether the table of a place scrolls by itself and loads the next page at its end. */
  protected isBounded(place: ListPlace): boolean {
    return place === 'all';
  }

  /** Returns whether the operator can sort the table of a place. */
  protected isSortable(place: ListPlace): boolean {
    return this.isBounded(place);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    // Loads while the rows are loading.
    if (this.isBounded('panel')) void this.virtualize('panel');
  }

  /** Scrolls to the top when the operator has refined a list: its first rows are others. */
  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    for (const place of ['panel', 'all'] as const) {
      const before = this.#drawn.get(place);
      const list = this.refined(place);
      const now = list?.snapshot.phase === 'ready' ? list.resolved : undefined;
      this.#drawn.set(place, now);
      if (!before || !now || before === now) continue;
      this.#windows[place].scrollToStart();
    }
  }

  protected override renderRows(items: readonly T[], place: ListPlace, list: List<T, S>): TemplateResult {
    return html`${this.renderWarnings(list)}${this.renderTable(items, place, list)}`;
  }

  /** Renders what a partial response lacks. */
  protected renderWarnings({ warnings }: List<T, S>): readonly TemplateResult[] {
    return warningNotices(warnings, this.l10n, this.knownWarnings);
  }

  protected renderTable(items: readonly T[], place: ListPlace, list: List<T, S>): TemplateResult {
    this.#lists.set(place, list);
    const totals = this.totalsOf(items, place, list);
    const content = table({
      label: this.tableLabel,
      shape: this.#shaped(place).shape,
      window: this.#windows[place],
      items,
      total: list.hasMore ? list.total : list.items.length,
      unknownColumns: this.unknownColumns,
      bounded: this.isBounded(place),
      sort: this.#sort(place),
      totals,
      ...(this.isSortable(place) && {
        pending: this.#pending(place),
        onSort: (name: string) => this.#sortBy(name, place),
      }),
    });
    // The key gives each customer a new scroller, so that the scroll position starts at the top.
    return html`${keyed(this.activeCustomer, content)}`;
  }

  protected override renderSkeleton(rows: number, place: ListPlace): TemplateResult {
    const { columns } = this.#shaped(place).shape;
    return tableSkeleton(this.tableLabel, columns, rows, this.totalsSkeleton(columns), this.#usualSort);
  }

  /**
   * Returns the table shape. It is created again only if something that its cells depend on has changed, because then
   * every row renders again.
   */
  #shaped(place: ListPlace): Shaped<T> {
    const { client, l10n, activeCustomer } = this;
    const isSortable = this.isSortable(place);
    const reasons = [l10n, client, activeCustomer, isSortable, ...this.reasonsOf(place)];
    const last = this.#shapes.get(place);
    if (last && reasons.every((reason, index) => reason === last.reasons[index])) return last;
    const columns = this.columnsOf(place);
    const shape = tableShape(
      this.#windows[place],
      columns.map(({ sortBy, sortsAs = sortBy, ...column }) => ({
        ...column,
        sortable:
          isSortable &&
          sortsAs !== undefined &&
          client !== undefined &&
          listCan(client.adapter, this.#operation, 'sort', sortsAs),
      })),
      (item) => this.rowClass(item),
    );
    const shaped = { reasons, columns, shape };
    this.#shapes.set(place, shaped);
    return shaped;
  }

  /** Loads the next page, unless one has arrived and is not on screen yet: then its rows have moved the end away. */
  #loadMore(place: ListPlace): void {
    const list = this.refined(place);
    if (list && this.isBounded(place) && list.list?.items === this.#lists.get(place)?.items) list.more();
  }

  /** Returns the order of the rows on screen, by column. */
  #sort(place: ListPlace): Sort | undefined {
    return this.#byColumn(this.refined(place)?.resolved.sort, place);
  }

  /** Returns the order that is loading, by column. */
  #pending(place: ListPlace): Sort | undefined {
    const list = this.refined(place);
    if (list?.snapshot.phase !== 'ready' || !list.snapshot.refreshing) return undefined;
    return this.#byColumn(list.refinement.sort, place);
  }

  /** Converts an order by a field to an order by a column. */
  #byColumn(sort: Sort | undefined, place: ListPlace): Sort | undefined {
    if (!sort) return this.#usualSort;
    const column = this.#shaped(place).columns.find(({ sortBy }) => sortBy === sort.field);
    return column && { field: column.name, direction: sort.direction };
  }

  #sortBy(name: string, place: ListPlace): void {
    const list = this.refined(place);
    const column = this.#shaped(place).columns.find((one) => one.name === name);
    if (!list || column?.sortBy === undefined) return;
    const now = this.#pending(place) ?? this.#sort(place);
    const { firstDirection = column.numeric ? 'descending' : 'ascending', sortBy: field } = column;
    const direction = now?.field !== name ? firstDirection : now.direction === 'ascending' ? 'descending' : 'ascending';
    const isUsual = this.#usualSort?.field === name && this.#usualSort.direction === direction;
    const before = list.refinement;
    list.refine({ sort: isUsual ? undefined : { field, direction } });
    // The same order as before means that loading it has failed, so the query is fetched again.
    if (JSON.stringify(list.refinement.sort) === JSON.stringify(before.sort)) list.refresh();
  }
}
