import { html, nothing, type TemplateResult } from 'lit';
import { codeOf, labelOf } from '../../../domain/field.ts';
import type { CreditAccount, CreditEntry, CreditOutcome } from '../../../domain/credit.ts';
import { type StoredValue, isMoney } from '../../../domain/money.ts';
import type { WriteTexts } from '../../../forms/form-model.ts';
import type { Localization } from '../../../i18n/localization.ts';
import { name } from '../../../ui/text.ts';
import { actorName } from '../account-words.ts';
import type { Reviewed } from './adjust.data.ts';
import { creditAdjustWords } from './adjust-words.en.ts';

/** Returns true if an amount is a debit. */
export const takesAway = ({ value }: StoredValue): boolean => value.startsWith('-');

/** Returns the question to confirm: `Add £25.00 of store credit?` */
export function adjustQuestion(
  { account, adjustment: { amount } }: Reviewed,
  reverses: CreditEntry | undefined,
  l10n: Localization,
): string {
  const words = wordsOf(l10n);
  if (reverses)
    return l10n.text(words.reverseQuestion, {
      amount: l10n.amount(reverses.amount, { exact: true, signed: true }),
      time: l10n.moment(reverses.at, { within: true }),
    });
  const takes = takesAway(amount);
  const isStoreCredit = account.kind === 'store-credit';
  const [add, take] = isStoreCredit
    ? [words.addStoreCredit, words.takeStoreCredit]
    : [words.addQuestion, words.takeQuestion];
  return l10n.text(takes ? take : add, { amount: amountInWords(amount, l10n) });
}

/** Returns the label of the button that confirms: `Add £25.00`. */
export function confirmText(
  { adjustment: { amount } }: Reviewed,
  reverses: CreditEntry | undefined,
  l10n: Localization,
): string {
  const words = wordsOf(l10n);
  return reverses
    ? l10n.text(words.confirmReverse, { amount: l10n.amount(reverses.amount, { exact: true, signed: true }) })
    : l10n.text(takesAway(amount) ? words.confirmTake : words.confirmAdd, { amount: amountInWords(amount, l10n) });
}

/** Renders the terms to confirm, after the customer: account, reason, expiry. */
export function adjustTerms(
  { account, adjustment }: Reviewed,
  label: string,
  reverses: CreditEntry | undefined,
  l10n: Localization,
): TemplateResult {
  const words = wordsOf(l10n);
  const row = (term: string, text: string | undefined) =>
    text
      ? html`<dt>${term}</dt>
          <dd>${name(text, l10n)}</dd>`
      : nothing;
  const { expiresOn } = adjustment;
  // The text names the time zone because the day ends at another time elsewhere.
  const until = expiresOn && l10n.text(words.expiresAtMidnight, { day: l10n.day(expiresOn), zone: l10n.zoneName });
  return html`${row(words.account, label)} ${row(words.entry, reverses && entryInWords(reverses, l10n))}
  ${row(words.reason, reasonLabel(account, adjustment.reason))} ${row(words.reference, adjustment.reference)}
  ${row(words.description, adjustment.description)} ${row(words.expiresOn, until)}`;
}

/** Returns the platform's label of a reason. */
function reasonLabel({ reasons = [] }: CreditAccount, code: string | undefined): string | undefined {
  const reason = reasons.find((candidate) => codeOf(candidate) === code);
  return reason && (labelOf(reason) ?? codeOf(reason));
}

/** Returns what is said of an adjustment. */
export function writeTexts(
  { adjustment: { amount } }: Reviewed,
  outcome: CreditOutcome | undefined,
  l10n: Localization,
): WriteTexts {
  const words = wordsOf(l10n);
  const way = takesAway(amount) ? 'Take' : 'Add';
  const said = (text: `${string}{amount}${string}`) => l10n.text(text, { amount: amountInWords(amount, l10n) });
  const balance = outcome ? l10n.amount(outcome.account.balance, { exact: true }) : '';
  return {
    pending: said(words[`pending${way}`]),
    checking: said(words[`checking${way}`]),
    unknown: said(words[`unknown${way}`]),
    refused: said(words[`refused${way}`]),
    reasons: { conflict: words.changed },
    done: l10n.text(words[`done${way}`], { amount: amountInWords(amount, l10n), balance }),
  };
}

/** Returns the balance before and now and, if the latest entry led to it, that entry. */
export function changeText(
  before: StoredValue,
  balance: StoredValue,
  latest: CreditEntry | undefined,
  l10n: Localization,
): string {
  if (before.value === balance.value) return '';
  const words = wordsOf(l10n);
  const exactly = (amount: StoredValue) => l10n.amount(amount, { exact: true });
  const text = l10n.text(words.changedFrom, { before: exactly(before), now: exactly(balance) });
  if (latest?.balanceAfter?.value !== balance.value) return text;
  const by = latest.actor ? actorName(latest.actor, l10n) : l10n.common.unknown;
  const entry = l10n.text(words.changedBy, {
    amount: l10n.amount(latest.amount, { exact: true, signed: true }),
    by,
    time: l10n.moment(latest.at, { within: true }),
  });
  return `${text} ${entry}`;
}

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
    time: l10n.moment(at, { within: true }),
  });
