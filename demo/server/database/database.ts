import type { Sql } from './sql.ts';

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

/** Receives the payload of a notification, or `undefined` if notifications may have been missed. */
export type NotificationListener = (payload?: string) => void;

export interface Database extends Queryable {
  /** Runs `work` in a transaction. Rolls back if `work` rejects. */
  transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T>;
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
