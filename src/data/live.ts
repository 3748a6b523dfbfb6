import { toAdapterError, type AdapterErrorCode } from '../adapter/adapter-error.ts';
import { pause } from '../adapter/pause.ts';
import { topicKey, type Change, type Topic } from '../adapter/watch.ts';
import type { DashboardClient } from './client.ts';
import type { Entry } from './entry.ts';
import { Renewal, topicOf } from './renewal.ts';

/** For how long it is gathered what comes on screen and what goes. Milliseconds. */
const gatheredFor = 20;
/** How long before its watch a read may have begun: what changed meanwhile a backend tells. Milliseconds. */
const trustedFor = 5000;
/** How long an operator may be at another tab before the watch ends: it is a connection, and those are few. */
const awayFor = 30_000;
/** How long to wait before a watch that ended for no reason is tried again, at first and at the most. */
const triedAfter = { first: 5000, last: 300_000 };

/** What trying again would not mend. */
const final: ReadonlySet<AdapterErrorCode> = new Set(['unsupported', 'forbidden', 'unauthenticated']);

/**
 * What is on screen follows what others do: one watch of the adapter for all that is looked at, and what it tells of
 * is read again. A watch that fails disturbs nothing: everything is as it is without one.
 */
export class Live {
  readonly #client: DashboardClient;
  readonly #renewal: Renewal;
  #topics: ReadonlyMap<string, Topic> = new Map();
  #run: AbortController | undefined;
  #isSupported = true;
  #isAsleep = false;
  /** Until when nothing was watched: what was asked for before then may have changed. Milliseconds of the epoch. */
  #missedUntil = 0;
  #leaving: ReturnType<typeof setTimeout> | undefined;
  #gathering: ReturnType<typeof setTimeout> | undefined;

  constructor(client: DashboardClient) {
    this.#client = client;
    this.#renewal = new Renewal(client);
  }

  /** Whether the operator is at another tab. */
  set away(away: boolean) {
    if (away && this.#run) {
      this.#leaving ??= setTimeout(() => this.#sleep(), awayFor);
      return;
    }
    clearTimeout(this.#leaving);
    this.#leaving = undefined;
    this.#isAsleep = away;
    this.follow();
  }

  /** Watches, in a moment, what is looked at; at once nothing, where nothing is. */
  follow(): void {
    if (!this.#looked.length) return this.#rest();
    if (!this.#isSupported || this.#isAsleep) return;
    this.#missedUntil = Math.min(this.#missedUntil, Date.now());
    this.#gathering ??= setTimeout(() => this.#restart(), gatheredFor);
  }

  get #looked(): readonly Entry<unknown>[] {
    return this.#client.entries.filter((entry) => entry.isObserved);
  }

  #restart(): void {
    this.#gathering = undefined;
    if (this.#isAsleep) return;
    const looked = this.#looked.map((entry) => ({ entry, topic: topicOf(entry), key: topicKey(topicOf(entry)) }));
    const topics = new Map(looked.map(({ key, topic }) => [key, topic]));
    const added = new Set([...topics.keys()].filter((key) => !this.#topics.has(key)));
    if (!added.size && topics.size === this.#topics.size) return;
    const last = this.#run;
    this.#topics = topics;
    this.#run = new AbortController();
    void this.#watch([...topics.values()], this.#run.signal);
    // Not before the next one has begun: nothing happens in between.
    last?.abort();
    for (const { entry, key } of looked) if (added.has(key) && !this.#isTrusted(entry)) this.#renewal.mark(key);
  }

  /** Whether an answer was asked for when it came on screen, together with its watch. */
  #isTrusted({ begunAt, lookedAtSince }: Entry<unknown>): boolean {
    return begunAt >= Math.max(lookedAtSince, this.#missedUntil) && Date.now() - begunAt <= trustedFor;
  }

  async #watch(topics: readonly Topic[], signal: AbortSignal): Promise<void> {
    const { adapter } = this.#client;
    const sink = (change: unknown): void => {
      if (!signal.aborted) this.#heard(change);
    };
    for (let delay = triedAfter.first; !signal.aborted; delay = Math.min(2 * delay, triedAfter.last)) {
      try {
        await adapter.watch?.(topics, sink, { signal });
      } catch (thrown) {
        const { code } = toAdapterError(thrown);
        if (!signal.aborted && final.has(code)) return this.#ended(code);
      }
      // An adapter mends what can be mended. One that ends all the same may have missed anything.
      await pause(delay, signal);
      if (!signal.aborted) for (const topic of topics) this.#renewal.mark(topicKey(topic));
    }
  }

  /** Whatever an adapter says: what is no change is overlooked. */
  #heard(change: unknown): void {
    const { customerId, port, idempotencyKey } = membersOf(change);
    if (typeof customerId !== 'string' || typeof port !== 'string') return;
    this.#renewal.heard(topicKey({ customerId, port }), idempotencyKey);
  }

  /** Tried again when something else comes on screen, or somebody has signed in: never, where the platform cannot. */
  #ended(code: AdapterErrorCode): void {
    this.#isSupported = code !== 'unsupported';
    this.#stop();
  }

  #stop(): void {
    this.#run?.abort();
    this.#run = undefined;
    this.#topics = new Map();
    this.#missedUntil = Infinity;
  }

  #sleep(): void {
    this.#leaving = undefined;
    this.#isAsleep = true;
    this.#stop();
  }

  /** Nobody looks at anything any more: nothing goes on. */
  #rest(): void {
    clearTimeout(this.#gathering);
    this.#gathering = undefined;
    this.#renewal.clear();
    this.#stop();
    this.#missedUntil = 0;
    if (!this.#leaving) return;
    clearTimeout(this.#leaving);
    this.#leaving = undefined;
    this.#isAsleep = true;
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
