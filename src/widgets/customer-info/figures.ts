import { html } from 'lit';
import { codeOf, labelOf } from '../../domain/coded.ts';
import type { StoredValue } from '../../domain/money.ts';
import type { CountMetric, CustomerStats, MoneyMetric } from '../../domain/stats.ts';
import type { Localization } from '../../i18n/localization.ts';
import type { Metric } from '../../ui/metric.ts';
import { line } from '../../ui/state-view.ts';
import { maybe } from '../../ui/text.ts';
import { amounts, basisOf, ranged, scoped, wordsOf } from './figure-basis.ts';

/** What figures are made from, besides what the customer adds up to. */
export interface FigureOptions {
  /** What the platform means by orders: sales, or payments and refunds each for itself. */
  readonly countBasis?: string | undefined;
  /** From which average on a customer is of high value, in words. */
  readonly highFrom?: string | undefined;
  /** What is on the accounts of points: `loading` until it is there, absent where nobody knows. */
  readonly points?: readonly StoredValue[] | 'loading' | undefined;
}

type Figure = (stats: CustomerStats, l10n: Localization, options: FigureOptions) => Metric;

const money =
  (
    of: (stats: CustomerStats) => MoneyMetric | undefined,
    label: (words: ReturnType<typeof wordsOf>) => string,
  ): Figure =>
  (stats, l10n) => {
    const words = wordsOf(l10n);
    const total = of(stats);
    return {
      label: label(words),
      figures: amounts(total, l10n),
      basis: total ? ranged(basisOf(total, l10n), stats.range, l10n) : words.notReported,
    };
  };

const count =
  (
    of: (stats: CustomerStats) => CountMetric | undefined,
    label: (words: ReturnType<typeof wordsOf>) => string,
  ): Figure =>
  (stats, l10n) => {
    const words = wordsOf(l10n);
    const number = of(stats);
    return {
      label: label(words),
      figures: [maybe(number, l10n, ({ value }) => l10n.number(value))],
      basis: number ? ranged(basisOf(number, l10n), stats.range, l10n) : words.notReported,
    };
  };

const lifetimeTotal: Figure = (stats, l10n, options) => {
  const isOfSomeDays = stats.range?.from ?? stats.range?.to;
  return money(
    (all) => all.lifetimeTotal,
    (words) => (isOfSomeDays ? words.total : words.lifetimeTotal),
  )(stats, l10n, options);
};

const transactions = count(
  (stats) => stats.transactions,
  (words) => words.transactions,
);

const orders: Figure = (stats, l10n, options) => {
  if (options.countBasis === 'transactions') return transactions(stats, l10n, options);
  const words = wordsOf(l10n);
  const { orders: number, returns, canceled, lastOrderAt } = stats;
  const all = [
    lastOrderAt === null && words.noOrder,
    returns && (returns.value || lastOrderAt !== null) && returned(returns, l10n),
    canceled?.value && l10n.text(words.canceled, { count: canceled.value }),
    // What is counted goes without saying where it is orders; not where the platform counts in its own way.
    number && (codeOf(number.basis) !== 'sales' || labelOf(number.basis) || number.scope) && basisOf(number, l10n),
  ].filter((part): part is string => Boolean(part));
  const joined = all.length ? all.reduce((first, second) => l10n.text(words.also, { first, second })) : undefined;
  return {
    label: words.orders,
    figures: [maybe(number, l10n, ({ value }) => l10n.number(value))],
    basis: joined ?? (number ? words.sales : words.notReported),
  };
};

const returned = ({ value }: CountMetric, l10n: Localization): string =>
  value ? l10n.text(wordsOf(l10n).returns, { count: value }) : wordsOf(l10n).noReturns;

const averageOrder: Figure = ({ averageOrderValue: average, orders: number }, l10n, { highFrom }) => {
  const words = wordsOf(l10n);
  const basis = average ? averageBasis(average, number, l10n) : average === null ? words.noSale : words.notReported;
  return {
    label: words.averageOrder,
    figures: amounts(average, l10n),
    basis: average && highFrom ? l10n.text(words.also, { first: basis, second: highFrom }) : basis,
  };
};

function averageBasis(average: MoneyMetric, number: CountMetric | undefined, l10n: Localization): string {
  const words = wordsOf(l10n);
  const { basis, scope } = average;
  if (codeOf(basis) !== 'sales-per-order' || labelOf(basis)) return basisOf(average, l10n);
  // Each currency has orders of its own: the number of all would be the wrong divisor.
  if (average.amounts.length > 1) return scoped(words.salesPerOrderByCurrency, scope, l10n);
  return scoped(number ? l10n.text(words.salesPerOrder, { count: number.value }) : words.salesPerOrders, scope, l10n);
}

const day = (instant: string, l10n: Localization) =>
  html`<time datetime=${instant} title=${l10n.moment(instant).full}>${l10n.day(instant)}</time>`;

const firstOrder: Figure = ({ firstOrderAt: first, lastOrderAt: last }, l10n) => {
  const words = wordsOf(l10n);
  const since =
    first && (last ? l10n.text(words.lastOrder, { time: l10n.moment(last, { within: true }).brief }) : l10n.ago(first));
  return {
    label: words.firstOrder,
    figures: [maybe(first, l10n, (instant) => day(instant, l10n))],
    basis: since || (first === null ? words.noOrder : words.notReported),
  };
};

const lastOrder: Figure = ({ lastOrderAt: last }, l10n) => {
  const words = wordsOf(l10n);
  return {
    label: words.lastOrderOn,
    figures: [maybe(last, l10n, (instant) => day(instant, l10n))],
    basis: last ? l10n.ago(last) : last === null ? words.noOrder : words.notReported,
  };
};

const points: Figure = (_, l10n, { points: known }) => {
  const words = wordsOf(l10n);
  if (known === 'loading') return { label: words.points, figures: [line(10)], basis: line(24) };
  return {
    label: words.points,
    figures: known?.length
      ? known.map((amount) => l10n.amount(amount))
      : [maybe(known ? null : undefined, l10n, () => '')],
    basis: known ? words.pointsBasis : words.notReported,
  };
};

/** By the names that a host orders them by. */
export const figures: Readonly<Record<string, Figure>> = {
  'lifetime-total': lifetimeTotal,
  orders,
  'average-order': averageOrder,
  'first-order': firstOrder,
  'last-order': lastOrder,
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
  transactions,
  items: count(
    (stats) => stats.items,
    (words) => words.items,
  ),
  'canceled-items': count(
    (stats) => stats.canceledItems,
    (words) => words.canceledItems,
  ),
  'returned-items': count(
    (stats) => stats.returnedItems,
    (words) => words.returnedItems,
  ),
  points,
};
