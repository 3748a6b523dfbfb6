import type { Adapter } from '../adapter/adapter.ts';
import type { AdapterError } from '../adapter/adapter-error.ts';
import { Entry, type Loader, type Patch } from './entry.ts';
import { Listeners } from './listeners.ts';
import type { LiveUpdates } from './live-updates.ts';

interface Pending {
  readonly name: string;
  readonly customerId: string;
  readonly patch: Patch<unknown>;
}

const clients = new WeakMap<Adapter, DashboardClient>();

/**
 * One adapter and everything that was read through it. Answers belong to the adapter object, so two elements with the
 * same adapter share them, and two adapters never do.
 */
export class DashboardClient {
  /** The client of an adapter: the same one for the same object. */
  static of(adapter: Adapter): DashboardClient {
    let client = clients.get(adapter);
    if (!client) clients.set(adapter, (client = new DashboardClient(adapter)));
    return client;
  }

  readonly adapter: Adapter;
  /** The latest writes, by key: when each was settled, `undefined` while it is under way. Those that failed are gone. */
  readonly writes = new Map<string, number | undefined>();
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

  /** Counts the elements that read. Answers live only while there is one. */
  retain(): () => void {
    this.#users++;
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      if (--this.#users === 0) this.clear();
    };
  }

  /** The entry of a key, made where there is none. */
  entry<D>(key: string, name: string, customerId: string | undefined, loader: Loader<D>): Entry<D> {
    const known = this.#entries.get(key) as Entry<D> | undefined;
    if (known) return known;
    const entry = new Entry(name, customerId, loader, {
      settled: (error) => this.#settled(error),
      observersChanged: () => this.#subscribe(),
      garbageCollect: () => this.#entries.delete(key),
    });
    this.#entries.set(key, entry as unknown as Entry<unknown>);
    for (const pending of this.#pending)
      if (pending.name === name && pending.customerId === customerId) entry.patch(pending.patch as Patch<D>);
    return entry;
  }

  /** Every answer there is. */
  get entries(): readonly Entry<unknown>[] {
    return [...this.#entries.values()];
  }

  /** Every answer to one name for one customer, whatever its other parameters. */
  entriesOf<D>(name: string, customerId: string): readonly Entry<D>[] {
    const all = this.entries as unknown as readonly Entry<D>[];
    return all.filter((entry) => entry.name === name && entry.customerId === customerId);
  }

  /**
   * Lays a patch over every answer to one name for one customer, also over one that is asked for meanwhile; the
   * returned function takes it away.
   */
  patch<D>(name: string, customerId: string, patch: Patch<D>): () => void {
    const pending = { name, customerId, patch: patch as Patch<unknown> };
    this.#pending.add(pending);
    for (const entry of this.entriesOf<D>(name, customerId)) entry.patch(patch);
    return () => {
      this.#pending.delete(pending);
      for (const entry of this.entriesOf<D>(name, customerId)) entry.unpatch(patch);
    };
  }

  /** Drops what was read, at once: of one customer, or all. What is still on screen is asked for again. */
  clear(customerId?: string): void {
    // Where the watch ended because nobody was signed in, somebody may be now.
    this.#subscribe();
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

  /** Called once each time the operator turns out to be signed out. */
  onSessionExpired(listener: () => void): () => void {
    return this.#expiryListeners.add(listener);
  }

  /** The operator is back: what is old and cheap to read is read again. */
  refetchExpired(): void {
    for (const entry of this.#entries.values()) entry.refetchIfExpired();
  }

  /** Whether the operator is at another tab, where after a while nothing is watched. */
  set isHidden(isHidden: boolean) {
    this.#isHidden = isHidden;
    if (this.#liveUpdates) this.#liveUpdates.isHidden = isHidden;
    else this.#subscribe();
  }

  /** Tells that the operator turned out to be signed out: once, until something can be read again. */
  expire(): void {
    if (this.#expired) return;
    this.#expired = true;
    this.#expiryListeners.notify();
  }

  /** Signed out is signed out everywhere: nothing stays on screen; and signed in again, everything comes back. */
  #settled(error: AdapterError | undefined): void {
    if (error && error.code !== 'unauthenticated') return;
    for (const entry of this.entries) {
      const isOut = entry.data === undefined && entry.error?.code === 'unauthenticated';
      if (error && !isOut) entry.drop(error);
      else if (!error && isOut) void entry.refresh();
    }
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

  /** What is looked at is watched, where the adapter can. */
  #subscribe(): void {
    if (this.#liveUpdates) return this.#liveUpdates.subscribe();
    if (this.#isHidden || this.#isLoading || !this.#canWatch) return;
    this.#isLoading = true;
    import('./live-updates.ts')
      .then(({ LiveUpdates }) => {
        this.#liveUpdates = new LiveUpdates(this);
        this.#liveUpdates.isHidden = this.#isHidden;
      })
      // Then everything is as it is with an adapter that cannot watch.
      .catch(() => {})
      .finally(() => (this.#isLoading = false));
  }
}
