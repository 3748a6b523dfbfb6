import { describe, it } from 'node:test';
import { knownCustomers } from '../../../src/adapters/memory/index.ts';
import { restAdapter } from '../../../src/adapters/rest/index.ts';
import { shopCases } from '../../../src/testing/conformance-cases.ts';
import { shopCapabilities } from '../http/api.ts';
import type { Client } from './client.ts';
import type { TestServer } from './test-server.ts';

/**
 * The cases that are decided before a row of a customer is read or written: by the client, by the role of the operator
 * and by the schema of the request. Live changes, preferences and exports are in tables without customers, which are
 * stored alike by every database (`localTables`).
 */
const independent =
  /^(watch|capabilities|permissions|preferences|exports\.(log|start|cancel))\b|: (an abort before the call|a denied operator|a missing version|rejects undeclared options)/;

/** Runs the conformance kit over HTTP. `customersOnly` leaves out what no other way to store customers changes. */
export function testConformance(server: () => TestServer, customersOnly: boolean): void {
  describe('conformance', () => {
    // The cases are created before the server starts, so the client is only resolved for the first request.
    const adapterOf = (who: 'manager' | 'viewer') => {
      const client = (): Client => server()[who];
      return restAdapter({
        baseUrl: '/api',
        capabilities: shopCapabilities,
        getToken: () => client().token ?? null,
        fetch: (path, init) => fetch(new URL(path as string, server().url), init),
      });
    };
    const { ingrid: full, noOrders: empty, archived } = knownCustomers;
    const setup = {
      adapter: adapterOf('manager'),
      restricted: adapterOf('viewer'),
      customers: { full, empty, missing: 'C-0', archived },
    };
    for (const { name, run } of shopCases(setup)) if (!customersOnly || !independent.test(name)) it(name, run);
  });
}
