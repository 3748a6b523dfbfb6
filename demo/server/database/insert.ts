import type { Queryable } from './database.ts';
import { join, sql, Sql } from './sql.ts';

/**
 * Adds many rows at once. A row has a member for each column, by the column's name, and `null` where nothing is
 * known. `table` is one of ours, never a name from outside, and so are the columns.
 */
export async function insertRows(db: Queryable, table: string, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  const into = identifier(table);
  // By name: what the database computes by itself is not inserted.
  const columns = join([...new Set(rows.flatMap(Object.keys))].map(identifier));
  for (let start = 0; start < rows.length; start += batch) {
    const values = JSON.stringify(rows.slice(start, start + batch));
    await db.query(sql`
      insert into ${into} (${columns})
      select ${columns} from jsonb_populate_recordset(null::${into}, ${values}::jsonb)`);
  }
}

const identifier = (name: string): Sql => new Sql([`"${name}"`], []);

const batch = 5_000;
