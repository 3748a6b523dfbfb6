import { html, nothing, type TemplateResult } from 'lit';
import type { AdapterError } from '../../adapter/adapter-error.ts';
import type { StoredValue } from '../../domain/money.ts';
import type { Localization } from '../../i18n/localization.ts';
import { safeHref } from '../../ui/href.ts';
import { icon } from '../../ui/icon.ts';
import { alert } from '../../ui/icons.ts';
import { amountInWords, wordsOf } from './account-words.ts';

/** Whether an amount takes away. */
export const takesAway = ({ value }: StoredValue): boolean => value.startsWith('-');

/** What is said of an error around a write: what happened, never the datum. */
export function whyNot(error: AdapterError, l10n: Localization): string {
  const { common } = l10n;
  const { reason, correlationId, field, retryAfter } = error;
  const known = new Map([
    ['offline', common.offline],
    ['timeout', common.timeoutHelp],
    ['unavailable', common.unavailableHelp],
    ['internal', common.internalHelp],
    ['malformed', field ? l10n.text(common.malformedField, { field }) : common.malformed],
    ['unauthenticated', `${common.unauthenticated} ${common.unauthenticatedHelp}`],
    ['forbidden', common.forbiddenHelp],
    ['unsupported', common.unsupportedHelp],
    ['conflict', wordsOf(l10n).changed],
    ['rate-limited', retryAfter ? l10n.text(common.rateLimitedHelp, { count: retryAfter }) : common.rateLimitedSoon],
  ]);
  const why = reason ?? known.get(error.code) ?? '';
  return correlationId ? `${why} ${l10n.text(common.reference, { id: correlationId })}` : why;
}

/** What was refused, and why: nothing was written. */
export const refusalText = ({ error, amount }: Refusal, l10n: Localization): string => {
  const words = wordsOf(l10n);
  const text = l10n.text(takesAway(amount) ? words.refusedTake : words.refusedAdd, {
    amount: amountInWords(amount, l10n),
  });
  return `${text} ${whyNot(error, l10n)}`.trim();
};

interface Refusal {
  readonly error: AdapterError;
  readonly amount: StoredValue;
}

/** In the dialog, above what it is about. */
export function refusal(refused: Refusal, l10n: Localization, signIn: string | null | undefined): TemplateResult {
  const href = refused.error.code === 'unauthenticated' ? safeHref(signIn) : undefined;
  return html`<p class="message danger" part="message" role="alert">
    ${icon(alert)}<span
      ><bdi>${refusalText(refused, l10n)}</bdi>
      ${href ? html`<a class="link" href=${href}>${l10n.common.signIn}</a>` : nothing}</span
    >
  </p>`;
}
