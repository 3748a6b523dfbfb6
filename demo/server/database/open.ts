import { fileURLToPath } from 'node:url';
import { type Database, one } from './database.ts';
import { partitionTables } from './partition.ts';
import { openPGlite } from './pglite.ts';
import { openPostgres } from './postgres.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { sql } from './sql.ts';

const folder = new URL('../migrations/', import.meta.url);

/**
 * Applies the numbered files in `migrations/` that have not been applied yet, all of them or none. With a number of
 * partitions, the tables of customers are partitioned.
 */
export async function migrate(database: Database, partitions = 0): Promise<void> {
  await database.transaction(async (tx) => {
    // If two servers start on the same database at once, the second waits and then finds the migrations applied.
    await tx.query(sql`select pg_advisory_xact_lock(${lockId})`);
    await tx.script(
      'create table if not exists migrations (name text primary key, applied_at timestamptz not null default now())',
    );
    for (const name of readdirSync(folder).sort()) {
      const { applied } = await one<{ applied: boolean }>(
        tx,
        sql`select exists (select 1 from migrations where name = ${name}) as applied`,
      );
      if (applied) continue;
      await tx.script(readFileSync(new URL(name, folder), 'utf8'));
      await tx.query(sql`insert into migrations (name) values (${name})`);
    }
    if (partitions > 0) await partitionTables(tx, partitions);
  });
}

/** An arbitrary advisory lock id that nothing else uses on this database. */
const lockId = 417_300_001;

/** The location of the data: the URL of a PostgreSQL server, or the directory of the embedded database. */
export interface Store {
  readonly url?: string | undefined;
  readonly directory: string;
  /** The number of partitions of each table of customers. Default: 0, for tables that are not partitioned. */
  readonly partitions?: number | undefined;
}

/**
 * Returns the server in `DATABASE_URL`, or else the directory in `DATA_DIRECTORY`. Default: `.data` in the project.
 * `PARTITIONS` is the number of partitions.
 */
export const storeFromEnvironment = (environment: NodeJS.ProcessEnv = process.env): Store => ({
  url: environment['DATABASE_URL'] || undefined,
  directory: environment['DATA_DIRECTORY'] || fileURLToPath(new URL('../../../.data', import.meta.url)),
  partitions: partitionsIn(environment['PARTITIONS']),
});

function partitionsIn(setting: string | undefined): number | undefined {
  if (!setting) return undefined;
  const partitions = Number(setting);
  if (Number.isInteger(partitions) && partitions > 0 && partitions <= 1000) return partitions;
  throw new Error('PARTITIONS must be a number of partitions, such as 8.');
}

/** Opens the database and migrates its schema. */
export async function openDatabase({ url, directory, partitions }: Store): Promise<Database> {
  const database = url ? await openPostgres(url) : await openPGlite(directory);
  try {
    await migrate(database, partitions);
  } catch (thrown) {
    await database.close();
    throw thrown;
  }
  return database;
}
