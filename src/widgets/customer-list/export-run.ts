import { AdapterError, isOutcomeUnknown, toAdapterError } from '../../adapter/adapter-error.ts';
import { pause } from '../../adapter/pause.ts';
import { parseRecord } from '../../data/boundary.ts';
import type { DashboardClient } from '../../data/client.ts';
import { readWithRetries } from '../../data/read.ts';
import { createIdempotencyKey } from '../../data/write.ts';
import { CustomerExport, ExportFile, type ExportInput } from '../../domain/customer-export.ts';
import { codeOf } from '../../domain/field.ts';
import { download, downloadFrom } from '../../element/export-job.ts';
import { safeHref } from '../../element/href.ts';
import type { WidgetController, WidgetHost } from '../../element/widget-host.ts';

/** The first and the longest time between two looks at an export that is running. Milliseconds. */
const looks = { first: 100, last: 3000 };

/** `starting`: nothing is known to run. `following`: the platform works. `ended`: it is done, or canceled, or failed. */
export type ExportPhase = 'idle' | 'starting' | 'following' | 'canceling' | 'ended';

/**
 * An export on the platform: starts it once, follows its progress, cancels it, downloads its file. It belongs to no
 * customer, so it goes on while others come on screen, and the platform goes on without this page.
 */
export class ExportRun implements WidgetController {
  readonly #host: WidgetHost;
  #phase: ExportPhase = 'idle';
  #export: CustomerExport | undefined;
  #error: AdapterError | undefined;
  #key = createIdempotencyKey();
  #client: DashboardClient | undefined;
  #following: AbortController | undefined;
  #isDownloading = false;

  constructor(host: WidgetHost) {
    this.#host = host;
    this.#client = host.client;
    host.addController(this);
  }

  get phase(): ExportPhase {
    return this.#phase;
  }

  /** The export, as last heard of. */
  get export(): CustomerExport | undefined {
    return this.#export;
  }

  /** Why the last step was not done: the start, a look, the cancellation or the download. */
  get error(): AdapterError | undefined {
    return this.#error;
  }

  get isDownloading(): boolean {
    return this.#isDownloading;
  }

  /** Starts an export, once: after an unknown outcome, the same key tells the platform that it is the same. */
  async start(input: ExportInput): Promise<void> {
    if (this.#phase !== 'idle') return;
    await this.#step('starting', 'idle', async (client) => {
      const idempotencyKey = this.#key;
      const answer = client.adapter.exports?.start?.(input, { idempotencyKey });
      return this.#take(await called(answer));
    });
    if (this.#error && !isOutcomeUnknown(this.#error)) this.#key = createIdempotencyKey();
    if (this.#export) void this.follow();
  }

  /** Asks for the progress until the export has ended, or an answer is missing. */
  async follow(): Promise<void> {
    const id = this.#export?.id;
    const client = this.#client;
    if (!client || id === undefined || this.#phase === 'ended' || this.#following) return;
    const { signal } = (this.#following = new AbortController());
    this.#error = undefined;
    const { locale, timeZone } = this.#host.l10n;
    for (let delay = looks.first; !this.#hasSettled; delay = Math.min(delay * 1.5, looks.last)) {
      await pause(delay, signal);
      if (signal.aborted) return;
      const outcome = await readWithRetries(
        async () => parse(await called(client.adapter.exports?.get?.(id, { locale, timeZone, signal }))),
        signal,
      );
      if (signal.aborted) return;
      if ('error' in outcome) this.#failed(client, outcome.error);
      else if (outcome.data) this.#take(outcome.data);
    }
    this.#following = undefined;
  }

  async cancel(): Promise<void> {
    const id = this.#export?.id;
    if (id === undefined || this.#phase !== 'following') return;
    await this.#step('canceling', 'following', async (client) => {
      const options = { idempotencyKey: createIdempotencyKey() };
      return this.#take(await called(client.adapter.exports?.cancel?.(id, options)));
    });
  }

  /** Fetches the file, and hands it to the browser. */
  async download(): Promise<void> {
    const id = this.#export?.id;
    if (id === undefined || this.#isDownloading) return;
    this.#isDownloading = true;
    await this.#step(this.#phase, this.#phase, async (client) => {
      const { signal } = new AbortController();
      const { locale, timeZone } = this.#host.l10n;
      const answer = await called(client.adapter.exports?.file?.(id, { locale, timeZone, signal }));
      const { name, text, url } = parseRecord({ schema: ExportFile, customerId: undefined }, answer);
      if (client !== this.#client) return;
      const href = safeHref(url);
      if (text !== undefined) download(name, new Blob([text], { type: 'text/csv;charset=utf-8' }));
      else if (href) downloadFrom(href, name);
      else throw new AdapterError('malformed', { field: 'url' });
    }).finally(() => (this.#isDownloading = false));
    this.#host.requestUpdate();
  }

  /** Forgets an export that has ended, so that another one can start. */
  reset(): void {
    this.#following?.abort();
    this.#following = this.#export = this.#error = undefined;
    this.#key = createIdempotencyKey();
    this.#phase = 'idle';
    this.#host.requestUpdate();
  }

  /** Clears the error after the choice has changed. The next start is another export. */
  edit(): void {
    if (this.#phase === 'idle' && this.#error) this.reset();
  }

  hostUpdate(): void {
    if (this.#host.client === this.#client) return;
    this.reset();
    this.#client = this.#host.client;
  }

  hostConnected(): void {
    void this.follow();
  }

  /** A move within the document disconnects and reconnects in one task. */
  hostDisconnected(): void {
    queueMicrotask(() => {
      if (this.#host.isConnected) return;
      this.#following?.abort();
      this.#following = undefined;
    });
  }

  /** `true` if there is nothing to look for: it has ended, or a look has failed. */
  get #hasSettled(): boolean {
    return this.#phase === 'ended' || this.#error !== undefined;
  }

  /** Does one step. If it fails, the phase goes back. */
  async #step(during: ExportPhase, back: ExportPhase, work: (client: DashboardClient) => unknown): Promise<void> {
    const client = this.#client;
    if (!client) return;
    this.#phase = during;
    this.#error = undefined;
    this.#host.requestUpdate();
    try {
      await work(client);
    } catch (thrown) {
      if (client !== this.#client) return;
      if (this.#phase === during) this.#phase = back;
      this.#failed(client, toAdapterError(thrown));
    }
  }

  #failed(client: DashboardClient, error: AdapterError): void {
    this.#error = error;
    if (error.code === 'unauthenticated') client.expire();
    this.#host.requestUpdate();
  }

  #take(answer: unknown): void {
    const now = parse(answer);
    // An answer may be older than the cancellation.
    if (this.#phase === 'ended' && codeOf(now.state) === 'running') return;
    this.#export = now;
    if (codeOf(now.state) !== 'running') this.#phase = 'ended';
    else if (this.#phase !== 'canceling') this.#phase = 'following';
    this.#host.requestUpdate();
  }
}

const parse = (answer: unknown): CustomerExport =>
  parseRecord({ schema: CustomerExport, customerId: undefined }, answer);

function called(call: Promise<unknown> | undefined): Promise<unknown> {
  if (!call) throw new AdapterError('unsupported');
  return call;
}
