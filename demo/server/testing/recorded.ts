// A file of its own because tests and benchmarks share it.
import type { Database, Queryable, Transaction } from '../database/database.ts';
import type { Sql } from '../database/sql.ts';

/** Returns the database, and the statements that have been run on it since. */
export function recorded(database: Database): { database: Database; statements: Sql[] } {
  const statements: Sql[] = [];
  const recording = (db: Queryable): Queryable => ({
    query: (statement) => {
      statements.push(statement);
      return db.query(statement);
    },
    script: (text) => db.script(text),
  });
  const recordingDatabase = {
    ...database,
    ...recording(database),
    transaction: <T>(work: (tx: Transaction) => Promise<T>) =>
      database.transaction((tx) => work({ ...recording(tx), copy: (target, rows) => tx.copy(target, rows) })),
  };
  return { database: recordingDatabase, statements };
}
