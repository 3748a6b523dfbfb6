import { AdapterError } from '../adapter-error.ts';

export interface SessionOptions {
  /**
   * Returns the token of the signed-in operator, or `null` if nobody is signed in. With `refresh`, the previous token was
   * rejected: return a new one, or `null` if the operator must sign in again.
   */
  getToken(request: { readonly refresh: boolean }): string | null | Promise<string | null>;
  /**
   * Called once when the session has expired, before the affected calls reject. Called again only after a new session.
   */
  onSessionExpired?: (() => void) | undefined;
}

/** A request that is sent with the operator's token. */
export interface SessionRequest<T> {
  /** Sends the request with a token. */
  readonly attempt: (token: string) => Promise<T>;
  /** Returns `true` if the answer says that the token is not accepted, so that nothing was carried out. */
  readonly isRejected: (answer: T, token: string) => boolean | Promise<boolean>;
  /** `false`: a rejected request is not sent again with a new token. Default: it is, once. */
  readonly replay?: boolean | undefined;
  /** Ends the wait for a token: an abort of the caller, or a timeout, which is a `TimeoutError`. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Returns `true` for a token that a header can carry. `fetch` names any other token in the error that it throws, which
 * would be logged, and taken for a lost connection.
 */
const isSendable = (token: string): boolean => /^[\x20-\x7e]+$/.test(token.trim());

/** The session of the operator. If several requests fail with the same token, it is refreshed once. */
export class Session {
  readonly #options: SessionOptions;
  #refreshing: Promise<string | null> | undefined;
  /** The token whose expiry the host was notified of. `null`: nobody was signed in. */
  #expired: { readonly token: string | null } | undefined;

  constructor(options: SessionOptions) {
    this.#options = options;
  }

  /**
   * Sends a request with the token. If the token is rejected, gets a new one, and sends the request once more unless
   * `replay` is `false`. Rejects with `unauthenticated` if it was not accepted or nobody is signed in. A token that no
   * header can carry is rejected without a request.
   */
  async send<T>({ attempt, isRejected, replay = true, signal }: SessionRequest<T>): Promise<T> {
    const expired = this.#expired;
    let rejected: string | null = null;
    let token = await unlessAborted(this.#token(false), signal);
    let left = replay ? 2 : 1;
    for (let isNew = false; token !== null && left > 0; isNew = true) {
      if (isSendable(token)) {
        signal?.throwIfAborted();
        left -= 1;
        const answer = await attempt(token);
        if (!(await isRejected(answer, token))) {
          // Another token begins a new session, unless this answer is a late one to a request from before the expiry.
          if (expired === this.#expired && token !== expired?.token) this.#expired = undefined;
          return answer;
        }
      }
      rejected = token;
      token = isNew ? null : await this.#renew(token, signal);
    }
    // The session goes on if only this request must not be sent again: the next one has the new token.
    throw token === null || token === rejected ? this.#end(rejected) : new AdapterError('unauthenticated');
  }

  /** Returns a token that differs from the rejected one. */
  async #renew(rejected: string, signal: AbortSignal | undefined): Promise<string | null> {
    // Another request may have caused a refresh in the meantime.
    const current = await unlessAborted(this.#token(false), signal);
    if (current !== rejected) return current;
    const refreshing = (this.#refreshing ??= this.#token(true));
    const forget = (): void => {
      if (this.#refreshing === refreshing) this.#refreshing = undefined;
    };
    refreshing.then(forget, forget);
    try {
      return await unlessAborted(refreshing, signal);
    } catch (thrown) {
      // A refresh that lasts longer than a request may is given up. Of a caller that left, it says nothing.
      if (thrown === signal?.reason && isTimeout(thrown)) forget();
      throw thrown;
    }
  }

  /** Asks the host. An async function, so that a `getToken` that throws at once rejects as well. */
  async #token(refresh: boolean): Promise<string | null> {
    return this.#options.getToken({ refresh });
  }

  #end(token: string | null): AdapterError {
    if (!this.#expired) {
      this.#expired = { token };
      this.#options.onSessionExpired?.();
    }
    return new AdapterError('unauthenticated');
  }
}

const isTimeout = (thrown: unknown): boolean => thrown instanceof Error && thrown.name === 'TimeoutError';

/** Waits for a promise. Rejects with the reason of an abort that comes first. */
async function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason);
    const settle = (): void => signal.removeEventListener('abort', abort);
    signal.addEventListener('abort', abort);
    if (signal.aborted) abort();
    promise.then(resolve, reject);
    promise.then(settle, settle);
  });
}
