import { html, nothing, type TemplateResult } from 'lit';
import type { CreditEntry } from '../../domain/credit.ts';
import type { StoredValue } from '../../domain/money.ts';
import type { Localization } from '../../i18n/localization.ts';
import { safeHref } from '../../element/href.ts';
import { icon } from '../../ui/icon.ts';
import { alert } from '../../ui/icons.ts';
import { actorName } from './account-words.ts';
import type { Refused } from './adjust-draft.ts';
import { amountInWords, wordsOf } from './adjust-words.ts';
import { explainError } from './why-not.ts';

/** An account as it stands. */
export interface AccountNow {
  readonly balance: StoredValue;
  /** The entry that made it so. */
  readonly latest: CreditEntry | undefined;
}

/** Whether an amount takes away. */
export const takesAway = ({ value }: StoredValue): boolean => value.startsWith('-');

/** What was refused, and why: nothing was written. Of a conflict, what has changed. */
export function refusalText(
  { error, amount, before }: Refused,
  now: AccountNow | undefined,
  l10n: Localization,
): string {
  const words = wordsOf(l10n);
  const text = l10n.text(takesAway(amount) ? words.refusedTake : words.refusedAdd, {
    amount: amountInWords(amount, l10n),
  });
  const change = error.code === 'conflict' && now ? changeText(before, now, l10n) : '';
  return `${text} ${explainError(error, words.changed, l10n)} ${change}`.trim();
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

/** In the dialog, above what it is about. */
export function refusal(
  refused: Refused,
  now: AccountNow | undefined,
  l10n: Localization,
  signIn: string | null | undefined,
): TemplateResult {
  const href = refused.error.code === 'unauthenticated' ? safeHref(signIn) : undefined;
  return html`<p class="message danger" part="message" role="alert">
    ${icon(alert)}<span
      ><bdi>${refusalText(refused, now, l10n)}</bdi>
      ${href ? html`<a class="link" href=${href}>${l10n.common.signIn}</a>` : nothing}</span
    >
  </p>`;
}
