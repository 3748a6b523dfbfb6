import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { orderedRange, type DayRange } from '../../domain/time.ts';
import { chosenColumns, ColumnsChangedEvent, namesFrom, namesIn, type WordList } from '../../element/columns.ts';
import { DashboardElement } from '../../element/dashboard-element.ts';
import { rangeFrom } from '../../element/day-range.ts';
import type { OpenAs, ViewAll } from '../../element/opening.ts';
import { isToolRow, toolsOf } from '../../element/tool-names.ts';
import { ViewAllController } from '../../element/view-all.ts';
import { orderHistoryWords } from './words.en.ts';
import { LazyDialog } from '../../ui/lazy-dialog.ts';
import { icon } from '../../ui/icon.ts';
import * as icons from '../../ui/icons.ts';
import { moreRows } from '../../ui/more-rows.ts';
import { lessLink, viewAllLink } from '../../ui/opener.ts';
import { footer, panel } from '../../ui/panel.ts';
import { stateView, type StateView } from '../../ui/state-view.ts';
import { widgetStyles } from '../../ui/styles.ts';
import { tableStyles, type UnknownColumns } from '../../ui/table.ts';
import { warningNotices, type KnownWarnings } from '../../ui/warnings.ts';
import { OrderBook } from './order-book.ts';
import { OrderExtras } from './order-extras.ts';
import { footerText, headCount, shownOf } from './order-footer.ts';
import type { Archived, OrderSearch } from './order-history.data.ts';
import { styles } from './order-history.styles.ts';
import { OrderLinks } from './order-links.ts';
import { defaultColumns, orderColumnNames, type OrderColumn } from './order-rows.ts';
import { emptyOrders, OrderTable, type OrderRowsOptions } from './order-table.ts';
import { toolNames, type Tool } from './order-tool-names.ts';
import type { RatioBasis } from './order-totals.ts';
import { paletteOf, type PaletteName, type StatusPalette } from './status-palettes.ts';

/** The number of rows per page in the view of all orders. */
const pageOfAll = 100;
const usualLimit = 10;

/** Converts the attribute: `all`, or a number. */
const limitOf = (text: string | null): number | 'all' => (text === 'all' ? text : Number(text ?? usualLimit));

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
 * @slot heading - Replaces the text of the heading.
 * @slot actions - More actions in the header.
 * @slot hint - A hint below the header.
 * @slot help - Help at the end of the widget.
 * @slot loading - Replaces the loading state.
 * @slot empty - Replaces the empty state.
 * @slot error - Replaces the error state.
 * @fires {OrderOpenEvent} order-open - An order or a return is about to be opened. Cancelable.
 * @fires {OrderCreateEvent} order-create - A new order is about to be created. Cancelable.
 * @fires {ProductOpenEvent} product-open - A product is about to be opened. Cancelable.
 * @fires {ColumnsChangedEvent<OrderColumn>} columns-changed - The operator chose other columns.
 * @fires {ExportEvent} export - Orders are about to be exported. Cancelable.
 * @fires {ViewAllEvent} view-all - All orders are about to be opened. Cancelable.
 * @csspart table - A table.
 * @csspart row - A row.
 * @csspart cell - A cell of a row.
 * @csspart sort - Sorts by a column.
 * @csspart link - A link that opens an item.
 * @csspart badge - A badge.
 * @csspart create - Creates an order.
 * @csspart clear - Clears the filters.
 * @csspart view-all - Opens all rows.
 * @csspart view-less - Goes back to the first rows.
 * @csspart toolbar - The tools above all rows.
 * @csspart search - The search field.
 * @csspart show-archived - Includes archived orders.
 * @csspart filters - The filters.
 * @csspart legend - The meaning of the colors.
 * @csspart summary - The totals above a table.
 * @csspart metrics - A group of figures.
 * @csspart dialog - A dialog.
 * @csspart facts - The facts of an opened order.
 * @csspart status - The status of an opened order on each axis.
 * @csspart related - The returns and exchanges of an opened order.
 * @csspart lines - The lines of an opened order.
 * @csspart rounding - The rounding difference between the displayed lines and the total.
 * @csspart image - A product image.
 * @csspart payments - The payments of an opened order.
 * @csspart refunds - The refunds of an opened order.
 * @csspart fulfillments - The fulfillments of an opened order.
 * @csspart apply - Applies the typed range.
 * @csspart basis - The data that a figure counts.
 * @csspart cancel - Closes a form or dialog without saving.
 * @csspart choice - An option of a group.
 * @csspart column - A column heading.
 * @csspart detail - An opened order.
 * @csspart explanation - The explanation of a figure.
 * @csspart figure - A figure.
 * @csspart form - A form.
 * @csspart input - A form control.
 * @csspart label - The label of a figure.
 * @csspart message - A message about a field or a form.
 * @csspart metric - A figure with its label and basis.
 * @csspart notice - A strip above the data.
 * @csspart popover - A popover.
 * @csspart popover-button - Opens a popover.
 * @csspart range - The range picker.
 * @csspart scroller - The scroll container of a table.
 */
export class OrderHistory extends DashboardElement {
  static readonly tag = 'order-history';
  static override styles = [...widgetStyles, tableStyles, styles];

  /**
   * The number of latest orders and returns to show, counted together. `all` shows all of them and loads them on
   * scroll.
   */
  @property({ converter: limitOf }) limit: number | 'all' = usualLimit;
  /** The place where an order opens. */
  @property({ attribute: 'open-as' }) openAs?: OpenAs;
  /** The place where all orders open. `inline` replaces the latest orders in the widget. */
  @property({ attribute: 'view-all' }) viewAll?: ViewAll;
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
  /** Controls a column without any known value: `auto` leaves it out, `dash` shows a dash in every row. */
  @property({ attribute: 'unknown-columns' }) unknownColumns: UnknownColumns = 'auto';
  /** Shows the totals of the orders in the range. */
  @property({ type: Boolean }) totals = false;
  /** The basis of the rates of canceled and returned items: all items, or, as on some platforms, all orders. */
  @property({ attribute: 'ratio-basis' }) ratioBasis: RatioBasis = 'items';

  readonly #latest = new OrderBook(this, {
    search: () => this.#asked,
    rows: () => (this.limit === 'all' ? pageOfAll : this.#limit),
    isPaged: () => this.limit === 'all',
  });
  readonly #all = new OrderBook(this, {
    search: () => this.#asked,
    rows: () => (this.#viewAll.isShown ? pageOfAll : undefined),
    isPaged: () => true,
  });
  readonly #table = new OrderTable();
  readonly #allDialog = new LazyDialog(this, 'all');
  readonly #viewAll = new ViewAllController(this, { intent: 'orders', dialog: this.#allDialog });
  readonly #links = new OrderLinks(this, {
    openAs: () => this.openAs,
    isCreatable: () => this.creatable,
  });
  readonly #extras = new OrderExtras(this, {
    books: { panel: this.#latest, all: this.#all, active: () => (this.#viewAll.isShown ? this.#all : this.#latest) },
    wantsTools: () => this.#panelTools.length > 0 || this.#viewAll.isShown,
    wantsTotals: () => this.totals,
    range: () => this.#book.search.range,
  });
  #chosenColumns: readonly OrderColumn[] | undefined;
  #wasAllShown = false;

  override refresh(): void {
    this.#latest.refresh();
    this.#all.refresh();
    this.#extras.refresh();
    this.#links.refresh();
  }

  protected override customerChanged(): void {
    this.#latest.reset();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    // A new value from the host overrides the operator's choice.
    if (changed.has('archived')) this.#latest.reset('archived');
    if (changed.has('range')) this.#latest.reset('range');
    if (changed.has('columns')) this.#chosenColumns = undefined;
    const { isShown } = this.#viewAll;
    if (isShown && !this.#wasAllShown) this.#all.begin(this.#latest.chosen);
    this.#wasAllShown = isShown;
    this.#extras.load();
    const { snapshot } = this.#latest;
    // An operator who has lost access must not keep seeing orders in a dialog.
    if (snapshot.phase === 'error' && snapshot.error.code === 'forbidden') this.#closeDialogs();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#all.scrollUp(this.#allDialog.element);
    this.#latest.scrollUp(this.renderRoot.querySelector('.panel'));
  }

  protected override render() {
    const { l10n } = this;
    const book = this.#book;
    const isAll = this.#viewAll.isInline;
    const { list } = book;
    const view = this.#stateOf(book, book === this.#all ? Infinity : this.#limit, isAll || this.limit === 'all');
    const tools = this.#renderTools(book, 'panel', this.#panelTools);
    const isRow = isToolRow(this.#panelTools);
    return panel({
      heading: isAll ? this.#words.allHeading : this.#words.heading,
      count: list && headCount(list, l10n),
      actions: html`${isRow ? nothing : tools}${this.#links.create()}`,
      body: html`${isRow ? html`<div class="tools" part="toolbar">${tools}</div>` : nothing}${this.#extras.totals({ basis: this.ratioBasis, state: this.stateOptions })}${view.content}`,
      footer: list?.items.length || isAll ? this.#renderFooter(book) : nothing,
      dialogs: [
        this.#allDialog.render(this.#renderAll),
        this.#links.dialog(this.stateOptions, {
          palette: paletteOf(this.statusPalette),
          unknownColumns: this.unknownColumns,
        }),
      ],
      busy: view.busy || (isAll && book !== this.#all),
      announcement: view.announcement,
    });
  }

  /** The controller of the list in the panel. */
  get #book(): OrderBook {
    return this.#viewAll.shown(this.#latest, this.#all);
  }

  /** The tools in the header of the panel. */
  get #panelTools(): readonly Tool[] {
    return this.#viewAll.isInline ? toolNames : toolsOf(this.toolbar, toolNames);
  }

  get #words() {
    return this.l10n.words(orderHistoryWords);
  }

  get #columns(): readonly string[] {
    return chosenColumns(this.#chosenColumns ?? this.columns, {
      all: orderColumnNames,
      usual: defaultColumns,
      required: ['order'],
    });
  }

  readonly #chooseColumns = (names: readonly string[] | undefined): void => {
    this.#chosenColumns = names && namesIn(names, orderColumnNames);
    this.requestUpdate();
    this.dispatchEvent(new ColumnsChangedEvent(this.#chosenColumns));
  };

  /** The number of rows in the panel. */
  get #limit(): number {
    if (this.limit === 'all') return Infinity;
    return this.limit >= 1 ? Math.floor(this.limit) : usualLimit;
  }

  /** The search that the host's attributes describe. */
  get #asked(): OrderSearch {
    return { archived: this.archived, ...(this.range && { range: orderedRange(this.range) }) };
  }

  get #rows(): OrderRowsOptions {
    const { l10n, client, openAs } = this;
    return {
      l10n,
      columns: this.#columns,
      palette: paletteOf(this.statusPalette),
      linkOf: this.#links.linkOf,
      // The link of an order depends on these.
      reasons: [client, openAs],
    };
  }

  #stateOf(book: OrderBook, limit: number, isBounded: boolean): StateView {
    const { unknownColumns, activeCustomer: key } = this;
    const options = { ...this.#rows, book, limit, isBounded, unknownColumns, key };
    const view = stateView(book.snapshot, {
      ...this.stateOptions,
      what: this.#words.heading,
      skeleton: () => this.#table.skeleton(options),
      isEmpty: ({ items, warnings }) => !items.length && !warnings.length,
      empty: () => emptyOrders(book, this.l10n, this.#links.create()),
      ready: (list) =>
        html`${warningNotices(list.warnings, this.l10n, this.#warnings)}${this.#table.render(list, options)}${
          isBounded && list.moreError ? moreRows(list, this.l10n, (again) => book.more(again)) : nothing
        }`,
    });
    const arrived = book.hasArrived && book.list ? shownOf(book.list, book.list.items.length, book, this.l10n) : '';
    return {
      ...view,
      content: html`${this.#links.failure()}${this.#extras.notices(this.#words.heading)}${view.content}`,
      announcement: view.announcement || this.#extras.announcement || arrived,
    };
  }

  get #warnings(): KnownWarnings {
    const action = html`<button type="button" class="button inline" part="retry" @click=${() => this.refresh()}>
      ${icon(icons.refresh)}${this.#words.loadReturns}
    </button>`;
    return new Map([['returns', { text: this.#words.returnsMissing, action }]]);
  }

  #renderTools(book: OrderBook, place: 'panel' | 'all', tools: readonly Tool[]) {
    return this.#extras.tools({
      book,
      place,
      tools,
      palette: paletteOf(this.statusPalette),
      columns: { chosen: this.#columns, isChanged: this.#chosenColumns !== undefined, onChoose: this.#chooseColumns },
    });
  }

  #renderFooter(book: OrderBook): TemplateResult {
    const { l10n } = this;
    const { list } = book;
    const shown = Math.min(list?.items.length ?? 0, book === this.#all ? Infinity : this.#limit);
    const text = list ? footerText(list, shown, book, l10n) : '';
    if (this.#viewAll.isInline) return footer(text, lessLink(l10n.common.viewLess, this.#viewAll.less));
    const more = this.limit !== 'all' && list && (list.hasMore || list.items.length > shown);
    return footer(text, more ? viewAllLink(this.#words.viewAll, this.#viewAll) : nothing);
  }

  readonly #renderAll = () => {
    const { l10n } = this;
    const view = this.#stateOf(this.#all, Infinity, true);
    const { list } = this.#all;
    return {
      heading: this.#words.allHeading,
      wide: true,
      l10n,
      body: html`<div class="body rows" aria-busy=${view.busy ? 'true' : 'false'}>
        <div class="tools" part="toolbar">${this.#renderTools(this.#all, 'all', toolNames)}</div>
        ${view.content}
        <div class="visually-hidden" role="status">${view.announcement}</div>
      </div>`,
      footer: list && html`<span class="quiet">${footerText(list, list.items.length, this.#all, l10n)}</span>`,
    };
  };

  /** Closes the dialogs, the topmost first: each returns focus to the element that opened it. */
  #closeDialogs(): void {
    this.#links.close();
    this.#allDialog.close();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'order-history': OrderHistory;
  }
}
