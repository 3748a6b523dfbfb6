import { portsChangedBy, type PortName, type WriteName } from '../../../src/adapter/operations.ts';
import type { Queryable } from '../database/database.ts';
import { sql } from '../database/sql.ts';

/** A completed write. */
export interface Written {
  readonly name: WriteName;
  readonly customerId: string;
  readonly recordId: string | undefined;
  readonly operatorId: string;
  readonly key: string;
}

/**
 * Stores the changes of a write for subscribers. Call it last in the write's transaction: it takes a lock that all
 * other writes wait for.
 */
export async function recordChanges(tx: Queryable, written: Written): Promise<void> {
  const ports = portsChangedBy(written.name);
  if (ports.length === 0) return;
  const { customerId, recordId = null, operatorId, key } = written;
  await tx.query(sql`
    insert into changes (customer_id, port, record_id, operator_id, idempotency_key)
    select ${customerId}, port, ${recordId}, ${operatorId}, ${key}
    from jsonb_array_elements_text(${JSON.stringify(ports)}::jsonb) as port`);
}

/** Records a change that the platform itself has made, to data of a port that belongs to no customer. */
export async function recordPlatformChange(tx: Queryable, port: PortName): Promise<void> {
  await tx.query(sql`insert into changes (customer_id, port) values ('', ${port})`);
}

/** Records that any data of any customer may have changed. */
export async function recordFullChange(tx: Queryable): Promise<void> {
  await tx.query(sql`insert into changes default values`);
}
