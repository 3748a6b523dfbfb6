import type { CreditEntry } from '../../../domain/credit.ts';
import { isMoney, type StoredValue } from '../../../domain/money.ts';
import { creditAdjustWords } from './adjust-words.en.ts';
import type { Localization } from '../../../i18n/localization.ts';

/** Returns the words of adjustments. */
export const wordsOf = (l10n: Localization) => l10n.words(creditAdjustWords);

/** Returns an amount without its sign, for sentences and buttons: `£25.00`, `340 points`. */
export function amountInWords({ value, ...rest }: StoredValue, l10n: Localization): string {
  const amount = { ...rest, value: value.replace('-', '') } as StoredValue;
  const text = l10n.amount(amount, { exact: true });
  const words = wordsOf(l10n);
  if (isMoney(amount)) return text;
  if (amount.unit !== 'points') return l10n.text(words.someUnits, { amount: text, unit: amount.unit });
  return l10n.text(words.somePoints, { count: amount.value === '1' ? 1 : text });
}

/** Returns an entry as part of a sentence, by its amount and time: `+£250.00, 1 Nov, 17:44`. */
export const entryInWords = ({ amount, at }: CreditEntry, l10n: Localization): string =>
  l10n.text(wordsOf(l10n).entryOf, {
    amount: l10n.amount(amount, { exact: true, signed: true }),
    time: l10n.moment(at, { within: true }).brief,
  });
