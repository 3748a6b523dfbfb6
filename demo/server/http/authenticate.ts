import type { Queryable } from '../database/database.ts';
import type { Operator } from '../roles.ts';
import { operatorOf } from '../sessions.ts';
import { Refusal } from './refusal.ts';

/** The token of an `Authorization` header; throws what makes a 401 where there is none. */
export function bearerToken(header: string | undefined): string {
  const token = /^Bearer +([\w.~+/-]+=*)$/i.exec(header ?? '')?.[1];
  if (token === undefined) throw new Refusal('unauthenticated');
  return token;
}

/** Who asks. */
export async function authenticate(db: Queryable, header: string | undefined): Promise<Operator> {
  const operator = await operatorOf(db, bearerToken(header));
  if (!operator) throw new Refusal('unauthenticated');
  return operator;
}
