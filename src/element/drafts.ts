import type { DashboardClient } from '../data/client.ts';
import type { WidgetHost } from './widget-host.ts';

/** The storage of a draft for one customer and one adapter. It stays valid when another customer is shown. */
export interface DraftSlot<T> {
  get(): T | undefined;
  /** Stores a draft, or removes it if `undefined`. */
  set(draft: T | undefined): void;
}

/**
 * Stores unsaved input for each customer of an adapter. A draft survives an error, a conflict, a move of the element
 * and a switch to another customer, and is never shown for another one.
 */
export class Drafts<T> {
  readonly #host: WidgetHost;
  readonly #drafts = new WeakMap<DashboardClient, Map<string, T>>();

  /**
   * `isUnsaved` returns whether the leave guard warns about a draft, of any customer. Without it, drafts cause no
   * warning.
   */
  constructor(host: WidgetHost, isUnsaved?: (draft: T) => boolean) {
    this.#host = host;
    if (isUnsaved) host.leaveGuard.add(() => this.#all.some(isUnsaved));
  }

  /** Returns the draft for a customer. The customer on screen by default. */
  get(customerId?: string): T | undefined {
    return this.slot(customerId).get();
  }

  /** Stores a draft, or removes it if `undefined`. */
  set(draft: T | undefined, customerId?: string): void {
    this.slot(customerId).set(draft);
  }

  /** Returns the slot of a customer and a client, for use after a write, when the adapter may have changed. */
  slot(customerId = this.#host.activeCustomer, client = this.#host.client): DraftSlot<T> {
    if (!client || customerId === undefined) return { get: () => undefined, set: () => {} };
    return {
      get: () => this.#drafts.get(client)?.get(customerId),
      set: (draft) => {
        const drafts = this.#drafts.get(client) ?? new Map<string, T>();
        this.#drafts.set(client, drafts);
        if (draft === undefined) drafts.delete(customerId);
        else drafts.set(customerId, draft);
        this.#host.requestUpdate();
      },
    };
  }

  /** The drafts of the current adapter only: an adapter that was replaced may never come back. */
  get #all(): readonly T[] {
    const { client } = this.#host;
    return [...((client && this.#drafts.get(client)?.values()) ?? [])];
  }
}
