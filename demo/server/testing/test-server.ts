import { createShop, type Shop } from '../../../src/adapters/memory/shop.ts';
import { createApp } from '../app.ts';
import { ExportWorker } from '../export-worker.ts';
import type { Database } from '../database/database.ts';
import { demoOperators } from '../roles.ts';
import { listen } from '../listen.ts';
import type { RoleName } from '../../../src/adapters/memory/roles.ts';
import { seed } from '../seed.ts';
import { Client } from './client.ts';

/** The origin that may send requests to a test server from a browser. */
export const allowedOrigin = 'https://admin.example';

/** A listening server, with the fictional shop in its database and an operator of each role signed in. */
export interface TestServer {
  readonly url: string;
  readonly database: Database;
  readonly shop: Shop;
  readonly manager: Client;
  readonly agent: Client;
  readonly viewer: Client;
  readonly stranger: Client;
  /** Writes the files of exports in small parts. */
  readonly exports: ExportWorker;
  close(): Promise<void>;
}

/** The number of customers in one part of an export, so that each has several. */
export const exportPart = 7;

export async function startTestServer(database: Database): Promise<TestServer> {
  const shop = createShop({ customers: 40 });
  await seed(database, () => shop);
  const listener = await listen(createApp({ database, allowedOrigins: [allowedOrigin] }), 0);
  const exports = new ExportWorker(database, exportPart);
  await exports.start();
  const stranger = new Client(`${listener.url}/api`);
  const signIn = (role: RoleName): Promise<Client> => {
    const operator = demoOperators.find((candidate) => candidate.role === role)!;
    return stranger.signIn(operator.login, operator.password);
  };
  const [manager, agent, viewer] = await Promise.all([signIn('manager'), signIn('agent'), signIn('viewer')]);
  return {
    url: listener.url,
    database,
    shop,
    manager,
    agent,
    viewer,
    stranger,
    exports,
    async close() {
      await listener.close();
      await exports.stop();
      await database.close();
    },
  };
}
