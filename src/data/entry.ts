import { isRetryable, type AdapterError } from '../adapter/adapter-error.ts';
import type { QueryDescription } from './query.ts';
import { readWithRetries } from './read.ts';
import type { Adapter } from '../adapter/adapter.ts';

/** A multiset of functions: each is called as often as it was added, so that two owners can add the same one. */
export class Listeners {
  readonly #listeners = new Set<{ readonly call: () => void }>();

  get size(): number {
    return this.#listeners.size;
  }

  /** Adds a function. Returns a function that removes it once, and returns whether it was still there. */
  add(call: () => void): () => boolean {
    const listener = { call };
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Calls all functions that are registered now. */
  notify(): void {
    for (const { call } of [...this.#listeners]) call();
  }
}

/** Returns changed data for the screen. A patch applies until its write is settled. */
export type Patch<D> = (shown: D) => D;

/** Fetches the data of an entry. `next` returns the data with one more page, or `undefined` at the end of the list. */
export interface Loader<D> {
  first(signal: AbortSignal): Promise<D>;
  next?(data: D, signal: AbortSignal): Promise<D> | undefined;
  /** `true` if a refetch takes a single request. */
  isShallow(data: D): boolean;
  /** Returns data that others have changed with every row in its place, or `undefined` if no row has moved. */
  keepPlaces?(shown: D, fresh: D): D | undefined;
}

/** The part of the client that an entry needs. */
export interface EntryHost {
  /** Handles the end of a read. */
  settled(error: AdapterError | undefined): void;
  /** Called when the entry gets its first observer or loses its last one. */
  observersChanged(): void;
  /** Called when the entry has had no observer for `gcTime`. */
  garbageCollect(): void;
}

/** The time for which data is fresh, and the time for which unobserved data is kept. Milliseconds. */
const staleTime = 30_000;
const gcTime = 5 * 60_000;
/** A refresh joins a read that is younger than this. Milliseconds. */
const dedupeTime = 1000;

/** One cached answer with its observers, its read in progress and its patches. */
export class Entry<D> {
  readonly name: string;
  /** Absent for what belongs to no customer. */
  readonly customerId: string | undefined;
  /** The ports whose changes, for any customer, affect the data. */
  ports: readonly string[] | undefined;
  data: D | undefined;
  error: AdapterError | undefined;
  moreError: AdapterError | undefined;
  fetching: 'first' | 'next' | undefined;
  readAt = 0;
  /** The start of the last read of the first page; its answer contains all earlier changes. Milliseconds of the epoch. */
  startedAt = 0;
  /** Since when the entry has had an observer. Milliseconds of the epoch. */
  observedSince = 0;
  /** `true` if others have changed a list that is too long for an automatic refetch, or whose rows would move. */
  hasRemoteChanges = false;
  /** `true` while the read in progress is due to a change by others. */
  #isRemote = false;

  readonly #load: Loader<D>;
  readonly #host: EntryHost;
  readonly #observers = new Listeners();
  readonly #patches = new Set<Patch<D>>();
  /**
   * Patches of confirmed writes, each with the number of the latest read at that time: only later reads contain them.
   */
  readonly #confirmed = new Map<Patch<D>, number>();
  #reads = 0;
  #invalid = false;
  #abortController: AbortController | undefined;
  #expiry: ReturnType<typeof setTimeout> | undefined;
  #shown: D | undefined;

  constructor({ name, customerId, ports }: QueryDescription, load: Loader<D>, host: EntryHost) {
    this.name = name;
    this.customerId = customerId;
    this.ports = ports;
    this.#load = load;
    this.#host = host;
  }

  /** The data with all patches applied. The same object as long as nothing has changed. */
  get shown(): D | undefined {
    if (this.#shown === undefined && this.data !== undefined) {
      const patches = [...this.#confirmed.keys(), ...this.#patches];
      this.#shown = patches.reduce<D>((shown, patch) => patch(shown), this.data);
    }
    return this.#shown;
  }

  get isExpired(): boolean {
    return this.data === undefined || this.#invalid || Date.now() - this.readAt >= staleTime;
  }

  get isObserved(): boolean {
    return this.#observers.size > 0;
  }

  observe(observer: () => void): () => void {
    clearTimeout(this.#expiry);
    const isFirst = !this.isObserved;
    if (isFirst) this.observedSince = Date.now();
    // An error that others observe stays until someone retries: a new observer must not cause another request. An
    // invalid list of several pages starts again at the first one if nobody else observes it.
    const shouldFetch =
      this.data === undefined
        ? !this.error || !this.isObserved
        : this.#load.isShallow(this.data) || (this.#invalid && !this.isObserved);
    // The read starts before the observer is added: the observer must not be notified before it has its resource.
    if (this.isExpired && shouldFetch && this.fetching !== 'first') void this.refresh();
    const remove = this.#observers.add(observer);
    if (isFirst) this.#host.observersChanged();
    return () => {
      if (!remove() || this.#observers.size) return;
      this.#abort();
      this.#host.observersChanged();
      this.#expiry = setTimeout(() => this.#host.garbageCollect(), gcTime);
    };
  }

  /**
   * Refetches from the first page. Joins a read of the first page that is younger than `dedupeTime`, so that a refresh
   * of five widgets is one request. Aborts an older read, which may hang.
   */
  refresh(): Promise<void> {
    this.#isRemote = false;
    const justBegun = this.fetching === 'first' && Date.now() - this.startedAt < dedupeTime;
    return justBegun ? Promise.resolve() : this.#fetch('first', (signal) => this.#load.first(signal));
  }

  /** Fetches the next page, unless a read is in progress. After a failure, only with `again`. */
  more(again = false): void {
    const { data } = this;
    if (data === undefined || this.fetching || (this.moreError && !again)) return;
    void this.#fetch('next', (signal) => this.#load.next?.(data, signal));
  }

  /** Refetches data that is expired and cheap to read. Called when the operator returns to the tab. */
  refetchIfExpired(): void {
    const cheap = this.data === undefined ? !this.error || isRetryable(this.error) : this.#load.isShallow(this.data);
    if (this.#observers.size && this.isExpired && cheap && !this.fetching) void this.refresh();
  }

  /** Marks the data as invalid and refetches it. A list of several pages is refetched only on request. */
  invalidate(): void {
    this.#invalid = true;
    if (!this.#observers.size) this.#abort();
    else if (this.data === undefined || this.#load.isShallow(this.data))
      void this.#fetch('first', (signal) => this.#load.first(signal));
  }

  /** Refetches after a change by others, or sets `hasRemoteChanges`. */
  markRemoteChanges(): void {
    this.invalidate();
    this.#isRemote = this.fetching === 'first';
    if (!this.#observers.size || this.data === undefined || this.#load.isShallow(this.data)) return;
    this.hasRemoteChanges = true;
    this.#changed();
  }

  /** Applies a patch to the data. */
  patch(patch: Patch<D>): void {
    this.#patches.add(patch);
    this.#changed();
  }

  /** Removes this patch and no other. */
  unpatch(patch: Patch<D>): void {
    if (this.#patches.delete(patch)) this.#changed();
  }

  /** Applies a patch until a read that begins after this call has succeeded. */
  confirm(patch: Patch<D>): void {
    this.#confirmed.set(patch, this.#reads);
    this.#changed();
  }

  /** Removes data that must not be visible any more. */
  drop(error?: AdapterError): void {
    this.#abort();
    this.data = undefined;
    this.readAt = 0;
    this.hasRemoteChanges = false;
    this.error = error;
    this.#confirmed.clear();
    this.#changed();
  }

  /** Aborts the read, and cancels the timers. */
  destroy(): void {
    this.#abort();
    clearTimeout(this.#expiry);
  }

  async #fetch(kind: 'first' | 'next', read: (signal: AbortSignal) => Promise<D> | undefined): Promise<void> {
    this.#abortController?.abort();
    const run = (this.#abortController = new AbortController());
    const readNumber = ++this.#reads;
    if (kind === 'first') this.startedAt = Date.now();
    this.fetching = kind;
    this.#isRemote = false;
    this.moreError = undefined;
    if (this.data === undefined) this.error = undefined;
    this.#changed();
    const outcome = await readWithRetries(read, run.signal);
    // Another read has replaced this one, or nobody observes the entry any more.
    if (this.#abortController !== run) return;
    this.#abortController = this.fetching = undefined;
    if ('error' in outcome) this.#failed(kind, outcome.error);
    else if (outcome.data !== undefined) this.#arrived(kind, outcome.data, readNumber);
    this.#changed();
    this.#host.settled('error' in outcome ? outcome.error : undefined);
  }

  #arrived(kind: 'first' | 'next', fresh: D, readNumber: number): void {
    const inPlace = this.#isRemote && this.data !== undefined ? this.#load.keepPlaces?.(this.data, fresh) : undefined;
    this.data = inPlace ?? fresh;
    // Another page does not make the earlier rows any newer.
    if (kind === 'next') return;
    this.error = undefined;
    this.readAt = Date.now();
    this.#invalid = false;
    this.hasRemoteChanges = inPlace !== undefined;
    for (const [patch, before] of this.#confirmed) if (before < readNumber) this.#confirmed.delete(patch);
  }

  #failed(kind: 'first' | 'next', error: AdapterError): void {
    if (error.code === 'forbidden') {
      this.data = undefined;
      this.#confirmed.clear();
    }
    if (kind === 'next' && this.data !== undefined) this.moreError = error;
    else this.error = error;
  }

  #abort(): void {
    this.#abortController?.abort();
    if (this.fetching) {
      this.#abortController = this.fetching = undefined;
      this.#changed();
    }
  }

  #changed(): void {
    this.#shown = undefined;
    this.#observers.notify();
  }
}

/** The part of a client that live updates read: its adapter, its entries and its latest writes. */
export interface EntryStore {
  readonly adapter: Adapter;
  /** Every entry of the cache. */
  readonly entries: readonly Entry<unknown>[];
  /** The time when each write was settled, by idempotency key, in milliseconds of the epoch; `undefined` if pending. */
  readonly writes: ReadonlyMap<string, number | undefined>;
}
