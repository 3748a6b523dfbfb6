import type { ReactiveController } from 'lit';
import { AdapterError } from '../adapter/adapter-error.ts';
import type { DashboardClient } from '../data/client.ts';
import type { ExportFormat, ExportScope, ExportState } from '../data/export-state.ts';
import type { FileTable } from '../data/file-table.ts';
import type { ListQuery } from '../data/query.ts';
import { ExportEvent } from './events.ts';
import { Lazy } from './lazy.ts';
import type { WidgetHost } from './widget-host.ts';

/** What can be had as a file. */
export interface Exportable<T> {
  /** What the rows are, in the event and in the file's name: `orders`. */
  readonly what: string;
  /** Loaded when a file is asked for: `async () => (await import('./order-file.ts')).orderTable(this.l10n)`. */
  readonly table: () => Promise<FileTable<T>>;
  /** The rows on screen. */
  readonly shown: () => readonly T[];
  /** The question that all rows answer, with large pages. Absent where all there are is on screen. */
  readonly all?: (customerId: string) => ListQuery<T>;
}

const idle: ExportState = { phase: 'idle' };

/**
 * Rows as a file, from the request to the download: asks the host first, reads page by page, tells how far it has
 * come, can be canceled, and gives nothing to who looks at another customer by then. `ui/export.ts` shows it.
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

  /** Whether there is more to be had than what is on screen. */
  get hasAll(): boolean {
    return this.#source.all !== undefined;
  }

  /** Asks the host, then makes the file. Does nothing while one is being made. */
  start(scope: ExportScope, format: ExportFormat): void {
    const { activeCustomer: customerId, client } = this.#host;
    const { what, table, shown, all } = this.#source;
    if (!client || customerId === undefined || this.state.phase === 'running') return;
    this.#scope = scope;
    this.#format = format;
    if (!this.#host.dispatchEvent(new ExportEvent(customerId, what, scope, format))) return;
    const run = (this.#run = new AbortController());
    // What was on screen when it was asked for.
    const rows = scope === 'all' && all ? all(customerId) : shown();
    const order = { customerId, client, table, format, rows, name: `${what}-${this.#host.l10n.today}` };
    this.#notify({ phase: 'running', rows: 0, total: undefined });
    this.#job.use(({ runExport }) => {
      if (!run.signal.aborted)
        void runExport(this.#host, order, run.signal, (state) => this.#run === run && this.#notify(state));
    });
  }

  /** The same once more. */
  again(): void {
    this.close();
    this.start(this.#scope, this.#format);
  }

  /** Stops what is under way, and forgets how the last one ended. */
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

  /** A move in the document is no end. */
  hostDisconnected(): void {
    queueMicrotask(() => this.#host.isConnected || this.close());
  }

  #notify(state: ExportState): void {
    this.#state = state;
    this.#host.requestUpdate();
  }
}
