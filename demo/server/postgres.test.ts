import assert from 'node:assert/strict';
import { it } from 'node:test';
import { postgresMissing, startPostgres } from '../../tools/postgres.mjs';
import { openDatabase } from './database/open.ts';
import { sql } from './database/sql.ts';
import { testConcurrentChanges } from './testing/changes-concurrent.ts';
import { testConcurrency } from './testing/concurrency.ts';
import { testServer } from './testing/suites.ts';

let address = '';

testServer(
  'PostgreSQL',
  async () => {
    const { url, stop } = await startPostgres();
    address = url;
    return { database: await openDatabase({ url, directory: '' }), stop };
  },
  {
    skip: postgresMissing(),
    wholeDataSet: true,
    more: [
      (server) => testConcurrency(server, () => address),
      (server) => testConcurrentChanges(server, () => address),
      (server) =>
        it('does not compile statements', async () => {
          assert.deepEqual(await server().database.query(sql`show jit`), [{ jit: 'off' }]);
        }),
    ],
  },
);
