import { DashboardClient } from '../../data/client.ts';
import { createFacade } from './facade.ts';
import type { WidgetManifest } from './manifest.ts';

/** The event by which an element asks for a value, as in the community protocol for contexts. */
export interface ContextRequest extends Event {
  readonly context: unknown;
  readonly callback: (value: DashboardClient | null | undefined, unsubscribe?: () => void) => unknown;
  readonly subscribe?: boolean | undefined;
}

type Callback = ContextRequest['callback'];

/** The client of the page, and the operations that it grants. */
export interface AccessSource {
  readonly client: DashboardClient | null | undefined;
  readonly grants: readonly string[];
}

/** Gives one widget of others a client of its own, over a facade of the page's adapter. */
export class ExtensionAccess {
  readonly #manifest: WidgetManifest;
  readonly #reason: () => string;
  readonly #failed: (error: unknown) => void;
  /** The callbacks of subscriptions, each with the function that ends it. That stays the same: consumers compare it. */
  readonly #callbacks = new Map<Callback, () => void>();
  readonly #errors = new WeakSet<object>();
  #source: AccessSource = { client: undefined, grants: [] };
  #value: DashboardClient | null | undefined;
  #release = (): void => {};

  /** `failed` is called with what a callback of the widget throws or rejects with. */
  constructor(manifest: WidgetManifest, reason: () => string, failed: (error: unknown) => void) {
    this.#manifest = manifest;
    this.#reason = reason;
    this.#failed = failed;
  }

  /** Returns `true` if the widget has got an error from the facade. */
  hasCaused(error: unknown): boolean {
    return typeof error === 'object' && error !== null && this.#errors.has(error);
  }

  /** Follows the page to another adapter, or to other grants. */
  update(source: AccessSource): void {
    const isSame = source.client === this.#source.client && source.grants.join() === this.#source.grants.join();
    if (isSame) return;
    this.#source = source;
    this.#release();
    const { client } = source;
    this.#value = client && this.#clientOf(client, source.grants);
    this.#notify();
  }

  /** Answers a request for the client. */
  answer({ callback, subscribe }: ContextRequest): void {
    const end = this.#callbacks.get(callback) ?? ((): void => void this.#callbacks.delete(callback));
    if (subscribe) this.#callbacks.set(callback, end);
    this.#call(callback, subscribe ? end : undefined);
  }

  /** Ends the access. */
  release(): void {
    this.#callbacks.clear();
    this.#release();
  }

  #clientOf(outer: DashboardClient, grants: readonly string[]): DashboardClient {
    const { ports = [] } = this.#manifest;
    const onError = (error: object): void => void this.#errors.add(error);
    const facade = createFacade(outer.adapter, { ports, grants, reason: this.#reason, onError });
    const client = DashboardClient.of(facade);
    const forget = client.onSessionExpired(() => outer.expire());
    const dependent = {
      // A widget without a cache reads again because it gets the client again.
      clear: (customerId?: string) => {
        client.clear(customerId);
        this.#notify();
      },
      // Another operator may have signed in, who may read something else.
      setSignedOut: (isSignedOut: boolean) => {
        if (!isSignedOut) dependent.clear();
      },
    };
    outer.dependents.add(dependent);
    this.#release = () => {
      outer.dependents.delete(dependent);
      forget();
      client.clear();
    };
    return client;
  }

  #notify(): void {
    // A copy, because a callback may subscribe again.
    for (const [callback, end] of [...this.#callbacks]) this.#call(callback, end);
  }

  #call(callback: Callback, end?: () => void): void {
    try {
      const result = callback(this.#value, end);
      if (result instanceof Promise) result.catch(this.#failed);
    } catch (thrown) {
      this.#failed(thrown);
    }
  }
}
