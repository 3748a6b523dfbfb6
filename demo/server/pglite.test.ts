import { migrate } from './database/open.ts';
import { openPGlite } from './database/pglite.ts';
import { testServer } from './testing/suites.ts';

testServer('PGlite', async () => {
  const database = await openPGlite();
  await migrate(database);
  return { database, stop: async () => {} };
});
