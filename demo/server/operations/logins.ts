import { maskedLogin, type Login } from '../../../src/domain/login.ts';
import { nothing, sql } from '../database/sql.ts';
import { isMaskedFor } from '../roles.ts';
import { isAnyOf, isWithin } from './conditions.ts';
import type { Handler, Seed } from './operation.ts';
import type { Ordering } from './ordering.ts';
import { countRows, readPage } from './page.ts';
import { instant } from './values.ts';

interface Row {
  readonly id: string;
  readonly at: Date;
  readonly record: Omit<Login, 'id' | 'customerId' | 'at'>;
}

const newestFirst: Ordering = [
  { by: sql`at`, type: 'timestamptz', descending: true },
  { by: sql`login_id`, type: 'text', descending: true },
];

export const list: Handler = async ({ db, operator, customerId, list }) => {
  const query = list();
  const outcome = query.filter.get('outcome');
  const logins = {
    columns: sql`login_id as id, at, record`,
    from: sql`logins`,
    where: sql`
      customer_id = ${customerId} and ${isWithin(sql`at`, query.range)}
      ${outcome === undefined ? nothing : isAnyOf(sql`outcome_code`, outcome)}`,
    ordering: newestFirst,
  };
  const page = await readPage(db, query, logins, ({ id, at, record }: Row): Login => {
    const login = { ...record, id, customerId, at: instant(at) };
    return isMaskedFor(operator) ? maskedLogin(login) : login;
  });
  return { body: { ...page, total: await countRows(db, logins) } };
};

/** Customers do not sign in to this server, so it has only the logins of the demo's shop. */
export const seed: Seed = ({ lists }) => ({
  table: 'logins',
  rows: lists.logins.map(({ id, customerId, at, ...record }) => ({
    customer_id: customerId,
    login_id: id,
    at,
    record,
  })),
});
