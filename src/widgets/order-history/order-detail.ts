import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { shownDifference } from '../../domain/amounts.ts';
import type { Fulfillment, OrderDetail, OrderLine, OrderRelation, Payment, Refund } from '../../domain/order-detail.ts';
import { orderDetailWords } from './detail-words.en.ts';
import { orderHistoryWords } from './words.en.ts';
import type { Localization } from '../../i18n/localization.ts';
import { RowWindow } from '../../ui/row-window.ts';
import { line } from '../../ui/state-view.ts';
import { table, tableSkeleton, type TableShape } from '../../ui/table.ts';
import { datum, moment, unknown } from '../../ui/text.ts';
import { detailShapes, type DetailRows } from './order-detail-rows.ts';
import { around, isCanceled, orderLink, type OrderLink, type OrderName } from './order-rows.ts';
import { axisSign } from './order-signs.ts';
import { axisOrder, signOf } from './order-status.ts';

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
    // Charges are part of the total but are not products, so they follow the products.
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
          totals: (columns) =>
            html`${differenceRow(order, columns.length, l10n)}${totalRow(order, columns.length, l10n)}`,
          unknownColumns,
        })}
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
  const { itemCount, placedAt, status } = order;
  return html`<dl class="facts about" part="facts">
      ${fact(words.placed, html`${moment(placedAt, l10n)} <span class="full quiet">${l10n.moment(placedAt).full}</span>`)}
      ${relations(order, options)}
      ${fact(words.items, itemCount === undefined ? unknown(l10n) : datum(l10n.number(itemCount)))}
      ${fact(words.total, amount(order, l10n))}
    </dl>
    <dl class="facts" part="status">
      ${axisOrder.map((axis) => fact(words[axis], axisSign(signOf(axis, status[axis], l10n, palette), l10n)))}
    </dl>`;
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
            ${related.map((other) => html`<li>${relation(other, linkTo, l10n)}</li>`)}
          </ul>`,
        )
      : nothing
  }`;
}

/** Renders one relation. The number of a return says what it is; another order needs a word for it. */
function relation({ kind, id, number }: OrderRelation, linkTo: OrderDetailOptions['linkTo'], l10n: Localization) {
  const link = linkTo({ kind: kind === 'return' ? 'return' : 'order', id, number });
  if (kind === 'return') return orderLink(link, l10n);
  const { relatedExchange } = l10n.words(orderDetailWords);
  const label = around(number, (text) => l10n.text(relatedExchange, { number: text }), l10n);
  return orderLink(link, l10n, label);
}

const fact = (label: string, value: TemplateResult): TemplateResult =>
  html`<div>
    <dt class="label" part="label">${label}</dt>
    <dd>${value}</dd>
  </div>`;

/** Renders the total. The total of a canceled order is struck out, because nothing is due. */
function amount({ total, status }: OrderDetail, l10n: Localization): TemplateResult {
  if (!total) return unknown(l10n);
  return isCanceled(status) ? html`<s>${datum(l10n.amount(total))}</s>` : datum(l10n.amount(total));
}

/**
 * Renders the difference between the displayed lines and the displayed total: rounding, or an amount that no line has.
 */
function differenceRow(
  { lines, total }: OrderDetail,
  columns: number,
  l10n: Localization,
): TemplateResult | typeof nothing {
  if (!total || !lines.length) return nothing;
  const difference = shownDifference(
    lines.map((orderLine) => orderLine.total),
    total,
  );
  if (!difference) return nothing;
  const words = l10n.words(orderDetailWords);
  return html`<tr role="row" part="rounding">
    <th scope="row" role="rowheader" colspan=${columns - 1} class="quiet">
      ${difference.isRounding ? words.rounding : words.notInLines}
    </th>
    <td role="cell" class="cell-total amount quiet">${datum(l10n.amount(difference.amount))}</td>
  </tr>`;
}

const totalRow = (order: OrderDetail, columns: number, l10n: Localization): TemplateResult =>
  html`<tr role="row">
    <th scope="row" role="rowheader" colspan=${columns - 1}>${l10n.words(orderHistoryWords).total}</th>
    <td role="cell" class="cell-total amount">${amount(order, l10n)}</td>
  </tr>`;

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
