import { html, nothing, type TemplateResult } from 'lit';
import type { ExportFormat, ExportScope, ExportState } from '../data/file-table.ts';
import { controlWords } from './words.en.ts';
import type { Localization } from '../i18n/localization.ts';
import { iconButton } from './button.ts';
import { choices } from './choices.ts';
import { icon } from './icon.ts';
import * as icons from './icons.ts';
import * as toolIcons from './tool-icons.ts';
import { describe, retryButton } from './state-view.ts';

interface ExportChoices {
  /** The number of rows on screen and in total. Absent if both are the same. */
  readonly rows: { readonly shown: number; readonly total: number | undefined } | undefined;
  readonly l10n: Localization;
  readonly onChoose: (scope: ExportScope, format: ExportFormat) => void;
}

/** The file formats. The workbook is first, because it preserves the types of all values. */
const formats: readonly ExportFormat[] = ['xlsx', 'csv'];

/** Renders the choice of the format and of the rows. */
export function exportChoices({ rows, l10n, onChoose }: ExportChoices): TemplateResult {
  const words = l10n.words(controlWords);
  if (!rows)
    return choices(formats.map((format) => ({ label: words[format], onChoose: () => onChoose('all', format) })));
  const { shown, total } = rows;
  const scopes: readonly (readonly [ExportScope, string])[] = [
    ['shown', l10n.text(words.exportShown, { count: shown })],
    ['all', total === undefined ? words.exportAll : l10n.text(words.exportAllOf, { count: total })],
  ];
  return choices(
    formats.flatMap((format) =>
      scopes.map(([scope, what]) => ({
        label: l10n.text(words.exportAs, { what, format: words[format] }),
        onChoose: () => onChoose(scope, format),
      })),
    ),
  );
}

interface ExportStrip {
  readonly what: string;
  readonly l10n: Localization;
  readonly again: () => void;
  readonly close: () => void;
}

/** Renders the progress of an export, its error, or a notice of what the file lacks. */
export function exportStrip(state: ExportState, view: ExportStrip): TemplateResult | typeof nothing {
  const { l10n, what, again, close } = view;
  const { common } = l10n;
  const words = exportWords(state, l10n);
  const dismiss = iconButton({ label: common.close, path: toolIcons.close, kind: 'inline', onClick: close });
  const strip = (kind: string, path: string, text: string, action: TemplateResult) =>
    html`<div class="notice export-strip ${kind}" part="notice">
      ${icon(path)}
      <p>${text}</p>
      ${action}
    </div>`;
  switch (state.phase) {
    case 'running':
      return strip(
        'running',
        toolIcons.download,
        progress(state, l10n),
        html`<button type="button" class="button inline" part="cancel" @click=${close}>${common.cancel}</button>`,
      );
    case 'failed': {
      const { title, help, danger } = describe(state.error, { l10n, what, retry: again });
      const retry = html`${retryButton(common.retry, again)}${dismiss}`;
      const why = danger && state.error.code !== 'malformed' ? [help] : [title, help];
      return strip('warning', icons.alert, [words, ...why].filter(Boolean).join(' '), retry);
    }
    case 'done':
      return state.warnings.length ? strip('warning', icons.alert, words, dismiss) : nothing;
    default:
      return nothing;
  }
}

function progress({ rows, total }: Extract<ExportState, { phase: 'running' }>, l10n: Localization): string {
  const words = l10n.words(controlWords);
  if (total !== undefined) return l10n.text(words.exportedOf, { done: l10n.number(rows), count: total });
  return rows ? l10n.text(words.exportedSoFar, { count: rows }) : words.exporting;
}

/** Returns the announcement of the start and of the end of an export. */
export function exportWords(state: ExportState, l10n: Localization): string {
  const words = l10n.words(controlWords);
  if (state.phase === 'idle') return '';
  if (state.phase === 'running') return words.exporting;
  if (state.phase === 'failed') return words.exportFailed;
  const missing = state.warnings.map(({ code, message }) => `\u2068${message ?? code}\u2069`).join(', ');
  const done = l10n.text(words.exported, { count: state.rows });
  return missing ? `${done}. ${l10n.text(words.exportPartial, { what: missing })}` : done;
}
