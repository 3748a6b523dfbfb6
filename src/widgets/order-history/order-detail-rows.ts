import { html, nothing, type TemplateResult } from 'lit';
import type { Coded } from '../../domain/coded.ts';
import * as decimal from '../../domain/decimal.ts';
import type { Axis, Fulfillment, OrderLine, Payment } from '../../domain/order.ts';
import { orderHistory } from '../../i18n/en/order-history.ts';
import type { Localization } from '../../i18n/localization.ts';
import { safeHref } from '../../ui/href.ts';
import type { RowWindow } from '../../ui/row-window.ts';
import { line } from '../../ui/state-view.ts';
import { tableShape } from '../../ui/table.ts';
import { datum, maybe, moment } from '../../ui/text.ts';
import { axisSign } from './order-signs.ts';
import { signOf } from './order-status.ts';

export interface DetailWindows {
  readonly lines: RowWindow<OrderLine>;
  readonly payments: RowWindow<Payment>;
  readonly fulfillments: RowWindow<Fulfillment>;
}

/** The tables of an opened order. */
export const detailShapes = (l10n: Localization, windows: DetailWindows) => ({
  lines: lineShape(l10n, windows.lines),
  payments: paymentShape(l10n, windows.payments),
  fulfillments: fulfillmentShape(l10n, windows.fulfillments),
});

function lineShape(l10n: Localization, window: RowWindow<OrderLine>) {
  const words = l10n.section('orderHistory', orderHistory);
  return tableShape<OrderLine>(
    window,
    [
      {
        name: 'product',
        heading: words.product,
        names: true,
        skeleton: line(44),
        cell: ({ title }) => maybe(title, l10n, datum),
      },
      {
        name: 'sku',
        heading: words.sku,
        className: 'quiet',
        skeleton: line(18),
        cell: ({ kind, sku }) => (kind === 'charge' && !sku ? words.charge : maybe(sku, l10n, datum)),
      },
      {
        name: 'quantity',
        heading: words.quantity,
        numeric: true,
        skeleton: line(4, { end: true }),
        text: ({ quantity }) => l10n.number(quantity),
      },
      {
        name: 'price',
        heading: words.unitPrice,
        numeric: true,
        skeleton: line(10, { end: true }),
        text: ({ unitPrice }) => l10n.amount(unitPrice, { exact: true }),
      },
      {
        name: 'total',
        heading: words.total,
        numeric: true,
        className: 'total',
        skeleton: line(14, { end: true }),
        text: ({ total }) => l10n.amount(total),
      },
    ],
    ({ kind }) => kind,
  );
}

function paymentShape(l10n: Localization, window: RowWindow<Payment>) {
  const words = l10n.section('orderHistory', orderHistory);
  return tableShape<Payment>(window, [
    { name: 'method', heading: words.method, names: true, cell: (payment) => methodCell(payment, l10n) },
    { name: 'date', heading: words.paidAt, cell: ({ at }) => maybe(at, l10n, (instant) => moment(instant, l10n)) },
    { name: 'reference', heading: words.reference, cell: ({ reference }) => maybe(reference, l10n, datum) },
    { name: 'status', heading: words.status, cell: ({ status }) => state('payment', status, l10n) },
    {
      name: 'total',
      heading: words.amount,
      numeric: true,
      className: 'total',
      text: ({ amount }) => l10n.amount(amount),
    },
  ]);
}

function fulfillmentShape(l10n: Localization, window: RowWindow<Fulfillment>) {
  const words = l10n.section('orderHistory', orderHistory);
  return tableShape<Fulfillment>(window, [
    { name: 'carrier', heading: words.carrier, names: true, cell: ({ carrier }) => maybe(carrier, l10n, datum) },
    { name: 'date', heading: words.sentAt, cell: ({ at }) => maybe(at, l10n, (instant) => moment(instant, l10n)) },
    { name: 'reference', heading: words.tracking, cell: ({ tracking }) => maybe(tracking, l10n, trackingLink) },
    { name: 'status', heading: words.status, cell: ({ status }) => state('fulfillment', status, l10n) },
    {
      name: 'total',
      heading: words.items,
      numeric: true,
      cell: ({ itemCount }) => maybe(itemCount, l10n, (count) => l10n.number(count)),
    },
  ]);
}

/** A refund is a negative payment: said in words too, for the sign is small. */
function methodCell({ method, amount }: Payment, l10n: Localization): TemplateResult {
  const { refund } = l10n.section('orderHistory', orderHistory);
  const back = decimal.sign(amount.value) < 0;
  return html`${maybe(method, l10n, datum)} ${back ? html`<span class="quiet">${refund}</span>` : nothing}`;
}

/** Elsewhere, so that what was typed on this page stays; and nobody there learns from where. */
function trackingLink({ number, url }: NonNullable<Fulfillment['tracking']>): TemplateResult {
  const href = safeHref(url);
  return href === undefined
    ? datum(number)
    : html`<a class="link" part="link" href=${href} target="_blank" rel="noopener noreferrer"><bdi>${number}</bdi></a>`;
}

const state = (axis: Axis, status: Coded | undefined, l10n: Localization): TemplateResult =>
  axisSign(status === undefined ? undefined : signOf(axis, { status }, l10n), l10n);
