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
}

/**
 * Returns `true` for a token that a header can carry. `fetch` names any other token in the error that it throws, which
 * would be logged, and taken for a lost connection.
 */
const isSendable = (token: string): boolean => /^[\x21-\x7e]+$/.test(token);

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
   * Sends a request with the token. If the token is rejected, sends it once more with a new one. Rejects with
   * `unauthenticated` if nobody is signed in. A token that no header can carry is rejected without a request.
   */
  async send<T>({ attempt, isRejected, replay = true }: SessionRequest<T>): Promise<T> {
    const expired = this.#expired;
    let rejected: string | null = null;
    let token = await this.#options.getToken({ refresh: false });
    for (const isLast of replay ? [false, true] : [true]) {
      if (token === null) break;
      if (isSendable(token)) {
        const answer = await attempt(token);
        if (!(await isRejected(answer, token))) {
          // Another token begins a new session, unless this answer is a late one to a request from before the expiry.
          if (expired === this.#expired && token !== expired?.token) this.#expired = undefined;
          return answer;
        }
      }
      rejected = token;
      token = isLast ? null : await this.#renew(token);
    }
    throw this.#end(rejected);
  }

  /** Returns a token that differs from the rejected one. */
  async #renew(rejected: string): Promise<string | null> {
    // Another request may have caused a refresh in the meantime.
    const current = await this.#options.getToken({ refresh: false });
    if (current !== rejected) return current;
    this.#refreshing ??= this.#refresh();
    return this.#refreshing;
  }

  async #refresh(): Promise<string | null> {
    try {
      return await this.#options.getToken({ refresh: true });
    } finally {
      this.#refreshing = undefined;
    }
  }

  #end(token: string | null): AdapterError {
    if (!this.#expired) {
      this.#expired = { token };
      this.#options.onSessionExpired?.();
    }
    return new AdapterError('unauthenticated');
  }
}
