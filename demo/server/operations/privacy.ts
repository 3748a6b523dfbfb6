import { erasureChange, noErasure, requested, shopStatements } from '../../../src/adapters/memory/privacy.ts';
import { codeOf } from '../../../src/domain/field.ts';
import type { Actor } from '../../../src/domain/operator.ts';
import {
  canRequestErasure,
  type CustomerPrivacy,
  type Erasure,
  type ErasureInput,
} from '../../../src/domain/privacy.ts';
import { portsChangedBy } from '../../../src/adapter/operations.ts';
import { insertRows, one, type Database, type Queryable } from '../database/database.ts';
import { nothing, sql, type Sql } from '../database/sql.ts';
import { notFound, RequestError } from '../http/problems.ts';
import type { Answer, Call, Handler } from './operation.ts';
import { instant } from './values.ts';

interface Row {
  readonly version: string;
  readonly erasure: Erasure;
}

export const get: Handler = async ({ db, customerId }) => answerOf(customerId, await read(db, customerId));

export const requestErasure: Handler<ErasureInput> = (call) =>
  move(call, (before, at) => {
    if (!canRequestErasure(before)) throw alreadyIn(before);
    return requested(call.body, at, { id: call.operator.id, name: call.operator.name });
  });

export const withdrawErasure: Handler = (call) =>
  move(call, (before) => {
    if (codeOf(before.state) !== 'requested') throw alreadyIn(before);
    return noErasure.erasure;
  });

/** Decides about a request, for the host. `done` erases the data at once; `refused` needs a reason. */
export interface Decision {
  readonly state: 'in-progress' | 'done' | 'refused';
  readonly reason?: string;
}

/** Records a decision of the host about a customer's request, and carries it out. Subscribers are notified. */
export async function decideErasure(database: Database, customerId: string, decision: Decision): Promise<void> {
  const { state, reason = null } = decision;
  if (state === 'refused' && !reason) throw new Error('A refusal needs a reason.');
  await database.transaction(async (tx) => {
    const { erasure: before } = await read(tx, customerId, sql`for update`);
    if (!['requested', 'in-progress'].includes(codeOf(before.state))) throw notFound();
    if (state === 'done') await tx.query(sql`select erase_customer(${customerId})`);
    const erasure = { ...before, state, decidedAt: await now(tx), reason };
    await store(tx, { customerId, before, erasure, actor: null });
    const changed = state === 'done' ? null : customerId;
    // Everything of an erased customer has changed, also in what shows several customers.
    for (const port of changed === null ? [null] : portsChangedBy('privacy.requestErasure'))
      await tx.query(sql`insert into changes (customer_id, port) values (${changed}, ${port})`);
  });
}

/** Replaces the state that the change is based on. Of two concurrent changes, the second waits. */
async function move(call: Call, moved: (before: Erasure, at: string) => Erasure): Promise<Answer> {
  const { db, customerId, ifVersion, operator } = call;
  // The row of an erasure may not exist yet, so that of the customer is locked.
  await db.query(sql`select 1 from customers where customer_id = ${customerId} for no key update`);
  const row = await read(db, customerId);
  if (row.version !== ifVersion) throw new RequestError('conflict', { current: answerOf(customerId, row).body });
  const erasure = moved(row.erasure, await now(db));
  const actor = { id: operator.id, name: operator.name };
  return answerOf(customerId, await store(db, { customerId, before: row.erasure, erasure, actor }));
}

interface Change {
  readonly customerId: string;
  readonly before: Erasure;
  readonly erasure: Erasure;
  readonly actor: Actor | null;
}

/** Stores a state, and records it in the log of changes. */
async function store(db: Queryable, { customerId, before, erasure, actor }: Change): Promise<Row> {
  const row = await one<Row>(
    db,
    sql`
      insert into erasures (customer_id, record) values (${customerId}, ${JSON.stringify(erasure)}::jsonb)
      on conflict (customer_id) do update set record = excluded.record, version = erasures.version + 1
      returning version::text as version, record as erasure`,
  );
  const record = { actor, ...erasureChange(before, erasure) };
  await insertRows(db, 'customer_changes', [{ customer_id: customerId, change_id: crypto.randomUUID(), record }]);
  return row;
}

async function read(db: Queryable, customerId: string, lock: Sql = nothing): Promise<Row> {
  const [row] = await db.query<Row>(sql`
    select version::text as version, record as erasure from erasures where customer_id = ${customerId} ${lock}`);
  return row ?? noErasure;
}

async function now(db: Queryable): Promise<string> {
  const { at } = await one<{ at: Date }>(db, sql`select date_trunc('second', now())::timestamptz as at`);
  return instant(at);
}

const alreadyIn = ({ state }: Erasure): RequestError =>
  new RequestError('validation', { reason: `The state of the erasure is “${codeOf(state)}”.` });

function answerOf(customerId: string, { version, erasure }: Row): Answer {
  const privacy: CustomerPrivacy = { customerId, version, statements: [...shopStatements], erasure };
  return { body: privacy, version };
}
