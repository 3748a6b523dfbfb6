/** Functions to call, as often as each was added: two owners may add the same one, and neither ends the other's. */
export class Listeners {
  readonly #listeners = new Set<{ readonly call: () => void }>();

  get size(): number {
    return this.#listeners.size;
  }

  /** Adds a function and returns what removes it, this once: whether it was still there. */
  add(call: () => void): () => boolean {
    const listener = { call };
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Calls those that are there now. */
  notify(): void {
    for (const { call } of [...this.#listeners]) call();
  }
}
