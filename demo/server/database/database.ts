import type { Sql } from './sql.ts';

/** What SQL is sent to: a store, or a transaction on it. The dialect is that of PostgreSQL 15. */
export interface Queryable {
  /**
   * The rows of one statement. Both stores answer alike for the types that are used here: `numeric` as text,
   * `integer` as number, `timestamptz` as `Date`, `jsonb` parsed. They differ on `bigint`, which is therefore always
   * cast to text.
   */
  query<Row>(statement: Sql): Promise<Row[]>;
  /** Any number of statements without parameters. */
  script(text: string): Promise<void>;
}

/** Called with what a notification carries; with nothing, where some may have been missed. */
export type Heard = (payload?: string) => void;

export interface Database extends Queryable {
  /** Everything or nothing: rolled back where `work` rejects. */
  transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T>;
  /** Hears every notification on a channel, whichever process of the store sent it, until the database is closed. */
  listen(channel: string, heard: Heard): Promise<void>;
  close(): Promise<void>;
}

/** The row of a statement that always has one. */
export async function one<Row>(db: Queryable, statement: Sql): Promise<Row> {
  const [row] = await db.query<Row>(statement);
  if (row === undefined) throw new Error('The statement gave no row');
  return row;
}
