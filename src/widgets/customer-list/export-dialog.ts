import { css, html, nothing, type TemplateResult } from 'lit';
import type { ListRequest } from '../../data/list-query.ts';
import type { RecordQuery } from '../../data/query.ts';
import { exportFields, ExportFields, type ExportDate, type ExportInput } from '../../domain/customer-export.ts';
import { codeOf, labelOf } from '../../domain/field.ts';
import type { DayRange } from '../../domain/time.ts';
import { ExportEvent } from '../../element/events.ts';
import { RecordController } from '../../element/query-controller.ts';
import type { WidgetHost } from '../../element/widget-host.ts';
import { DialogFocus } from '../../forms/dialog-focus.ts';
import { Dialog } from '../../ui/dialog.ts';
import { formMessage } from '../../ui/explain-error.ts';
import { formStyles } from '../../ui/form.styles.ts';
import { adopt } from '../../ui/styles.ts';
import { type ExportChoice, exportForm, exportFormStyles } from './export-form.ts';
import { ExportRun } from './export-run.ts';
import { exportFooter, exportProgress, exportStrip, failureText, progressStyles } from './export-progress.ts';
import { exportDialogWords } from './export-words.en.ts';
import { customerListWords } from './words.en.ts';

/** What the list shows: its columns, and what limits its customers. */
export interface ExportScope {
  readonly columns: readonly string[];
  readonly request: ListRequest;
  /** The days that the operator has chosen above the list. */
  readonly range: DayRange | undefined;
}

const query: RecordQuery<ExportFields> = {
  name: 'exports.fields',
  customerId: undefined,
  schema: ExportFields,
  load: (adapter, options) => adapter.exports?.fields?.(options),
};

/**
 * The export of the list on the platform, in a dialog: the choice of fields and days, the progress, the file. The choice
 * stays while the dialog is closed and after an error.
 */
export class CustomerExportDialog {
  readonly #host: WidgetHost;
  readonly #dialog: Dialog;
  readonly #run: ExportRun;
  readonly #known: RecordController<ExportFields>;
  readonly #scope: () => ExportScope;
  #choice: ExportChoice | undefined;
  /** The search and the filters when the dialog was opened. */
  #request: ListRequest = {};
  #wasSubmitted = false;

  constructor(host: WidgetHost, scope: () => ExportScope) {
    for (const styles of [...formStyles, exportFormStyles, progressStyles, dialogStyles]) adopt(host, styles);
    this.#host = host;
    this.#scope = scope;
    this.#run = new ExportRun(host);
    this.#dialog = new Dialog(host, 'export', () => (this.#wasSubmitted = false));
    this.#known = new RecordController(host, {
      platform: () => (this.#dialog.isOpen && host.client?.adapter.exports?.fields ? query : undefined),
    });
    new DialogFocus(host, {
      dialog: this.#dialog,
      name: 'export',
      step: () => this.#run.phase === 'idle' || this.#run.phase,
      openers: ['[part~=export-show]', '.export-open'],
      inside: [
        '#dialog-export [aria-invalid=true]',
        '#dialog-export form input',
        '#dialog-export .footer .primary',
        '#dialog-export .footer button',
      ],
      outside: () => ['.export-open'],
    });
  }

  /** Opens the choice, or the export that is running or has ended. */
  open(): void {
    const { columns, request, range } = this.#scope();
    if (this.#run.phase === 'idle') {
      const { lastOrder: _, ...filter } = request.filter ?? {};
      this.#request = { ...request, filter };
      this.#choice = { ...(this.#choice ?? { fields: ['id', ...columns], dates: 'lastOrder' }), ...range };
    }
    this.#dialog.show();
  }

  get announcement(): string {
    const { export: job, phase } = this.#run;
    const words = this.#words;
    if (phase === 'ended' && job?.state === 'done') return words.ready;
    return phase === 'following' ? words.exporting : '';
  }

  /** Renders the state of an export while the dialog is closed. */
  strip(): TemplateResult | typeof nothing {
    if (this.#dialog.isOpen || this.#run.phase === 'idle') return nothing;
    return exportStrip(this.#run, this.#host.l10n, {
      show: () => this.#dialog.show(),
      close: () => this.#run.reset(),
    });
  }

  dialog(): TemplateResult | typeof nothing {
    return this.#dialog.render(() => {
      const { l10n } = this.#host;
      const run = this.#run;
      const isChoosing = run.phase === 'idle' || run.phase === 'starting';
      const footer = exportFooter(run, l10n, { formId: 'export-form', close: () => this.#dialog.close() });
      return {
        heading: this.#words.heading,
        l10n,
        body: isChoosing ? this.#form() : exportProgress(run, l10n),
        footer,
      };
    });
  }

  #form(): TemplateResult {
    const { l10n } = this.#host;
    const { fields, dates } = this.#offered;
    const failure = failureText(this.#run, l10n);
    const submit = (event: Event): void => {
      event.preventDefault();
      this.#submit();
    };
    return html`<form class="body" part="form" id="export-form" novalidate @submit=${submit}>
      ${failure ? formMessage(failure.isUnknown ? 'warning' : 'danger', failure.text) : nothing}
      ${exportForm({
        l10n,
        ...{ fields, dates },
        choice: this.#chosen,
        isFiltered: this.#isFiltered,
        isLocked: this.#run.phase === 'starting',
        error: this.#wasSubmitted ? this.#fault : undefined,
        onChange: this.#change,
        onToggle: (code) => {
          // Not the choice that was rendered: several fields may be clicked before the next render.
          const { fields: before } = this.#chosen;
          this.#change({ fields: before.includes(code) ? before.filter((one) => one !== code) : [...before, code] });
        },
      })}
    </form>`;
  }

  readonly #change = (change: Partial<ExportChoice>): void => {
    this.#choice = { ...this.#chosen, ...change };
    this.#run.edit();
    this.#host.requestUpdate();
  };

  /** The fields and the dates that the platform offers. */
  get #offered() {
    const { snapshot } = this.#known;
    const { fields = exportFields, dates = ['lastOrder'] as const } = snapshot.phase === 'ready' ? snapshot.data : {};
    const texts: Readonly<Record<string, unknown>> = this.#listWords;
    const labelled = fields.map((field) => {
      const code = codeOf(field);
      return { code, label: labelOf(field) ?? (Object.hasOwn(texts, code) ? String(texts[code]) : code) };
    });
    return { fields: labelled, dates };
  }

  /** The choice, without fields that the platform does not offer. */
  get #chosen(): ExportChoice {
    const { fields = [], dates = 'lastOrder', ...days } = this.#choice ?? {};
    const offered = this.#offered;
    return {
      ...days,
      fields: offered.fields.map(({ code }) => code).filter((code) => fields.includes(code)),
      dates: offered.dates.includes(dates) ? dates : (offered.dates[0] ?? 'lastOrder'),
    };
  }

  get #isFiltered(): boolean {
    const { text, filter } = this.#request;
    return Boolean(text) || Object.keys(filter ?? {}).length > 0;
  }

  get #fault(): 'noFields' | 'reversed' | undefined {
    const { fields, from, to } = this.#chosen;
    if (!fields.length) return 'noFields';
    return from && to && from > to ? 'reversed' : undefined;
  }

  #submit(): void {
    this.#wasSubmitted = true;
    if (this.#fault) return this.#host.requestUpdate();
    if (!this.#host.dispatchEvent(new ExportEvent('', 'customers', 'all', 'csv'))) return;
    const { fields, from, to, dates } = this.#chosen;
    const { text, filter = {} } = this.#request;
    const { locale, timeZone } = this.#host.l10n;
    const input: ExportInput = {
      fields: [...fields],
      ...((from || to) && { range: { ...(from && { from }), ...(to && { to }) }, dates: dates as ExportDate }),
      ...(text && { text }),
      ...(Object.keys(filter).length > 0 && { filter: { ...filter } }),
      texts: this.#texts(fields),
      ...{ locale, timeZone },
    };
    void this.#run.start(input);
  }

  /** Returns the texts of the file in the language of the page. */
  #texts(fields: readonly string[]): Record<string, string> {
    const { currency, verified, unverified, pending } = this.#listWords;
    const headings = this.#offered.fields.filter(({ code }) => fields.includes(code));
    return {
      ...(fields.includes('spent') && { currency }),
      ...(fields.includes('status') && { verified, unverified, pending }),
      ...Object.fromEntries(headings.map(({ code, label }) => [code, label])),
    };
  }

  get #words() {
    return this.#host.l10n.words(exportDialogWords);
  }

  get #listWords() {
    return this.#host.l10n.words(customerListWords);
  }
}

const dialogStyles = css`
  #dialog-export {
    inline-size: min(100%, calc(var(--_unit) * 136));
  }
`;
