import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite, type Transaction } from '@electric-sql/pglite';
import type { Database, Queryable, Transaction as DatabaseTransaction } from './database.ts';
import { lock } from './lock.ts';
import type { Sql } from './sql.ts';

/**
 * Opens PostgreSQL inside this process, in a directory or in memory. It has a single connection, so transactions run
 * one after the other. It does not detect a second process in the same directory, which is why the directory is locked.
 */
export async function openPGlite(directory?: string): Promise<Database> {
  if (directory) mkdirSync(directory, { recursive: true });
  const release = directory ? lock(join(directory, 'lock')) : () => {};
  try {
    const store = await PGlite.create(directory ? { dataDir: join(directory, 'pgdata') } : {});
    return {
      ...queryable(store),
      transaction: (work) => store.transaction((tx) => work(transaction(tx))),
      async listen(channel, listener) {
        await store.listen(channel, listener);
      },
      async close() {
        await store.close();
        release();
      },
    };
  } catch (thrown) {
    release();
    throw thrown;
  }
}

const queryable = (store: PGlite | Transaction): Queryable => ({
  query: async <Row>({ text, values }: Sql) => (await store.query<Row>(text, [...values])).rows,
  script: async (text) => {
    await store.exec(text);
  },
});

const transaction = (tx: Transaction): DatabaseTransaction => ({
  ...queryable(tx),
  async copy(target, rows) {
    // Each statement reads a file in memory, which is why the rows are copied in parts.
    for await (const part of rows) await tx.query(`copy ${target} from '/dev/blob'`, [], { blob: new Blob([part]) });
  },
});
