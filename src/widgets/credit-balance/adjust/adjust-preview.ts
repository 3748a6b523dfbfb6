import type { ReactiveController } from 'lit';
import { toAdapterError, type AdapterError } from '../../../adapter/adapter-error.ts';
import type { DashboardClient } from '../../../data/client.ts';
import { createIdempotencyKey, write } from '../../../data/write.ts';
import type { CreditAccount } from '../../../domain/credit.ts';
import type { StoredValue } from '../../../domain/money.ts';
import type { WidgetHost } from '../../../element/widget-host.ts';
import { trying, type Reviewed } from './adjust.data.ts';

/** The debounce time before a dry run, in milliseconds. */
const pause = 250;

/**
 * The balance after an adjustment, computed by a dry run of the server when typing pauses. Without an answer, the
 * locally computed balance is used.
 */
export class AdjustPreview implements ReactiveController {
  readonly #host: WidgetHost;
  #key: string | undefined;
  #run: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #answer: CreditAccount | undefined;
  #error: AdapterError | undefined;
  /** The clients whose dry runs write: they must not get another one. */
  readonly #unsupportedClients = new WeakSet<DashboardClient>();

  constructor(host: WidgetHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.ask(undefined);
  }

  /** The balance after, if the server has computed it for the current input. */
  get after(): StoredValue | undefined {
    return this.#answer?.balance;
  }

  /** The error with which the server would refuse the adjustment. */
  get error(): AdapterError | undefined {
    return this.#error;
  }

  /** The server's validation errors of the amount or the account, by field. */
  get objection(): Readonly<Record<string, string>> | undefined {
    const { fieldErrors = {} } = this.#error?.code === 'validation' ? this.#error : {};
    const due = Object.entries(fieldErrors).filter(([field]) => ['amount', 'accountId', 'reverses'].includes(field));
    return due.length ? Object.fromEntries(due) : undefined;
  }

  /** Starts a dry run after the debounce time. The same input does not start another one. */
  ask(reviewed: Reviewed | undefined): void {
    const { client } = this.#host;
    const asked = client && !this.#unsupportedClients.has(client) ? reviewed : undefined;
    const key = asked && keyOf(asked);
    if (key === this.#key) return;
    this.#key = key;
    this.#run?.abort();
    clearTimeout(this.#timer);
    this.#run = this.#answer = this.#error = undefined;
    if (asked && client) this.#timer = setTimeout(() => void this.#try(client, asked), pause);
  }

  async #try(client: DashboardClient, reviewed: Reviewed): Promise<void> {
    const run = (this.#run = new AbortController());
    try {
      const outcome = await write(client, createIdempotencyKey(), trying(reviewed, run.signal));
      if (outcome.entry) this.#wasWritten(client, reviewed);
      else if (this.#run === run) this.#answer = outcome.account;
    } catch (thrown) {
      const error = toAdapterError(thrown);
      if (error.code === 'unsupported') this.#unsupportedClients.add(client);
      if (this.#run === run) this.#error = error;
    }
    if (this.#run === run) this.#host.requestUpdate();
  }

  /** Handles a dry run that made an entry, which means that it was a write: its effects are shown. */
  #wasWritten(client: DashboardClient, { account: { customerId } }: Reviewed): void {
    this.#unsupportedClients.add(client);
    for (const name of ['credit.accounts', 'credit.entries'])
      for (const entry of client.entriesOf(name, customerId)) entry.invalidate();
  }
}

/** Returns the key of the input that decides the answer. The description does not. */
const keyOf = ({ account: { customerId, id, version, balance }, adjustment: { amount, reverses } }: Reviewed): string =>
  JSON.stringify([customerId, id, version, balance.value, amount.value, reverses]);
