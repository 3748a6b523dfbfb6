import type { ReactiveController } from 'lit';
import { toAdapterError, type AdapterError } from '../../../adapter/adapter-error.ts';
import type { DashboardClient } from '../../../data/client.ts';
import { createIdempotencyKey, write } from '../../../data/write.ts';
import type { CreditAccount } from '../../../domain/credit.ts';
import type { StoredValue } from '../../../domain/money.ts';
import type { WidgetHost } from '../../../element/widget-host.ts';
import { trying, type Reviewed } from './adjust.data.ts';

/** Milliseconds without a change before the server is asked. */
const pause = 250;

/**
 * What the server says the balance would be, asked by a dry run once the typing rests. Where it cannot say, nothing:
 * the balance after is then what was computed.
 */
export class AdjustPreview implements ReactiveController {
  readonly #host: WidgetHost;
  #key: string | undefined;
  #run: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #answer: CreditAccount | undefined;
  #error: AdapterError | undefined;
  /** Those whose dry runs are none: a platform without them must not be asked again. */
  readonly #unsupportedClients = new WeakSet<DashboardClient>();

  constructor(host: WidgetHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.ask(undefined);
  }

  /** The balance after, where the server has said it for what is asked now. */
  get after(): StoredValue | undefined {
    return this.#answer?.balance;
  }

  /** Why the server would refuse it. */
  get error(): AdapterError | undefined {
    return this.#error;
  }

  /** What the server found wrong with the amount or the account, by field. */
  get objection(): Readonly<Record<string, string>> | undefined {
    const { fieldErrors = {} } = this.#error?.code === 'validation' ? this.#error : {};
    const due = Object.entries(fieldErrors).filter(([field]) => ['amount', 'accountId', 'reverses'].includes(field));
    return due.length ? Object.fromEntries(due) : undefined;
  }

  /** What is to be tried now; the same again asks nothing. */
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

  /** A dry run makes no entry. Where one came of it, it was none, and what it did is shown as it is. */
  #wasWritten(client: DashboardClient, { account: { customerId } }: Reviewed): void {
    this.#unsupportedClients.add(client);
    for (const name of ['credit.accounts', 'credit.entries'])
      for (const entry of client.entriesOf(name, customerId)) entry.invalidate();
  }
}

/** What decides the answer. What the adjustment is for does not. */
const keyOf = ({ account: { customerId, id, version, balance }, adjustment: { amount, reverses } }: Reviewed): string =>
  JSON.stringify([customerId, id, version, balance.value, amount.value, reverses]);
