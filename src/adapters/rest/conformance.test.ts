import { expect } from 'chai';
import { setupWorker } from 'msw/browser';
import type { Adapter } from '../../adapter/adapter.ts';
import { declaredCapabilities } from '../../adapter/capabilities.ts';
import { conformanceReport } from '../../adapter/conformance.ts';
import { shopCases } from '../../testing/conformance-cases.ts';
import { handlers } from '../../testing/msw.ts';
import { knownCustomers, createShop, memoryAdapter, MemoryStore } from '../memory/index.ts';
import { restAdapter } from './index.ts';
import { serve } from './serve.ts';

const store = new MemoryStore(createShop({ customers: Object.keys(knownCustomers).length }));
const memory = memoryAdapter({ store });
const shops: Readonly<Record<string, Adapter>> = {
  '/api': memory,
  '/viewer/api': memoryAdapter({ store, role: 'viewer', actor: { id: 'op-102' } }),
};
const worker = setupWorker(...Object.entries(shops).flatMap(([baseUrl, adapter]) => handlers({ adapter, baseUrl })));
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

/** Returns an adapter whose requests go through the service worker. */
const throughWorker = (baseUrl: string) => restAdapter({ baseUrl, getToken: () => 'token', capabilities });

/** Returns an adapter whose requests are answered in the page, as the worker's handlers do. */
const inPage = (baseUrl: string) => {
  const base = baseUrl.replace(/\/$/, '');
  const answer: typeof fetch = (url, init) =>
    serve(new Request(new URL(url as string, location.href), init), shops[base]!, base);
  return restAdapter({ baseUrl, getToken: () => 'token', capabilities, fetch: answer });
};

/**
 * The cases that go through the worker: every method and every header, for one port; event streams; and aborts, which
 * are the browser's. All others ask the same of it, and it is slow. The tests of the server run all cases over HTTP.
 */
const isForWorker = (name: string): boolean => /^(?:notes|watch)|an abort/.test(name);

describe('restAdapter fulfills the contract', () => {
  before(() => worker.start({ quiet: true, onUnhandledFrame: 'bypass' }));
  after(() => worker.stop());

  const { ingrid, noOrders, archived } = knownCustomers;
  const customers = { full: ingrid, empty: noOrders, missing: 'C-0', archived };
  const casesOf = (at: typeof inPage) => shopCases({ adapter: at('/api'), restricted: at('/viewer/api/'), customers });
  const worked = casesOf(throughWorker);
  // In their order, because the last ones change what the others read.
  const cases = casesOf(inPage).map((one, index) => (isForWorker(one.name) ? worked[index]! : one));
  for (const { name, run } of cases) if (!name.startsWith('watch:') || passesStreamsOn()) it(name, run);

  it('has every method of memoryAdapter except links', () => {
    const { methods } = conformanceReport(memory);
    expect(conformanceReport(inPage('/api')).methods).to.have.members(methods.filter((method) => method !== 'links'));
  });
});
