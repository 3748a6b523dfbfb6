import { isRetryable, toAdapterError, type AdapterError } from '../adapter/adapter-error.ts';
import { pause } from '../adapter/pause.ts';

/** For how long a server's hint is waited for; if that is longer, it is said instead. Milliseconds. */
const maxRetryDelay = 60_000;
const maxRetries = 2;

/** What a read came to. */
export type Outcome<D> = { readonly data: D | undefined } | { readonly error: AdapterError };

/** Reads, and tries again where that may help. */
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

/** Milliseconds: what the server says, or half a second doubled each time and spread. */
const retryDelay = ({ retryAfter }: AdapterError, tries: number): number =>
  retryAfter === undefined ? 500 * 2 ** tries * (0.5 + Math.random()) : retryAfter * 1000;
