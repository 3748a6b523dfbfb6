import type { DashboardClient } from '../data/client.ts';
import type { WidgetHost } from './widget-host.ts';

/** Where the draft for one customer of one adapter is kept, whoever is on screen by then. */
export interface DraftSlot<T> {
  get(): T | undefined;
  /** Keeps a draft, or with `undefined` lets it go. */
  set(draft: T | undefined): void;
}

/**
 * What was typed and not yet saved, for each customer of an adapter. It outlives an error, a conflict, a move and a
 * switch to another customer, who never sees it.
 */
export class Drafts<T> {
  readonly #host: WidgetHost;
  readonly #drafts = new WeakMap<DashboardClient, Map<string, T>>();

  /** `isUnsaved`: whether a draft is asked about before the page is left, whoever's it is. None is where it is absent. */
  constructor(host: WidgetHost, isUnsaved?: (draft: T) => boolean) {
    this.#host = host;
    if (isUnsaved) host.leaveGuard.add(() => this.#all.some(isUnsaved));
  }

  /** The draft for a customer; for the one on screen where none is named. */
  get(customerId?: string): T | undefined {
    return this.slot(customerId).get();
  }

  /** Keeps a draft, or with `undefined` lets it go. */
  set(draft: T | undefined, customerId?: string): void {
    this.slot(customerId).set(draft);
  }

  /** To come back to after a write, when the adapter may be another. */
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

  /** Those of the adapter in force: one that is gone may never be back. */
  get #all(): readonly T[] {
    const { client } = this.#host;
    return [...((client && this.#drafts.get(client)?.values()) ?? [])];
  }
}
