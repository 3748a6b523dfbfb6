import { html, nothing, type TemplateResult } from 'lit';
import { codeOf, labelOf } from '../../../domain/coded.ts';
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

/** An account as it stands. */
export interface AccountNow {
  readonly balance: StoredValue;
  /** The entry that made it so. */
  readonly latest: CreditEntry | undefined;
}

/** Whether an amount takes away. */
export const takesAway = ({ value }: StoredValue): boolean => value.startsWith('-');

/** What is asked: `Add £25.00 of store credit?` */
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

/** What the button does that confirms: `Add £25.00`. */
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

/** What is confirmed, after whom it is for: where, why, until when. */
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
  // A day ends elsewhere at another time.
  const until = expiresOn && l10n.text(words.expiresAtMidnight, { day: l10n.day(expiresOn), zone: l10n.zoneName });
  return html`${row(words.account, label)} ${row(words.entry, reverses && entryInWords(reverses, l10n))}
  ${row(words.reason, reasonLabel(account, adjustment.reason))} ${row(words.reference, adjustment.reference)}
  ${row(words.description, adjustment.description)} ${row(words.expiresOn, until)}`;
}

/** A reason in the words of the platform. */
function reasonLabel({ reasons = [] }: CreditAccount, code: string | undefined): string | undefined {
  const reason = reasons.find((candidate) => codeOf(candidate) === code);
  return reason && (labelOf(reason) ?? codeOf(reason));
}

/** How far an adjustment has come that was sent. */
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

/** What was done, and the balance that it made. */
export function doneText(amount: StoredValue, balance: StoredValue, l10n: Localization): string {
  const words = wordsOf(l10n);
  return l10n.text(takesAway(amount) ? words.doneTake : words.doneAdd, {
    amount: amountInWords(amount, l10n),
    balance: l10n.amount(balance, { exact: true }),
  });
}

/** What was refused, and why: nothing was written. Of a conflict, what has changed. */
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

/** The balance before and now, and the entry that made it so, as far as that is known. */
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
