import { isRetryable, type AdapterError } from '../adapter/adapter-error.ts';
import { readWithRetries } from './read-with-retries.ts';
import { Listeners } from './listeners.ts';

/** Changes what is shown of an answer until its write is settled. */
export type Patch<D> = (shown: D) => D;

/** How an answer is read. `next` gives what is there and one page more, or nothing where the list has ended. */
export interface Loader<D> {
  first(signal: AbortSignal): Promise<D>;
  next?(data: D, signal: AbortSignal): Promise<D> | undefined;
  /** Whether reading it all again is one request. */
  isShallow(data: D): boolean;
}

/** What the entries of one client have in common. */
export interface EntryHost {
  /** A read ended: the client looks after what concerns all. */
  settled(error: AdapterError | undefined): void;
  /** Somebody has begun to look at the entry, or nobody does any more. */
  observersChanged(): void;
  /** Nobody has looked at the entry for a long time. */
  garbageCollect(): void;
}

/** How long an answer counts as fresh, and for how long one that nobody looks at is kept. Milliseconds. */
const staleTime = 30_000;
const gcTime = 5 * 60_000;
/** How young a read is that another request for the same joins. Milliseconds. */
const dedupeTime = 1000;

/** One answer, all who look at it, and the reads and patches that are under way for it. */
export class Entry<D> {
  readonly name: string;
  /** Absent for what belongs to no customer. */
  readonly customerId: string | undefined;
  data: D | undefined;
  error: AdapterError | undefined;
  moreError: AdapterError | undefined;
  fetching: 'first' | 'next' | undefined;
  readAt = 0;
  /** When the last read from the start began: what had happened by then is in its answer. Milliseconds of the epoch. */
  startedAt = 0;
  /** Since when somebody has been looking. Milliseconds of the epoch. */
  observedSince = 0;
  /** Others have changed a list that is too long to be read again without being asked for. */
  hasRemoteChanges = false;

  readonly #load: Loader<D>;
  readonly #host: EntryHost;
  readonly #observers = new Listeners();
  readonly #patches = new Set<Patch<D>>();
  /** Confirmed by a write, and by which reads not yet seen: those that began before it. */
  readonly #confirmed = new Map<Patch<D>, number>();
  #reads = 0;
  #invalid = false;
  #abortController: AbortController | undefined;
  #expiry: ReturnType<typeof setTimeout> | undefined;
  #shown: D | undefined;

  constructor(name: string, customerId: string | undefined, load: Loader<D>, host: EntryHost) {
    this.name = name;
    this.customerId = customerId;
    this.#load = load;
    this.#host = host;
  }

  /** The data with every patch laid over it; the same object as long as nothing has changed. */
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
    // An error that others are looking at waits until someone asks again: late neighbours must not hammer the server.
    // A deep list that no longer holds starts anew where nobody is in the middle of it.
    const shouldFetch =
      this.data === undefined
        ? !this.error || !this.isObserved
        : this.#load.isShallow(this.data) || (this.#invalid && !this.isObserved);
    // In this order: whoever starts a read is not told so before it holds what it observes.
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
   * Reads anew, from the first page. A read from the start that began a moment ago is joined, for five widgets that
   * are told to refresh are one request; one that has been under way for longer is given up, for it may never end.
   */
  refresh(): Promise<void> {
    const justBegun = this.fetching === 'first' && Date.now() - this.startedAt < dedupeTime;
    return justBegun ? Promise.resolve() : this.#fetch('first', (signal) => this.#load.first(signal));
  }

  /** Reads one page more, unless something is under way; after a failure only when asked `again`. */
  more(again = false): void {
    const { data } = this;
    if (data === undefined || this.fetching || (this.moreError && !again)) return;
    void this.#fetch('next', (signal) => this.#load.next?.(data, signal));
  }

  /** On return to a tab: what is old and cheap to read is read again. */
  refetchIfExpired(): void {
    const cheap = this.data === undefined ? !this.error || isRetryable(this.error) : this.#load.isShallow(this.data);
    if (this.#observers.size && this.isExpired && cheap && !this.fetching) void this.refresh();
  }

  /** What is there no longer holds. A list of many pages waits until someone asks for it. */
  invalidate(): void {
    this.#invalid = true;
    if (!this.#observers.size) this.#abort();
    else if (this.data === undefined || this.#load.isShallow(this.data))
      void this.#fetch('first', (signal) => this.#load.first(signal));
  }

  /** Others have changed what is there: it is read again, or says that it is no longer so. */
  markRemoteChanges(): void {
    this.invalidate();
    if (!this.#observers.size || this.data === undefined || this.#load.isShallow(this.data)) return;
    this.hasRemoteChanges = true;
    this.#changed();
  }

  /** Lays a patch over the data. */
  patch(patch: Patch<D>): void {
    this.#patches.add(patch);
    this.#changed();
  }

  /** Takes away this patch and no other. */
  unpatch(patch: Patch<D>): void {
    if (this.#patches.delete(patch)) this.#changed();
  }

  /** Lays a patch that stays until a read begun after now has arrived, whenever that is. */
  confirm(patch: Patch<D>): void {
    this.#confirmed.set(patch, this.#reads);
    this.#changed();
  }

  /** Lets go of data that may no longer be seen. */
  drop(error?: AdapterError): void {
    this.#abort();
    this.data = undefined;
    this.readAt = 0;
    this.hasRemoteChanges = false;
    this.error = error;
    this.#confirmed.clear();
    this.#changed();
  }

  /** Ends everything: what was on its way, what was to come. */
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
    this.moreError = undefined;
    if (this.data === undefined) this.error = undefined;
    this.#changed();
    const outcome = await readWithRetries(read, run.signal);
    // Another read has taken over, or nobody looks any more: whatever came is nobody's.
    if (this.#abortController !== run) return;
    this.#abortController = this.fetching = undefined;
    if ('error' in outcome) this.#failed(kind, outcome.error);
    else if (outcome.data !== undefined) this.#arrived(kind, outcome.data, readNumber);
    this.#changed();
    this.#host.settled('error' in outcome ? outcome.error : undefined);
  }

  #arrived(kind: 'first' | 'next', data: D, readNumber: number): void {
    this.data = data;
    // The rows before it are as old as they were.
    if (kind === 'next') return;
    this.error = undefined;
    this.readAt = Date.now();
    this.#invalid = this.hasRemoteChanges = false;
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
