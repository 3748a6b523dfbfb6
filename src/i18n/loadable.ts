/** A module that is imported once. After a failure, the next `load()` tries again. */
export class Loadable<T> {
  readonly #import: () => Promise<T>;
  #pending: Promise<void> | undefined;
  value: T | undefined;
  /** `true` if the import has succeeded or failed, so that there is nothing to wait for. */
  isSettled = false;

  constructor(load: () => Promise<T>) {
    this.#import = load;
  }

  /** Loads the module, unless it has loaded. Never rejects. */
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
