import { fileURLToPath } from 'node:url';
import type { Database } from './database.ts';
import { migrate } from './migrate.ts';
import { openPGlite } from './pglite.ts';
import { openPostgres } from './postgres.ts';

/** The location of the data: the URL of a PostgreSQL server, or the directory of the embedded database. */
export interface Store {
  readonly url?: string | undefined;
  readonly directory: string;
}

/** Returns the server in `DATABASE_URL`, or else the directory in `DATA_DIRECTORY`. Default: `.data` in the project. */
export const storeFromEnvironment = (environment: NodeJS.ProcessEnv = process.env): Store => ({
  url: environment['DATABASE_URL'] || undefined,
  directory: environment['DATA_DIRECTORY'] || fileURLToPath(new URL('../../../.data', import.meta.url)),
});

/** Opens the database and migrates its schema. */
export async function openDatabase({ url, directory }: Store): Promise<Database> {
  const database = url ? await openPostgres(url) : await openPGlite(directory);
  try {
    await migrate(database);
  } catch (thrown) {
    await database.close();
    throw thrown;
  }
  return database;
}
