import { isOutcomeUnknown, mayPrecedeKey, toAdapterError, type AdapterError } from '../adapter/adapter-error.ts';
import type { DashboardClient } from '../data/client.ts';
import { createIdempotencyKey, write, type Write } from '../data/write.ts';
import type { WidgetHost } from './widget-host.ts';

/** How far a write has come. */
export type WriteState =
  | { readonly phase: 'idle' | 'pending' | 'done' }
  /** The server said no: nothing was written. */
  | { readonly phase: 'refused'; readonly error: AdapterError }
  /** Nobody knows whether it was written. Never shown as failed: asking again with the same key settles it. */
  | { readonly phase: 'unknown'; readonly error: AdapterError };

interface Intention {
  key: string;
  state: WriteState;
}

const idle: WriteState = { phase: 'idle' };

/**
 * The writes of one element. Their state belongs to a customer of an adapter and an intention (`create`, `delete n1`),
 * so that the outcome for one is never shown under another, nor asked for where it was not sent.
 */
export class WriteController {
  readonly #host: WidgetHost;
  readonly #intentions = new WeakMap<DashboardClient, Map<string, Intention>>();
  /** How many are under way, with whichever adapter. */
  #pending = 0;

  constructor(host: WidgetHost) {
    this.#host = host;
    host.leaveGuard.add(() => this.#pending > 0 || this.#hasUnknown);
  }

  /** How far an intention has come; for the customer on screen where none is named. */
  state(intention: string, customerId?: string): WriteState {
    return this.#currentIntentions?.get(this.#id(intention, customerId))?.state ?? idle;
  }

  /** What is to be written has changed: the next attempt is another intention, with a key of its own. */
  resetIntention(intention: string): void {
    if (this.state(intention).phase === 'pending') return;
    if (this.#currentIntentions?.delete(this.#id(intention))) this.#host.requestUpdate();
  }

  /**
   * Sends, once. The answer, or `undefined` where there is none: `state` says why. A second call while one is under
   * way does nothing, so a double click is one write; a call after an unknown outcome asks again with the same key.
   */
  async run<R, T>(intention: string, operation: Write<R, T>): Promise<R | undefined> {
    const { client } = this.#host;
    const id = this.#id(intention, operation.customerId);
    const last = this.#currentIntentions?.get(id);
    if (!client || last?.state.phase === 'pending') return undefined;
    const current: Intention = { key: last?.key ?? createIdempotencyKey(), state: { phase: 'pending' } };
    this.#intentions.set(client, (this.#currentIntentions ?? new Map<string, Intention>()).set(id, current));
    this.#pending++;
    this.#host.requestUpdate();
    try {
      const result = await write(client, current.key, operation);
      current.key = createIdempotencyKey();
      current.state = { phase: 'done' };
      return result;
    } catch (thrown) {
      const error = toAdapterError(thrown);
      const unknown = isOutcomeUnknown(error) || (last?.state.phase === 'unknown' && mayPrecedeKey(error));
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
