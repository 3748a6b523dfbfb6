import { html, type nothing, type TemplateResult } from 'lit';
import type { WidgetHost } from '../../element/widget-host.ts';
import { LazyForm } from '../../forms/lazy-form.ts';
import { feature } from '../../ui/feature-mark.ts';
import { controlWords } from '../../ui/words.en.ts';
import type { CustomerExportDialog, ExportScope } from './export-dialog.ts';

/** What opens the export on the platform, if the platform exports. The dialog loads before it first opens. */
export class ExportAccess extends LazyForm<CustomerExportDialog> {
  constructor(host: WidgetHost, scope: () => ExportScope) {
    super(host, async () => {
      const { CustomerExportDialog: ExportDialog } = await import('./export-dialog.ts');
      return new ExportDialog(host, scope);
    });
  }

  /** The button that replaces the choice of a format above the list, if the platform exports. */
  get tool() {
    const { exports: port } = this.host.client?.adapter ?? {};
    return port?.start && port.get && port.file ? this.#renderTool : undefined;
  }

  readonly #renderTool = (id: string): TemplateResult | typeof nothing => {
    const { l10n, permissions } = this.host;
    return feature(
      { id, availability: permissions.of('exports.start'), l10n },
      ({ disabled, describedBy }) =>
        html`<button
          type="button"
          class="button export-button export-open"
          part="export"
          ?disabled=${disabled}
          aria-haspopup="dialog"
          aria-describedby=${describedBy}
          @click=${() => this.use((dialog) => dialog.open())}
        >
          ${l10n.words(controlWords).export}
        </button>`,
    );
  };
}
