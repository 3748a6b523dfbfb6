import { expect } from 'chai';
import type { Adapter } from '../../adapter/adapter.ts';
import { declaredCapabilities, protocolCapabilities } from '../../adapter/capabilities.ts';
import { isAdapterError } from '../../adapter/adapter-error.ts';
import { knownCustomers, createShop, memoryAdapter, MemoryStore } from '../memory/index.ts';
import { readCapabilities, restAdapter } from './index.ts';
import { serve } from './serve.ts';

const memory: Adapter = memoryAdapter({ store: new MemoryStore(createShop({ customers: 1 })) });
const answering = (adapter: Adapter) => ({
  baseUrl: '/api',
  getToken: () => 'token',
  fetch: (path: RequestInfo | URL, init?: RequestInit) =>
    serve(new Request(new URL(path as string, location.href), init), adapter, '/api'),
});

describe('capabilities of restAdapter', () => {
  it('default to the protocol’s, without a request', () => {
    let requests = 0;
    const rest = restAdapter({ ...answering(memory), fetch: async () => (requests++, Response.error()) });
    expect(declaredCapabilities(rest)).to.deep.equal(protocolCapabilities);
    expect(rest.crossSell.capabilities?.list?.sort).to.include('profit');
    expect(requests).to.equal(0);
  });

  it('come from the server if the host asks for that', async () => {
    const modest: Adapter = { ...memory, orders: { ...memory.orders, capabilities: { list: { sort: ['total'] } } } };
    const capabilities = await readCapabilities(answering(modest));
    const rest = restAdapter({ ...answering(modest), capabilities });
    expect(rest.orders.capabilities).to.deep.equal({ list: { sort: ['total'] } });
    expect(rest.notes.capabilities?.list).to.deep.equal({ search: true, range: true, sort: ['createdAt'] });
  });

  it('contain what the ports of the server can do, as properties of the ports', async () => {
    const features = {
      customers: { updates: ['email'] },
      addresses: {},
      notes: { single: true, visibility: 'customer' },
      credit: { openings: [{ currency: 'EUR' }] },
    } as const;
    const modest: Adapter = {
      customers: { ...memory.customers, ...features.customers },
      addresses: { ...memory.addresses, hasLabels: undefined },
      notes: { ...memory.notes, visibilities: undefined, ...features.notes },
      credit: { ...memory.credit, ...features.credit },
    };
    const rest = restAdapter({ ...answering(modest), capabilities: await readCapabilities(answering(modest)) });
    expect(rest.customers.updates).to.deep.equal(['email']);
    expect(rest.addresses.hasLabels).to.equal(undefined);
    expect([rest.notes.single, rest.notes.visibility, rest.notes.visibilities]).to.deep.equal([
      true,
      'customer',
      undefined,
    ]);
    expect(rest.credit.openings).to.deep.equal([{ currency: 'EUR' }]);
  });

  it('ignore members and features that a newer server has', async () => {
    const newer = { customers: { updates: ['email', 'shoeSize'], hats: true }, 'orders.list': { search: true } };
    const fetch = async () => Response.json(newer);
    expect(await readCapabilities({ ...answering(memory), fetch })).to.deep.equal({
      customers: { updates: ['email'] },
      'orders.list': { search: true },
    });
  });

  it('are empty for a list that the host does not name', () => {
    const rest = restAdapter({ ...answering(memory), capabilities: { 'orders.list': { search: true } } });
    expect(rest.orders.capabilities).to.deep.equal({ list: { search: true } });
    expect(rest.coupons.capabilities).to.deep.equal({ list: {} });
  });

  it('reject with `malformed` for an unreadable answer', async () => {
    const fetch = async () => Response.json({ 'orders.list': { sort: 'total' } });
    const error: unknown = await readCapabilities({ ...answering(memory), fetch }).catch((thrown: unknown) => thrown);
    expect(isAdapterError(error) && error.code).to.equal('malformed');
  });

  it('reject with `unsupported` for an undeclared option, and name it', async () => {
    const rest = restAdapter(answering(memory));
    const signal = new AbortController().signal;
    const error: unknown = await rest.coupons
      .list(knownCustomers.ingrid, { first: 1, range: { from: '2026-01-01' } }, { signal })
      .catch((thrown: unknown) => thrown);
    expect(isAdapterError(error) && [error.code, error.fieldErrors]).to.deep.equal([
      'unsupported',
      { range: 'is not supported by this list' },
    ]);
  });
});
