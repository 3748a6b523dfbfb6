import { isOutcomeUnknown, mayPrecedeKey, toAdapterError, type AdapterError } from '../adapter/adapter-error.ts';
import type { DashboardClient } from '../data/client.ts';
import { createIdempotencyKey, rejection, write, type AnyWrite } from '../data/write.ts';
import type { WidgetHost } from './widget-host.ts';

/** The state of a write. */
export type WriteState =
  | { readonly phase: 'idle' | 'pending' | 'done' }
  /** The server refused the write: nothing was written. */
  | { readonly phase: 'refused'; readonly error: AdapterError }
  /** It is unknown whether the write succeeded. Never shown as failed: a retry with the same key resolves it. */
  | { readonly phase: 'unknown'; readonly error: AdapterError };

interface Intention {
  key: string;
  state: WriteState;
}

const idle: WriteState = { phase: 'idle' };

/**
 * The writes of one element. Their state is kept by adapter, customer and intention (`create`, `delete n1`), so that an
 * outcome is never shown for another customer, nor checked with another adapter.
 */
export class WriteController {
  readonly #host: WidgetHost;
  readonly #intentions = new WeakMap<DashboardClient, Map<string, Intention>>();
  /** The number of pending writes, over all adapters. */
  #pending = 0;

  constructor(host: WidgetHost) {
    this.#host = host;
    host.leaveGuard.add(() => this.#pending > 0 || this.#hasUnknown);
  }

  /** Returns the state of an intention. For the customer on screen by default. */
  state(intention: string, customerId?: string): WriteState {
    return this.#currentIntentions?.get(this.#id(intention, customerId))?.state ?? idle;
  }

  /** Starts a new intention after the input has changed: the next attempt gets its own idempotency key. */
  resetIntention(intention: string): void {
    if (this.state(intention).phase === 'pending') return;
    if (this.#currentIntentions?.delete(this.#id(intention))) this.#host.requestUpdate();
  }

  /**
   * Sends a write, once. Returns the result, or `undefined` if there is none: `state()` tells the reason. Does nothing
   * while the write is pending, so that a double click writes once. After an unknown outcome it retries with the same
   * key. If `before` rejects, nothing is sent, and the write counts as refused. It is not called for a retry, which
   * would find what the first attempt may have written.
   */
  async run<R, T>(
    intention: string,
    operation: AnyWrite<R, T>,
    before?: (client: DashboardClient) => Promise<void>,
  ): Promise<R | undefined> {
    const { client } = this.#host;
    const id = this.#id(intention, operation.customerId);
    const last = this.#currentIntentions?.get(id);
    if (!client || last?.state.phase === 'pending') return undefined;
    const current: Intention = { key: last?.key ?? createIdempotencyKey(), state: { phase: 'pending' } };
    this.#intentions.set(client, (this.#currentIntentions ?? new Map<string, Intention>()).set(id, current));
    this.#pending++;
    this.#host.requestUpdate();
    let isSent = false;
    try {
      if (before && last?.state.phase !== 'unknown') await before(client);
      isSent = true;
      const result = await write(client, current.key, operation);
      current.key = createIdempotencyKey();
      current.state = { phase: 'done' };
      return result;
    } catch (thrown) {
      const error = isSent ? toAdapterError(thrown) : rejection(client, operation, thrown);
      const unknown = isSent && (isOutcomeUnknown(error) || (last?.state.phase === 'unknown' && mayPrecedeKey(error)));
      current.state = { phase: unknown ? 'unknown' : 'refused', error };
      return undefined;
    } finally {
      this.#pending--;
      this.#host.requestUpdate();
    }
  }

  get #hasUnknown(): boolean {
    return [...(this.#currentIntentions?.values() ?? [])].some(({ state }) => state.phase === 'unknown');
  }

  get #currentIntentions(): Map<string, Intention> | undefined {
    const { client } = this.#host;
    return client && this.#intentions.get(client);
  }

  #id(intention: string, customerId = this.#host.activeCustomer): string {
    return JSON.stringify([customerId, intention]);
  }
}
