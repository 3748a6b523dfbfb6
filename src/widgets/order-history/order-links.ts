import { html, nothing, type TemplateResult } from 'lit';
import type { DashboardElement } from '../../element/dashboard-element.ts';
import { OrderOpenEvent, ProductOpenEvent, requestEvent, type RequestEvent } from '../../element/events.ts';
import { Lazy } from '../../element/lazy.ts';
import { openingOf, type OpenAs, type Opening } from '../../element/opening.ts';
import { orderHistoryWords } from './words.en.ts';
import { icon } from '../../ui/icon.ts';
import * as icons from '../../ui/icons.ts';
import { opener } from '../../ui/opener.ts';
import { openFailed } from '../../ui/state-view.ts';
import type { OrderDetailOptions } from './order-detail.ts';
import type { OrderDialog } from './order-dialog.ts';
import type { OrderLink, OrderName } from './order-rows.ts';

/** A new order for this customer is about to be created. */
export class OrderCreateEvent extends requestEvent('order-create') {}

declare global {
  interface GlobalEventHandlersEventMap {
    'order-create': OrderCreateEvent;
  }
}

const elsewhere: readonly OpenAs[] = ['page', 'popup', 'event'];
const ways: readonly OpenAs[] = [...elsewhere, 'dialog', 'drawer'];

/** Returns the parameters of the link to an order; of a return, with those of its original order. */
const paramsOf = ({ id, original }: OrderName) => ({
  orderId: id,
  ...(original && { originalId: original.id, originalNumber: original.number }),
});

export interface OrderLinksOptions {
  readonly openAs: () => string | undefined;
  /** Returns true if the host handles the creation of orders, even though it has no URL for it. */
  readonly isCreatable: () => boolean;
}

/** The links of the widget: to an order, to a product, to a new order. */
export class OrderLinks {
  readonly #host: DashboardElement;
  readonly #options: OrderLinksOptions;
  readonly #module: Lazy<typeof import('./order-dialog.ts')>;
  #dialog: OrderDialog | undefined;

  constructor(host: DashboardElement, options: OrderLinksOptions) {
    this.#host = host;
    this.#options = options;
    this.#module = new Lazy(host, () => import('./order-dialog.ts'));
  }

  readonly linkOf = (order: OrderName): OrderLink => {
    const opening = openingOf(
      this.#host.client?.adapter.orders?.get ? ways : elsewhere,
      this.#options.openAs(),
      this.#host.link('order', paramsOf(order)),
    );
    return { number: order.number, opening, onOpen: (event) => this.#open(order, opening, event) };
  };

  readonly #productLink = (productId: string, label: TemplateResult): TemplateResult => {
    const href = this.#host.link('product', { productId });
    if (href === undefined) return label;
    const opening: Opening = { as: 'page', href };
    return opener({
      label,
      part: 'link',
      isData: true,
      opening,
      onOpen: (event) => this.#request(event, opening, (id) => new ProductOpenEvent(id, productId)),
    });
  };

  /** Renders the button or link to a new order, if there is one. */
  create(): TemplateResult | typeof nothing {
    const href = this.#host.link('order-create');
    if (href === undefined && !this.#options.isCreatable()) return nothing;
    const opening: Opening = href === undefined ? { as: 'event' } : { as: 'page', href };
    return opener({
      label: html`${icon(icons.plus)}${this.#words.newOrder}`,
      part: 'create',
      className: 'button',
      opening,
      onOpen: (event) => this.#request(event, opening, (id) => new OrderCreateEvent(id)),
    });
  }

  /** Returns the dialog of the opened order. */
  dialog(state: Parameters<OrderDialog['render']>[0], rows: Pick<OrderDetailOptions, 'palette' | 'unknownColumns'>) {
    const links = { linkTo: this.linkOf, productLink: this.#productLink };
    return this.#dialog?.render(state, { l10n: state.l10n, ...links, ...rows });
  }

  /** Renders the message that the order dialog failed to load, with a button that retries. */
  failure(): TemplateResult | typeof nothing {
    return openFailed(this.#module, this.#host.l10n);
  }

  refresh(): void {
    this.#dialog?.refresh();
  }

  close(): void {
    this.#dialog?.close();
  }

  get #words() {
    return this.#host.l10n.words(orderHistoryWords);
  }

  #request(event: Event, opening: Opening, request: (customerId: string) => RequestEvent): void {
    const { activeCustomer } = this.#host;
    if (activeCustomer !== undefined) this.#host.open(event, opening, request(activeCustomer));
  }

  #open(order: OrderName, opening: Opening | undefined, event: Event): void {
    const { activeCustomer } = this.#host;
    if (activeCustomer === undefined || !opening) return;
    if (!this.#host.open(event, opening, new OrderOpenEvent(activeCustomer, order.id))) return;
    this.#module.use((loaded) => {
      // Created after the dialog of all orders because it can open on top of it.
      this.#dialog ??= new loaded.OrderDialog(this.#host);
      this.#dialog.show(order, { drawer: opening.as === 'drawer' });
    });
  }
}
