import type { Named } from '../../../src/domain/customer.ts';
import { sql } from '../database/sql.ts';
import type { Handler } from './operation.ts';
import type { Ordering } from './ordering.ts';
import { countRows, readPage } from './page.ts';
import { finds } from './conditions.ts';

const byName: Ordering = [
  { by: sql`name_key`, type: 'text' },
  { by: sql`account_id`, type: 'text' },
];

/** Lists the business accounts that any customer can be assigned to. */
export const list: Handler = async ({ db, list }) => {
  const query = list();
  const accounts = {
    columns: sql`account_id as id, name`,
    from: sql`business_accounts`,
    where: query.text ? finds(query.text) : sql`true`,
    ordering: byName,
  };
  const page = await readPage(db, query, accounts, ({ id, name }: Named) => ({ id, name }));
  return { body: { ...page, total: await countRows(db, accounts) } };
};
