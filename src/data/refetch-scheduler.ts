import { isRetryable } from '../adapter/adapter-error.ts';
import { portOf, topicKey, type Topic } from '../adapter/adapter.ts';
import type { Entry, EntryStore } from './entry.ts';

/**
 * Changes are collected for `debounceTime` before a refetch, and two refetches are at least `minInterval` apart.
 * Milliseconds.
 */
const debounceTime = 100;
const minInterval = 1000;
/** A list of all customers changes with each write of anybody, and is expensive: two of its refetches are so far apart. */
const platformInterval = 5000;

/** Returns the topics of an entry. Without a customer, those that its query names. */
export const topicsOf = ({ customerId, name, ports = [] }: Entry<unknown>): readonly Topic[] =>
  customerId === undefined ? ports.map((port) => ({ port })) : [{ customerId, port: portOf(name) }];

/** Returns whether a changed entry may be fetched now, after a write of this operator or of others. */
const isDue = ({ customerId, fetching, startedAt }: Entry<unknown>, isOwn: boolean): boolean =>
  !fetching && (isOwn || customerId !== undefined || Date.now() - startedAt >= platformInterval);

/**
 * Refetches what has changed: at most once a second, however many changes arrive, and never what is already up to date.
 */
export class RefetchScheduler {
  readonly #client: EntryStore;
  /** The time of the last change by topic: data requested earlier is out of date. Milliseconds of the epoch. */
  readonly #changed = new Map<string, number>();
  /** The topics of own writes that the backend has reported, by idempotency key. */
  readonly #echoes = new Map<string, Set<string>>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #flushedAt = 0;

  constructor(client: EntryStore) {
    this.#client = client;
  }

  /** Handles a change of a topic by the write with this idempotency key. */
  onChange(key: string, idempotencyKey: unknown): void {
    // A read that began in the same millisecond may not contain the change.
    if (typeof idempotencyKey !== 'string') return this.invalidate(key, Date.now() + 1);
    this.#echoes.set(idempotencyKey, (this.#echoes.get(idempotencyKey) ?? new Set()).add(key));
    this.#schedule();
  }

  /** Marks data of a topic that was requested before `at` as out of date. */
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
    // The jitter spreads the requests of all browsers that are notified at the same time.
    const delay = Math.max(debounceTime * (0.5 + Math.random()), this.#flushedAt + minInterval - Date.now());
    this.#timer ??= setTimeout(() => this.#flush(), delay);
  }

  #flush(): void {
    this.#timer = undefined;
    this.#flushedAt = Date.now();
    for (const [idempotencyKey, keys] of this.#echoes) this.#acknowledge(idempotencyKey, keys);
    for (const [key, at] of this.#changed) if (this.#refetch(key, at)) this.#changed.delete(key);
    if (this.#changed.size || this.#echoes.size) this.#schedule();
  }

  /** Drops the change of an own write: reads since then contain it, and long lists already show it. */
  #acknowledge(idempotencyKey: string, keys: Set<string>): void {
    const { writes } = this.#client;
    const settledAt = writes.get(idempotencyKey);
    if (settledAt === undefined && writes.has(idempotencyKey)) return;
    for (const key of keys) {
      // The answer of the write was lost, or another tab sent it: it is treated as a change by others.
      if (settledAt === undefined) this.invalidate(key);
      if (settledAt === undefined || this.#refetch(key, settledAt, true)) keys.delete(key);
    }
    if (!keys.size) this.#echoes.delete(idempotencyKey);
  }

  /**
   * Refetches the entries of a topic that were requested before `at`. Returns whether none is left; entries with a read
   * in progress are left for later, and so are those of the platform that were fetched a moment ago.
   */
  #refetch(key: string, at: number, isOwn = false): boolean {
    const old = this.#client.entries.filter((entry) => {
      return entry.startedAt < at && topicsOf(entry).some((topic) => topicKey(topic) === key);
    });
    const due = old.filter((entry) => isDue(entry, isOwn));
    for (const entry of due.filter(shouldRefetch)) {
      // The list of all customers is another widget than the one that wrote: its rows keep their places.
      if (isOwn && entry.customerId !== undefined) entry.invalidate();
      else entry.markRemoteChanges();
    }
    return due.length === old.length;
  }
}

const shouldRefetch = ({ data, error }: Entry<unknown>): boolean => data !== undefined || !error || isRetryable(error);
