import { html, nothing, type TemplateResult } from 'lit';
import { codeOf, labelOf } from '../../../domain/field.ts';
import type { CreditAccount, CreditEntry } from '../../../domain/credit.ts';
import type { StoredValue } from '../../../domain/money.ts';
import type { PendingPhase } from '../../../element/pending-write.ts';
import type { Localization } from '../../../i18n/localization.ts';
import { explainError } from '../../../ui/explain-error.ts';
import { name } from '../../../ui/text.ts';
import type { AdapterError } from '../../../adapter/adapter-error.ts';
import { actorName } from '../account-words.ts';
import { amountInWords, entryInWords, wordsOf } from './adjust-words.ts';
import type { Reviewed } from './adjust.data.ts';

/** The current state of an account. */
export interface AccountNow {
  readonly balance: StoredValue;
  /** The entry that led to it. */
  readonly latest: CreditEntry | undefined;
}

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
      time: l10n.moment(reverses.at, { within: true }).brief,
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

/** Returns the progress of a submitted adjustment. */
export function progressText(
  { adjustment: { amount } }: Reviewed,
  phase: Exclude<PendingPhase, 'idle'>,
  l10n: Localization,
): string {
  const words = wordsOf(l10n);
  const takes = takesAway(amount);
  const texts = {
    pending: takes ? words.pendingTake : words.pendingAdd,
    checking: takes ? words.checkingTake : words.checkingAdd,
    unknown: takes ? words.unknownTake : words.unknownAdd,
  } as const;
  return l10n.text(texts[phase], { amount: amountInWords(amount, l10n) });
}

/** Returns the announcement of a completed adjustment, with the new balance. */
export function doneText(amount: StoredValue, balance: StoredValue, l10n: Localization): string {
  const words = wordsOf(l10n);
  return l10n.text(takesAway(amount) ? words.doneTake : words.doneAdd, {
    amount: amountInWords(amount, l10n),
    balance: l10n.amount(balance, { exact: true }),
  });
}

/** Returns why an adjustment was refused. For a conflict, it says what has changed. */
export function refusalText(
  { account, adjustment: { amount } }: Reviewed,
  error: AdapterError,
  now: AccountNow | undefined,
  l10n: Localization,
): string {
  const words = wordsOf(l10n);
  const text = l10n.text(takesAway(amount) ? words.refusedTake : words.refusedAdd, {
    amount: amountInWords(amount, l10n),
  });
  const change = error.code === 'conflict' && now ? changeText(account.balance, now, l10n) : '';
  return `${text} ${explainError(error, l10n, { conflict: words.changed })} ${change}`.trim();
}

/** Returns the balance before and now and, if known, the entry that changed it. */
function changeText(before: StoredValue, { balance, latest }: AccountNow, l10n: Localization): string {
  if (before.value === balance.value) return '';
  const words = wordsOf(l10n);
  const exactly = (amount: StoredValue) => l10n.amount(amount, { exact: true });
  const text = l10n.text(words.changedFrom, { before: exactly(before), now: exactly(balance) });
  if (latest?.balanceAfter?.value !== balance.value) return text;
  const by = latest.actor ? actorName(latest.actor, l10n) : l10n.common.unknown;
  const entry = l10n.text(words.changedBy, {
    amount: l10n.amount(latest.amount, { exact: true, signed: true }),
    by,
    time: l10n.moment(latest.at, { within: true }).brief,
  });
  return `${text} ${entry}`;
}
