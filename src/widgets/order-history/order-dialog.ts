import { html, nothing, type TemplateResult } from 'lit';
import type { OrderDetail, OrderEntry } from '../../domain/order.ts';
import type { DashboardElement } from '../../element/dashboard-element.ts';
import { RecordController } from '../../element/resource-controller.ts';
import { orderHistory } from '../../i18n/en/order-history.ts';
import { Dialog } from '../../ui/dialog.ts';
import { stateView, type StateViews } from '../../ui/state-view.ts';
import { OrderDetailView } from './order-detail.ts';
import { orderOf } from './order-history.data.ts';
import { apart, type OrderLink } from './order-rows.ts';

/** What an order is called until it has been read. */
export type OrderName = Pick<OrderEntry, 'id' | 'kind' | 'number'>;

/** One order, opened: read when it is, and let go of when it closes. */
export class OrderDialog {
  readonly #host: DashboardElement;
  readonly #linkTo: (order: OrderName) => OrderLink;
  readonly #dialog: Dialog;
  readonly #order: RecordController<OrderDetail>;
  readonly #detail: OrderDetailView;
  #opened: OrderName | undefined;
  #drawer = false;

  constructor(host: DashboardElement, linkTo: (order: OrderName) => OrderLink) {
    this.#host = host;
    this.#linkTo = linkTo;
    this.#dialog = new Dialog(host, 'order', () => {
      this.#opened = undefined;
    });
    this.#order = new RecordController(host, (customerId) =>
      this.#opened ? orderOf(customerId, this.#opened.id) : undefined,
    );
    this.#detail = new OrderDetailView(host);
  }

  /** Opens an order, also in place of the one that is open: then what was focused is gone, and the dialog has the focus. */
  show(order: OrderName, { drawer = false } = {}): void {
    const { isOpen } = this.#dialog;
    this.#opened = order;
    this.#drawer = drawer;
    this.#dialog.show();
    if (isOpen) void this.#host.updateComplete.then(() => this.#dialog.element?.querySelector('button')?.focus());
  }

  close(): void {
    this.#dialog.close();
  }

  refresh(): void {
    this.#order.refresh();
  }

  render(options: Pick<StateViews<OrderDetail>, 'l10n' | 'signIn'>): TemplateResult | typeof nothing {
    return this.#dialog.render(() => {
      const { l10n } = options;
      const heading = this.#heading;
      const view = stateView(this.#order.snapshot, {
        ...options,
        what: heading,
        retry: () => this.#order.refresh(),
        skeleton: () => this.#detail.skeleton(l10n),
        ready: (order) => this.#detail.render(order, { l10n, original: this.#originalOf(order) }),
      });
      return {
        heading,
        wide: true,
        drawer: this.#drawer,
        l10n,
        body: html`<div class="body flush detail" part="detail" aria-busy=${view.busy ? 'true' : 'false'}>
          ${view.content}
          <div class="visually-hidden" role="status">${view.announcement}</div>
        </div>`,
      };
    });
  }

  get #heading(): string {
    if (!this.#opened) return '';
    const { kind, number } = this.#opened;
    const { l10n } = this.#host;
    const { orderNumber, returnNumber } = l10n.section('orderHistory', orderHistory);
    return l10n.text(kind === 'return' ? returnNumber : orderNumber, { number: apart(number) });
  }

  #originalOf(order: OrderDetail): OrderLink | undefined {
    return order.kind === 'return' && order.original ? this.#linkTo({ kind: 'order', ...order.original }) : undefined;
  }
}
