import * as decimal from '../../domain/decimal.ts';
import type { Money } from '../../domain/money.ts';
import type { CustomerStats } from '../../domain/stats.ts';
import type { Localization } from '../../i18n/localization.ts';
import { wordsOf } from './figure-basis.ts';
import { furtherFigureWords } from './further-words.en.ts';

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
