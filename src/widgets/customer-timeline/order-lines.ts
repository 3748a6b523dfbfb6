// Loaded on its own, when it is asked what was bought for the first time.
import { html, type TemplateResult } from 'lit';
import type { OrderDetail } from '../../domain/order-detail.ts';
import { RecordController } from '../../element/query-controller.ts';
import type { WidgetHost } from '../../element/widget-host.ts';
import { orderDetail } from '../../features/orders/order-detail.query.ts';
import { line, stateView } from '../../ui/state-view.ts';
import { datum, maybe, name } from '../../ui/text.ts';
import { customerTimelineWords } from './words.en.ts';

/** What was bought in the orders that the operator has opened. Each is fetched while it is open. */
export class OrderLines {
  readonly #host: WidgetHost;
  readonly #open = new Set<string>();
  readonly #orders = new Map<string, RecordController<OrderDetail>>();

  constructor(host: WidgetHost) {
    this.#host = host;
    host.addController(this);
  }

  isOpen(orderId: string, place: string): boolean {
    return this.#open.has(`${place} ${orderId}`);
  }

  toggle(orderId: string, place: string): void {
    const key = `${place} ${orderId}`;
    if (!this.#open.delete(key)) this.#open.add(key);
    if (!this.#orders.has(orderId)) {
      const query = (customerId: string) => (this.#isShown(orderId) ? orderDetail(customerId, orderId) : undefined);
      this.#orders.set(orderId, new RecordController(this.#host, query));
    }
    this.#host.requestUpdate();
  }

  refresh(): void {
    for (const [orderId, order] of this.#orders) if (this.#isShown(orderId)) order.refresh();
  }

  /** Closes all, because they belong to one customer. */
  hostCustomerChanged(): void {
    this.#open.clear();
    for (const order of this.#orders.values()) this.#host.removeController(order);
    this.#orders.clear();
  }

  render(orderId: string): TemplateResult {
    const order = this.#orders.get(orderId)!;
    const { l10n } = this.#host;
    return stateView(order.snapshot, {
      l10n,
      isPart: true,
      what: l10n.words(customerTimelineWords).items,
      retry: () => order.refresh(),
      skeleton: () =>
        html`<ul class="lines">
          <li>${line(32)}</li>
        </ul>`,
      ready: ({ lines }) =>
        html`<ul class="lines" part="lines">
          ${lines.map(
            ({ title, quantity, variant, total }) =>
              html`<li>
                <span class="quantity">${datum(`${l10n.number(quantity)} ×`)}</span>
                <span
                  >${maybe(title, l10n, name)}${
                    variant?.title === undefined ? '' : html` <span class="quiet">${name(variant.title, l10n)}</span>`
                  }</span
                >
                <span class="amount">${datum(l10n.amount(total))}</span>
              </li>`,
          )}
        </ul>`,
    }).content;
  }

  #isShown(orderId: string): boolean {
    return [...this.#open].some((key) => key.endsWith(` ${orderId}`));
  }
}
