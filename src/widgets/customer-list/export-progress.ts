import { css, html, nothing, type TemplateResult } from 'lit';
import { isOutcomeUnknown } from '../../adapter/adapter-error.ts';
import type { CustomerExport } from '../../domain/customer-export.ts';
import { codeOf } from '../../domain/field.ts';
import type { Localization } from '../../i18n/localization.ts';
import { iconButton } from '../../ui/button.ts';
import { explainError, formMessage } from '../../ui/explain-error.ts';
import * as icons from '../../ui/icons.ts';
import { notice, sentence } from '../../ui/state-view.ts';
import { name } from '../../ui/text.ts';
import * as toolIcons from '../../ui/tool-icons.ts';
import type { ExportRun } from './export-run.ts';
import { exportDialogWords } from './export-words.en.ts';

/** Returns what the last step failed to do, and why. */
export function failureText(run: ExportRun, l10n: Localization): { text: string; isUnknown: boolean } | undefined {
  const { error, phase } = run;
  if (!error) return undefined;
  const words = l10n.words(exportDialogWords);
  const isUnknown = phase === 'idle' && isOutcomeUnknown(error);
  if (isUnknown) return { text: words.startUnknown, isUnknown };
  const what = { idle: words.notStarted, following: words.noProgress, ended: words.notDownloaded };
  const { [phase as keyof typeof what]: refused = words.notCanceled } = what;
  return { text: `${refused} ${explainError(error, l10n)}`, isUnknown };
}

/** Returns how far an export has come, in words. */
function progressText({ rows, total }: CustomerExport, l10n: Localization): string {
  const words = l10n.words(exportDialogWords);
  return total === undefined
    ? l10n.text(words.progressUnknown, { count: rows })
    : l10n.text(words.progress, { rows: l10n.number(rows), count: total });
}

/** Renders an export that is running or has ended. */
export function exportProgress(run: ExportRun, l10n: Localization): TemplateResult {
  const words = l10n.words(exportDialogWords);
  const failure = failureText(run, l10n);
  return html`<div class="body">
    ${failure ? formMessage('danger', failure.text) : nothing} ${run.export ? content(run.export, l10n) : nothing}
    <div class="visually-hidden" role="status">${run.export?.state === 'running' ? words.exporting : ''}</div>
  </div>`;
}

function content(job: CustomerExport, l10n: Localization): TemplateResult {
  const words = l10n.words(exportDialogWords);
  const { rows, total, reason } = job;
  const state = codeOf(job.state);
  if (state === 'running')
    return html`<div class="export-progress">
      <div class="export-count"><span part="progress-text">${progressText(job, l10n)}</span></div>
      <progress
        part="progress"
        aria-label=${words.exporting}
        max=${total || 1}
        value=${total === undefined ? nothing : rows}
      ></progress>
      <p class="message">${words.running}</p>
    </div>`;
  if (state === 'done')
    return sentence({ path: icons.check, title: l10n.text(words.done, { count: rows }), help: words.doneHelp });
  if (state === 'canceled') return sentence({ path: icons.cancel, title: words.canceled, help: words.canceledHelp });
  return html`${sentence({ path: icons.alert, title: words.failed, danger: true })}
  ${reason ? html`<p class="export-reason">${name(reason, l10n)}</p>` : nothing}`;
}

interface FooterButton {
  readonly part: string;
  readonly label: string;
  readonly onClick: () => void;
  readonly kind?: string;
  readonly isBusy?: boolean;
}

export interface FooterActions {
  readonly formId: string;
  readonly close: () => void;
}

/** Renders the buttons below the choice, the progress or the result. */
export function exportFooter(run: ExportRun, l10n: Localization, { formId, close }: FooterActions): TemplateResult {
  const words = l10n.words(exportDialogWords);
  const { common } = l10n;
  const button = ({ part, label, onClick, kind = '', isBusy = false }: FooterButton) =>
    html`<button
      type="button"
      class="button ${kind}"
      part=${part}
      aria-disabled=${isBusy ? 'true' : nothing}
      @click=${() => isBusy || onClick()}
    >
      ${label}
    </button>`;
  const { phase, error } = run;
  const isStarting = phase === 'starting';
  if (phase === 'idle' || isStarting)
    return html`${button({ part: 'cancel', label: common.cancel, onClick: close, kind: 'ghost' })}<button
        type="submit"
        class="button primary"
        part="export-start"
        form=${formId}
        aria-disabled=${isStarting ? 'true' : nothing}
      >
        ${isStarting ? words.starting : words.start}
      </button>`;
  const closing = button({ part: 'cancel', label: common.close, onClick: close, kind: 'ghost' });
  if (phase !== 'ended') {
    const isBusy = phase === 'canceling';
    const look = button({ part: 'export-look', label: words.look, onClick: () => void run.follow() });
    return html`${closing}${error ? look : nothing}${button({
      part: 'export-cancel',
      label: isBusy ? words.canceling : words.cancelExport,
      onClick: () => void run.cancel(),
      isBusy,
    })}`;
  }
  const state = codeOf(run.export!.state);
  const isDone = state === 'done';
  const another = button({
    part: 'export-again',
    label: state === 'failed' ? words.again : words.another,
    onClick: () => run.reset(),
    kind: isDone ? '' : 'primary',
  });
  if (!isDone) return html`${closing}${another}`;
  return html`${closing}${another}${button({
    part: 'export-download',
    label: run.isDownloading ? words.downloading : words.download,
    onClick: () => void run.download(),
    kind: 'primary',
    isBusy: run.isDownloading,
  })}`;
}

/** Renders the strip above the list while the dialog is closed. */
export function exportStrip(
  run: ExportRun,
  l10n: Localization,
  { show, close }: { readonly show: () => void; readonly close: () => void },
): TemplateResult {
  const words = l10n.words(exportDialogWords);
  const { phase, export: job } = run;
  const state = job && codeOf(job.state);
  const [path, text] =
    state === 'done'
      ? [icons.check, words.ready]
      : state === 'canceled'
        ? [icons.cancel, words.canceled]
        : state === 'failed'
          ? [icons.alert, words.failed]
          : [icons.clock, job ? `${words.exporting} ${progressText(job, l10n)}` : words.starting];
  return notice({
    path,
    text,
    action: html`<button type="button" class="button inline" part="export-show" @click=${show}>${words.show}</button>${
        phase === 'ended'
          ? iconButton({ label: l10n.common.close, path: toolIcons.close, kind: 'inline', onClick: close })
          : nothing
      }`,
  });
}

export const progressStyles = css`
  .export-progress {
    display: grid;
    gap: calc(var(--_unit) * 2);
    padding-block: calc(var(--_unit) * 2);
  }

  .export-count {
    font-variant-numeric: tabular-nums;
    font-weight: 500;
  }

  .export-progress > progress {
    inline-size: 100%;
    block-size: calc(var(--_unit) * 2);
    border: 0;
    border-radius: var(--_unit);
    overflow: hidden;
    appearance: none;
    background: var(--_neutral-tint);
    accent-color: var(--_accent-fill);
    color: var(--_accent-fill);
  }

  .export-progress > progress::-webkit-progress-bar {
    background: var(--_neutral-tint);
  }

  .export-progress > progress::-webkit-progress-value {
    border-radius: var(--_unit);
    background: var(--_accent-fill);
    transition: inline-size 0.2s;
  }

  .export-progress > progress::-moz-progress-bar {
    border-radius: var(--_unit);
    background: var(--_accent-fill);
  }

  #dialog-export .body > .state {
    padding-inline: 0;
  }

  .export-reason {
    margin: 0;
    color: var(--_text-quiet);
    overflow-wrap: anywhere;
  }
`;
