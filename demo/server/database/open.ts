import { fileURLToPath } from 'node:url';
import type { Database } from './database.ts';
import { migrate } from './migrate.ts';
import { openPGlite } from './pglite.ts';
import { openPostgres } from './postgres.ts';

/** Where the data is: a PostgreSQL server's address, or the directory of the embedded one. */
export interface Store {
  readonly url?: string | undefined;
  readonly directory: string;
}

/** `DATABASE_URL` names a server; without it the data is in `DATA_DIRECTORY`, by default `.data` in the project. */
export const storeFromEnvironment = (environment: NodeJS.ProcessEnv = process.env): Store => ({
  url: environment['DATABASE_URL'] || undefined,
  directory: environment['DATA_DIRECTORY'] || fileURLToPath(new URL('../../../.data', import.meta.url)),
});

/** Opens the store, with its schema up to date. */
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
