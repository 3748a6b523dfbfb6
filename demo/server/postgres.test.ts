import { postgresMissing, startPostgres } from '../../tools/postgres.mjs';
import { openDatabase } from './database/open.ts';
import { testServer } from './testing/suites.ts';

testServer(
  'PostgreSQL',
  async () => {
    const { url, stop } = await startPostgres();
    return { database: await openDatabase({ url, directory: '' }), stop };
  },
  postgresMissing(),
);
