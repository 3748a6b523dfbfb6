import type { Queryable } from './database.ts';
import { sql, Sql } from './sql.ts';

/**
 * Adds many rows at once. A row has a member for each column, by the column's name, and `null` where nothing is
 * known: defaults do not apply. `table` is one of ours, never a name from outside.
 */
export async function insertRows(db: Queryable, table: string, rows: readonly object[]): Promise<void> {
  const into = new Sql([`insert into ${table} select * from jsonb_populate_recordset(null::${table}, `], []);
  for (let start = 0; start < rows.length; start += batch) {
    await db.query(sql`${into}${JSON.stringify(rows.slice(start, start + batch))}::jsonb)`);
  }
}

const batch = 5_000;
