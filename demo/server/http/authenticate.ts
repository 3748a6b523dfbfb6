import type { Queryable } from '../database/database.ts';
import type { Operator } from '../roles.ts';
import { operatorOf } from '../sessions.ts';
import { RequestError } from './problems.ts';

/** Returns the token in an `Authorization` header. Throws `unauthenticated` (401) if there is none. */
export function bearerToken(header: string | undefined): string {
  const token = /^Bearer +([\w.~+/-]+=*)$/i.exec(header ?? '')?.[1];
  if (token === undefined) throw new RequestError('unauthenticated');
  return token;
}

/** Returns the operator who sent the request. */
export async function authenticate(db: Queryable, header: string | undefined): Promise<Operator> {
  const operator = await operatorOf(db, bearerToken(header));
  if (!operator) throw new RequestError('unauthenticated');
  return operator;
}
