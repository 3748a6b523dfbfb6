import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { DashboardElement } from '../../element/dashboard-element.ts';
import { ProductOpenEvent } from '../../element/events.ts';
import { Lazy } from '../../element/lazy.ts';
import { openingOf, type OpenAs, type Opening, type ViewAll } from '../../element/opening.ts';
import { ViewAllController } from '../../element/view-all.ts';
import { orderHistory } from '../../i18n/en/order-history.ts';
import { Dialog, dialogStyles } from '../../ui/dialog.ts';
import { formStyles } from '../../ui/form.ts';
import { safeHref } from '../../ui/href.ts';
import { icon } from '../../ui/icon.ts';
import * as icons from '../../ui/icons.ts';
import { moreRows } from '../../ui/more-rows.ts';
import { lessLink, opener, viewAllLink } from '../../ui/opener.ts';
import { footer, panel } from '../../ui/panel.ts';
import { notice, stateView, type StateView } from '../../ui/state-view.ts';
import { widgetStyles } from '../../ui/styles.ts';
import { tableStyles } from '../../ui/table.ts';
import { warningNotices, type KnownWarnings } from '../../ui/warnings.ts';
import { OrderBook } from './order-book.ts';
import type { OrderDialog } from './order-dialog.ts';
import { footerText, headCount, shownOf } from './order-footer.ts';
import type { Archived, OrderSearch } from './order-history.data.ts';
import { OrderCreateEvent, OrderOpenEvent } from './order-history.events.ts';
import { styles } from './order-history.styles.ts';
import { defaultColumns, type OrderLink, type OrderName } from './order-rows.ts';
import { emptyOrders, OrderTable, type OrderRowsOptions } from './order-table.ts';
import { paletteOf, type PaletteName, type StatusPalette } from './status-palettes.ts';

/** Rows of one page where all orders are shown. */
const pageOfAll = 100;
const usualLimit = 10;
const elsewhere: readonly OpenAs[] = ['page', 'popup', 'event'];
const ways: readonly OpenAs[] = [...elsewhere, 'dialog', 'drawer'];

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
 * @csspart dialog - The dialog of all orders, or of one.
 * @csspart facts - What an opened order is.
 * @csspart status - Where an opened order stands, on each axis.
 * @csspart related - The returns of an opened order, and what was sent in exchange.
 * @csspart lines - The lines of an opened order.
 * @csspart image - What a product looks like.
 * @csspart payments - The payments of an opened order.
 * @csspart refunds - What went back of an opened order.
 * @csspart fulfillments - The fulfillments of an opened order.
 */
export class OrderHistory extends DashboardElement {
  static readonly tag = 'order-history';
  static override styles = [...widgetStyles, formStyles, tableStyles, dialogStyles, styles];

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
  readonly #viewAll = new ViewAllController(this, {
    href: () => safeHref(this.linkTo('orders', { customerId: this.activeCustomer ?? '' })),
    opens: (event, opening, request) => this.opens(event, opening, request),
    dialog: this.#allDialog,
  });
  readonly #opened = new Lazy(this, () => import('./order-dialog.ts'));
  #orderDialog: OrderDialog | undefined;
  #wasAllShown = false;

  override refresh(): void {
    this.#latest.refresh();
    this.#all.refresh();
    this.#orderDialog?.refresh();
  }

  protected override customerChanged(): void {
    this.#closeDialogs();
    this.#latest.reset();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    // What the host asks for anew holds before what the operator chose.
    if (changed.has('archived')) this.#latest.reset('archived');
    const { isShown } = this.#viewAll;
    if (isShown && !this.#wasAllShown) this.#all.begin(this.#latest.chosen);
    this.#wasAllShown = isShown;
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
    const book = this.#viewAll.shown(this.#latest, this.#all);
    const isAll = this.#viewAll.isInline;
    const { list } = book;
    const isBounded = isAll || this.limit === 'all';
    const view = this.#stateOf(book, isBounded && book === this.#all ? Infinity : this.#limit, isBounded);
    return panel({
      heading: isAll ? this.#words.allHeading : this.#words.heading,
      count: list && headCount(list, l10n),
      actions: this.#renderCreate(),
      body: view.content,
      footer: list?.items.length || isAll ? this.#renderFooter(book) : nothing,
      dialogs: [
        this.#allDialog.render(this.#renderAll),
        this.#orderDialog?.render(this.stateOptions, this.#detailOptions),
      ],
      busy: view.busy || (isAll && book !== this.#all),
      announcement: view.announcement,
    });
  }

  get #words() {
    return this.l10n.section('orderHistory', orderHistory);
  }

  /** How many rows the panel shows. */
  get #limit(): number {
    if (this.limit === 'all') return Infinity;
    return this.limit >= 1 ? Math.floor(this.limit) : usualLimit;
  }

  /** Which orders the host asks for. */
  get #asked(): OrderSearch {
    return { archived: this.archived };
  }

  get #rows(): OrderRowsOptions {
    const { l10n, client, openAs } = this;
    return {
      l10n,
      columns: defaultColumns,
      palette: paletteOf(this.statusPalette),
      linkOf: this.#linkOf,
      // Where a number leads hangs on these.
      reasons: [client, openAs],
    };
  }

  get #detailOptions() {
    return {
      l10n: this.l10n,
      palette: paletteOf(this.statusPalette),
      linkTo: this.#linkOf,
      productLink: this.#productLink,
    };
  }

  #stateOf(book: OrderBook, limit: number, isBounded: boolean): StateView {
    const options = { ...this.#rows, book, limit, isBounded, key: this.activeCustomer };
    const view = stateView(book.snapshot, {
      ...this.stateOptions,
      what: this.#words.heading,
      skeleton: () => this.#table.skeleton(options),
      isEmpty: ({ items, warnings }) => !items.length && !warnings.length,
      empty: () => emptyOrders(book, this.l10n, this.#renderCreate()),
      ready: (list) =>
        html`${warningNotices(list.warnings, this.l10n, this.#warnings)}${this.#table.render(list, options)}${
          isBounded && list.moreError ? moreRows(list, this.l10n, (again) => book.more(again)) : nothing
        }`,
    });
    const arrived = book.hasArrived && book.list ? shownOf(book.list, book.list.items.length, book, this.l10n) : '';
    return {
      ...view,
      content: html`${this.#opened.state === 'failed' ? this.#renderOpenFailed() : nothing}${view.content}`,
      announcement: view.announcement || arrived,
    };
  }

  get #warnings(): KnownWarnings {
    return new Map([
      [
        'returns',
        { text: this.#words.returnsMissing, action: this.#again(this.#words.loadReturns, () => this.refresh()) },
      ],
    ]);
  }

  /** What shows an order has not come, but is asked for again as often as somebody wants. */
  #renderOpenFailed(): TemplateResult {
    const action = this.#again(this.l10n.common.retry, () => this.#opened.load());
    return notice({ path: icons.alert, tone: 'warning', text: this.#words.openFailed, action });
  }

  #again(label: string, onClick: () => void): TemplateResult {
    return html`<button type="button" class="button inline" part="retry" @click=${onClick}>
      ${icon(icons.refresh)}${label}
    </button>`;
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
        ${view.content}
        <div class="visually-hidden" role="status">${view.announcement}</div>
      </div>`,
      footer: list && html`<span class="quiet">${footerText(list, list.items.length, this.#all, l10n)}</span>`,
    };
  };

  /** The way to a new order, where there is one. */
  #renderCreate(): TemplateResult | typeof nothing {
    const { activeCustomer } = this;
    if (activeCustomer === undefined) return nothing;
    const href = safeHref(this.linkTo('order-create', { customerId: activeCustomer }));
    if (href === undefined && !this.creatable) return nothing;
    const opening: Opening = href === undefined ? { as: 'event' } : { as: 'page', href };
    return opener({
      label: html`${icon(icons.plus)}${this.#words.newOrder}`,
      part: 'create',
      className: 'button',
      opening,
      onOpen: (event) => void this.opens(event, opening, new OrderCreateEvent(activeCustomer)),
    });
  }

  readonly #linkOf = (order: OrderName): OrderLink => {
    const href = safeHref(this.linkTo('order', { customerId: this.activeCustomer ?? '', orderId: order.id }));
    const opening = openingOf(this.client?.adapter.orders?.get ? ways : elsewhere, this.openAs, href);
    return { number: order.number, opening, onOpen: (event) => this.#open(order, opening, event) };
  };

  #open(order: OrderName, opening: Opening | undefined, event: Event): void {
    const { activeCustomer } = this;
    if (activeCustomer === undefined || !opening) return;
    if (!this.opens(event, opening, new OrderOpenEvent(activeCustomer, order.id))) return;
    this.#opened.use(({ OrderDialog }) => {
      // Made after the dialog of all orders, for it may stand on top of it.
      this.#orderDialog ??= new OrderDialog(this);
      this.#orderDialog.show(order, { drawer: opening.as === 'drawer' });
    });
  }

  readonly #productLink = (productId: string, label: TemplateResult): TemplateResult => {
    const { activeCustomer: customerId = '' } = this;
    const href = safeHref(this.linkTo('product', { customerId, productId }));
    if (href === undefined) return label;
    const opening: Opening = { as: 'page', href };
    const onOpen = (event: Event) => void this.opens(event, opening, new ProductOpenEvent(customerId, productId));
    return opener({ label, part: 'link', opening, onOpen });
  };

  /** The one on top first: each gives focus back to where it was. */
  #closeDialogs(): void {
    this.#orderDialog?.close();
    this.#viewAll.close();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'order-history': OrderHistory;
  }
}
