import { postgresMissing, startPostgres } from '../../tools/postgres.mjs';
import { openDatabase } from './database/open.ts';
import { testConcurrentChanges } from './testing/changes-concurrent.ts';
import { testConcurrency } from './testing/concurrency.ts';
import { testDistribution } from './testing/distribution.ts';
import { testPruning } from './testing/pruning.ts';
import { testServer } from './testing/suites.ts';

let address = '';

// Every key and every query must contain the customer, which is what a database on several machines needs.
testServer(
  'PostgreSQL, partitioned by customer',
  async () => {
    const { url, stop } = await startPostgres();
    address = url;
    return { database: await openDatabase({ url, directory: '', partitions: 8 }), stop };
  },
  {
    skip: postgresMissing(),
    customersOnly: true,
    more: [
      (server) => testConcurrency(server, () => address),
      (server) => testConcurrentChanges(server, () => address),
      testDistribution,
      testPruning,
    ],
  },
);
