import { noReseller } from '../../../src/adapters/memory/reseller.ts';
import type { ResellerRecord, ResellerChange } from '../../../src/domain/reseller.ts';
import { one, type Queryable } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { RequestError } from '../http/problems.ts';
import type { Answer, Handler, Seed } from './operation.ts';
import { instant } from './values.ts';

interface Row {
  readonly version: string;
  readonly record: Omit<ResellerRecord, 'customerId' | 'version'>;
}

const columns = sql`version::text as version, record`;

export const get: Handler = async ({ db, customerId }) => answerOf(customerId, await read(db, customerId));

/** Changes details. Of two concurrent changes, the second waits, and then finds the version of the first. */
export const update: Handler<ResellerChange> = async ({ db, customerId, operator, ifVersion, body }) => {
  // The row of the details may not exist yet, so that of the customer is locked.
  await db.query(sql`select 1 from customers where customer_id = ${customerId} for no key update`);
  const row = await read(db, customerId);
  if (row.version !== ifVersion) throw new RequestError('conflict', { current: answerOf(customerId, row).body });
  const { at } = await one<{ at: Date }>(db, sql`select date_trunc('second', now())::timestamptz as at`);
  const updatedBy = { id: operator.id, name: operator.name };
  const record = { ...row.record, ...body, updatedAt: instant(at), updatedBy };
  const stored = await one<Row>(
    db,
    sql`
      insert into reseller_details (customer_id, record) values (${customerId}, ${JSON.stringify(record)}::jsonb)
      on conflict (customer_id) do update set record = excluded.record, version = reseller_details.version + 1
      returning ${columns}`,
  );
  return answerOf(customerId, stored);
};

async function read(db: Queryable, customerId: string): Promise<Row> {
  const [row] = await db.query<Row>(sql`select ${columns} from reseller_details where customer_id = ${customerId}`);
  return row ?? noReseller;
}

const answerOf = (customerId: string, { version, record }: Row): Answer => ({
  body: { ...record, customerId, version } satisfies ResellerRecord,
  version,
});

export const seed: Seed = ({ resellers }) => ({
  table: 'reseller_details',
  rows: resellers.map(({ customerId, version = '1', ...record }) => ({ customer_id: customerId, version, record })),
});
