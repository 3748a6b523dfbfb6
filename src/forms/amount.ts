import * as decimal from '../domain/decimal.ts';
import { isAmbiguous, readDecimal, possibleReadings } from '../i18n/decimal-text.ts';
import type { Localization } from '../i18n/localization.ts';
import { formWords } from './words.en.ts';

export interface AmountRule {
  /** The unit of the amount as it is displayed: `GBP`, `points`. */
  readonly unit: string;
  readonly maxFractionDigits: number;
  /** The error for text that is not a number, with `{example}`. */
  readonly unread?: `${string}{example}${string}`;
}

/** Parses a typed amount above zero, padded to its decimals. Returns `{ value }`, or `{ error }` with the reason. */
export function readAmount(
  text: string,
  { unit, maxFractionDigits: places, unread }: AmountRule,
  l10n: Localization,
): { readonly value: string; readonly error?: undefined } | { readonly value?: undefined; readonly error: string } {
  const words = l10n.words(formWords);
  if (!text.trim()) return { error: words.amountMissing };
  const value = readDecimal(text, l10n);
  if (value === undefined) {
    const example = l10n.amount({ value: decimal.round('1234.5', places), unit: '' });
    return { error: l10n.text(unread ?? words.amountUnread, { example }) };
  }
  if (decimal.sign(value) <= 0) return { error: words.amountMissing };
  // Trailing zeros do not exceed the allowed precision.
  if (decimal.compare(value, decimal.round(value, places)))
    return {
      error: places ? l10n.text(words.decimals, { unit, count: places }) : l10n.text(words.noDecimals, { unit }),
    };
  if (isAmbiguous(value, places)) return { error: l10n.text(words.ambiguous, possibleReadings(value, places, l10n)) };
  return { value: decimal.round(value, places) };
}
