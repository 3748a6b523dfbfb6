import { createHash } from 'node:crypto';
import { one, type Queryable } from '../database/database.ts';
import { nothing, sql } from '../database/sql.ts';
import type { Answer } from '../operations/operation.ts';
import { invalid, RequestError } from './problems.ts';

/** The scope of an idempotency key. Keys of other operators or routes are independent. */
export interface Intention {
  /** `undefined`: the write belongs to no customer. */
  readonly customerId: string | undefined;
  readonly operatorId: string;
  /** Method and path. */
  readonly route: string;
  readonly key: string;
  readonly body: unknown;
}

/**
 * Carries out a write once for its key. Stores the response in the write's transaction for 24 hours and returns it to
 * repeated requests. A rejected write stores nothing and can be retried.
 */
export async function once(tx: Queryable, intention: Intention, write: () => Promise<Answer>): Promise<Answer> {
  const { customerId, operatorId, route, key } = intention;
  const bodyHash = createHash('sha256')
    .update(JSON.stringify(intention.body ?? null))
    .digest('base64url');
  await rejectWhileRunning(tx, JSON.stringify([customerId, operatorId, route, key]));

  const { table, owner, ownerColumn, isOwn } = keysOf(customerId);
  const [stored] = await tx.query<{ bodyHash: string; answer: Answer }>(sql`
    select body_hash as "bodyHash", answer from ${table}
    where ${isOwn} operator_id = ${operatorId} and route = ${route} and key = ${key}
      and created_at > now() - interval '24 hours'`);
  if (stored && stored.bodyHash !== bodyHash) throw invalid({ 'Idempotency-Key': 'was used for another request' });
  if (stored) return stored.answer;

  const answer = await write();
  await tx.query(sql`
    insert into ${table} (${ownerColumn} operator_id, route, key, body_hash, answer)
    values (${owner} ${operatorId}, ${route}, ${key}, ${bodyHash}, ${JSON.stringify(answer)}::jsonb)
    on conflict (${ownerColumn} operator_id, route, key)
    do update set body_hash = excluded.body_hash, answer = excluded.answer, created_at = excluded.created_at`);
  return answer;
}

/** The table of the keys, and the part of a query that names the customer. */
const keysOf = (customerId: string | undefined) =>
  customerId === undefined
    ? { table: sql`shared_idempotency_keys`, owner: nothing, ownerColumn: nothing, isOwn: nothing }
    : {
        table: sql`idempotency_keys`,
        owner: sql`${customerId},`,
        ownerColumn: sql`customer_id,`,
        isOwn: sql`customer_id = ${customerId} and`,
      };

/** Throws if another transaction with this key is running, instead of waiting for it. */
async function rejectWhileRunning(tx: Queryable, intention: string): Promise<void> {
  const { free } = await one<{ free: boolean }>(
    tx,
    sql`select pg_try_advisory_xact_lock(hashtextextended(${intention}, 0)) as free`,
  );
  if (!free) throw new RequestError('unavailable', { retryable: true, retryAfter: 1 }, 409);
}
