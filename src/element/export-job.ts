import { toAdapterError } from '../adapter/adapter-error.ts';
import type { DashboardClient } from '../data/client.ts';
import { readAllRows, type RowBatch } from '../data/read-all-rows.ts';
import type { FileTable, TableFile, ExportFormat, ExportState } from '../data/file-table.ts';
import type { ListQuery } from '../data/query.ts';
import type { Warning } from '../data/snapshot.ts';
import type { Localization } from '../i18n/localization.ts';
import type { WidgetHost } from './widget-host.ts';

/** The time that a browser may need to start the download, in milliseconds. */
const begunWithin = 40_000;

/**
 * Starts the download of a generated file. The name appears in the browser's history, so it must not contain personal
 * data.
 */
export function download(name: string, file: Blob): void {
  const url = URL.createObjectURL(file);
  downloadFrom(url, name);
  setTimeout(() => URL.revokeObjectURL(url), begunWithin);
}

/** Lets the browser download a URL, which must be safe. */
export function downloadFrom(url: string, name: string): void {
  // The link stays out of the document, so that a host that intercepts clicks on links does not see this one.
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.rel = 'noreferrer';
  link.click();
}

export interface ExportOrder<T> {
  readonly customerId: string;
  readonly client: DashboardClient;
  /** The file name without its extension. */
  readonly name: string;
  readonly format: ExportFormat;
  readonly table: () => Promise<FileTable<T>>;
  /** The rows themselves, or the query for all of them. */
  readonly rows: readonly T[] | ListQuery<T>;
}

/** Creates a file and starts its download, unless another customer is on screen when it is ready. */
export async function runExport<T>(
  host: WidgetHost,
  order: ExportOrder<T>,
  signal: AbortSignal,
  onProgress: (state: ExportState) => void,
): Promise<void> {
  const { customerId, client, name, format } = order;
  const isMeant = () =>
    !signal.aborted && host.isConnected && (host.activeCustomer ?? '') === customerId && host.client === client;
  try {
    const file = await fileOf(format, await order.table(), host.l10n);
    const warnings = new Map<string, Warning>();
    let rows = 0;
    for await (const batch of batches(host, order, signal)) {
      await file.add(batch.items);
      rows += batch.items.length;
      for (const warning of batch.warnings) warnings.set(warning.code, warning);
      onProgress({ phase: 'running', rows, total: batch.total });
    }
    const whole = await file.finish();
    if (!isMeant()) return;
    download(`${name}.${format}`, whole);
    onProgress({ phase: 'done', rows, warnings: [...warnings.values()] });
  } catch (thrown) {
    if (isMeant()) onProgress({ phase: 'failed', error: toAdapterError(thrown) });
  }
}

/** Creates the file in the locale and time zone of the page. */
async function fileOf<T>(format: ExportFormat, table: FileTable<T>, l10n: Localization): Promise<TableFile<T>> {
  const decimal = l10n
    .numbers('number')
    .formatToParts(0.5)
    .find(({ type }) => type === 'decimal');
  const locale = { decimalSign: decimal?.value ?? '.', timeZone: l10n.timeZone };
  if (format === 'csv') return new (await import('../adapter/toolkit/csv-file.ts')).CsvFile(table, locale);
  return new (await import('../data/xlsx-file.ts')).XlsxFile(table, locale);
}

async function* batches<T>(
  { l10n: { locale, timeZone } }: WidgetHost,
  { client, rows }: ExportOrder<T>,
  signal: AbortSignal,
): AsyncIterable<RowBatch<T>> {
  if ('load' in rows) yield* readAllRows(client, rows, { locale, timeZone }, signal);
  else yield { items: rows, total: rows.length, warnings: [] };
}
