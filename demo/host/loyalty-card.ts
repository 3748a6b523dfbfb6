// A widget without the library, in one file: it has no import but of types.
import type { Adapter } from '../../src/adapter/adapter.ts';

/** Shows the stamp card of a customer. */
class LoyaltyCard extends HTMLElement {
  #adapter: Adapter | undefined;
  #customerId = '';

  connectedCallback(): void {
    this.#ask<{ adapter: Adapter } | null>('clientele/client@1', (client) => (this.#adapter = client?.adapter));
    this.#ask<string | null>('clientele/customer@1', (id) => (this.#customerId = id ?? ''));
  }

  /** Asks the page for a value by the community protocol for contexts, and shows the card whenever it changes. */
  #ask<T>(name: string, keep: (value: T) => void): void {
    const callback = (value: T): Promise<void> => {
      keep(value);
      return this.#show();
    };
    const request = { context: Symbol.for(name), contextTarget: this, callback, subscribe: true };
    this.dispatchEvent(Object.assign(new Event('context-request', { bubbles: true, composed: true }), request));
  }

  async #show(): Promise<void> {
    const id = this.#customerId;
    // What belongs to the previous customer goes at once.
    this.replaceChildren();
    const card = id && (await this.#adapter?.loyalty?.get?.(id, { signal: AbortSignal.timeout(10_000) }));
    if (!card || id !== this.#customerId) return;
    const progress = Object.assign(document.createElement('progress'), { value: card.stamps, max: card.size });
    progress.ariaLabel = 'Stamps';
    const text = Object.assign(document.createElement('bdi'), { textContent: `${card.stamps} of ${card.size} stamps` });
    this.replaceChildren(progress, ' ', text);
  }
}

customElements.define('loyalty-card', LoyaltyCard);
