import { portsChangedBy, type WriteName } from '../../../src/adapter/operations.ts';
import type { Queryable } from '../database/database.ts';
import { sql } from '../database/sql.ts';

/** A write that was carried out. */
export interface Written {
  readonly name: WriteName;
  readonly customerId: string;
  readonly recordId: string | undefined;
  readonly operatorId: string;
  readonly key: string;
}

/** Keeps what a write has changed, for whoever watches. The last thing in its transaction: all others wait for its end. */
export async function recordChanges(tx: Queryable, written: Written): Promise<void> {
  const ports = portsChangedBy(written.name);
  if (ports.length === 0) return;
  const { customerId, recordId = null, operatorId, key } = written;
  await tx.query(sql`
    insert into changes (customer_id, port, record_id, operator_id, idempotency_key)
    select ${customerId}, port, ${recordId}, ${operatorId}, ${key}
    from jsonb_array_elements_text(${JSON.stringify(ports)}::jsonb) as port`);
}

/** Anything may have changed, of any customer. */
export async function recordUpheaval(tx: Queryable): Promise<void> {
  await tx.query(sql`insert into changes default values`);
}
