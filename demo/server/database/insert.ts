import type { Queryable } from './database.ts';
import { join, sql, Sql } from './sql.ts';

/**
 * Inserts many rows at once. Each row has a member for every column, `null` if unknown. `table` and the column names
 * are constants in the code, never input.
 */
export async function insertRows(db: Queryable, table: string, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  const into = identifier(table);
  // Columns are listed by name because generated columns must not be inserted.
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
