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
