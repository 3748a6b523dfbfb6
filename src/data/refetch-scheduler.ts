import { isRetryable } from '../adapter/adapter-error.ts';
import { portOf, topicKey, type Topic } from '../adapter/watch.ts';
import type { DashboardClient } from './client.ts';
import type { Entry } from './entry.ts';

/** For how long changes are gathered before anything is read, and how long after that the next may be. Milliseconds. */
const debounceTime = 100;
const minInterval = 1000;

/** Returns the topic of an answer; nothing for what belongs to no customer, which cannot be watched. */
export const topicOf = ({ customerId, name }: Entry<unknown>): Topic | undefined =>
  customerId === undefined ? undefined : { customerId, port: portOf(name) };

/** Reads again what has changed: however many changes there are, at most once a second, and nothing that is up to date. */
export class RefetchScheduler {
  readonly #client: DashboardClient;
  /** By topic: what was asked for before then is out of date. Milliseconds of the epoch. */
  readonly #changed = new Map<string, number>();
  /** Own writes that were told of, and the topics, by key. */
  readonly #echoes = new Map<string, Set<string>>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #flushedAt = 0;

  constructor(client: DashboardClient) {
    this.#client = client;
  }

  /** A topic has changed, by a write with that key. */
  onChange(key: string, idempotencyKey: unknown): void {
    // Told in the same millisecond, a read may have begun before.
    if (typeof idempotencyKey !== 'string') return this.invalidate(key, Date.now() + 1);
    this.#echoes.set(idempotencyKey, (this.#echoes.get(idempotencyKey) ?? new Set()).add(key));
    this.#schedule();
  }

  /** A topic may have changed: what was asked for before then is out of date. */
  invalidate(key: string, at = Date.now()): void {
    this.#changed.set(key, at);
    this.#schedule();
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#changed.clear();
    this.#echoes.clear();
  }

  #schedule(): void {
    // Spread, because everybody who looks at the same hears of it at once.
    const delay = Math.max(debounceTime * (0.5 + Math.random()), this.#flushedAt + minInterval - Date.now());
    this.#timer ??= setTimeout(() => this.#flush(), delay);
  }

  #flush(): void {
    this.#timer = undefined;
    this.#flushedAt = Date.now();
    for (const [idempotencyKey, keys] of this.#echoes) this.#acknowledge(idempotencyKey, keys);
    for (const [key, at] of this.#changed)
      if (this.#refetch(key, at, (entry) => entry.markRemoteChanges())) this.#changed.delete(key);
    if (this.#changed.size || this.#echoes.size) this.#schedule();
  }

  /** What was read since an own write was settled has it, and a long list shows it already. */
  #acknowledge(idempotencyKey: string, keys: Set<string>): void {
    const { writes } = this.#client;
    const settledAt = writes.get(idempotencyKey);
    if (settledAt === undefined && writes.has(idempotencyKey)) return;
    for (const key of keys) {
      // Its answer was lost, or another page sent it: it is as if another had written.
      if (settledAt === undefined) this.invalidate(key);
      if (settledAt === undefined || this.#refetch(key, settledAt, (entry) => entry.invalidate())) keys.delete(key);
    }
    if (!keys.size) this.#echoes.delete(idempotencyKey);
  }

  /** Whether nothing of a topic is left that was asked for before then: what is still on its way has to come first. */
  #refetch(key: string, at: number, refetch: (entry: Entry<unknown>) => void): boolean {
    const old = this.#client.entries.filter((entry) => {
      const topic = topicOf(entry);
      return topic && topicKey(topic) === key && entry.startedAt < at;
    });
    for (const entry of old) if (!entry.fetching && shouldRefetch(entry)) refetch(entry);
    return !old.some((entry) => entry.startedAt < at && entry.fetching);
  }
}

const shouldRefetch = ({ data, error }: Entry<unknown>): boolean => data !== undefined || !error || isRetryable(error);
