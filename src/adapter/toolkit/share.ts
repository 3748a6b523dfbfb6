/** A read that several calls share while it is under way. */
interface Shared<T> {
  readonly result: Promise<T>;
  readonly controller: AbortController;
  callers: number;
}

/** The options of a shared read. */
export interface SharedOptions {
  readonly signal: AbortSignal;
  /**
   * `true` for a page after the first: the result of the latest read answers it if that is of the same key and ended less
   * than 30 seconds ago. So the pages of a list are those of one read.
   */
  readonly isNextPage?: boolean | undefined;
}

/** The milliseconds for which a result answers further pages. The first page is always read anew. */
const pagesTime = 30_000;

/**
 * Shares one read among several ports that need the same data at the same time: orders, cross-sell and statistics come
 * from one list. All calls with the same key that are made before the read ends get its result.
 *
 * Each caller can abort, and is then rejected with its own reason. The read itself is aborted when the last caller
 * aborts. When the read has ended, the next call reads again, and a failure is repeated to nobody later. Only further pages
 * of a list (`isNextPage`) get the result of the latest read.
 * Name in the key everything that the result depends on, such as the language.
 */
export function shareRead<T>(
  read: (key: string, signal: AbortSignal) => Promise<T>,
): (key: string, options: SharedOptions) => Promise<T> {
  const underway = new Map<string, Shared<T>>();
  /** The result of the latest read, with the time of its end. */
  let latest: { readonly key: string; readonly value: T; readonly at: number } | undefined;

  function begin(key: string): Shared<T> {
    const controller = new AbortController();
    // Whatever this read ends with, no page shows anything older.
    latest = undefined;
    // An async function, so that a `read` that throws at once rejects as well.
    const result = (async () => read(key, controller.signal))();
    const shared = { result, controller, callers: 0 };
    underway.set(key, shared);
    const end = (): void => forget(key, shared);
    result.then((value) => {
      if (underway.get(key) === shared) latest = { key, value, at: Date.now() };
      end();
    }, end);
    return shared;
  }

  /** An aborted read may end after another one has begun for the same key. */
  function forget(key: string, shared: Shared<T>): void {
    if (underway.get(key) === shared) underway.delete(key);
  }

  return (key, { signal, isNextPage = false }) =>
    new Promise<T>((resolve, reject) => {
      signal.throwIfAborted();
      if (isNextPage && latest?.key === key && Date.now() - latest.at < pagesTime) {
        resolve(latest.value);
        return;
      }
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
