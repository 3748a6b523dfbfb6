import { html, nothing, type TemplateResult } from 'lit';
import type { AdapterError } from '../data/snapshot.ts';
import type { Localization } from '../i18n/localization.ts';
import { safeHref } from '../element/href.ts';
import { icon } from './icon.ts';
import { alert, info } from './icons.ts';
import { sourceOf, sourceOffline } from './state-view.ts';

type Words = Readonly<Partial<Record<AdapterError['code'], string | undefined>>>;

/** What is said of a write that is not done. */
export interface FailureTexts {
  readonly unknown: string;
  readonly refused: string;
  /** Replaces `refused` and the reason, by error code. */
  readonly instead?: Words;
}

/**
 * Returns why a write from a row is not done: the platform's reason, if there is one; `undefined` if nothing has failed.
 */
export function explainWrite(
  { phase, error }: { readonly phase: string; readonly error?: AdapterError | undefined },
  { unknown, refused, instead }: FailureTexts,
): string | undefined {
  if (phase === 'unknown') return unknown;
  return error && (instead?.[error.code] ?? error.reason ?? refused);
}

/**
 * Returns why a write failed and what helps, without personal data: the platform's reason if there is one, else the
 * text of `words` for the error code, else the library's. Appends the reference to report, if there is one.
 */
export function explainError(error: AdapterError, l10n: Localization, words: Words = {}): string {
  const { common } = l10n;
  const { reason, correlationId, field, retryAfter } = error;
  const known: Words = {
    offline: sourceOffline(error, l10n) ?? common.offline,
    timeout: common.timeoutHelp,
    unavailable: common.unavailableHelp,
    internal: common.internalHelp,
    malformed: field ? l10n.text(common.malformedField, { field }) : common.malformed,
    unauthenticated: `${common.unauthenticated} ${common.unauthenticatedHelp}`,
    forbidden: common.forbiddenHelp,
    unsupported: common.unsupportedHelp,
    conflict: common.conflict,
    'not-found': common.notFoundHelp,
    'rate-limited': retryAfter ? l10n.text(common.rateLimitedHelp, { count: retryAfter }) : common.rateLimitedSoon,
  };
  const why = reason ?? words[error.code] ?? known[error.code] ?? '';
  const reference = correlationId && l10n.text(common.reference, { id: correlationId });
  return [why, sourceOf(error, l10n), reference].filter(Boolean).join(' ');
}

/** Renders the sign-in link, if the error asks for it. */
export function signInLink(
  error: AdapterError | undefined,
  l10n: Localization,
  signIn: string | null | undefined,
): TemplateResult | typeof nothing {
  const href = error?.code === 'unauthenticated' ? safeHref(signIn) : undefined;
  return href ? html`<a class="link" part="link" href=${href}>${l10n.common.signIn}</a>` : nothing;
}

/** Renders why a write failed, with a sign-in link if that helps. */
export const explained = (error: AdapterError, l10n: Localization, signIn?: string | null): TemplateResult =>
  html`<bdi>${explainError(error, l10n)}</bdi> ${signInLink(error, l10n, signIn)}`;

/** Renders the state of a write above the fields of a form. */
export const formMessage = (
  tone: 'danger' | 'warning' | 'quiet',
  text: string | TemplateResult,
  id?: string,
): TemplateResult =>
  html`<p class="message ${tone}" part="message" id=${id ?? nothing} role=${tone === 'quiet' ? nothing : 'alert'}>
    ${icon(tone === 'quiet' ? info : alert)}<span>${text}</span>
  </p>`;
