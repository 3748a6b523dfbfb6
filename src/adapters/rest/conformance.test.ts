import { expect } from 'chai';
import { setupWorker } from 'msw/browser';
import { declaredCapabilities } from '../../adapter/capabilities.ts';
import { conformanceReport } from '../../adapter/conformance.ts';
import { shopCases } from '../../testing/conformance-cases.ts';
import { handlers } from '../../testing/msw.ts';
import { knownCustomers, createShop, memoryAdapter, MemoryStore } from '../memory/index.ts';
import { restAdapter } from './index.ts';

const store = new MemoryStore(createShop({ customers: Object.keys(knownCustomers).length }));
const memory = memoryAdapter({ store });
const worker = setupWorker(
  ...handlers({ adapter: memory, baseUrl: '/api' }),
  ...handlers({ adapter: memoryAdapter({ store, role: 'viewer', actor: { id: 'op-102' } }), baseUrl: '/viewer/api' }),
);
/**
 * Returns true if the browser can transfer a stream. Otherwise a service worker receives a response's body only when it
 * has ended, which the body of an event stream never does.
 */
const passesStreamsOn = (): boolean => {
  const stream = new ReadableStream();
  try {
    structuredClone(stream, { transfer: [stream] });
    return true;
  } catch {
    return false;
  }
};
const capabilities = declaredCapabilities(memory);
const at = (baseUrl: string) => restAdapter({ baseUrl, getToken: () => 'token', capabilities });

describe('restAdapter fulfills the contract', () => {
  before(() => worker.start({ quiet: true, onUnhandledFrame: 'bypass' }));
  after(() => worker.stop());

  const { ingrid, noOrders, archived } = knownCustomers;
  const cases = shopCases({
    adapter: at('/api'),
    restricted: at('/viewer/api/'),
    customers: { full: ingrid, empty: noOrders, missing: 'C-0', archived },
  });
  for (const { name, run } of cases) if (!name.startsWith('watch:') || passesStreamsOn()) it(name, run);

  it('has every method of memoryAdapter except links', () => {
    const { methods } = conformanceReport(memory);
    expect(conformanceReport(at('/api')).methods).to.have.members(methods.filter((method) => method !== 'links'));
  });
});
