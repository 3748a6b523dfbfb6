import { html, nothing, type TemplateResult } from 'lit';
import { codeOf, labelOf, type Coded } from '../../domain/field.ts';
import { negate } from '../../domain/amounts.ts';
import * as decimal from '../../domain/decimal.ts';
import type { Fulfillment, LineDiscount, OrderLine, Payment, Refund, Tracking } from '../../domain/order-detail.ts';
import type { Axis } from '../../domain/order.ts';
import { orderDetailWords } from './detail-words.en.ts';
import { orderHistoryWords } from './words.en.ts';
import type { Localization } from '../../i18n/localization.ts';
import { badge, type Tone } from '../../ui/badge.ts';
import { safeHref } from '../../element/href.ts';
import * as icons from '../../ui/icons.ts';
import type { RowWindow } from '../../ui/row-window.ts';
import { tableShape, type UnknownColumns } from '../../ui/table.ts';
import { datum, maybe, moment, name, openly, unknown } from '../../ui/text.ts';
import { axisSign } from '../../features/orders/order-signs.ts';
import { signOf } from '../../features/orders/order-status.ts';
import type { StatusPalette } from '../../features/orders/status-palettes.ts';

export interface DetailWindows {
  readonly lines: RowWindow<OrderLine>;
  readonly payments: RowWindow<Payment>;
  readonly refunds: RowWindow<Refund>;
  readonly fulfillments: RowWindow<Fulfillment>;
}

/** The dependencies of the tables of an opened order. */
export interface DetailRows {
  readonly l10n: Localization;
  readonly palette: StatusPalette;
  /** Renders the link to a product; without a link, its label. */
  readonly productLink: (productId: string, label: TemplateResult) => TemplateResult;
  readonly unknownColumns: UnknownColumns;
}

/** Returns the words of the list together with those of the detail. */
const wordsOf = (l10n: Localization) => ({
  ...l10n.words(orderHistoryWords),
  ...l10n.words(orderDetailWords),
});

/** Returns the shapes of the tables of an opened order. */
export const detailShapes = (rows: DetailRows, windows: DetailWindows) => ({
  lines: lineShape(rows, windows.lines),
  payments: paymentShape(rows, windows.payments),
  refunds: refundShape(rows, windows.refunds),
  fulfillments: fulfillmentShape(rows, windows.fulfillments),
});

function lineShape({ l10n, productLink }: DetailRows, window: RowWindow<OrderLine>) {
  const words = wordsOf(l10n);
  return tableShape<OrderLine>(window, [
    {
      name: 'product',
      heading: words.product,
      names: true,
      cell: (orderLine) => productCell(orderLine, productLink, l10n),
    },
    {
      name: 'sku',
      heading: words.sku,
      className: 'quiet',
      knows: ({ sku }) => sku !== undefined,
      cell: ({ sku }) => maybe(sku, l10n, name),
    },
    {
      name: 'quantity',
      heading: words.quantity,
      numeric: true,
      text: ({ quantity }) => l10n.number(quantity),
    },
    {
      name: 'price',
      heading: words.unitPrice,
      numeric: true,
      text: ({ unitPrice }) => l10n.amount(unitPrice, { exact: true }),
    },
    {
      name: 'total',
      heading: words.total,
      numeric: true,
      className: 'total',
      text: ({ total }) => l10n.amount(total),
    },
  ]);
}

function paymentShape({ l10n, palette }: DetailRows, window: RowWindow<Payment>) {
  const words = wordsOf(l10n);
  return tableShape<Payment>(window, [
    { name: 'method', heading: words.method, names: true, cell: (payment) => methodCell(payment, l10n) },
    {
      name: 'date',
      heading: words.paidAt,
      knows: ({ at }) => at !== undefined,
      cell: ({ at }) => maybe(at, l10n, (instant) => moment(instant, l10n)),
    },
    {
      name: 'reference',
      heading: words.reference,
      knows: ({ reference }) => reference !== undefined,
      cell: ({ reference }) => maybe(reference, l10n, name),
    },
    {
      name: 'status',
      heading: words.status,
      knows: ({ status }) => status !== undefined,
      cell: ({ status }) => state('payment', status, l10n, palette),
    },
    {
      name: 'total',
      heading: words.amount,
      numeric: true,
      className: 'total',
      text: ({ amount }) => l10n.amount(amount),
    },
  ]);
}

function refundShape({ l10n }: DetailRows, window: RowWindow<Refund>) {
  const words = wordsOf(l10n);
  return tableShape<Refund>(window, [
    { name: 'method', heading: words.refundedTo, names: true, cell: ({ method }) => maybe(method, l10n, name) },
    {
      name: 'date',
      heading: words.refundedAt,
      knows: ({ at }) => at !== undefined,
      cell: ({ at }) => maybe(at, l10n, (instant) => moment(instant, l10n)),
    },
    {
      name: 'reference',
      heading: words.reason,
      knows: ({ reason, reference }) => (reason ?? reference) !== undefined,
      cell: ({ reason, reference }) => maybe(reason ?? reference, l10n, name),
    },
    {
      name: 'status',
      heading: words.status,
      knows: ({ status }) => status !== undefined,
      cell: ({ status }) => refundState(status, l10n),
    },
    {
      name: 'total',
      heading: words.amount,
      numeric: true,
      className: 'total',
      text: ({ amount }) => l10n.amount(amount),
    },
  ]);
}

function fulfillmentShape({ l10n, palette }: DetailRows, window: RowWindow<Fulfillment>) {
  const words = wordsOf(l10n);
  return tableShape<Fulfillment>(window, [
    { name: 'carrier', heading: words.carrier, names: true, cell: ({ carrier }) => maybe(carrier, l10n, name) },
    {
      name: 'date',
      heading: words.sentAt,
      knows: ({ at }) => at !== undefined,
      cell: ({ at }) => maybe(at, l10n, (instant) => moment(instant, l10n)),
    },
    {
      name: 'reference',
      heading: words.tracking,
      knows: ({ tracking }) => tracking !== undefined,
      cell: ({ tracking }) => trackingCell(tracking, l10n),
    },
    {
      name: 'status',
      heading: words.status,
      knows: ({ status }) => status !== undefined,
      cell: ({ status }) => state('fulfillment', status, l10n, palette),
    },
    {
      name: 'total',
      heading: words.items,
      numeric: true,
      knows: ({ itemCount }) => itemCount !== undefined,
      isData: true,
      cell: ({ itemCount }) => maybe(itemCount, l10n, (count) => l10n.number(count)),
    },
  ]);
}

/** Renders a product with its link, and its image if there is one. */
function productCell(
  { title, productId, image, variant, discounts = [] }: OrderLine,
  productLink: DetailRows['productLink'],
  l10n: Localization,
): TemplateResult {
  const label = maybe(title, l10n, name);
  const src = safeHref(image);
  return html`${
    src === undefined
      ? nothing
      : html`<img
          class="thumb"
          part="image"
          alt=""
          loading="lazy"
          decoding="async"
          referrerpolicy="no-referrer"
          src=${src}
          @error=${hide}
        />`
  }${productId === undefined ? label : productLink(productId, label)}${
    variant?.title === undefined ? nothing : html` <span class="quiet">${name(variant.title, l10n)}</span>`
  }${discounts.map((discount) => html`<span class="deducted">${discountText(discount, l10n)}</span>`)}`;
}

/** Renders a discount that the total of its line has already. */
function discountText({ title, code, amount }: LineDiscount, l10n: Localization): TemplateResult {
  const words = wordsOf(l10n);
  return html`${name(title ?? code ?? words.discount, l10n)} ${datum(l10n.amount(negate(amount)))} ${words.deducted}`;
}

/** Hides an image that fails to load, so that it leaves no gap. */
const hide = ({ currentTarget }: Event): void => {
  (currentTarget as HTMLImageElement).hidden = true;
};

/**
 * Renders the method of a payment. On platforms without refund records a refund is a negative payment: a word says so,
 * because the minus sign is easy to miss.
 */
function methodCell({ method, amount }: Payment, l10n: Localization): TemplateResult {
  const { refund } = wordsOf(l10n);
  const back = decimal.sign(amount.value) < 0;
  return html`${maybe(method, l10n, name)} ${back ? html`<span class="quiet">${refund}</span>` : nothing}`;
}

/** Renders the tracking numbers of a fulfillment, one for each parcel. */
function trackingCell(tracking: readonly Tracking[] | undefined, l10n: Localization): TemplateResult {
  if (!tracking?.length) return maybe(tracking && null, l10n, () => '');
  return html`${tracking.map((parcel) => html`<span class="parcel">${trackingLinks(parcel, l10n)}</span>`)}`;
}

function trackingLinks({ number, url, labelUrl }: Tracking, l10n: Localization): TemplateResult {
  const label = outsideLink(labelUrl, html`${wordsOf(l10n).shippingLabel}`);
  return html`${outsideLink(url, name(number, l10n)) ?? name(number, l10n)} ${label ?? nothing}`;
}

/** Renders a link to another site in a new tab, to keep drafts on this page. Sends no referrer. */
function outsideLink(url: string | undefined, label: TemplateResult): TemplateResult | undefined {
  const href = safeHref(url);
  if (href === undefined) return undefined;
  return html`<a class="link" part="link" href=${href} target="_blank" rel="noopener noreferrer">${label}</a>`;
}

const state = (axis: Axis, status: Coded | undefined, l10n: Localization, palette: StatusPalette): TemplateResult =>
  axisSign(status === undefined ? undefined : signOf(axis, { status }, l10n, palette), l10n);

/** Renders the status of a refund: pending, refunded or failed. */
function refundState(status: Coded | undefined, l10n: Localization): TemplateResult {
  if (status === undefined) return unknown(l10n);
  const words = wordsOf(l10n);
  const code = codeOf(status);
  const known: Readonly<Partial<Record<string, readonly [Tone, string]>>> = {
    pending: ['accent', words.refundPending],
    refunded: ['neutral', words.refundDone],
    failed: ['danger', words.refundFailed],
  };
  const [tone, text] = (Object.hasOwn(known, code) && known[code]) || (['neutral', code] as const);
  return badge(tone, icons.card, openly(labelOf(status) || text, l10n));
}
