/** The server's response to a sign-in. */
export interface Session {
  readonly token: string;
  readonly operator: { readonly id: string; readonly name: string; readonly role: string };
}

const key = 'kiln-lane-session';

/** Returns the session of this tab. The host stores the token; the library never does. */
export function readSession(): Session | undefined {
  const stored = sessionStorage.getItem(key);
  return stored === null ? undefined : (JSON.parse(stored) as Session);
}

export async function signIn(login: string, password: string): Promise<Session> {
  const answer = await fetch('/api/session', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ login, password }),
  });
  const response = (await answer.json()) as Session & { readonly reason?: string };
  if (!answer.ok) throw new Error(response.reason ?? 'The server could not answer. Try again.');
  sessionStorage.setItem(key, JSON.stringify(response));
  return response;
}

/** Deletes the stored session, whose token the server no longer accepts. */
export const forgetSession = (): void => sessionStorage.removeItem(key);

/** Revokes the token on the server, and deletes the session of this tab even if the server does not respond. */
export async function signOut({ token }: Session): Promise<void> {
  forgetSession();
  await fetch('/api/session', { method: 'DELETE', headers: { Authorization: `Bearer ${token}` } }).catch(() => {});
}
