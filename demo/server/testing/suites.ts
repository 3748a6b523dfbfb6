import { after, before, describe } from 'node:test';
import type { Database } from '../database/database.ts';
import { testAddresses } from './addresses.ts';
import { testChangeStreams } from './change-streams.ts';
import { testMissedChanges } from './changes-missed.ts';
import { testChanges } from './changes.ts';
import { testConformance } from './conformance.ts';
import { testCoupons } from './coupons.ts';
import { testCredit } from './credit.ts';
import { testCustomerList } from './customer-list.ts';
import { testCustomers } from './customers.ts';
import { testErasures } from './erasures.ts';
import { testExports } from './exports.ts';
import { testFigures } from './figures.ts';
import { testHttp } from './http.ts';
import { testIdempotency } from './idempotency.ts';
import { testInsights } from './insights.ts';
import { testRepeatedImports } from './import-repeated.ts';
import { testImportFiles } from './import-files.ts';
import { testImportTransaction } from './import-transaction.ts';
import { testImport } from './import.ts';
import { testNoteHistory } from './note-history.ts';
import { testNotes } from './notes.ts';
import { testReads } from './reads.ts';
import { testRetail } from './retail.ts';
import { testReversals } from './reversals.ts';
import { testSearch } from './search.ts';
import { testSessions } from './sessions.ts';
import { testSignIn } from './sign-in.ts';
import { testSubscriptions } from './subscriptions.ts';
import { startTestServer, type TestServer } from './test-server.ts';

/** An empty, migrated store for tests. `stop` is called when it is closed. */
interface OpenStore {
  readonly database: Database;
  stop(): Promise<void>;
}

type Suite = (server: () => TestServer) => void;

// The reads run first: they are compared with a shop that has not been changed.
const suites: readonly Suite[] = [
  testReads,
  testInsights,
  testCustomerList,
  testSearch,
  testSubscriptions,
  testAddresses,
  testNotes,
  testNoteHistory,
  testIdempotency,
  testCredit,
  testReversals,
  testCoupons,
  testCustomers,
  testExports,
  testErasures,
  testImport,
  testRepeatedImports,
  testImportTransaction,
];

/** About HTTP, operators, streams and files: their result does not depend on how the data of customers is stored. */
const independentSuites: readonly Suite[] = [
  testChanges,
  testMissedChanges,
  testChangeStreams,
  testHttp,
  testSessions,
  testSignIn,
  testImportFiles,
];

interface Options {
  readonly skip?: string | false;
  /**
   * `true` imports the whole data set, and a part of it twice. One store is enough: its tests compare sums in SQL, which
   * PGlite computes as PostgreSQL does, because it is PostgreSQL compiled to WebAssembly. What differs is how rows are
   * copied to it, and imports of small files and of a file in several parts run with every store.
   */
  readonly wholeDataSet?: boolean;
  /** `true` runs only what depends on how the data of customers is stored. */
  readonly customersOnly?: boolean;
  /** Suites for this store only. */
  readonly more?: readonly Suite[];
}

/** Runs the tests of the server over HTTP on a store. */
export function testServer(
  name: string,
  open: () => Promise<OpenStore>,
  { skip = false, wholeDataSet = false, customersOnly = false, more = [] }: Options = {},
): void {
  describe(name, { skip }, () => {
    let store: OpenStore;
    let server: TestServer;
    before(async () => {
      store = await open();
      server = await startTestServer(store.database);
    });
    after(async () => {
      await server.close();
      await store.stop();
    });
    const data: readonly Suite[] = wholeDataSet ? [testRetail, testFigures] : [testFigures];
    const others = customersOnly ? [] : independentSuites;
    const conforms: Suite = (get) => testConformance(get, customersOnly);
    // The kit runs before the whole data set is imported: its lists and exports are short then, and those of the data
    // set have tests of their own.
    for (const suite of [...suites, ...others, conforms, ...data, ...more]) suite(() => server);
  });
}
