/** A read that several calls share while it is under way. */
interface Shared<T> {
  readonly result: Promise<T>;
  readonly controller: AbortController;
  callers: number;
}

/**
 * Shares one read among several ports that need the same data at the same time: orders, cross-sell and statistics come
 * from one list. All calls with the same key that are made before the read ends get its result.
 *
 * Each caller can abort, and is then rejected with its own reason. The read itself is aborted when the last caller
 * aborts. Nothing is kept when the read ends: the next call reads again, and a failure is repeated to nobody later.
 * Name in the key everything that the result depends on, such as the language.
 */
export function shareRead<T>(
  read: (key: string, signal: AbortSignal) => Promise<T>,
): (key: string, options: { readonly signal: AbortSignal }) => Promise<T> {
  const underway = new Map<string, Shared<T>>();

  function begin(key: string): Shared<T> {
    const controller = new AbortController();
    // An async function, so that a `read` that throws at once rejects as well.
    const result = (async () => read(key, controller.signal))();
    const shared = { result, controller, callers: 0 };
    underway.set(key, shared);
    const end = (): void => forget(key, shared);
    result.then(end, end);
    return shared;
  }

  /** An aborted read may end after another one has begun for the same key. */
  function forget(key: string, shared: Shared<T>): void {
    if (underway.get(key) === shared) underway.delete(key);
  }

  return (key, { signal }) =>
    new Promise<T>((resolve, reject) => {
      signal.throwIfAborted();
      const shared = underway.get(key) ?? begin(key);
      shared.callers += 1;
      const abort = (): void => {
        reject(signal.reason);
        shared.callers -= 1;
        if (shared.callers > 0) return;
        forget(key, shared);
        shared.controller.abort(signal.reason);
      };
      const settle = (): void => signal.removeEventListener('abort', abort);
      signal.addEventListener('abort', abort);
      shared.result.then(resolve, reject);
      shared.result.then(settle, settle);
    });
}
