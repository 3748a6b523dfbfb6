import type { TemplateResult } from 'lit';
import type { Warning } from '../data/snapshot.ts';
import type { Localization } from '../i18n/localization.ts';
import { alert } from './icons.ts';
import { notice, type Notice } from './state-view.ts';
import { name } from './text.ts';

/** The texts and actions of a widget for the warning codes that it knows. */
export type KnownWarnings = ReadonlyMap<string, Pick<Notice, 'text' | 'action'>>;

/** Renders notices of what a partial response lacks, in the platform's words if it has any. */
export const warningNotices = (
  warnings: readonly Warning[],
  l10n: Localization,
  known?: KnownWarnings,
): readonly TemplateResult[] =>
  warnings.map(({ code, message }) => {
    const { text, action } = known?.get(code) ?? { text: l10n.text(l10n.common.partial, { what: code }) };
    return notice({ path: alert, tone: 'warning', text: message ? name(message, l10n) : text, action });
  });
