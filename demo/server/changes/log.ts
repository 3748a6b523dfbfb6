import type { Topic } from '../../../src/adapter/adapter.ts';
import { one, type Queryable } from '../database/database.ts';
import { sql } from '../database/sql.ts';

/** A stored change. Without a customer, any data may have changed. */
export interface StoredChange {
  /** Ids increase with time. */
  readonly id: number;
  readonly customerId: string | null;
  readonly port: string | null;
  readonly recordId: string | null;
  readonly operatorId: string | null;
  readonly key: string | null;
}

interface Row extends Omit<StoredChange, 'id'> {
  readonly id: string;
}

const toStoredChange = (row: Row): StoredChange => ({ ...row, id: Number(row.id) });

/** Returns the id of the latest change. */
export async function latest(db: Queryable): Promise<number> {
  const { id } = await one<{ id: string }>(db, sql`select coalesce(max(change_id), 0)::text as id from changes`);
  return Number(id);
}

/** Returns the id after which the changes of the last `seconds` seconds start. */
export async function before(db: Queryable, seconds: number): Promise<number> {
  const { id } = await one<{ id: string }>(
    db,
    sql`
      select coalesce(
        (select max(change_id) from changes where changed_at < clock_timestamp() - ${seconds} * interval '1 second'),
        (select min(change_id) - 1 from changes), 0)::text as id`,
  );
  return Number(id);
}

/** Returns the changes after an id, in order, up to a maximum number. */
export async function after(db: Queryable, id: number, maxRows: number): Promise<readonly StoredChange[]> {
  const rows = await db.query<Row>(sql`
    select change_id::text as id, customer_id as "customerId", port, record_id as "recordId",
      operator_id as "operatorId", idempotency_key as key
    from changes where change_id > ${id}::bigint order by change_id limit ${maxRows}`);
  return rows.map(toStoredChange);
}

/**
 * Returns the latest change of each topic after an id. A change contains its record and its writer only if it is the
 * only one of its topic. Returns `undefined` if some of the changes have been deleted.
 */
export async function missed(
  db: Queryable,
  topics: readonly Topic[],
  id: number,
): Promise<readonly StoredChange[] | undefined> {
  const rows = await db.query<Row>(sql`
    select max(change_id)::text as id, max(changes.customer_id) as "customerId", changes.port,
      case when count(*) = 1 then min(record_id) end as "recordId",
      case when count(*) = 1 then min(operator_id) end as "operatorId",
      min(idempotency_key) as key
    from changes
    left join jsonb_to_recordset(${JSON.stringify(topics)}::jsonb) as topic ("customerId" text, port text)
      on coalesce(topic."customerId", changes.customer_id) = changes.customer_id and topic.port = changes.port
    where change_id > ${id}::bigint and (topic.port is not null or changes.customer_id is null)
    group by topic."customerId", changes.port`);
  // This query runs last, so that it also detects changes that were deleted during the first.
  const { complete } = await one<{ complete: boolean }>(
    db,
    sql`
      select coalesce(${id}::bigint between min(change_id) - 1 and max(change_id), ${id}::bigint = 0) as complete
      from changes`,
  );
  return complete ? rows.map(toStoredChange) : undefined;
}
