/** A module that is imported once; a failed import is tried again by the next `load()`. */
export class Loadable<T> {
  readonly #import: () => Promise<T>;
  #pending: Promise<void> | undefined;
  value: T | undefined;
  /** Whether there is nothing to wait for: it has come, or could not be loaded. */
  isSettled = false;

  constructor(load: () => Promise<T>) {
    this.#import = load;
  }

  /** Loads the module, if it has not come yet. Never rejects. */
  load(): Promise<void> {
    return (this.#pending ??= this.#load());
  }

  async #load(): Promise<void> {
    try {
      this.value = await this.#import();
    } catch {
      this.#pending = undefined;
    }
    this.isSettled = true;
  }
}
