import * as decimal from '../../domain/decimal.ts';
import type { Money } from '../../domain/money.ts';
import type { CustomerStats } from '../../domain/stats.ts';
import type { Localization } from '../../i18n/localization.ts';
import { customerFurtherWords } from './further-words.en.ts';
import { wordsOf } from './figure-basis.ts';

/** The thresholds that a host names, one a currency: `250 GBP, 300 EUR`. What is no amount is none. */
export const thresholdsIn = (text: string | undefined): readonly Money[] =>
  [...(text ?? '').matchAll(/(?:^|[,;])\s*(\d+(?:\.\d+)?)\s*([A-Z]{3})\s*(?=[,;]|$)/g)].map(
    ([, value = '', currency = '']) => ({ value, currency }),
  );

/**
 * From which average order on this customer is of high value, in words; `undefined` where the average is below it in
 * every currency, or not known. Only amounts in the same currency are compared, and exactly.
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
        .map((amount) => l10n.text(l10n.words(customerFurtherWords).highFrom, { amount: l10n.amount(amount) }))
        .reduce((first, second) => l10n.text(wordsOf(l10n).also, { first, second }))
    : undefined;
}
