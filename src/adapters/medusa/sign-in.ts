import * as v from 'valibot';
import { checked, httpError, networkError } from '../../adapter/toolkit/index.ts';

export interface SignInOptions {
  /** The URL of the server: `https://shop.example`. */
  readonly url: string;
  readonly email: string;
  readonly password: string;
  readonly fetch?: typeof globalThis.fetch | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Signs a user of the admin in and returns the token for `getToken`, valid for a day. For servers, scripts and demos: in a
 * page, your own sign-in does it, and widgets never see a password.
 *
 * Rejects with `unauthenticated` if Medusa does not accept the password.
 */
export async function signIn({ url, email, password, signal, ...options }: SignInOptions): Promise<string> {
  try {
    const { fetch = globalThis.fetch } = options;
    const response = await fetch.call(globalThis, `${url.replace(/\/$/, '')}/auth/user/emailpass`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email, password }),
      signal: signal ?? null,
      credentials: 'omit',
    });
    const answer: unknown = await response.json().catch(() => undefined);
    if (!response.ok) throw httpError(response, answer);
    return checked(v.object({ token: v.string() }), 'answer')(answer).token;
  } catch (thrown) {
    throw networkError(thrown, { signal });
  }
}
