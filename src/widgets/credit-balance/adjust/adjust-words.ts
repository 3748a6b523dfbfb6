import type { CreditEntry } from '../../../domain/credit.ts';
import { isMoney, type StoredValue } from '../../../domain/money.ts';
import { creditAdjustWords } from './adjust-words.en.ts';
import type { Localization } from '../../../i18n/localization.ts';

/** What is said in adjusting. */
export const wordsOf = (l10n: Localization) => l10n.words(creditAdjustWords);

/** An amount in a sentence or on a button, where no label says of what: `£25.00`, `340 points`. Without its sign. */
export function amountInWords({ value, ...rest }: StoredValue, l10n: Localization): string {
  const amount = { ...rest, value: value.replace('-', '') } as StoredValue;
  const text = l10n.amount(amount, { exact: true });
  const words = wordsOf(l10n);
  if (isMoney(amount)) return text;
  if (amount.unit !== 'points') return l10n.text(words.someUnits, { amount: text, unit: amount.unit });
  return l10n.text(words.somePoints, { count: amount.value === '1' ? 1 : text });
}

/** An entry by its amount and time, within a sentence: `+£250.00, 1 Nov, 17:44`. */
export const entryInWords = ({ amount, at }: CreditEntry, l10n: Localization): string =>
  l10n.text(wordsOf(l10n).entryOf, {
    amount: l10n.amount(amount, { exact: true, signed: true }),
    time: l10n.moment(at, { within: true }).brief,
  });
