import * as decimal from '../domain/decimal.ts';
import { isAmbiguous, readDecimal, readings } from '../i18n/decimal-text.ts';
import type { Localization } from '../i18n/localization.ts';
import { formWords } from './words.en.ts';

export interface AmountRule {
  /** What it is an amount of, as it is said: `GBP`, `points`. */
  readonly unit: string;
  readonly maxFractionDigits: number;
  /** Said of what is no number, with `{example}`. */
  readonly unread?: `${string}{example}${string}`;
}

/** Reads an amount above zero that was typed, padded to its decimals: `{ value }`, else `{ error }`, which says why not. */
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
  // Zeros at the end are no finer.
  if (decimal.compare(value, decimal.round(value, places)))
    return {
      error: places ? l10n.text(words.decimals, { unit, count: places }) : l10n.text(words.noDecimals, { unit }),
    };
  if (isAmbiguous(value, places)) return { error: l10n.text(words.ambiguous, readings(value, places, l10n)) };
  return { value: decimal.round(value, places) };
}
