import type { WidgetHost } from '../../element/widget-host.ts';
import { LazyForm } from '../../forms/lazy-form.ts';
import type { CustomerExportDialog, ExportScope } from './export-dialog.ts';

/** What opens the export on the platform, if the platform exports. The dialog loads before it first opens. */
export class ExportAccess extends LazyForm<CustomerExportDialog> {
  constructor(host: WidgetHost, scope: () => ExportScope) {
    super(host, async () => {
      const { CustomerExportDialog: ExportDialog } = await import('./export-dialog.ts');
      return new ExportDialog(host, scope);
    });
  }

  /** The form that replaces the choice of a format above the list. */
  get tool() {
    const { exports: port } = this.host.client?.adapter ?? {};
    if (!port?.start || !port.get || !port.file) return undefined;
    return { operation: 'exports.start', open: () => this.use((dialog) => dialog.open()) };
  }
}
