import { createHash, randomBytes } from 'node:crypto';
import type { Queryable } from './database/database.ts';
import { sql } from './database/sql.ts';
import { isPassword } from './passwords.ts';
import type { Operator } from './roles.ts';

/** The result of signing in. The token is returned only here; the database stores its hash. */
export interface Session {
  readonly token: string;
  readonly expiresAt: string;
  readonly operator: Operator;
}

/** Returns the id of a session, which does not reveal its token. */
export const sessionIdOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** Signs in an operator. Returns `undefined` both for a wrong password and for an unknown operator. */
export async function signIn(db: Queryable, login: string, password: string): Promise<Session | undefined> {
  const [found] = await db.query<Operator & { passwordHash: string }>(sql`
    select operator_id as id, name, role, password_hash as "passwordHash" from operators
    where login = ${login}`);
  if (!(await isPassword(password, found?.passwordHash)) || !found) return undefined;
  const token = randomBytes(32).toString('base64url');
  const [session] = await db.query<{ expiresAt: Date }>(sql`
    insert into sessions (token_hash, operator_id, expires_at)
    values (${sessionIdOf(token)}, ${found.id}, now() + interval '12 hours')
    returning expires_at as "expiresAt"`);
  const { id, name, role } = found;
  return session && { token, expiresAt: session.expiresAt.toISOString(), operator: { id, name, role } };
}

/** Returns the operator of a token, or `undefined` if the token is unknown or expired. */
export async function operatorOf(db: Queryable, token: string): Promise<Operator | undefined> {
  const [operator] = await db.query<Operator>(sql`
    select operator_id as id, name, role from sessions join operators using (operator_id)
    where token_hash = ${sessionIdOf(token)} and expires_at > now()`);
  return operator;
}

export async function signOut(db: Queryable, token: string): Promise<void> {
  await db.query(sql`delete from sessions where token_hash = ${sessionIdOf(token)}`);
}
