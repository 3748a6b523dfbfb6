import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Fulfillment, OrderDetail, OrderLine, Payment } from '../../domain/order.ts';
import { orderHistory } from '../../i18n/en/order-history.ts';
import type { Localization } from '../../i18n/localization.ts';
import { RowWindow } from '../../ui/row-window.ts';
import { line } from '../../ui/state-view.ts';
import { table, tableSkeleton, type TableShape } from '../../ui/table.ts';
import { datum, moment, unknown } from '../../ui/text.ts';
import { detailShapes } from './order-detail-rows.ts';
import { isCanceled, orderLink, type OrderLink } from './order-rows.ts';
import { axisSign } from './order-signs.ts';
import { axisOrder, signOf } from './order-status.ts';

export interface OrderDetailOptions {
  readonly l10n: Localization;
  /** What opens the order that a return came from. */
  readonly original: OrderLink | undefined;
}

/** An opened order or return: what it is, where it stands, its lines, payments and fulfillments. */
export class OrderDetailView {
  readonly #lines: RowWindow<OrderLine>;
  readonly #payments: RowWindow<Payment>;
  readonly #fulfillments: RowWindow<Fulfillment>;
  #shapes: ReturnType<typeof detailShapes> | undefined;
  #l10n: Localization | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#lines = new RowWindow<OrderLine>(host);
    this.#payments = new RowWindow<Payment>(host);
    this.#fulfillments = new RowWindow<Fulfillment>(host);
  }

  render(order: OrderDetail, options: OrderDetailOptions): TemplateResult {
    const { l10n } = options;
    const words = l10n.section('orderHistory', orderHistory);
    const shapes = this.#shapesIn(l10n);
    // Charges are in the total, but are no products: they stand together, after them.
    const lines = [...order.lines].sort((a, b) => Number(a.kind === 'charge') - Number(b.kind === 'charge'));
    return html`${facts(order, options)}
      <section class="entries lines" part="lines">
        <h3 class="strong">${words.lines}</h3>
        ${table({
          label: words.lines,
          shape: shapes.lines,
          window: this.#lines,
          items: lines,
          total: lines.length,
          totals: totalRow(order, l10n),
        })}
      </section>
      ${entries('payments', words.payments, order.payments, shapes.payments, this.#payments, l10n)}
      ${entries('fulfillments', words.fulfillments, order.fulfillments, shapes.fulfillments, this.#fulfillments, l10n)}`;
  }

  /** What stands there until the order has come. */
  skeleton(l10n: Localization): TemplateResult {
    const words = l10n.section('orderHistory', orderHistory);
    const axis = html`<div>
      <dt class="label">${line(14)}</dt>
      <dd>${line(18)}</dd>
    </div>`;
    return html`<dl class="facts about">${axis}${axis}${axis}</dl>
      <dl class="facts">${axisOrder.map(() => axis)}</dl>
      <section class="entries lines">
        <h3 class="strong">${words.lines}</h3>
        ${tableSkeleton(words.lines, this.#shapesIn(l10n).lines.columns, 3)}
      </section>`;
  }

  #shapesIn(l10n: Localization) {
    if (!this.#shapes || this.#l10n !== l10n) {
      this.#l10n = l10n;
      this.#shapes = detailShapes(l10n, {
        lines: this.#lines,
        payments: this.#payments,
        fulfillments: this.#fulfillments,
      });
    }
    return this.#shapes;
  }
}

function facts(order: OrderDetail, { l10n, original }: OrderDetailOptions): TemplateResult {
  const words = l10n.section('orderHistory', orderHistory);
  const { itemCount, placedAt, status } = order;
  return html`<dl class="facts about" part="facts">
      ${fact(words.placed, html`${moment(placedAt, l10n)} <span class="full quiet">${l10n.moment(placedAt).full}</span>`)}
      ${order.kind === 'return' ? fact(words.original, original ? orderLink(original) : unknown(l10n)) : nothing}
      ${fact(words.items, itemCount === undefined ? unknown(l10n) : datum(l10n.number(itemCount)))}
      ${fact(words.total, amount(order, l10n))}
    </dl>
    <dl class="facts" part="status">
      ${axisOrder.map((axis) => fact(words[axis], axisSign(signOf(axis, status[axis], l10n), l10n)))}
    </dl>`;
}

const fact = (label: string, value: TemplateResult): TemplateResult =>
  html`<div>
    <dt class="label" part="label">${label}</dt>
    <dd>${value}</dd>
  </div>`;

/** What was canceled is struck out: nothing of it is due. */
const amount = ({ total, status }: OrderDetail, l10n: Localization): TemplateResult =>
  isCanceled(status) ? html`<s>${datum(l10n.amount(total))}</s>` : datum(l10n.amount(total));

const totalRow = (order: OrderDetail, l10n: Localization): TemplateResult =>
  html`<tr role="row">
    <th scope="row" role="rowheader" colspan="4">${l10n.section('orderHistory', orderHistory).total}</th>
    <td role="cell" class="cell-total amount">${amount(order, l10n)}</td>
  </tr>`;

/** Entries of an order, where the platform knows of them; it may also know that there are none. */
const entries = <T>(
  name: 'payments' | 'fulfillments',
  heading: string,
  items: readonly T[] | undefined,
  shape: TableShape<T>,
  window: RowWindow<T>,
  l10n: Localization,
): TemplateResult =>
  html`<section class="entries ${name}" part=${name}>
    <h3 class="strong">${heading}</h3>
    ${
      items?.length
        ? table({ label: heading, shape, window, items, total: items.length })
        : html`<p class="nothing">${items ? html`<span class="quiet">${l10n.common.none}</span>` : unknown(l10n)}</p>`
    }
  </section>`;
