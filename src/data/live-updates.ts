import { toAdapterError, type AdapterErrorCode } from '../adapter/adapter-error.ts';
import { pause } from '../adapter/pause.ts';
import { topicKey, type Change, type Topic } from '../adapter/adapter.ts';
import type { Entry, EntryStore } from './entry.ts';
import { RefetchScheduler, topicsOf } from './refetch-scheduler.ts';

/** Subscription changes within this time are combined into one. Milliseconds. */
const debounceTime = 20;
/**
 * A read that began at most this long before its subscription is trusted: the backend reports what changed since.
 * Milliseconds.
 */
const trustedTime = 5000;
/**
 * The subscription of a hidden tab ends after this time. Longer than a glance at another tab, and short for an operator who
 * looks through many: over HTTP/1.1, browsers allow six connections to a server, for all tabs. Milliseconds.
 */
const hiddenTimeout = 10_000;
/** The window, which does not exist on a server. */
const page: Partial<Pick<EventTarget, 'addEventListener'>> = globalThis as object;
/** The first and the longest delay before a failed subscription is retried. Milliseconds. */
const retryDelays = { first: 5000, last: 300_000 };

/** Errors that a retry would not fix. */
const finalCodes: ReadonlySet<AdapterErrorCode> = new Set(['unsupported', 'forbidden', 'unauthenticated']);

/**
 * Keeps what is on screen up to date with changes by others: one subscription of the adapter for all observed entries;
 * entries that it reports are refetched. If the subscription fails, everything works as without live updates.
 */
export class LiveUpdates {
  readonly #client: EntryStore;
  readonly #scheduler: RefetchScheduler;
  #topics: ReadonlyMap<string, Topic> = new Map();
  #abortController: AbortController | undefined;
  #isSupported = true;
  #isPaused = false;
  /**
   * Until when there was no subscription: data that was requested earlier may be out of date. Milliseconds of the
   * epoch.
   */
  #unwatchedUntil = 0;
  #hiddenTimer: ReturnType<typeof setTimeout> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(client: EntryStore) {
    this.#client = client;
    this.#scheduler = new RefetchScheduler(client);
  }

  /** `true` if the tab is hidden. */
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

  /** Subscribes to all observed entries after `debounceTime`; unsubscribes at once if there are none. */
  subscribe(): void {
    if (!this.#observedEntries.length) return this.#unsubscribe();
    if (!this.#isSupported || this.#isPaused) return;
    this.#unwatchedUntil = Math.min(this.#unwatchedUntil, Date.now());
    this.#timer ??= setTimeout(() => this.#restart(), debounceTime);
  }

  get #observedEntries(): readonly Entry<unknown>[] {
    return this.#client.entries.filter((entry) => entry.isObserved && topicsOf(entry).length > 0);
  }

  #restart(): void {
    this.#timer = undefined;
    if (this.#isPaused) return;
    const observed = this.#observedEntries.flatMap((entry) =>
      topicsOf(entry).map((topic) => ({ entry, topic, key: topicKey(topic) })),
    );
    const topics = new Map(observed.map(({ key, topic }) => [key, topic]));
    const added = new Set([...topics.keys()].filter((key) => !this.#topics.has(key)));
    if (!added.size && topics.size === this.#topics.size) return;
    const last = this.#abortController;
    this.#topics = topics;
    this.#abortController = new AbortController();
    const { signal } = this.#abortController;
    page.addEventListener?.('pagehide', () => this.#suspend(), { signal });
    void this.#watch([...topics.values()], signal);
    // The previous subscription ends only after the next one has begun, so that no change is missed in between.
    last?.abort();
    for (const { entry, key } of observed)
      if (added.has(key) && !this.#isTrusted(entry)) this.#scheduler.invalidate(key);
  }

  /** `true` if the data was requested when its entry came on screen, together with the subscription. */
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
      // The adapter reconnects by itself where it can. A subscription that ends all the same may have missed changes.
      await pause(delay, signal);
      if (!signal.aborted) for (const topic of topics) this.#scheduler.invalidate(topicKey(topic));
    }
  }

  /** Handles a message of the adapter. Anything that is not a change is ignored. */
  #onChange(change: unknown): void {
    const { customerId, port, idempotencyKey } = membersOf(change);
    const isAny = customerId === undefined || customerId === null;
    if ((!isAny && typeof customerId !== 'string') || typeof port !== 'string') return;
    this.#scheduler.onChange(topicKey(isAny ? { port } : { customerId, port }), idempotencyKey);
  }

  /**
   * Retries when something else comes on screen or the operator signs in; never if the platform has no live updates.
   */
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

  /**
   * Ends the subscription until the operator returns to the page. The browser may keep a page that is left, for its back
   * button, with its connections; over HTTP/1.1 it allows six to a server.
   */
  #suspend(): void {
    const isHidden = this.#hiddenTimer !== undefined;
    clearTimeout(this.#hiddenTimer);
    this.#pause();
    // A tab that was hidden before is reported when it is seen.
    if (!isHidden) page.addEventListener?.('pageshow', () => (this.isHidden = false), { once: true });
  }

  #pause(): void {
    this.#hiddenTimer = undefined;
    this.#isPaused = true;
    this.#stop();
  }

  /** Ends the subscription, because nothing is observed any more. */
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

/** Reads the members of a change. Returns an empty object if a getter throws. */
function membersOf(change: unknown): Partial<Record<keyof Change, unknown>> {
  try {
    const { customerId, port, idempotencyKey } = (change ?? {}) as Partial<Change>;
    return { customerId, port, idempotencyKey };
  } catch {
    return {};
  }
}
