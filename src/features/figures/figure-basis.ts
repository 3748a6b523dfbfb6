import { codeOf, labelOf, type Coded } from '../../domain/field.ts';
import type { CountMetric, MoneyMetric } from '../../domain/stats.ts';
import type { DayRange } from '../../domain/time.ts';
import { figureWords } from './words.en.ts';
import type { Localization } from '../../i18n/localization.ts';
import type { Metric } from '../../ui/metric.ts';
import { maybe } from '../../ui/text.ts';

export const wordsOf = (l10n: Localization) => l10n.words(figureWords);

/** Returns one formatted amount per currency, in the given order. They are never added up. */
export function amounts(total: MoneyMetric | null | undefined, l10n: Localization): Metric['figures'] {
  if (!total) return [maybe(total, l10n, () => '')];
  return total.amounts.length ? total.amounts.map((amount) => l10n.amount(amount)) : [maybe(null, l10n, () => '')];
}

/** Returns the basis of a figure in words, with its channels. `more` adds codes and words to the library's. */
export function basisOf(
  { basis, scope }: MoneyMetric | CountMetric,
  l10n: Localization,
  more: Readonly<Record<string, string>> = {},
): string {
  const words = wordsOf(l10n);
  const known: Readonly<Record<string, string>> = {
    ...more,
    'net-of-returns': words.netOfReturns,
    'paid-net-of-refunds': words.paidNetOfRefunds,
    gross: words.gross,
    sales: words.sales,
    'sales-per-order': words.salesPerOrders,
  };
  return scoped(worded(basis, known), scope, l10n);
}

export function scoped(basis: string, scope: Coded | undefined, l10n: Localization): string {
  const words = wordsOf(l10n);
  if (!scope) return basis;
  return l10n.text(words.withScope, { basis, scope: worded(scope, { 'all-channels': words.allChannels }) });
}

/** Returns the basis with its range of days, unless it covers all days. */
export function ranged(basis: string, { from, to }: DayRange = {}, l10n: Localization): string {
  const words = wordsOf(l10n);
  const message = from && to ? words.inRange : from ? words.fromDay : to ? words.toDay : '{basis}';
  return l10n.text(message, { basis, from: from ? l10n.day(from) : '', to: to ? l10n.day(to) : '' });
}

/** Returns the platform's words, ours, or the code. */
export const worded = (coded: Coded, known: Readonly<Record<string, string>>): string => {
  const code = codeOf(coded);
  return labelOf(coded) ?? (Object.hasOwn(known, code) ? known[code]! : code);
};
