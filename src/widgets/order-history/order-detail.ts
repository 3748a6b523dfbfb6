import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Address } from '../../domain/address.ts';
import { isWithheld, type Field } from '../../domain/field.ts';
import { isRequestedReturn } from '../../domain/order.ts';
import type { Fulfillment, OrderDetail, OrderLine, OrderRelation, Payment, Refund } from '../../domain/order-detail.ts';
import { orderDetailWords } from './detail-words.en.ts';
import { orderHistoryWords } from './words.en.ts';
import { orderStatusWords } from '../../features/orders/words.en.ts';
import type { Localization } from '../../i18n/localization.ts';
import { address } from '../../ui/address.ts';
import { RowWindow } from '../../ui/row-window.ts';
import { line } from '../../ui/state-view.ts';
import { table, tableSkeleton, type TableShape } from '../../ui/table.ts';
import { datum, maybe, moment, name, unknown } from '../../ui/text.ts';
import { breakdown, totalOf } from './order-breakdown.ts';
import { detailShapes, type DetailRows } from './order-detail-rows.ts';
import { around, orderLink, type OrderLink, type OrderName } from './order-rows.ts';
import { axisSign } from '../../features/orders/order-signs.ts';
import { axisOrder, isKnown, signOf } from '../../features/orders/order-status.ts';

export interface OrderDetailOptions extends DetailRows {
  /** Returns the link to another order: the origin of a return, or a return or exchange of this order. */
  readonly linkTo: (order: OrderName) => OrderLink;
}

/** An opened order or return: its facts, status, lines, payments, refunds and fulfillments. */
export class OrderDetailView {
  readonly #lines: RowWindow<OrderLine>;
  readonly #payments: RowWindow<Payment>;
  readonly #refunds: RowWindow<Refund>;
  readonly #fulfillments: RowWindow<Fulfillment>;
  #shapes: ReturnType<typeof detailShapes> | undefined;
  #shapedFor: readonly unknown[] = [];

  constructor(host: ReactiveControllerHost) {
    this.#lines = new RowWindow<OrderLine>(host);
    this.#payments = new RowWindow<Payment>(host);
    this.#refunds = new RowWindow<Refund>(host);
    this.#fulfillments = new RowWindow<Fulfillment>(host);
  }

  render(order: OrderDetail, options: OrderDetailOptions): TemplateResult {
    const { l10n, unknownColumns } = options;
    const words = l10n.words(orderDetailWords);
    const shapes = this.#shapesFor(options);
    const products = order.lines.filter(({ kind }) => kind === 'product');
    const heading = isRequestedReturn(order) ? words.requestedLines : words.lines;
    return html`${facts(order, options)} ${addresses(order, l10n)}
      <section class="entries lines" part="lines">
        <h3 class="strong">${heading}</h3>
        ${
          products.length
            ? table({
                label: heading,
                shape: shapes.lines,
                window: this.#lines,
                items: products,
                total: products.length,
                unknownColumns,
              })
            : nothing
        }
        ${breakdown(order, l10n)}
      </section>
      ${entries('payments', words.payments, order.payments, shapes.payments, this.#payments, options)}
      ${
        // If the platform does not separate refunds from payments, the section is left out.
        order.refunds === undefined
          ? nothing
          : entries('refunds', words.refunds, order.refunds, shapes.refunds, this.#refunds, options)
      }
      ${entries('fulfillments', words.fulfillments, order.fulfillments, shapes.fulfillments, this.#fulfillments, options)}`;
  }

  /** Renders the placeholder until the order is loaded. */
  skeleton(rows: DetailRows): TemplateResult {
    const words = rows.l10n.words(orderDetailWords);
    const axis = html`<div>
      <dt class="label">${line(14)}</dt>
      <dd>${line(18)}</dd>
    </div>`;
    return html`<dl class="facts about">${axis}${axis}${axis}</dl>
      <dl class="facts">${axisOrder.map(() => axis)}</dl>
      <section class="entries lines">
        <h3 class="strong">${words.lines}</h3>
        ${tableSkeleton(words.lines, this.#shapesFor(rows).lines.columns, 3)}
      </section>`;
  }

  /** Returns the shapes of the tables. They are created again only if they would look different. */
  #shapesFor(rows: DetailRows) {
    const reasons = [rows.l10n, rows.palette, rows.productLink];
    if (!this.#shapes || reasons.some((reason, index) => reason !== this.#shapedFor[index])) {
      this.#shapedFor = reasons;
      this.#shapes = detailShapes(rows, {
        lines: this.#lines,
        payments: this.#payments,
        refunds: this.#refunds,
        fulfillments: this.#fulfillments,
      });
    }
    return this.#shapes;
  }
}

function facts(order: OrderDetail, options: OrderDetailOptions): TemplateResult {
  const { l10n, palette } = options;
  const words = l10n.words(orderHistoryWords);
  const axisWords = l10n.words(orderStatusWords);
  const { itemCount, placedAt, status } = order;
  return html`<dl class="facts about" part="facts">
      ${fact(words.placed, html`${moment(placedAt, l10n)} <span class="full quiet">${l10n.fullMoment(placedAt)}</span>`)}
      ${relations(order, options)}
      ${fact(words.items, itemCount === undefined ? unknown(l10n) : datum(l10n.number(itemCount)))}
      ${fact(words.total, totalOf(order, l10n))}
    </dl>
    ${
      isKnown(status)
        ? html`<dl class="facts" part="status">
            ${axisOrder.map((axis) => fact(axisWords[axis], axisSign(signOf(axis, status[axis], l10n, palette), l10n)))}
          </dl>`
        : nothing
    }`;
}

/** Renders the origin of a return, and the returns and exchanges of an order. */
function relations(order: OrderDetail, { l10n, linkTo }: OrderDetailOptions) {
  const words = l10n.words(orderDetailWords);
  const { related = [] } = order;
  const original = order.kind === 'return' ? order.original : undefined;
  return html`${
    order.kind === 'return'
      ? fact(words.original, original ? orderLink(linkTo({ kind: 'order', ...original }), l10n) : unknown(l10n))
      : nothing
  }${
    related.length
      ? fact(
          words.related,
          html`<ul class="related" part="related">
            ${related.map((other) => html`<li>${relation(order, other, linkTo, l10n)}</li>`)}
          </ul>`,
        )
      : nothing
  }`;
}

/** Renders one relation. The number of a return says what it is; another order needs a word for it. */
function relation(
  order: OrderDetail,
  { kind, id, number }: OrderRelation,
  linkTo: OrderDetailOptions['linkTo'],
  l10n: Localization,
) {
  if (kind === 'return')
    return orderLink(linkTo({ kind, id, number, original: { id: order.id, number: order.number } }), l10n);
  const link = linkTo({ kind: 'order', id, number });
  const { relatedExchange } = l10n.words(orderDetailWords);
  const label = around(number, (text) => l10n.text(relatedExchange, { number: text }), l10n);
  return orderLink(link, l10n, label);
}

const fact = (label: string, value: TemplateResult): TemplateResult =>
  html`<div>
    <dt class="label" part="label">${label}</dt>
    <dd>${value}</dd>
  </div>`;

/** Renders the addresses as they were when the order was placed. Unknown ones are left out. */
function addresses(order: OrderDetail, l10n: Localization): TemplateResult | typeof nothing {
  const { shippingAddress, billingAddress } = order;
  if (shippingAddress === undefined && billingAddress === undefined) return nothing;
  const words = l10n.words(orderDetailWords);
  // Of withheld addresses nobody can tell whether they are the same.
  const isSame =
    shippingAddress &&
    !isWithheld(shippingAddress) &&
    JSON.stringify(shippingAddress) === JSON.stringify(billingAddress);
  return html`<dl class="facts addresses" part="addresses">
    ${shippingAddress === undefined ? nothing : fact(words.shipTo, addressOf(shippingAddress, l10n))}
    ${
      billingAddress === undefined
        ? nothing
        : fact(
            words.billTo,
            isSame ? html`<span class="quiet">${words.sameAddress}</span>` : addressOf(billingAddress, l10n),
          )
    }
  </dl>`;
}

/** Renders an address, or what may be displayed of it and why it is incomplete. */
const addressOf = (stored: Field<Address> | null, l10n: Localization): TemplateResult =>
  maybe(stored, l10n, (known) => {
    if (!isWithheld(known)) return address(known, l10n);
    const { display, reason } = known;
    const why = reason === undefined ? html`${l10n.common[known.withheld]}` : name(reason, l10n);
    return html`${display === undefined ? nothing : name(display, l10n)} <span class="quiet">${why}</span>`;
  });

/** Renders the entries of an order, if the platform knows them. An empty list is known to be empty. */
const entries = <T>(
  name: 'payments' | 'refunds' | 'fulfillments',
  heading: string,
  items: readonly T[] | undefined,
  shape: TableShape<T>,
  window: RowWindow<T>,
  { l10n, unknownColumns }: DetailRows,
): TemplateResult =>
  html`<section class="entries ${name}" part=${name}>
    <h3 class="strong">${heading}</h3>
    ${
      items?.length
        ? table({ label: heading, shape, window, items, total: items.length, unknownColumns })
        : html`<p class="nothing">${items ? html`<span class="quiet">${l10n.common.none}</span>` : unknown(l10n)}</p>`
    }
  </section>`;
