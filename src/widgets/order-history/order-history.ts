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
import { Dialog, dialogStyles } from '../../ui/dialog.ts';
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

/** Rows of one page where all orders are shown. */
const pageOfAll = 100;
const usualLimit = 10;

/** `all`, or a number. */
const limitOf = (text: string | null): number | 'all' => (text === 'all' ? text : Number(text ?? usualLimit));

/**
 * The latest orders and returns of a customer, newest first; all of them on request. An order opens as `open-as` says,
 * all of them as `view-all` says; without that on the host's own page, where the adapter gives its address, else in a
 * dialog.
 *
 * What an operator seeks, filters and sorts holds for one customer: another one is shown as the host's attributes say.
 *
 * @summary Orders and returns of a customer
 * @tag order-history
 * @slot heading - In place of the heading's words.
 * @slot actions - Actions of the host, in the header.
 * @slot hint - A hint of the host, under the header.
 * @slot help - Where help is to be had, at the end.
 * @slot loading - In place of what is shown while the orders are on their way.
 * @slot empty - In place of what is shown where there are none.
 * @slot error - In place of what is shown where they could not be loaded.
 * @fires {OrderOpenEvent} order-open - An order or a return is to be shown. Cancelable.
 * @fires {OrderCreateEvent} order-create - A new order is to be made. Cancelable.
 * @fires {ProductOpenEvent} product-open - The product of a line is to be shown. Cancelable.
 * @fires {ColumnsChangedEvent<OrderColumn>} columns-changed - The operator has chosen other columns.
 * @fires {ExportEvent} export - Orders are asked for as a file. Cancelable.
 * @fires {ViewAllEvent} view-all - All orders are asked for. Cancelable.
 * @csspart table - A table: of orders, of lines, of payments, of refunds, of fulfillments.
 * @csspart row - One order or return, or one line of an opened one.
 * @csspart cell - A cell of a row.
 * @csspart sort - What sorts by a column.
 * @csspart link - What opens an order or a product.
 * @csspart badge - A badge of a status.
 * @csspart create - What leads to a new order.
 * @csspart clear - What takes every filter away.
 * @csspart view-all - What opens all orders.
 * @csspart view-less - What leads back to the latest.
 * @csspart toolbar - What narrows, explains and exports all orders.
 * @csspart search - The field to search with.
 * @csspart show-archived - What lists archived orders too.
 * @csspart filters - The choice of filters.
 * @csspart legend - What the colours mean.
 * @csspart summary - What the orders add up to.
 * @csspart metrics - Its figures.
 * @csspart dialog - The dialog of all orders, or of one.
 * @csspart facts - What an opened order is.
 * @csspart status - Where an opened order stands, on each axis.
 * @csspart related - The returns of an opened order, and what was sent in exchange.
 * @csspart lines - The lines of an opened order.
 * @csspart rounding - What the lines as they are shown lack of the total.
 * @csspart image - What a product looks like.
 * @csspart payments - The payments of an opened order.
 * @csspart refunds - What went back of an opened order.
 * @csspart fulfillments - The fulfillments of an opened order.
 * @csspart apply - What takes the days that were typed.
 * @csspart basis - What a figure is a figure of.
 * @csspart cancel - What closes without a change.
 * @csspart choice - One of several to choose from.
 * @csspart column - The head of a column.
 * @csspart detail - An order that was opened.
 * @csspart explanation - What a figure counts.
 * @csspart figure - A figure.
 * @csspart form - A form.
 * @csspart input - What is typed or chosen in.
 * @csspart label - The name of a figure.
 * @csspart message - What is wrong, or worth knowing.
 * @csspart metric - A figure with its name and basis.
 * @csspart notice - A strip above data.
 * @csspart popover - What a button opens beside it.
 * @csspart popover-button - What opens a popover.
 * @csspart range - Days to choose from.
 * @csspart scroller - What a table scrolls in.
 */
export class OrderHistory extends DashboardElement {
  static readonly tag = 'order-history';
  static override styles = [...widgetStyles, tableStyles, dialogStyles, styles];

  /** How many of the latest orders and returns to show, both counted; `all` of them, as they are scrolled to. */
  @property({ converter: limitOf }) limit: number | 'all' = usualLimit;
  /** Where an order opens. */
  @property({ attribute: 'open-as' }) openAs?: OpenAs;
  /** Where all orders are shown. `inline`: here, in place of the latest. */
  @property({ attribute: 'view-all' }) viewAll?: ViewAll;
  /** Whether orders that were put away are listed too, or alone. */
  @property() archived: Archived = 'exclude';
  /**
   * How the values of the five axes are told: `semantic`, `seller` (what came back is red), `cafe24` (red, blue and
   * white: to be done, under way, done), `cafe24-literal` (what was never canceled, exchanged or returned is red too),
   * or, as a property, a palette of the host's own.
   */
  @property({ attribute: 'status-palette' }) statusPalette: PaletteName | StatusPalette = 'semantic';
  /**
   * The host answers `order-create`: it is offered also where the adapter has no address for it. Without either there
   * is no way to a new order.
   */
  @property({ type: Boolean }) creatable = false;

  /** Only orders placed on these days: as an attribute `2026-01-01/2026-03-31`, either end may be left open. */
  @property({ converter: rangeFrom }) range?: DayRange;
  /**
   * What stands above the orders for the operator, any of `search range filter columns legend export`; all of it where
   * nothing is named. Nothing where it is absent; above all orders they all stand always.
   */
  @property() toolbar?: WordList<Tool>;
  /**
   * The columns, of `order date items status payment fulfillment cancellation exchange return total`, in their order.
   * What an operator chooses stands before it, until it is set anew.
   */
  @property({ converter: namesFrom }) columns?: readonly OrderColumn[];
  /** What becomes of a column of which no row knows anything: it is not there (`auto`), or has a dash in every row (`dash`). */
  @property({ attribute: 'unknown-columns' }) unknownColumns: UnknownColumns = 'auto';
  /** Whether the panel says what the orders of its range add up to. */
  @property({ type: Boolean }) totals = false;
  /** What canceled and returned items are a share of: all items, or all orders, as some platforms have it. */
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
  readonly #allDialog = new Dialog(this, 'all');
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
    // What the host asks for anew holds before what the operator chose.
    if (changed.has('archived')) this.#latest.reset('archived');
    if (changed.has('range')) this.#latest.reset('range');
    if (changed.has('columns')) this.#chosenColumns = undefined;
    const { isShown } = this.#viewAll;
    if (isShown && !this.#wasAllShown) this.#all.begin(this.#latest.chosen);
    this.#wasAllShown = isShown;
    this.#extras.load();
    const { snapshot } = this.#latest;
    // Who may no longer see orders sees none in a dialog either.
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

  /** The list in the panel. */
  get #book(): OrderBook {
    return this.#viewAll.shown(this.#latest, this.#all);
  }

  /** The tools in the panel's head. */
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

  /** How many rows the panel shows. */
  get #limit(): number {
    if (this.limit === 'all') return Infinity;
    return this.limit >= 1 ? Math.floor(this.limit) : usualLimit;
  }

  /** Which orders the host asks for. */
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
      // Where a number leads hangs on these.
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

  /** The one on top first: each gives focus back to where it was. */
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
