import { html, nothing, type TemplateResult } from 'lit';
import { shownDifference } from '../../domain/amounts.ts';
import * as decimal from '../../domain/decimal.ts';
import { codeOf, labelOf } from '../../domain/field.ts';
import { minorUnits, type Money } from '../../domain/money.ts';
import type { IncludedTax, OrderDetail, OrderLine } from '../../domain/order-detail.ts';
import type { Localization } from '../../i18n/localization.ts';
import { datum, name, unknown } from '../../ui/text.ts';
import { orderDetailWords } from './detail-words.en.ts';
import { isCanceled } from './order-rows.ts';
import { orderHistoryWords } from './words.en.ts';

/** The order of the charges: what is taken off, what is added, and the tax on all of it. */
const ranks: readonly (string | undefined)[] = ['discount', 'shipping', 'fee', undefined, 'tax'];

/**
 * Renders what the total consists of, total last: the products, each charge, and what no line has. The displayed amounts
 * add up. The taxes that the prices include follow; they add nothing.
 */
export function breakdown(order: OrderDetail, l10n: Localization): TemplateResult {
  const words = l10n.words(orderDetailWords);
  const products = order.lines.filter(({ kind }) => kind === 'product');
  const charges = order.lines.filter(({ kind }) => kind === 'charge').sort((a, b) => rankOf(a) - rankOf(b));
  const [product] = products;
  return html`<dl class="breakdown" part="breakdown">
    ${product && charges.length ? row({ part: 'charge', label: html`${words.products}`, amount: shownSum(products, product.total.currency) }, l10n) : nothing}
    ${charges.map((charge) => row({ part: 'charge', label: chargeLabel(charge, l10n), amount: charge.total }, l10n))}
    ${difference(order, l10n)}
    <div class="sum" part="total">
      <dt>${l10n.words(orderHistoryWords).total}</dt>
      <dd>${totalOf(order, l10n)}</dd>
    </div>
    ${order.includedTaxes?.map((tax) => row({ part: 'included', label: taxLabel(tax, l10n), amount: tax.amount }, l10n))}
  </dl>`;
}

/** Renders the total. The total of a canceled order is struck out, because nothing is due. */
export function totalOf({ total, status }: OrderDetail, l10n: Localization): TemplateResult {
  if (!total) return unknown(l10n);
  return isCanceled(status) ? html`<s>${datum(l10n.amount(total))}</s>` : datum(l10n.amount(total));
}

interface Row {
  readonly part: string;
  readonly label: TemplateResult;
  readonly amount: Money;
}

const row = ({ part, label, amount }: Row, l10n: Localization): TemplateResult =>
  html`<div part=${part}>
    <dt>${label}</dt>
    <dd>${datum(l10n.amount(amount))}</dd>
  </div>`;

function rankOf({ type }: OrderLine): number {
  const rank = ranks.indexOf(type && codeOf(type));
  return rank < 0 ? ranks.indexOf(undefined) : rank;
}

/** Returns the sum of the amounts as they are displayed, so that the reader can add them up. */
const shownSum = (lines: readonly OrderLine[], currency: string): Money => ({
  value: decimal.sum(...lines.map(({ total }) => decimal.round(total.value, minorUnits(currency)))),
  currency,
});

/** Renders what a charge is for, and its name. */
function chargeLabel({ type, title, code, rate, quantity, unitPrice }: OrderLine, l10n: Localization): TemplateResult {
  const words = l10n.words(orderDetailWords);
  const known: Readonly<Record<string, string>> = {
    ...{ shipping: words.shipping, discount: words.discount, tax: words.tax, fee: words.fee },
  };
  const typeCode = type && codeOf(type);
  const kind = type && (labelOf(type) ?? (Object.hasOwn(known, typeCode ?? '') ? known[typeCode ?? ''] : typeCode));
  const several = Math.abs(quantity) !== 1;
  const details = [
    title === undefined || kind === undefined || kind === title ? undefined : name(kind, l10n),
    code && name(code, l10n),
    rate && datum(percent(rate, l10n)),
    several && datum(`${l10n.number(quantity)} × ${l10n.amount(unitPrice)}`),
  ];
  return html`${title === undefined ? (kind ?? words.charge) : name(title, l10n)}
  ${details.map((detail) => (detail ? html` <span class="kind">${detail}</span>` : nothing))}`;
}

function taxLabel({ title, rate }: IncludedTax, l10n: Localization): TemplateResult {
  const words = l10n.words(orderDetailWords);
  const [before, after] = l10n.text(words.includes, { tax: '\0' }).split('\0');
  const tax = title === undefined ? html`${words.tax}` : name(title, l10n);
  return html`${before}${tax}${rate === undefined ? nothing : html` ${datum(percent(rate, l10n))}`}${after}`;
}

/** Formats a rate in percent with all its decimals: `7.7%`. */
function percent(rate: string, l10n: Localization): string {
  const format = l10n.numbers('rate', { style: 'percent', maximumFractionDigits: maxFractionDigits });
  return format.format(decimal.multiply(rate, '0.01') as Intl.StringNumericLiteral);
}

const maxFractionDigits = 6;

/** Renders the difference between the displayed lines and the total: rounding, or an amount that no line has. */
function difference({ lines, total }: OrderDetail, l10n: Localization): TemplateResult | typeof nothing {
  if (!total || !lines.length) return nothing;
  const found = shownDifference(
    lines.map((line) => line.total),
    total,
  );
  if (!found) return nothing;
  const words = l10n.words(orderDetailWords);
  const label = html`${found.isRounding ? words.rounding : words.notInLines}`;
  return row({ part: 'rounding', label, amount: found.amount }, l10n);
}
