import { html, nothing, type TemplateResult } from 'lit';
import type { OrderDetail } from '../../domain/order-detail.ts';
import type { DashboardElement } from '../../element/dashboard-element.ts';
import { RecordController } from '../../element/query-controller.ts';
import { orderDetail } from '../../features/orders/order-detail.query.ts';
import { orderDetailWords } from './detail-words.en.ts';
import { Dialog } from '../../ui/dialog.ts';
import { stateView, type StateViews } from '../../ui/state-view.ts';
import { adopt } from '../../ui/styles.ts';
import { detailStyles } from './order-detail.styles.ts';
import { OrderDetailView, type OrderDetailOptions } from './order-detail.ts';
import { around, type OrderName } from './order-rows.ts';

/** The dialog of one order, which is fetched when the dialog opens and released when it closes. */
export class OrderDialog {
  readonly #host: DashboardElement;
  readonly #dialog: Dialog;
  readonly #order: RecordController<OrderDetail>;
  readonly #detail: OrderDetailView;
  #opened: OrderName | undefined;
  #drawer = false;

  constructor(host: DashboardElement) {
    adopt(host, detailStyles);
    this.#host = host;
    this.#dialog = new Dialog(host, 'order', () => {
      this.#opened = undefined;
    });
    this.#order = new RecordController(host, (customerId) =>
      this.#opened ? orderDetail(customerId, this.#opened.id) : undefined,
    );
    this.#detail = new OrderDetailView(host);
  }

  /** Opens an order, or replaces the open one. In that case the focused element is gone, and the dialog gets focus. */
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

  render(
    { l10n, signIn }: Pick<StateViews<OrderDetail>, 'l10n' | 'signIn'>,
    options: OrderDetailOptions,
  ): TemplateResult | typeof nothing {
    return this.#dialog.render(() => {
      const heading = this.#heading();
      const view = stateView(this.#order.snapshot, {
        l10n,
        signIn,
        what: heading,
        retry: () => this.#order.refresh(),
        skeleton: () => this.#detail.skeleton(options),
        ready: (order) => this.#detail.render(order, options),
      });
      return {
        heading,
        shownHeading: around(this.#opened?.number ?? '', (number) => this.#heading(number), l10n),
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

  #heading(number = this.#opened?.number ?? ''): string {
    if (!this.#opened) return '';
    const { l10n } = this.#host;
    const { orderNumber, returnNumber } = l10n.words(orderDetailWords);
    const words = this.#opened.kind === 'return' ? returnNumber : orderNumber;
    return l10n.text(words, { number });
  }
}
