import { toAdapterError } from '../adapter/adapter-error.ts';
import type { DashboardClient } from '../data/client.ts';
import { collect, type Batch } from '../data/collect.ts';
import { csvHead, csvRows, type CsvColumn } from '../data/csv.ts';
import type { ExportState } from '../data/export-state.ts';
import type { ListQuery } from '../data/query.ts';
import type { Warning } from '../data/snapshot.ts';
import type { DashboardElement } from './dashboard-element.ts';
import { download } from './download.ts';

export interface ExportOrder<T> {
  readonly customerId: string;
  readonly client: DashboardClient;
  /** The file's name without its ending. */
  readonly name: string;
  readonly columns: () => Promise<readonly CsvColumn<T>[]>;
  /** Rows that are here, or the question that all of them answer. */
  readonly rows: readonly T[] | ListQuery<T>;
}

/** Makes a file and gives it to the operator, unless another customer is on screen by then. */
export async function runExport<T>(
  host: DashboardElement,
  order: ExportOrder<T>,
  signal: AbortSignal,
  tell: (state: ExportState) => void,
): Promise<void> {
  const { customerId, client, name } = order;
  const isMeant = () =>
    !signal.aborted && host.isConnected && host.activeCustomer === customerId && host.client === client;
  try {
    const columns = await order.columns();
    const parts = [csvHead(columns)];
    const warnings = new Map<string, Warning>();
    let rows = 0;
    for await (const batch of batches(host, order, signal)) {
      parts.push(csvRows(columns, batch.items));
      rows += batch.items.length;
      for (const warning of batch.warnings) warnings.set(warning.code, warning);
      tell({ phase: 'running', rows, total: batch.total });
    }
    if (!isMeant()) return;
    download(`${name}.csv`, parts);
    tell({ phase: 'done', rows, warnings: [...warnings.values()] });
  } catch (thrown) {
    if (isMeant()) tell({ phase: 'failed', error: toAdapterError(thrown) });
  }
}

async function* batches<T>(
  { l10n: { locale, timeZone } }: DashboardElement,
  { client, rows }: ExportOrder<T>,
  signal: AbortSignal,
): AsyncIterable<Batch<T>> {
  if ('load' in rows) yield* collect(client, rows, { locale, timeZone }, signal);
  else yield { items: rows, total: rows.length, warnings: [] };
}
