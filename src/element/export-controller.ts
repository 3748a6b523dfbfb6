import type { ReactiveController } from 'lit';
import { AdapterError } from '../adapter/adapter-error.ts';
import type { DashboardClient } from '../data/client.ts';
import type { FileTable, ExportFormat, ExportScope, ExportState } from '../data/file-table.ts';
import type { ListQuery } from '../data/query.ts';
import { ExportEvent } from './events.ts';
import { Lazy } from './lazy.ts';
import type { WidgetHost } from './widget-host.ts';

/** A source of rows that can be exported to a file. */
export interface Exportable<T> {
  /** The kind of rows, in the event and in the file name: `orders`. */
  readonly what: string;
  /**
   * Loads the columns of the file on the first export:
   * `async () => (await import('./order-file.js')).orderTable(this.l10n)`.
   */
  readonly table: () => Promise<FileTable<T>>;
  /** Returns the rows on screen. */
  readonly shown: () => readonly T[];
  /** Returns the query for all rows, with large pages. Absent if all rows are on screen. */
  readonly all?: (customerId: string) => ListQuery<T>;
}

const idle: ExportState = { phase: 'idle' };

/**
 * Exports rows to a file: dispatches the request, reads page by page, reports the progress, can be canceled, and
 * discards the result if another customer is on screen when it ends. `ui/export.ts` renders it.
 *
 *     readonly #export = new ExportController<OrderEntry>(this, { what: 'orders', table, shown, all });
 */
export class ExportController<T> implements ReactiveController {
  readonly #host: WidgetHost;
  readonly #source: Exportable<T>;
  readonly #job: Lazy<typeof import('./export-job.ts')>;
  #state = idle;
  #run: AbortController | undefined;
  #scope: ExportScope = 'shown';
  #format: ExportFormat = 'xlsx';
  #customer: string | undefined;
  #client: DashboardClient | undefined;

  constructor(host: WidgetHost, source: Exportable<T>) {
    this.#host = host;
    this.#source = source;
    this.#job = new Lazy(host, () => import('./export-job.ts'));
    host.addController(this);
  }

  get state(): ExportState {
    if (this.#run && this.#job.state === 'failed') return { phase: 'failed', error: new AdapterError('unavailable') };
    return this.#state;
  }

  /** `true` if the list has more rows than those on screen. */
  get hasAll(): boolean {
    return this.#source.all !== undefined;
  }

  /** Dispatches the request, then creates the file. Does nothing while an export is running. */
  start(scope: ExportScope, format: ExportFormat): void {
    const { activeCustomer, client, scope: subject } = this.#host;
    const { what, table, shown, all } = this.#source;
    if (!client || (activeCustomer === undefined && subject === 'customer') || this.state.phase === 'running') return;
    // Rows of the platform belong to no customer.
    const customerId = activeCustomer ?? '';
    this.#scope = scope;
    this.#format = format;
    if (!this.#host.dispatchEvent(new ExportEvent(customerId, what, scope, format))) return;
    const run = (this.#run = new AbortController());
    // Captures the rows on screen at the time of the click.
    const rows = scope === 'all' && all ? all(customerId) : shown();
    const order = { customerId, client, table, format, rows, name: `${what}-${this.#host.l10n.today}` };
    this.#notify({ phase: 'running', rows: 0, total: undefined });
    this.#job.use(({ runExport }) => {
      if (!run.signal.aborted)
        void runExport(this.#host, order, run.signal, (state) => this.#run === run && this.#notify(state));
    });
  }

  /** Repeats the last export. */
  again(): void {
    this.close();
    this.start(this.#scope, this.#format);
  }

  /** Cancels a running export and clears the outcome of the last one. */
  close(): void {
    this.#run?.abort();
    this.#run = undefined;
    if (this.#state !== idle) this.#notify(idle);
  }

  hostUpdate(): void {
    const { activeCustomer, client } = this.#host;
    if (activeCustomer === this.#customer && client === this.#client) return;
    this.#customer = activeCustomer;
    this.#client = client;
    this.close();
  }

  /** A move within the document disconnects and reconnects in one task and must not cancel the export. */
  hostDisconnected(): void {
    queueMicrotask(() => this.#host.isConnected || this.close());
  }

  #notify(state: ExportState): void {
    this.#state = state;
    this.#host.requestUpdate();
  }
}
