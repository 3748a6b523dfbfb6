import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { DashboardClient } from '../../data/client.ts';
import type { List } from '../../data/snapshot.ts';
import type { OrderEntry, OrderTotals } from '../../domain/order.ts';
import { DashboardElement } from '../../element/dashboard-element.ts';
import { ViewAllEvent } from '../../element/events.ts';
import { ListController } from '../../element/resource-controller.ts';
import { orderHistory } from '../../i18n/en/order-history.ts';
import type { Localization } from '../../i18n/localization.ts';
import { Dialog, dialogStyles } from '../../ui/dialog.ts';
import { formStyles } from '../../ui/form.ts';
import { safeHref } from '../../ui/href.ts';
import { icon } from '../../ui/icon.ts';
import * as icons from '../../ui/icons.ts';
import { moreRows } from '../../ui/more-rows.ts';
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

/**
 * The latest orders and returns of a customer, newest first; all of them on request. An order opens on the host's own
 * page, where the adapter gives its address, or in a dialog with its lines, payments and fulfillments.
 *
 * @summary Orders and returns of a customer
 * @tag order-history
 * @slot heading - In place of the heading's words.
 * @slot actions - Actions of the host, in the header.
 * @slot hint - A hint of the host, under the header.
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

  readonly #orders = new ListController<OrderEntry, OrderTotals>(this, (customerId) =>
    ordersOf(customerId, this.#limit),
  );
  readonly #all = new ListController<OrderEntry, OrderTotals>(this, (customerId) =>
    this.#allDialog.isOpen ? ordersOf(customerId, pageOfAll) : undefined,
  );
  readonly #window = new RowWindow<OrderEntry>(this);
  readonly #allWindow = new RowWindow<OrderEntry>(this, () => this.#all.more());
  readonly #allDialog = new Dialog(this, 'all');
  // Made after the other, for it may stand on top of it.
  readonly #orderDialog = new OrderDialog(this, (order) => this.#linkOf(order));
  #shape: TableShape<OrderEntry> | undefined;
  #shapeFor: readonly [Localization?, DashboardClient?] = [];

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
    const { snapshot } = this.#orders;
    const list = snapshot.phase === 'ready' ? snapshot.data : undefined;
    const view = stateView(snapshot, {
      ...this.stateOptions,
      what: this.#words.heading,
      skeleton: () => this.#renderSkeleton(),
      isEmpty: ({ items, warnings }) => !items.length && !warnings.length,
      empty: () => ({ path: icons.box, title: this.#words.empty, help: this.#words.emptyHelp }),
      ready: this.#renderLatest,
    });
    return panel({
      heading: this.#words.heading,
      count: list && headCount(list, l10n),
      body: view.content,
      footer: list?.items.length ? this.#renderFooter(list) : nothing,
      dialogs: [this.#allDialog.render(this.#renderAll), this.#orderDialog.render(this.stateOptions)],
      busy: view.busy,
      announcement: view.announcement,
    });
  }

  get #words() {
    return this.l10n.section('orderHistory', orderHistory);
  }

  get #limit(): number {
    return this.limit >= 1 ? Math.floor(this.limit) : 10;
  }

  /** Made anew for another language or another host only: rows are drawn again when it is another. */
  get #rows(): TableShape<OrderEntry> {
    const { l10n, client } = this;
    if (!this.#shape || this.#shapeFor[0] !== l10n || this.#shapeFor[1] !== client) {
      this.#shape = orderRows(this.#window, { l10n, linkOf: (order) => this.#linkOf(order) });
      this.#shapeFor = [l10n, client];
    }
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

  #renderFooter(list: Orders): TemplateResult {
    const shown = Math.min(list.items.length, this.#limit);
    return footer(
      footerText(list, shown, this.l10n),
      list.hasMore || list.items.length > shown
        ? html`<button type="button" class="link" part="view-all" @click=${this.#viewAll}>
            ${this.#words.viewAll}
          </button>`
        : nothing,
    );
  }

  readonly #renderAll = () => {
    const { l10n } = this;
    const { snapshot } = this.#all;
    const list = snapshot.phase === 'ready' ? snapshot.data : undefined;
    const view = stateView(snapshot, {
      ...this.stateOptions,
      what: this.#words.heading,
      skeleton: () => this.#renderSkeleton(true),
      ready: (orders) =>
        html`${this.#renderTable(orders, orders.items, this.#allWindow, true)}
        ${orders.moreError ? moreRows(orders, l10n, (again) => this.#all.more(again)) : nothing}`,
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

  #linkOf(order: OrderName): OrderLink {
    const href = safeHref(this.linkTo('order', { customerId: this.activeCustomer ?? '', orderId: order.id }));
    return { number: order.number, href, onOpen: (event) => this.#ask(order, href, event) };
  }

  #ask(order: OrderName, href: string | undefined, event: Event): void {
    const { activeCustomer } = this;
    if (activeCustomer === undefined) return;
    if (!this.asks(new OrderOpenEvent(activeCustomer, order.id))) event.preventDefault();
    else if (href === undefined) this.#orderDialog.show(order);
  }

  readonly #viewAll = (): void => {
    const { activeCustomer } = this;
    if (activeCustomer !== undefined && this.asks(new ViewAllEvent(activeCustomer))) this.#allDialog.show();
  };

  /** The one on top first: each gives focus back to where it was. */
  #closeDialogs(): void {
    this.#orderDialog.close();
    this.#allDialog.close();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'order-history': OrderHistory;
  }
}
