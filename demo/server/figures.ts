// A file of its own because the seed, the import and tests share it.
import type { Queryable } from './database/database.ts';
import { sql } from './database/sql.ts';

/**
 * Recomputes the figures over all orders of some customers, or of all, and copies their payments and refunds to the list
 * of transactions. Call it after writing orders or their lines, in the same transaction.
 */
export async function refreshFigures(tx: Queryable, customerIds?: readonly string[]): Promise<void> {
  const ids = customerIds === undefined ? null : JSON.stringify(customerIds);
  const customers = sql`
    case when ${ids}::text is not null then array(select jsonb_array_elements_text(${ids}::jsonb)) end`;
  await tx.query(sql`select refresh_figures(${customers}), refresh_transactions(${customers})`);
}
