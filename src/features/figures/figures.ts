import type { TemplateResult } from 'lit';
import { codeOf, labelOf } from '../../domain/field.ts';
import type { CreditAccount } from '../../domain/credit.ts';
import type { OrderEntry } from '../../domain/order.ts';
import type { CountMetric, CustomerStats, MoneyMetric } from '../../domain/stats.ts';
import type { RatioBasis } from '../../domain/stats-basis.ts';
import { ago } from '../../i18n/ago.ts';
import type { Localization } from '../../i18n/localization.ts';
import type { Metric } from '../../ui/metric.ts';
import { maybe, moment } from '../../ui/text.ts';
import { amounts, basisOf, ranged, scoped, wordsOf } from './figure-basis.ts';

/** The data of figures besides the customer's metrics. */
export interface FigureOptions {
  /** The average order from which a customer is of high value, in words. */
  readonly highFrom?: string | undefined;
  /** What items that were canceled or returned are a share of. Absent: no share is shown. */
  readonly ratioBasis?: RatioBasis | undefined;
  /** The accounts of credit and points: `loading` until they are there, absent if they are unknown. */
  readonly accounts?: readonly CreditAccount[] | 'loading' | undefined;
  /** The latest order and its rendered state: `loading` until it is there, absent if it is unknown. */
  readonly lastOrder?:
    | { readonly order: OrderEntry; readonly state: TemplateResult | undefined }
    | 'loading'
    | undefined;
  /** `true` if the number of orders says since when, because no other figure does. */
  readonly saysSince?: boolean | undefined;
  /** `true` if another figure says when the last order was, so that the first one need not. */
  readonly hasLast?: boolean | undefined;
}

export type Figure = (stats: CustomerStats, l10n: Localization, options: FigureOptions) => Metric;

const lifetimeTotal: Figure = ({ lifetimeTotal: total, range }, l10n) => {
  const words = wordsOf(l10n);
  return {
    label: (range?.from ?? range?.to) ? words.total : words.lifetimeTotal,
    figures: amounts(total, l10n),
    basis: total ? ranged(basisOf(total, l10n), range, l10n) : words.notReported,
  };
};

const orders: Figure = ({ orders: number, returns, canceled, firstOrderAt, lastOrderAt }, l10n, { saysSince }) => {
  const words = wordsOf(l10n);
  const all = [
    lastOrderAt === null && words.noOrder,
    saysSince && firstOrderAt && l10n.text(words.since, { day: l10n.day(firstOrderAt) }),
    returns && (returns.value || lastOrderAt !== null) && returned(returns, l10n),
    canceled?.value && l10n.text(words.canceled, { count: canceled.value }),
    // Counting orders is the default and needs no basis. Another basis of the platform does.
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
  // Each currency has its own number of orders: the total would be the wrong divisor.
  if (average.amounts.length > 1) return scoped(words.salesPerOrderByCurrency, scope, l10n);
  return scoped(number ? l10n.text(words.salesPerOrder, { count: number.value }) : words.salesPerOrders, scope, l10n);
}

export const day = (instant: string, l10n: Localization): TemplateResult => moment(instant, l10n, l10n.day(instant));

const firstOrder: Figure = ({ firstOrderAt: first, lastOrderAt: last }, l10n, { hasLast }) => {
  const words = wordsOf(l10n);
  const since =
    first &&
    (last && !hasLast ? l10n.text(words.lastOrder, { time: l10n.moment(last, { within: true }) }) : ago(first, l10n));
  return {
    label: words.firstOrder,
    figures: [maybe(first, l10n, (instant) => day(instant, l10n))],
    basis: since || (first === null ? words.noOrder : words.notReported),
  };
};

export type UsualFigure = 'lifetime-total' | 'orders' | 'average-order' | 'first-order';

/** The usual figures, which need no further module, by the names in the host's list. */
export const figures: Readonly<Record<UsualFigure, Figure>> = {
  'lifetime-total': lifetimeTotal,
  orders,
  'average-order': averageOrder,
  'first-order': firstOrder,
};
