import { AdapterError } from '../../adapter/adapter-error.ts';

export interface SessionOptions {
  /**
   * The bearer token of whoever is signed in; `null` where nobody is. With `refresh` the last one was refused: a new
   * one is wanted, or `null` where only signing in again would help.
   */
  getToken(request: { readonly refresh: boolean }): string | null | Promise<string | null>;
  /** Called once when the session has ended, before the calls that noticed reject; again only after a new session. */
  onSessionExpired?: (() => void) | undefined;
}

/** Who asks. However many requests a token fails at once, it is refreshed once. */
export class Session {
  readonly #options: SessionOptions;
  #refreshing: Promise<string | null> | undefined;
  #expired = false;

  constructor(options: SessionOptions) {
    this.#options = options;
  }

  /** Sends with the token, and once more with a new one where the first is refused. */
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

  /** Another token than the one that was refused. */
  async #renew(refused: string | null): Promise<string | null> {
    // While this request was under way, another may have had the token refreshed already.
    const current = await this.#options.getToken({ refresh: false });
    if (current !== refused) return current;
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
