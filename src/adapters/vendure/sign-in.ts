import { AdapterError } from '../../adapter/adapter-error.ts';
import { graphqlData, httpError, networkError } from '../../adapter/toolkit/index.ts';
import { parseJson } from '../../adapter/toolkit/http-client.ts';

export interface SignInOptions {
  /** The URL of the Admin API: `https://shop.example/admin-api`. */
  readonly url: string;
  readonly username: string;
  readonly password: string;
  readonly fetch?: typeof globalThis.fetch | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Signs an administrator in and returns the token of the session, for `getToken`. For servers, scripts and demos: in a
 * page, your own sign-in does it, and widgets never see a password.
 *
 * Rejects with `unauthenticated` if Vendure does not accept the password.
 */
export async function signIn({ url, username, password, signal, ...options }: SignInOptions): Promise<string> {
  try {
    const { fetch = globalThis.fetch } = options;
    const response = await fetch.call(globalThis, url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ query: document, variables: { username, password } }),
      signal: signal ?? null,
      credentials: 'omit',
      // A redirect may lead to another origin, and the password with it.
      redirect: 'error',
    });
    const answer = parseJson(await response.text());
    if (!response.ok) throw httpError(response, answer);
    const { login } = graphqlData(answer) as { readonly login?: { readonly __typename?: string } };
    const token = response.headers.get('vendure-auth-token');
    if (login?.__typename !== 'CurrentUser' || !token) throw new AdapterError('unauthenticated');
    return token;
  } catch (thrown) {
    throw networkError(thrown, { signal });
  }
}

const document = `mutation SignIn($username: String!, $password: String!) {
  login(username: $username, password: $password) { __typename }
}`;
