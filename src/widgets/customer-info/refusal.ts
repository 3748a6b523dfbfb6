import { html, nothing, type TemplateResult } from 'lit';
import type { AdapterError } from '../../adapter/adapter-error.ts';
import type { Localization } from '../../i18n/localization.ts';
import { safeHref } from '../../element/href.ts';
import { icon } from '../../ui/icon.ts';
import * as icons from '../../ui/icons.ts';
import { datum } from '../../ui/text.ts';

/** Above a form: how it stands with what was sent. */
export const message = (
  tone: 'danger' | 'warning' | 'quiet',
  text: string | TemplateResult,
  id?: string,
): TemplateResult =>
  html`<p class="message ${tone}" part="message" id=${id ?? nothing} role=${tone === 'quiet' ? nothing : 'alert'}>
    ${icon(tone === 'quiet' ? icons.info : icons.alert)}<span>${text}</span>
  </p>`;

/** Why a write was refused: what happened and what helps, never the datum. */
export function explainError(error: AdapterError, l10n: Localization, signIn?: string | null): TemplateResult {
  const { common } = l10n;
  const { reason, correlationId, field, retryAfter } = error;
  const known: Readonly<Partial<Record<typeof error.code, string>>> = {
    offline: common.offline,
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
  const href = error.code === 'unauthenticated' ? safeHref(signIn) : undefined;
  return html`${datum(reason ?? known[error.code] ?? '')}
  ${correlationId ? l10n.text(common.reference, { id: correlationId }) : nothing}
  ${href ? html`<a class="link" part="link" href=${href}>${common.signIn}</a>` : nothing}`;
}
