import type { DashboardElement } from './dashboard-element.ts';

/**
 * What was typed and not yet saved, for each customer. It outlives an error, a conflict, a move and a switch to
 * another customer, who never sees it.
 */
export class Drafts<T> {
  readonly #host: DashboardElement;
  readonly #drafts = new Map<string, T>();

  constructor(host: DashboardElement) {
    this.#host = host;
  }

  /** The draft for a customer; for the one on screen where none is named. */
  get(customerId = this.#host.activeCustomer): T | undefined {
    return customerId === undefined ? undefined : this.#drafts.get(customerId);
  }

  /** Keeps a draft, or with `undefined` lets it go. */
  set(draft: T | undefined, customerId = this.#host.activeCustomer): void {
    if (customerId === undefined) return;
    if (draft === undefined) this.#drafts.delete(customerId);
    else this.#drafts.set(customerId, draft);
    this.#host.requestUpdate();
  }
}
