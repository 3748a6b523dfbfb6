import type { Change } from '../../adapter/watch.ts';

/** For how long a change is kept for those who begin to watch after it. Milliseconds. */
const keptFor = 10_000;

/** A change, with who made it. */
interface Made extends Change {
  readonly by: string;
}

/** What changes in a store, told to everybody who watches it. */
export class Changes {
  readonly #watchers = new Set<(made: Made) => void>();
  #recent: readonly { readonly made: Made; readonly at: number }[] = [];

  /** As a network would, tells later. */
  notify(made: Made): void {
    this.#recent = [...this.#kept(), { made, at: performance.now() }];
    for (const watcher of [...this.#watchers]) queueMicrotask(() => watcher(made));
  }

  /** Calls back for every change from now on and of the last moment; gives what ends it. */
  watch(watcher: (made: Made) => void): () => void {
    this.#watchers.add(watcher);
    for (const { made } of this.#kept()) queueMicrotask(() => watcher(made));
    return () => void this.#watchers.delete(watcher);
  }

  #kept() {
    const oldest = performance.now() - keptFor;
    return this.#recent.filter(({ at }) => at >= oldest);
  }
}
