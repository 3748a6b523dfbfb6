import { AdapterError } from '../../adapter/adapter-error.ts';

export interface SessionOptions {
  /**
   * Returns the bearer token of the signed-in operator, or `null` if nobody is signed in. With `refresh`, the previous
   * token was rejected: return a new one, or `null` if the operator must sign in again.
   */
  getToken(request: { readonly refresh: boolean }): string | null | Promise<string | null>;
  /**
   * Called once when the session has expired, before the affected calls reject. Called again only after a new session.
   */
  onSessionExpired?: (() => void) | undefined;
}

/** The session of the operator. If several requests fail with the same token, it is refreshed once. */
export class Session {
  readonly #options: SessionOptions;
  #refreshing: Promise<string | null> | undefined;
  #expired = false;

  constructor(options: SessionOptions) {
    this.#options = options;
  }

  /** Sends a request with the token. If the token is rejected, retries once with a new one. */
  async send(attempt: (token: string) => Promise<Response>): Promise<Response> {
    const token = await this.#options.getToken({ refresh: false });
    let response = token === null ? undefined : await attempt(token);
    if (response?.status === 401) {
      const renewed = await this.#renew(token);
      response = renewed === null ? undefined : await attempt(renewed);
    }
    if (!response || response.status === 401) throw this.#end();
    this.#expired = false;
    return response;
  }

  /** Returns a token that differs from the rejected one. */
  async #renew(rejected: string | null): Promise<string | null> {
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

  #end(): AdapterError {
    if (!this.#expired) {
      this.#expired = true;
      this.#options.onSessionExpired?.();
    }
    return new AdapterError('unauthenticated');
  }
}
