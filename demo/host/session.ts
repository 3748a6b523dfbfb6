/** What the server answers to a sign-in. */
export interface Session {
  readonly token: string;
  readonly operator: { readonly id: string; readonly name: string; readonly role: string };
}

const key = 'kiln-lane-session';

/** Who is signed in, in this tab. It is the host that keeps the token; the library never does. */
export function readSession(): Session | undefined {
  const kept = sessionStorage.getItem(key);
  return kept === null ? undefined : (JSON.parse(kept) as Session);
}

export async function signIn(login: string, password: string): Promise<Session> {
  const answer = await fetch('/api/session', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ login, password }),
  });
  const said = (await answer.json()) as Session & { readonly reason?: string };
  if (!answer.ok) throw new Error(said.reason ?? 'The server could not answer. Try again.');
  sessionStorage.setItem(key, JSON.stringify(said));
  return said;
}

/** Forgets who was signed in, whose token the server no longer knows. */
export const forgetSession = (): void => sessionStorage.removeItem(key);

/** The server forgets the token; this tab does, whether the server answers or not. */
export async function signOut({ token }: Session): Promise<void> {
  forgetSession();
  await fetch('/api/session', { method: 'DELETE', headers: { Authorization: `Bearer ${token}` } }).catch(() => {});
}
