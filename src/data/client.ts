import type { Adapter } from '../adapter/adapter.ts';
import type { AdapterError } from '../adapter/adapter-error.ts';
import { Entry, type Loader, type Patch, type EntryStore, Listeners } from './entry.ts';
import type { LiveUpdates } from './live-updates.ts';
import type { QueryDescription } from './query.ts';

interface Pending {
  readonly name: string;
  readonly customerId: string | undefined;
  readonly patch: Patch<unknown>;
}

/** A holder of further data from the adapter of a client. */
export interface ClientDependent {
  /** Called when the cache of one customer is cleared, or of all. */
  clear(customerId?: string): void;
  /** Called when a read finds that the operator is signed out, and when one succeeds after that. */
  setSignedOut(isSignedOut: boolean): void;
}

const clients = new WeakMap<Adapter, DashboardClient>();

/**
 * The cache of one adapter. It is keyed by the adapter object: elements with the same adapter share their data,
 * elements with different adapters never do.
 */
export class DashboardClient implements EntryStore {
  /** Returns the client of an adapter: the same client for the same object. */
  static of(adapter: Adapter): DashboardClient {
    let client = clients.get(adapter);
    if (!client) clients.set(adapter, (client = new DashboardClient(adapter)));
    return client;
  }

  readonly adapter: Adapter;
  /**
   * The latest writes by idempotency key: the time each was settled, or `undefined` while it is pending. Failed writes
   * are removed.
   */
  readonly writes = new Map<string, number | undefined>();
  /** The dependents that follow the client, such as the cache of a facade of its adapter. */
  readonly dependents = new Set<ClientDependent>();
  readonly #entries = new Map<string, Entry<unknown>>();
  readonly #pending = new Set<Pending>();
  readonly #expiryListeners = new Listeners();
  #users = 0;
  #expired = false;
  #liveUpdates: LiveUpdates | undefined;
  #isLoading = false;
  #isHidden = false;

  private constructor(adapter: Adapter) {
    this.adapter = adapter;
  }

  /**
   * Counts the elements that use the client, and returns a function that releases one. The cache is cleared when none
   * is left.
   */
  retain(): () => void {
    this.#users++;
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      if (--this.#users === 0) this.clear();
    };
  }

  /** Returns the entry of a key, and creates it if necessary. */
  entry<D>(key: string, { name, customerId, ports }: QueryDescription, loader: Loader<D>): Entry<D> {
    const known = this.#entries.get(key) as Entry<D> | undefined;
    if (known) {
      known.ports ??= ports;
      return known;
    }
    const entry = new Entry({ name, customerId, ports }, loader, {
      settled: (error) => this.#settled(error),
      observersChanged: () => this.#subscribe(),
      garbageCollect: () => this.#entries.delete(key),
    });
    this.#entries.set(key, entry as unknown as Entry<unknown>);
    for (const pending of this.#pending)
      if (pending.name === name && pending.customerId === customerId) entry.patch(pending.patch as Patch<D>);
    return entry;
  }

  /** All entries of the cache. */
  get entries(): readonly Entry<unknown>[] {
    return [...this.#entries.values()];
  }

  /** Returns the entries of one query name for one customer or the platform, with any parameters. */
  entriesOf<D>(name: string, customerId: string | undefined): readonly Entry<D>[] {
    const all = this.entries as unknown as readonly Entry<D>[];
    return all.filter((entry) => entry.name === name && entry.customerId === customerId);
  }

  /**
   * Applies a patch to all entries of one name for one customer, including those created later. Returns a function that
   * removes the patch.
   */
  patch<D>(name: string, customerId: string | undefined, patch: Patch<D>): () => void {
    const pending = { name, customerId, patch: patch as Patch<unknown> };
    this.#pending.add(pending);
    for (const entry of this.entriesOf<D>(name, customerId)) entry.patch(patch);
    return () => {
      this.#pending.delete(pending);
      for (const entry of this.entriesOf<D>(name, customerId)) entry.unpatch(patch);
    };
  }

  /** Clears the cache of one customer, or of all. What is still on screen is fetched again. */
  clear(customerId?: string): void {
    // Live updates that ended because nobody was signed in may work now.
    this.#subscribe();
    for (const dependent of this.dependents) dependent.clear(customerId);
    for (const [key, entry] of [...this.#entries]) {
      if (customerId !== undefined && entry.customerId !== customerId) continue;
      entry.drop();
      if (entry.isObserved) void entry.refresh();
      else {
        entry.destroy();
        this.#entries.delete(key);
      }
    }
  }

  /** Registers a listener that is called once each time the session expires. Returns a function that removes it. */
  onSessionExpired(listener: () => void): () => void {
    return this.#expiryListeners.add(listener);
  }

  /** Refetches what is expired and cheap to read. Called when the operator returns to the tab. */
  refetchExpired(): void {
    for (const entry of this.#entries.values()) entry.refetchIfExpired();
  }

  /** `true` if the tab is hidden. Live updates stop after a while in a hidden tab. */
  set isHidden(isHidden: boolean) {
    this.#isHidden = isHidden;
    if (this.#liveUpdates) this.#liveUpdates.isHidden = isHidden;
    else this.#subscribe();
  }

  /** Notifies that the session has expired: once, until a read succeeds again. */
  expire(): void {
    if (this.#expired) return;
    this.#expired = true;
    this.#expiryListeners.notify();
  }

  /**
   * Handles the end of a read. An expired session removes all data from the screen; after a new sign-in everything is
   * fetched again.
   */
  #settled(error: AdapterError | undefined): void {
    if (error && error.code !== 'unauthenticated') return;
    for (const entry of this.entries) {
      const isSignedOut = entry.data === undefined && entry.error?.code === 'unauthenticated';
      if (error && !isSignedOut) entry.drop(error);
      else if (!error && isSignedOut) void entry.refresh();
    }
    if (error || this.#expired) for (const dependent of this.dependents) dependent.setSignedOut(Boolean(error));
    if (error) return this.expire();
    if (this.#expired) this.#subscribe();
    this.#expired = false;
  }

  get #canWatch(): boolean {
    try {
      return this.adapter.watch !== undefined;
    } catch {
      return false;
    }
  }

  /** Subscribes to changes of what is on screen, if the adapter supports it. */
  #subscribe(): void {
    if (this.#liveUpdates) return this.#liveUpdates.subscribe();
    if (this.#isHidden || this.#isLoading || !this.#canWatch) return;
    this.#isLoading = true;
    import('./live-updates.ts')
      .then(({ LiveUpdates }) => {
        this.#liveUpdates = new LiveUpdates(this);
        this.#liveUpdates.isHidden = this.#isHidden;
      })
      // Without the chunk, the page works as with an adapter that has no live updates.
      .catch(() => {})
      .finally(() => (this.#isLoading = false));
  }
}

// A widget of others gets a client too, and must not reach those of the page through their class.
Object.freeze(DashboardClient);
Object.freeze(DashboardClient.prototype);
