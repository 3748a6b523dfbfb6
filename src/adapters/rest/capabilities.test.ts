import { expect } from 'chai';
import type { Adapter } from '../../adapter/adapter.ts';
import { declaredCapabilities, protocolCapabilities } from '../../adapter/capabilities.ts';
import { isAdapterError } from '../../adapter/adapter-error.ts';
import { knownCustomers, makeShop, memoryAdapter, MemoryStore } from '../memory/index.ts';
import { readCapabilities, restAdapter } from './index.ts';
import { serve } from './serve.ts';

const memory: Adapter = memoryAdapter({ store: new MemoryStore(makeShop({ customers: 1 })) });
const answering = (adapter: Adapter) => ({
  baseUrl: '/api',
  getToken: () => 'token',
  fetch: (path: RequestInfo | URL, init?: RequestInit) =>
    serve(new Request(new URL(path as string, location.href), init), adapter, '/api'),
});

describe('capabilities of restAdapter', () => {
  it('are those of the protocol where nothing is given, without a request', () => {
    let requests = 0;
    const rest = restAdapter({ ...answering(memory), fetch: async () => (requests++, Response.error()) });
    expect(declaredCapabilities(rest)).to.deep.equal(protocolCapabilities);
    expect(rest.crossSell.capabilities?.list?.sort).to.include('profit');
    expect(requests).to.equal(0);
  });

  it('are what the server says where it is asked', async () => {
    const modest: Adapter = { ...memory, orders: { ...memory.orders, capabilities: { list: { sort: ['total'] } } } };
    const capabilities = await readCapabilities(answering(modest));
    const rest = restAdapter({ ...answering(modest), capabilities });
    expect(rest.orders.capabilities).to.deep.equal({ list: { sort: ['total'] } });
    expect(rest.notes.capabilities?.list).to.deep.equal({ search: true, range: true });
  });

  it('are none for a list that the host does not name', () => {
    const rest = restAdapter({ ...answering(memory), capabilities: { 'orders.list': { search: true } } });
    expect(rest.orders.capabilities).to.deep.equal({ list: { search: true } });
    expect(rest.coupons.capabilities).to.deep.equal({ list: {} });
  });

  it('rejects with malformed for an answer that cannot be read', async () => {
    const fetch = async () => Response.json({ 'orders.list': { sort: 'total' } });
    const error: unknown = await readCapabilities({ ...answering(memory), fetch }).catch((thrown: unknown) => thrown);
    expect(isAdapterError(error) && error.code).to.equal('malformed');
  });

  it('a list that is asked for what it does not declare rejects with unsupported, and names it', async () => {
    const rest = restAdapter(answering(memory));
    const signal = new AbortController().signal;
    const error: unknown = await rest.coupons
      .list(knownCustomers.ingrid, { first: 1, range: { from: '2026-01-01' } }, { signal })
      .catch((thrown: unknown) => thrown);
    expect(isAdapterError(error) && [error.code, error.fieldErrors]).to.deep.equal([
      'unsupported',
      { range: 'cannot be narrowed to days' },
    ]);
  });
});
