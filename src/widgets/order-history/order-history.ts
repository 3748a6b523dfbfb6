import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { OrderEntry, OrderTotals } from '../../domain/order.ts';
import { ordersList, usualLimit } from '../../features/orders/orders-list.ts';
import type { DayRange } from '../../domain/time.ts';
import { namesFrom, type WordList, rangeFrom } from '../../element/columns.ts';
import { Lazy, once } from '../../element/lazy.ts';
import type { OpenAs } from '../../element/opening.ts';
import type { ListRefinement } from '../../list/refined-list-controller.ts';
import type { ListPlace } from '../../list/list-tools.ts';
import { fullTableStyles, RefinedTableWidget } from '../../list/refined-table-widget.ts';
import * as icons from '../../ui/icons.ts';
import { moreRows } from '../../ui/more-rows.ts';
import { openFailed, retryButton, type Sentence, type StateView, type KnownWarnings } from '../../ui/state-view.ts';
import { widgetStyles } from '../../ui/styles.ts';
import { tableStyles } from '../../ui/table.ts';
import {
  archivedFilter,
  footerText,
  headCount,
  isNarrow,
  shownOf,
  toolNames,
  type Archived,
  type Orders,
  type Tool,
} from './order-history.data.ts';
import { styles } from './order-history.styles.ts';
import { OrderLinks } from './order-links.ts';
import { defaultColumns, orderColumnNames, orderColumns, rowClass, type OrderColumn } from './order-rows.ts';
import type { OrderTools } from './order-tools.ts';
import type { OrderTotals as TotalsView, RatioBasis } from './order-totals.ts';
import { paletteOf, type PaletteName, type StatusPalette } from '../../features/orders/status-palettes.ts';
import { orderHistoryWords } from './words.en.ts';

/** Converts the attribute: `all`, or a number. */
const limitOf = (text: string | null): number | 'all' => (text === 'all' ? text : Number(text ?? usualLimit));

const importTools = once(() => import('./order-tools.ts'));

/**
 * The latest orders and returns of a customer, newest first; all of them on request. An order opens as `open-as` says,
 * all orders as `view-all` says. Without them, they open on the host's page if the adapter has its URL, otherwise in a
 * dialog.
 *
 * Search text, filters and sort order of the operator apply to one customer. Another customer starts with the
 * attributes of the host.
 *
 * @summary Orders and returns of a customer
 * @tag order-history
 * @fires {OrderOpenEvent} order-open - An order or a return is about to be opened. Cancelable.
 * @fires {OrderCreateEvent} order-create - A new order is about to be created. Cancelable.
 * @fires {ProductOpenEvent} product-open - A product is about to be opened. Cancelable.
 * @fires {ColumnsChangedEvent<OrderColumn>} columns-changed - The operator chose other columns.
 * @fires {ExportEvent} export - Orders are about to be exported. Cancelable.
 * @fires {ViewAllEvent} view-all - All orders are about to be opened. Cancelable.
 * @csspart link - A link that opens an item.
 * @csspart badge - A badge.
 * @csspart create - Creates an order.
 * @csspart show-archived - Includes archived orders.
 * @csspart filters - The filters.
 * @csspart legend - The meaning of the colors.
 * @csspart summary - The totals above a table.
 * @csspart metrics - A group of figures.
 * @csspart facts - The facts of an opened order.
 * @csspart status - The status of an opened order on each axis.
 * @csspart related - The returns and exchanges of an opened order.
 * @csspart lines - The lines of an opened order.
 * @csspart addresses - The addresses of an opened order.
 * @csspart address - A postal address.
 * @csspart breakdown - What the total of an opened order consists of.
 * @csspart charge - A sum in the breakdown: the products, shipping, a discount, a fee or a tax.
 * @csspart rounding - The rounding difference between the displayed lines and the total.
 * @csspart total - The total of an opened order.
 * @csspart included - A tax that the prices include.
 * @csspart image - A product image.
 * @csspart payments - The payments of an opened order.
 * @csspart refunds - The refunds of an opened order.
 * @csspart fulfillments - The fulfillments of an opened order.
 * @csspart basis - The data that a figure counts.
 * @csspart detail - An opened order.
 * @csspart explanation - The explanation of a figure.
 * @csspart figure - A figure.
 * @csspart label - The label of a figure.
 * @csspart metric - A figure with its label and basis.
 */
export class OrderHistory extends RefinedTableWidget<OrderEntry, OrderTotals, OrderColumn> {
  static readonly tag = 'order-history';
  static override styles = [...widgetStyles, tableStyles, fullTableStyles, styles];

  /**
   * The number of latest orders and returns to show, counted together. `all` shows all of them and loads them on
   * scroll.
   */
  @property({ converter: limitOf }) limit: number | 'all' = usualLimit;
  /** The place where an order opens. */
  @property({ attribute: 'open-as' }) openAs?: OpenAs;
  /** Controls archived orders: excluded, included, or shown alone. */
  @property() archived: Archived = 'exclude';
  /**
   * The colors of the five status axes: `semantic`, `seller` (returned is red), `cafe24` (red, blue and white: to do,
   * in progress, done), `cafe24-literal` (which also shows never canceled, exchanged or returned in red), or, as a
   * property, a palette of the host.
   */
  @property({ attribute: 'status-palette' }) statusPalette: PaletteName | StatusPalette = 'semantic';
  /** Says that the host handles `order-create`. A new order is then offered even if the adapter has no URL for it. */
  @property({ type: Boolean }) creatable = false;

  /**
   * Limits the orders to those placed on these days. As an attribute `2026-01-01/2026-03-31`; either end can be open.
   */
  @property({ converter: rangeFrom }) range?: DayRange;
  /**
   * The tools above the orders, any of `search range filter columns legend export`. All of them if the attribute is
   * empty, none if it is absent. The view of all orders always has all of them.
   */
  @property() toolbar?: WordList<Tool>;
  /**
   * The columns, in order, of `order date items status payment fulfillment cancellation exchange return total`. The
   * operator's choice, which `columns-changed` reports, overrides them until they are set again.
   */
  @property({ converter: namesFrom }) columns?: readonly OrderColumn[];
  /** Shows the totals of the orders in the range. */
  @property({ type: Boolean }) totals = false;
  /** The basis of the rates of canceled and returned items: all items, or, as on some platforms, all orders. */
  @property({ attribute: 'ratio-basis' }) ratioBasis: RatioBasis = 'items';

  readonly #links = new OrderLinks(this, {
    openAs: () => this.openAs,
    isCreatable: () => this.creatable,
  });
  readonly #totals = new Lazy<TotalsView>(this, async () => {
    const { OrderTotals: View } = await import('./order-totals.ts');
    return new View(this, {
      isShown: () => this.#hasTotals,
      range: () => this.refined(this.shownPlace).refinement.range,
    });
  });
  #orderTools: OrderTools | undefined;

  constructor() {
    super({
      operation: ordersList,
      intent: 'orders',
      icon: icons.box,
      limit: usualLimit,
      pageOfAll: 100,
      usualSort: { field: 'date', direction: 'descending' },
      tools: toolNames,
      columns: { all: orderColumnNames, usual: defaultColumns, required: ['order'] },
    });
  }

  override refresh(): void {
    super.refresh();
    this.#totals.module?.refresh();
    this.#links.refresh();
  }

  protected override get words() {
    return this.l10n.words(orderHistoryWords);
  }

  protected override get base(): ListRefinement {
    return { ...super.base, filter: { archived: archivedFilter(this.archived) } };
  }

  protected override async loadTools(): Promise<OrderTools> {
    const { OrderTools: Tools } = await importTools();
    return (this.#orderTools = new Tools(this, {
      palette: () => this.#palette,
      active: () => this.active,
    }));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('archived')) this.first.release('filter', 'archived');
    if (this.#hasTotals && this.#totals.state === 'idle') this.#totals.load();
    // An operator who has lost access must not keep seeing orders in a dialog. The topmost closes first: each returns
    // the focus to the element that opened it.
    const { snapshot } = this.first;
    if (snapshot.phase !== 'error' || snapshot.error.code !== 'forbidden') return;
    this.#links.close();
    this.allDialog.close();
  }

  protected override columnsOf() {
    const { l10n, columnNames } = this;
    return orderColumns({ l10n, columns: columnNames, palette: this.#palette, linkOf: this.#links.linkOf });
  }

  protected override reasonsOf(): readonly unknown[] {
    return [this.columnNames.join(), this.#palette, this.openAs];
  }

  protected override rowClass(entry: OrderEntry): string {
    return rowClass(entry, this.#palette);
  }

  protected override get knownWarnings(): KnownWarnings {
    const action = retryButton(this.words.loadReturns, () => this.refresh());
    return new Map([['returns', { text: this.words.returnsMissing, action }]]);
  }

  protected override countOf(list: Orders): string | undefined {
    return headCount(list, this.l10n);
  }

  protected override extent(list: Orders, shown: number, _isPart: boolean, place: ListPlace): string {
    return footerText(list, shown, this.refined(place).resolved, this.l10n);
  }

  protected override statusOf(place: ListPlace): string {
    const { hasArrived, list, resolved } = this.refined(place);
    const arrived = hasArrived && list ? shownOf(list, list.items.length, resolved, this.l10n) : '';
    return super.statusOf(place) || arrived;
  }

  protected override renderCreate(): TemplateResult | typeof nothing {
    return this.#links.create();
  }

  protected override renderDialogs(): unknown {
    const { stateOptions, unknownColumns } = this;
    return this.#links.dialog(stateOptions, { palette: this.#palette, unknownColumns });
  }

  protected override renderSummary(): TemplateResult | typeof nothing {
    if (!this.#hasTotals) return nothing;
    return html`<div class="totals" part="summary">
      ${this.#totals.module?.render(this.ratioBasis) ?? openFailed(this.#totals, this.l10n)}
    </div>`;
  }

  protected override renderAbove(place: ListPlace): TemplateResult {
    return html`${this.#links.failure()}${super.renderAbove(place)}${this.#orderTools?.offer()}`;
  }

  protected override dialogContent(view: StateView) {
    const list = this.listOf('all');
    const text = list && this.extent(list, list.items.length, false, 'all');
    return { ...super.dialogContent(view), footer: list && html`<span class="quiet">${text}</span>` };
  }

  protected override renderRows(items: readonly OrderEntry[], place: ListPlace, list: Orders): TemplateResult {
    // The default column holds 999,999.99.
    const isRoomy = items.some(({ total }) => (total?.value.length ?? 0) > 9);
    return html`${this.renderWarnings(list)}
      <div class=${isRoomy ? 'body flush orders roomy' : 'body flush orders'}>
        ${this.renderTable(items, place, list)}
      </div>
      ${this.isBounded(place) && list.moreError ? moreRows(list, this.l10n, this.refined(place).more) : nothing}`;
  }

  protected override renderSkeleton(rows: number, place: ListPlace): TemplateResult {
    return html`<div class="body flush orders">${super.renderSkeleton(rows, place)}</div>`;
  }

  protected override isEmpty({ items, warnings }: Orders): boolean {
    return !items.length && !warnings.length;
  }

  /** Returns the empty state, with the actions that can change it. */
  protected override emptyState(place: ListPlace): Sentence {
    const { words } = this;
    const list = this.refined(place);
    const { resolved, refinement } = list;
    if (!isNarrow(resolved)) return super.emptyState(place);
    const isByDate = !isNarrow({ ...resolved, range: undefined });
    const isArchive = refinement.filter?.['archived']?.includes('only');
    const widen = () =>
      list.refine({ text: undefined, range: {}, filter: isArchive ? { archived: archivedFilter('include') } : {} });
    return {
      path: icons.search,
      title: isByDate ? words.noneInRange : words.noneFound,
      help: words.noneFoundHelp,
      action: html`<button type="button" class="button" part="clear" @click=${widen}>
        ${isByDate ? words.allDates : words.clearFilters}
      </button>`,
    };
  }

  get #palette(): StatusPalette {
    return paletteOf(this.statusPalette);
  }

  /** `true` if the host page wants totals and the platform has them. */
  get #hasTotals(): boolean {
    return this.totals && this.client?.adapter.stats?.get !== undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'order-history': OrderHistory;
  }
}
