import { Sql, join, sql } from './sql.ts';

/** A store, or a transaction on it, that runs SQL in the dialect of PostgreSQL 15. */
export interface Queryable {
  /**
   * Runs one statement and returns its rows. Both stores return the same JavaScript types for the SQL types in use:
   * `numeric` as string, `integer` as number, `timestamptz` as `Date`, `jsonb` parsed. They differ for `bigint`, which
   * is therefore always cast to text.
   */
  query<Row>(statement: Sql): Promise<Row[]>;
  /** Runs any number of statements without parameters. */
  script(text: string): Promise<void>;
}

/** A transaction. */
export interface Transaction extends Queryable {
  /**
   * Appends rows to a table with COPY, which takes a fraction of the time that inserting them does. `target` is a table
   * with its columns, `orders (number, total)`, a constant in the code. `rows` yields rows in the text format of COPY, any
   * number at once. Rejects with the error that `rows` throws.
   */
  copy(target: string, rows: AsyncIterable<string>): Promise<void>;
}

/** Receives the payload of a notification, or `undefined` if notifications may have been missed. */
export type NotificationListener = (payload?: string) => void;

export interface Database extends Queryable {
  /** Runs `work` in a transaction. Rolls back if `work` rejects. */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /**
   * Subscribes to a channel until the database is closed. Receives notifications from every process that uses the
   * store.
   */
  listen(channel: string, listener: NotificationListener): Promise<void>;
  close(): Promise<void>;
}

/** Returns the single row of a statement that always has one. */
export async function one<Row>(db: Queryable, statement: Sql): Promise<Row> {
  const [row] = await db.query<Row>(statement);
  if (row === undefined) throw new Error('The statement returned no row');
  return row;
}

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
