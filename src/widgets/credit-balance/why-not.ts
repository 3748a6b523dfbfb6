import type { AdapterError } from '../../adapter/adapter-error.ts';
import type { Localization } from '../../i18n/localization.ts';

/** What is said of an error around a write: what happened, never the datum. `changed` of a conflict. */
export function explainError(error: AdapterError, changed: string, l10n: Localization): string {
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
    ['conflict', changed],
    ['rate-limited', retryAfter ? l10n.text(common.rateLimitedHelp, { count: retryAfter }) : common.rateLimitedSoon],
  ]);
  const why = reason ?? known.get(error.code) ?? '';
  return correlationId ? `${why} ${l10n.text(common.reference, { id: correlationId })}` : why;
}
