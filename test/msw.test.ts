import assert from 'node:assert/strict';
import { it } from 'node:test';
import { setupServer } from 'msw/node';
import { knownCustomers, createShop, memoryAdapter, MemoryStore } from '../src/adapters/memory/index.ts';
import { restAdapter } from '../src/adapters/rest/index.ts';
import { handlers } from '../src/testing/msw.ts';

it('the request handlers answer the REST adapter in Node too', async () => {
  const adapter = memoryAdapter({ store: new MemoryStore(createShop({ customers: 1 })) });
  const baseUrl = 'https://shop.example/api';
  const server = setupServer(...handlers({ adapter, baseUrl }));
  server.listen({ onUnhandledFrame: 'error' });
  try {
    const { orders, customers } = restAdapter({ baseUrl, getToken: () => 'token' });
    // Node's fetch sends `Accept-Language: *`.
    const { items, totals } = await orders.list(
      knownCustomers.ingrid,
      { first: 1, sort: { field: 'number', direction: 'ascending' } },
      { signal: new AbortController().signal },
    );
    assert.deepEqual([items.length, totals], [1, { orders: 48, returns: 5, requestedReturns: 0 }]);
    await assert.rejects(customers.get('nobody', { signal: new AbortController().signal }), { code: 'not-found' });
  } finally {
    server.close();
  }
});
