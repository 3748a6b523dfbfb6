import { html } from 'lit';
import * as decimal from '../../domain/decimal.ts';
import { codeOf } from '../../domain/field.ts';
import { isMoney, type Money } from '../../domain/money.ts';
import type { CreditAccount } from '../../domain/credit.ts';
import type { CountMetric, CustomerStats, MoneyMetric } from '../../domain/stats.ts';
import { ratioDivisor } from '../../domain/stats-basis.ts';
import { ago } from '../../i18n/ago.ts';
import { furtherFigureWords } from './further-words.en.ts';
import type { Localization } from '../../i18n/localization.ts';
import { line } from '../../ui/state-view.ts';
import { maybe, moment } from '../../ui/text.ts';
import { amounts, basisOf, ranged, wordsOf } from './figure-basis.ts';
import { day, type Figure } from './figures.ts';

type Words = (typeof furtherFigureWords)['english'];

const furtherWords = (l10n: Localization): Words => l10n.words(furtherFigureWords);

const basesIn = (l10n: Localization): Readonly<Record<string, string>> => {
  const words = furtherWords(l10n);
  return {
    'gross-without-canceled': words.grossWithoutCanceled,
    units: words.units,
    transactions: words.paymentsAndRefunds,
  };
};

const money =
  (of: (stats: CustomerStats) => MoneyMetric | undefined, label: (words: Words) => string): Figure =>
  (stats, l10n) => {
    const words = furtherWords(l10n);
    const total = of(stats);
    return {
      label: label(words),
      figures: amounts(total, l10n),
      basis: total ? ranged(basisOf(total, l10n, basesIn(l10n)), stats.range, l10n) : wordsOf(l10n).notReported,
    };
  };

const count =
  (of: (stats: CustomerStats) => CountMetric | undefined, label: (words: Words) => string): Figure =>
  (stats, l10n) => {
    const words = furtherWords(l10n);
    const number = of(stats);
    return {
      label: label(words),
      figures: [maybe(number, l10n, ({ value }) => l10n.number(value))],
      basis: number ? ranged(basisOf(number, l10n, basesIn(l10n)), stats.range, l10n) : wordsOf(l10n).notReported,
    };
  };

/** Adds the share of items, and what it is a share of, to the basis of their number. */
const withShare =
  (of: (stats: CustomerStats) => CountMetric | undefined, figure: Figure): Figure =>
  (stats, l10n, options) => {
    const { ratioBasis } = options;
    const [number, shown] = [of(stats), figure(stats, l10n, options)];
    const whole = ratioBasis && ratioDivisor(stats, ratioBasis);
    if (!number || !whole) return shown;
    const words = furtherWords(l10n);
    const share = { share: l10n.percent(number.value / whole), count: whole };
    const second = l10n.text(ratioBasis === 'orders' ? words.ofOrders : words.ofItems, share);
    if (typeof shown.basis !== 'string') return shown;
    return { ...shown, basis: l10n.text(wordsOf(l10n).also, { first: shown.basis, second }) };
  };

const lastOrder: Figure = ({ lastOrderAt: last }, l10n) => {
  const words = furtherWords(l10n);
  return {
    label: words.lastOrderOn,
    figures: [maybe(last, l10n, (instant) => day(instant, l10n))],
    basis: last ? ago(last, l10n) : last === null ? wordsOf(l10n).noOrder : wordsOf(l10n).notReported,
  };
};

/** The amount of the latest order, its time and its state; its day alone if the platform has no list of orders. */
const lastOrderAmount: Figure = (stats, l10n, options) => {
  const { lastOrder: latest } = options;
  const label = furtherWords(l10n).lastOrderOn;
  if (latest === 'loading') return { label, figures: [line(10)], basis: line(24) };
  if (!latest?.order.total) return lastOrder(stats, l10n, options);
  const { placedAt, total } = latest.order;
  return { label, figures: [l10n.amount(total)], basis: html`${moment(placedAt, l10n)} ${latest.state}` };
};

/** The balances of the accounts of a kind, and what lapses next of them. */
const balances =
  (of: string, label: (words: Words) => string): Figure =>
  (_, l10n, { accounts }) => {
    const words = furtherWords(l10n);
    if (accounts === 'loading') return { label: label(words), figures: [line(10)], basis: line(24) };
    const known = accounts?.filter(({ kind }) => codeOf(kind) === of);
    return {
      label: label(words),
      figures: known?.length
        ? known.map(({ balance }) => l10n.amount(balance))
        : [maybe(known ? null : undefined, l10n, () => '')],
      basis: known ? (lapsing(known, l10n) ?? words.pointsBasis) : wordsOf(l10n).notReported,
    };
  };

function lapsing(accounts: readonly CreditAccount[], l10n: Localization): string | undefined {
  const words = furtherWords(l10n);
  const [next] = accounts
    .flatMap(({ lapsing: one }) => one ?? [])
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  if (!next) return undefined;
  const { amount, at } = next;
  const values = { amount: l10n.amount(amount), date: l10n.shortDay(at) };
  return l10n.text(isMoney(amount) ? words.lapses : words.lapse, values);
}

export type FurtherFigure =
  | 'last-order'
  | 'last-order-amount'
  | 'total-paid'
  | 'order-total'
  | 'order-total-excluding-canceled'
  | 'transactions'
  | 'items'
  | 'canceled-items'
  | 'returned-items'
  | 'credit'
  | 'points';

/** The additional figures, by the names in the host's list. */
export const furtherFigures: Readonly<Record<FurtherFigure, Figure>> = {
  'last-order': lastOrder,
  'last-order-amount': lastOrderAmount,
  'total-paid': money(
    (stats) => stats.totalPaid,
    (words) => words.totalPaid,
  ),
  'order-total': money(
    (stats) => stats.orderTotal,
    (words) => words.orderTotal,
  ),
  'order-total-excluding-canceled': money(
    (stats) => stats.orderTotalExcludingCanceled,
    (words) => words.orderTotalExcludingCanceled,
  ),
  transactions: count(
    (stats) => stats.transactions,
    (words) => words.transactions,
  ),
  items: count(
    (stats) => stats.items,
    (words) => words.items,
  ),
  'canceled-items': withShare(
    (stats) => stats.canceledItems,
    count(
      (stats) => stats.canceledItems,
      (words) => words.canceledItems,
    ),
  ),
  'returned-items': withShare(
    (stats) => stats.returnedItems,
    count(
      (stats) => stats.returnedItems,
      (words) => words.returnedItems,
    ),
  ),
  credit: balances('store-credit', (words) => words.credit),
  points: balances('points', (words) => words.points),
};

/** Returns the thresholds in a list, one per currency: `250 GBP, 300 EUR`. Invalid amounts are ignored. */
export const thresholdsIn = (text: string | undefined): readonly Money[] =>
  [...(text ?? '').matchAll(/(?:^|[,;])\s*(\d+(?:\.\d+)?)\s*([A-Z]{3})\s*(?=[,;]|$)/g)].map(
    ([, value = '', currency = '']) => ({ value, currency }),
  );

/**
 * Returns the thresholds that this customer's average order reaches, in words; `undefined` if there are none or the
 * average is unknown. Amounts are compared within one currency, exactly.
 */
export function highValueOf(
  { averageOrderValue }: CustomerStats,
  thresholds: readonly Money[],
  l10n: Localization,
): string | undefined {
  const reached = thresholds.filter(({ value, currency }) =>
    averageOrderValue?.amounts.some(
      (average) => average.currency === currency && decimal.compare(average.value, value) >= 0,
    ),
  );
  return reached.length
    ? reached
        .map((amount) => l10n.text(l10n.words(furtherFigureWords).highFrom, { amount: l10n.amount(amount) }))
        .reduce((first, second) => l10n.text(wordsOf(l10n).also, { first, second }))
    : undefined;
}
