import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { List } from '../../data/snapshot.ts';
import type { OrderEntry, OrderTotals } from '../../domain/order.ts';
import { DashboardElement } from '../../element/dashboard-element.ts';
import { openingOf, type OpenAs, type Opening, type ViewAll } from '../../element/opening.ts';
import { ListController } from '../../element/resource-controller.ts';
import { ViewAllController } from '../../element/view-all.ts';
import { orderHistory } from '../../i18n/en/order-history.ts';
import { Dialog, dialogStyles } from '../../ui/dialog.ts';
import { formStyles } from '../../ui/form.ts';
import { safeHref } from '../../ui/href.ts';
import { icon } from '../../ui/icon.ts';
import * as icons from '../../ui/icons.ts';
import { moreRows } from '../../ui/more-rows.ts';
import { lessLink, viewAllLink } from '../../ui/opener.ts';
import { footer, panel } from '../../ui/panel.ts';
import { RowWindow } from '../../ui/row-window.ts';
import { stateView } from '../../ui/state-view.ts';
import { widgetStyles } from '../../ui/styles.ts';
import { table, tableSkeleton, tableStyles, type TableShape } from '../../ui/table.ts';
import { warningNotices, type KnownWarnings } from '../../ui/warnings.ts';
import { detailStyles } from './order-detail.styles.ts';
import { OrderDialog, type OrderName } from './order-dialog.ts';
import { footerText, headCount } from './order-footer.ts';
import { ordersOf } from './order-history.data.ts';
import { OrderOpenEvent } from './order-history.events.ts';
import { styles } from './order-history.styles.ts';
import { orderRows, type OrderLink } from './order-rows.ts';

type Orders = List<OrderEntry, OrderTotals>;

/** Whether an amount is longer than the column for it: 999,999.99 is not. */
const isRoomy = (items: readonly OrderEntry[]): boolean => items.some(({ total }) => total.value.length > 9);

/** Rows of one page where all orders are shown. */
const pageOfAll = 100;
const newestFirst = { field: 'date', direction: 'descending' } as const;
const elsewhere: readonly OpenAs[] = ['page', 'popup', 'event'];
const ways: readonly OpenAs[] = [...elsewhere, 'dialog', 'drawer'];

/**
 * The latest orders and returns of a customer, newest first; all of them on request. An order opens as `open-as` says,
 * all of them as `view-all` says; without that on the host's own page, where the adapter gives its address, else in a
 * dialog.
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
 * @fires {ViewAllEvent} view-all - All orders are asked for. Cancelable.
 * @csspart table - A table: of orders, of lines, of payments, of fulfillments.
 * @csspart row - One order or return, or one line of an opened one.
 * @csspart cell - A cell of a row.
 * @csspart link - What opens an order.
 * @csspart badge - A badge of a status.
 * @csspart view-all - What opens all orders.
 * @csspart view-less - What leads back to the latest.
 * @csspart dialog - The dialog of all orders, or of one.
 * @csspart facts - What an opened order is.
 * @csspart status - Where an opened order stands, on each axis.
 * @csspart lines - The lines of an opened order.
 * @csspart payments - The payments of an opened order.
 * @csspart fulfillments - The fulfillments of an opened order.
 */
export class OrderHistory extends DashboardElement {
  static readonly tag = 'order-history';
  static override styles = [...widgetStyles, formStyles, tableStyles, dialogStyles, styles, detailStyles];

  /** How many of the latest orders and returns to show, both counted. */
  @property({ type: Number }) limit = 10;
  /** Where an order opens. */
  @property({ attribute: 'open-as' }) openAs?: OpenAs;
  /** Where all orders are shown. `inline`: here, in place of the latest. */
  @property({ attribute: 'view-all' }) viewAll?: ViewAll;

  readonly #orders = new ListController<OrderEntry, OrderTotals>(this, (customerId) =>
    ordersOf(customerId, this.#limit),
  );
  readonly #all = new ListController<OrderEntry, OrderTotals>(this, (customerId) =>
    this.#viewAll.isShown ? ordersOf(customerId, pageOfAll) : undefined,
  );
  readonly #window = new RowWindow<OrderEntry>(this);
  readonly #allWindow = new RowWindow<OrderEntry>(this, () => this.#all.more());
  readonly #allDialog = new Dialog(this, 'all');
  readonly #viewAll = new ViewAllController(this, {
    href: () => safeHref(this.linkTo('orders', { customerId: this.activeCustomer ?? '' })),
    opens: (event, opening, request) => this.opens(event, opening, request),
    dialog: this.#allDialog,
  });
  // Made after the other, for it may stand on top of it.
  readonly #orderDialog = new OrderDialog(this, (order) => this.#linkOf(order));
  #shape: TableShape<OrderEntry> | undefined;
  #shapeFor: readonly unknown[] = [];

  override refresh(): void {
    this.#orders.refresh();
    this.#all.refresh();
    this.#orderDialog.refresh();
  }

  protected override customerChanged(): void {
    this.#closeDialogs();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { snapshot } = this.#orders;
    // Who may no longer see orders sees none in a dialog either.
    if (snapshot.phase === 'error' && snapshot.error.code === 'forbidden') this.#closeDialogs();
  }

  protected override render() {
    const { l10n } = this;
    const { snapshot } = this.#shown;
    const isAll = this.#viewAll.isInline;
    const list = snapshot.phase === 'ready' ? snapshot.data : undefined;
    const view = stateView(snapshot, {
      ...this.stateOptions,
      what: this.#words.heading,
      skeleton: () => this.#renderSkeleton(),
      isEmpty: ({ items, warnings }) => !items.length && !warnings.length,
      empty: () => ({ path: icons.box, title: this.#words.empty, help: this.#words.emptyHelp }),
      ready: this.#shown === this.#all ? this.#renderRows : this.#renderLatest,
    });
    return panel({
      heading: isAll ? this.#words.allHeading : this.#words.heading,
      count: list && headCount(list, l10n),
      body: view.content,
      footer: list?.items.length || isAll ? this.#renderFooter(list) : nothing,
      dialogs: [this.#allDialog.render(this.#renderAll), this.#orderDialog.render(this.stateOptions)],
      busy: view.busy || (isAll && this.#shown !== this.#all),
      announcement: view.announcement,
    });
  }

  get #shown() {
    return this.#viewAll.shown(this.#orders, this.#all);
  }

  get #words() {
    return this.l10n.section('orderHistory', orderHistory);
  }

  get #limit(): number {
    return this.limit >= 1 ? Math.floor(this.limit) : 10;
  }

  /** Made anew for another language, another host or another way to open only: rows are drawn again when it is another. */
  get #rows(): TableShape<OrderEntry> {
    const { l10n, client, openAs } = this;
    const reasons = [l10n, client, openAs];
    if (!this.#shape || reasons.some((reason, index) => reason !== this.#shapeFor[index]))
      this.#shape = orderRows(this.#window, { l10n, linkOf: (order) => this.#linkOf(order) });
    this.#shapeFor = reasons;
    return this.#shape;
  }

  readonly #renderLatest = (list: Orders): TemplateResult => {
    const items = list.items.slice(0, this.#limit);
    return this.#renderTable(list, items, this.#window, false);
  };

  /** Keyed by customer, so that nobody inherits a scroll position. */
  #renderTable(
    list: Orders,
    items: readonly OrderEntry[],
    window: RowWindow<OrderEntry>,
    bounded: boolean,
  ): TemplateResult {
    const total = list.hasMore ? list.total : list.items.length;
    return html`${warningNotices(list.warnings, this.l10n, this.#warnings)}
      <div class=${isRoomy(items) ? 'body flush orders roomy' : 'body flush orders'}>
        ${keyed(
          this.activeCustomer,
          table({ label: this.#words.heading, shape: this.#rows, window, items, total, bounded, sort: newestFirst }),
        )}
      </div>`;
  }

  get #warnings(): KnownWarnings {
    const action = html`<button type="button" class="button inline" part="retry" @click=${() => this.refresh()}>
      ${icon(icons.refresh)}${this.#words.loadReturns}
    </button>`;
    return new Map([['returns', { text: this.#words.returnsMissing, action }]]);
  }

  #renderSkeleton(bounded = false): TemplateResult {
    const rows = bounded ? 12 : this.#limit;
    const { columns } = this.#rows;
    return html`<div class="body flush orders">
      ${tableSkeleton(this.#words.heading, columns, rows, nothing, newestFirst)}
    </div>`;
  }

  #renderFooter(list: Orders | undefined): TemplateResult {
    const { l10n } = this;
    const shown = Math.min(list?.items.length ?? 0, this.#shown === this.#all ? Infinity : this.#limit);
    const text = list ? footerText(list, shown, l10n) : '';
    if (this.#viewAll.isInline) return footer(text, lessLink(l10n.common.viewLess, this.#viewAll.less));
    const more = list && (list.hasMore || list.items.length > shown);
    return footer(text, more ? viewAllLink(this.#words.viewAll, this.#viewAll) : nothing);
  }

  readonly #renderAll = () => {
    const { l10n } = this;
    const { snapshot } = this.#all;
    const list = snapshot.phase === 'ready' ? snapshot.data : undefined;
    const view = stateView(snapshot, {
      ...this.stateOptions,
      what: this.#words.heading,
      skeleton: () => this.#renderSkeleton(true),
      ready: this.#renderRows,
    });
    return {
      heading: this.#words.allHeading,
      wide: true,
      l10n,
      body: html`<div class="body rows" aria-busy=${view.busy ? 'true' : 'false'}>
        ${view.content}
        <div class="visually-hidden" role="status">${view.announcement}</div>
      </div>`,
      footer: list && html`<span class="quiet">${footerText(list, list.items.length, l10n)}</span>`,
    };
  };

  /** All rows, as they are scrolled to. */
  readonly #renderRows = (list: Orders): TemplateResult =>
    html`${this.#renderTable(list, list.items, this.#allWindow, true)}
    ${list.moreError ? moreRows(list, this.l10n, (again) => this.#all.more(again)) : nothing}`;

  #linkOf(order: OrderName): OrderLink {
    const href = safeHref(this.linkTo('order', { customerId: this.activeCustomer ?? '', orderId: order.id }));
    const opening = openingOf(this.client?.adapter.orders?.get ? ways : elsewhere, this.openAs, href);
    return { number: order.number, opening, onOpen: (event) => this.#open(order, opening, event) };
  }

  #open(order: OrderName, opening: Opening | undefined, event: Event): void {
    const { activeCustomer } = this;
    if (activeCustomer === undefined || !opening) return;
    if (this.opens(event, opening, new OrderOpenEvent(activeCustomer, order.id)))
      this.#orderDialog.show(order, { drawer: opening.as === 'drawer' });
  }

  /** The one on top first: each gives focus back to where it was. */
  #closeDialogs(): void {
    this.#orderDialog.close();
    this.#viewAll.close();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'order-history': OrderHistory;
  }
}
