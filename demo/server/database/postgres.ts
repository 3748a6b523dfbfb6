import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Database, Queryable, Transaction } from './database.ts';
import { PostgresListener } from './postgres-listener.ts';
import type { Sql } from './sql.ts';

/** Opens a PostgreSQL server through a connection pool. */
export async function openPostgres(url: string): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    // Statements are short, but the estimate of some is high enough for PostgreSQL to compile them, which took 9 of the
    // 18 ms of a search in 47,000 orders.
    onConnect: async (client) => {
      await client.query('set jit = off');
    },
  });
  // The pool replaces a broken idle connection at the next query. Without a listener, the event would end the process.
  pool.on('error', (error) => console.error(`A database connection was lost: ${error.message}`));
  try {
    await pool.query('select 1');
  } catch (thrown) {
    await pool.end();
    // If a host has several addresses and all of them refuse, the error has no message.
    const { message = '', code = '' } = thrown as Partial<Error & { code: string }>;
    throw new Error(`The database of DATABASE_URL could not be opened: ${message || code}`, { cause: thrown });
  }
  const listener = new PostgresListener(url);
  return {
    ...queryable(pool),
    transaction: (work) => transaction(pool, work),
    listen: (channel, onNotification) => listener.listen(channel, onNotification),
    async close() {
      await listener.close();
      await pool.end();
    },
  };
}

async function transaction<T>(pool: pg.Pool, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let lost = false;
  const onError = (): void => {
    // Running queries reject by themselves. Without a listener, the event would end the process.
    lost = true;
  };
  client.on('error', onError);
  try {
    await client.query('begin');
    const result = await work({
      ...queryable(client),
      copy: (target, rows) => pipeline(Readable.from(rows), client.query(copyFrom(`copy ${target} from stdin`))),
    });
    await client.query('commit');
    return result;
  } catch (thrown) {
    await client.query('rollback').catch(onError);
    throw thrown;
  } finally {
    client.off('error', onError);
    client.release(lost);
  }
}

const queryable = (connection: pg.Pool | pg.PoolClient): Queryable => ({
  query: async <Row>({ text, values }: Sql) =>
    // `pg` requires its own row type; the actual type depends on the statement.
    (await connection.query<Row & pg.QueryResultRow>(text, [...values])).rows,
  script: async (text) => {
    await connection.query(text);
  },
});
