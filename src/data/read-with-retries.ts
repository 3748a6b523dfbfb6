import { isRetryable, toAdapterError, type AdapterError } from '../adapter/adapter-error.ts';
import { pause } from '../adapter/pause.ts';

/** The longest `retryAfter` that is waited for; a longer one ends the read with its error. Milliseconds. */
const maxRetryDelay = 60_000;
const maxRetries = 2;

/** The result of a read. */
export type Outcome<D> = { readonly data: D | undefined } | { readonly error: AdapterError };

/** Reads, and retries after errors that may be temporary. */
export async function readWithRetries<D>(
  read: (signal: AbortSignal) => Promise<D> | undefined,
  signal: AbortSignal,
): Promise<Outcome<D>> {
  for (let tries = 0; ; tries++) {
    try {
      return { data: await read(signal) };
    } catch (thrown) {
      const error = toAdapterError(thrown);
      const delay = retryDelay(error, tries);
      if (signal.aborted || tries === maxRetries || !isRetryable(error) || delay > maxRetryDelay) return { error };
      await pause(delay, signal);
      if (signal.aborted) return { error };
    }
  }
}

/**
 * Returns the delay before a retry in milliseconds: the server's hint, or exponential backoff from half a second, with
 * jitter.
 */
const retryDelay = ({ retryAfter }: AdapterError, tries: number): number =>
  retryAfter === undefined ? 500 * 2 ** tries * (0.5 + Math.random()) : retryAfter * 1000;
