import type { Change } from '../../adapter/watch.ts';

/** The time in milliseconds during which a new subscriber still receives a past change. */
const keptFor = 10_000;

/** A change with the operator who made it. */
interface Made extends Change {
  readonly by: string;
}

/** The changes in a store, sent to all subscribers. */
export class Changes {
  readonly #watchers = new Set<(made: Made) => void>();
  #recent: readonly { readonly made: Made; readonly at: number }[] = [];

  /** Notifies subscribers asynchronously, as a network would. */
  notify(made: Made): void {
    this.#recent = [...this.#recentChanges(), { made, at: performance.now() }];
    for (const watcher of [...this.#watchers]) queueMicrotask(() => watcher(made));
  }

  /** Calls `watcher` for recent changes and every later one. Returns a function that ends the subscription. */
  watch(watcher: (made: Made) => void): () => void {
    this.#watchers.add(watcher);
    for (const { made } of this.#recentChanges()) queueMicrotask(() => watcher(made));
    return () => void this.#watchers.delete(watcher);
  }

  #recentChanges() {
    const oldest = performance.now() - keptFor;
    return this.#recent.filter(({ at }) => at >= oldest);
  }
}
