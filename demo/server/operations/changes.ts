import type { Customer } from '../../../src/domain/customer.ts';
import { maskedChange, memberChanges } from '../../../src/domain/member-changes.ts';
import { personalFields } from '../../../src/domain/masking.ts';
import type { ProfileChange } from '../../../src/domain/profile-change.ts';
import { insertRows, one } from '../database/database.ts';
import { nothing, sql } from '../database/sql.ts';
import { isMaskedFor } from '../roles.ts';
import { isAnyOf, isWithin } from './conditions.ts';
import type { Call, Handler, Seed } from './operation.ts';
import type { Ordering } from './ordering.ts';
import { countRows, readPage } from './page.ts';
import { instant } from './values.ts';

interface Row {
  readonly id: string;
  readonly at: Date;
  readonly record: Omit<ProfileChange, 'id' | 'customerId' | 'at'>;
}

const newestFirst: Ordering = [
  { by: sql`at`, type: 'timestamptz', descending: true },
  { by: sql`change_id`, type: 'text', descending: true },
];

export const list: Handler = async ({ db, operator, customerId, list }) => {
  const query = list();
  const kind = query.filter.get('kind');
  const { masked } = await one<{ masked: readonly string[] }>(
    db,
    sql`select masked from customers where customer_id = ${customerId}`,
  );
  const masks = isMaskedFor(operator) ? [...masked, ...personalFields] : masked;
  const changes = {
    columns: sql`change_id as id, at, record`,
    from: sql`customer_changes`,
    where: sql`
      customer_id = ${customerId} and ${isWithin(sql`at`, query.range)}
      ${kind === undefined ? nothing : isAnyOf(sql`kind_code`, kind)}`,
    ordering: newestFirst,
  };
  const page = await readPage(db, query, changes, ({ id, at, record }: Row) =>
    maskedChange({ ...record, id, customerId, at: instant(at) }, masks),
  );
  return { body: { ...page, total: await countRows(db, changes) } };
};

/** Records what a write changes, in the write's own transaction. */
export async function recordMemberChanges(
  { db, customerId, operator: { id, name } }: Call,
  before: Partial<Customer>,
  change: Partial<Customer>,
): Promise<void> {
  const rows = memberChanges(before, { ...before, ...change }).map((made) => ({
    customer_id: customerId,
    change_id: crypto.randomUUID(),
    record: { actor: { id, name }, ...made },
  }));
  if (rows.length > 0) await insertRows(db, 'customer_changes', rows);
}

export const seed: Seed = ({ lists }) => ({
  table: 'customer_changes',
  rows: lists.changes.map(({ id, customerId, at, ...record }) => ({
    customer_id: customerId,
    change_id: id,
    at,
    record,
  })),
});
