import { toAdapterError, type AdapterErrorCode } from '../adapter/adapter-error.ts';
import { pause } from '../adapter/pause.ts';
import { topicKey, type Change, type Topic } from '../adapter/watch.ts';
import type { DashboardClient } from './client.ts';
import type { Entry } from './entry.ts';
import { RefetchScheduler, topicOf } from './refetch-scheduler.ts';

/** For how long it is gathered what comes on screen and what goes. Milliseconds. */
const debounceTime = 20;
/** How long before its watch a read may have begun: what changed meanwhile a backend tells. Milliseconds. */
const trustedTime = 5000;
/** How long an operator may be at another tab before the watch ends: it is a connection, and those are few. */
const hiddenTimeout = 30_000;
/** How long to wait before a watch that ended for no reason is tried again, at first and at the most. */
const retryDelays = { first: 5000, last: 300_000 };

/** What trying again would not mend. */
const finalCodes: ReadonlySet<AdapterErrorCode> = new Set(['unsupported', 'forbidden', 'unauthenticated']);

/**
 * What is on screen follows what others do: one watch of the adapter for all that is looked at, and what it tells of
 * is read again. A watch that fails disturbs nothing: everything is as it is without one.
 */
export class LiveUpdates {
  readonly #client: DashboardClient;
  readonly #scheduler: RefetchScheduler;
  #topics: ReadonlyMap<string, Topic> = new Map();
  #abortController: AbortController | undefined;
  #isSupported = true;
  #isPaused = false;
  /** Until when nothing was watched: what was asked for before then may have changed. Milliseconds of the epoch. */
  #unwatchedUntil = 0;
  #hiddenTimer: ReturnType<typeof setTimeout> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(client: DashboardClient) {
    this.#client = client;
    this.#scheduler = new RefetchScheduler(client);
  }

  /** Whether the operator is at another tab. */
  set isHidden(isHidden: boolean) {
    if (isHidden && this.#abortController) {
      this.#hiddenTimer ??= setTimeout(() => this.#pause(), hiddenTimeout);
      return;
    }
    clearTimeout(this.#hiddenTimer);
    this.#hiddenTimer = undefined;
    this.#isPaused = isHidden;
    this.subscribe();
  }

  /** Watches, in a moment, what is looked at; at once nothing, where nothing is. */
  subscribe(): void {
    if (!this.#observedEntries.length) return this.#unsubscribe();
    if (!this.#isSupported || this.#isPaused) return;
    this.#unwatchedUntil = Math.min(this.#unwatchedUntil, Date.now());
    this.#timer ??= setTimeout(() => this.#restart(), debounceTime);
  }

  get #observedEntries(): readonly Entry<unknown>[] {
    return this.#client.entries.filter((entry) => entry.isObserved && entry.customerId !== undefined);
  }

  #restart(): void {
    this.#timer = undefined;
    if (this.#isPaused) return;
    const observed = this.#observedEntries.flatMap((entry) => {
      const topic = topicOf(entry);
      return topic ? [{ entry, topic, key: topicKey(topic) }] : [];
    });
    const topics = new Map(observed.map(({ key, topic }) => [key, topic]));
    const added = new Set([...topics.keys()].filter((key) => !this.#topics.has(key)));
    if (!added.size && topics.size === this.#topics.size) return;
    const last = this.#abortController;
    this.#topics = topics;
    this.#abortController = new AbortController();
    void this.#watch([...topics.values()], this.#abortController.signal);
    // Not before the next one has begun: nothing happens in between.
    last?.abort();
    for (const { entry, key } of observed)
      if (added.has(key) && !this.#isTrusted(entry)) this.#scheduler.invalidate(key);
  }

  /** Whether an answer was asked for when it came on screen, together with its watch. */
  #isTrusted({ startedAt, observedSince }: Entry<unknown>): boolean {
    return startedAt >= Math.max(observedSince, this.#unwatchedUntil) && Date.now() - startedAt <= trustedTime;
  }

  async #watch(topics: readonly Topic[], signal: AbortSignal): Promise<void> {
    const { adapter } = this.#client;
    const sink = (change: unknown): void => {
      if (!signal.aborted) this.#onChange(change);
    };
    for (let delay = retryDelays.first; !signal.aborted; delay = Math.min(2 * delay, retryDelays.last)) {
      try {
        await adapter.watch?.(topics, sink, { signal });
      } catch (thrown) {
        const { code } = toAdapterError(thrown);
        if (!signal.aborted && finalCodes.has(code)) return this.#onEnded(code);
      }
      // An adapter mends what can be mended. One that ends all the same may have missed anything.
      await pause(delay, signal);
      if (!signal.aborted) for (const topic of topics) this.#scheduler.invalidate(topicKey(topic));
    }
  }

  /** Whatever an adapter says: what is no change is overlooked. */
  #onChange(change: unknown): void {
    const { customerId, port, idempotencyKey } = membersOf(change);
    if (typeof customerId !== 'string' || typeof port !== 'string') return;
    this.#scheduler.onChange(topicKey({ customerId, port }), idempotencyKey);
  }

  /** Tried again when something else comes on screen, or somebody has signed in: never, where the platform cannot. */
  #onEnded(code: AdapterErrorCode): void {
    this.#isSupported = code !== 'unsupported';
    this.#stop();
  }

  #stop(): void {
    this.#abortController?.abort();
    this.#abortController = undefined;
    this.#topics = new Map();
    this.#unwatchedUntil = Infinity;
  }

  #pause(): void {
    this.#hiddenTimer = undefined;
    this.#isPaused = true;
    this.#stop();
  }

  /** Nobody looks at anything any more: nothing goes on. */
  #unsubscribe(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#scheduler.clear();
    this.#stop();
    this.#unwatchedUntil = 0;
    if (!this.#hiddenTimer) return;
    clearTimeout(this.#hiddenTimer);
    this.#hiddenTimer = undefined;
    this.#isPaused = true;
  }
}

/** What was told of a change; nothing where it throws when it is read. */
function membersOf(change: unknown): Partial<Record<keyof Change, unknown>> {
  try {
    const { customerId, port, idempotencyKey } = (change ?? {}) as Partial<Change>;
    return { customerId, port, idempotencyKey };
  } catch {
    return {};
  }
}
