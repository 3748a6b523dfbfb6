import { expect } from 'chai';
import { AdapterError } from '../adapter/adapter-error.ts';
import { knownCustomers, createShop, memoryAdapter, MemoryStore } from '../adapters/memory/index.ts';
import { scripted } from './scripted.ts';

const { ingrid } = knownCustomers;
const shop = createShop({ customers: 1 });
const first = { first: 3 };
const setup = () => scripted(memoryAdapter({ store: new MemoryStore(shop) }));
const read = () => ({ signal: new AbortController().signal });
const caught = async (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );

describe('scripted', () => {
  it('passes calls through and records them', async () => {
    const { adapter, calls, callsTo } = setup();
    const { items } = await adapter.notes.list(ingrid, first, read());
    await adapter.permissions(ingrid, read());
    expect(items).to.have.length(3);
    expect(calls.map(({ method }) => method)).to.deep.equal(['notes.list', 'permissions']);
    expect(callsTo('notes.list')[0]?.args.slice(0, 2)).to.deep.equal([ingrid, first]);
    expect(adapter.notes.guarantees).to.deep.equal({ idempotency: true, versions: true });
    expect(adapter.links('order', { id: '1' })).to.equal(null);
  });

  it('fails the next call only, or every call', async () => {
    const { adapter, next, always } = setup();
    next('notes.list', { fail: new AdapterError('offline') });
    expect(await caught(adapter.notes.list(ingrid, first, read()))).to.include({ code: 'offline' });
    expect(await caught(adapter.notes.list(ingrid, first, read()))).to.equal(undefined);
    always('notes.list', { fail: 'not even an error' });
    next('notes.list', {});
    expect(await caught(adapter.notes.list(ingrid, first, read()))).to.equal(undefined);
    expect(await caught(adapter.notes.list(ingrid, first, read()))).to.equal('not even an error');
  });

  it('waits for the test, or until the call is aborted', async () => {
    const { adapter, next } = setup();
    const order: string[] = [];
    let resume = (): void => undefined;
    next('customers.get', { until: new Promise<void>((resolve) => (resume = resolve)) });
    const call = adapter.customers.get(ingrid, read()).then(() => order.push('answered'));
    await new Promise((resolve) => setTimeout(resolve));
    order.push('released');
    resume();
    await call;
    expect(order).to.deep.equal(['released', 'answered']);

    const controller = new AbortController();
    next('customers.get', { until: new Promise(() => undefined) });
    const aborted = caught(adapter.customers.get(ingrid, { signal: controller.signal }));
    controller.abort();
    expect(await aborted).to.have.property('name', 'AbortError');
  });

  it('replaces an answer with one made from the true answer', async () => {
    const { adapter, next } = setup();
    next('customers.get', { answer: () => 7 });
    next('customers.get', { answer: async (carryOut) => ({ ...((await carryOut()) as object), id: 'another' }) });
    expect(await adapter.customers.get(ingrid, read())).to.equal(7);
    expect(await adapter.customers.get(ingrid, read())).to.include({ id: 'another', name: 'Ingrid Vasquez-Holm' });
  });

  it('loses the answer of a write that was executed', async () => {
    const { adapter, next } = setup();
    next('notes.create', { fail: new AdapterError('timeout'), written: true });
    const write = { idempotencyKey: 'k' };
    expect(await caught(adapter.notes.create(ingrid, { body: 'Lost' }, write))).to.include({ code: 'timeout' });
    const { total } = await adapter.notes.list(ingrid, first, read());
    const again = await adapter.notes.create(ingrid, { body: 'Lost' }, write);
    expect(again.body).to.equal('Lost');
    expect((await adapter.notes.list(ingrid, first, read())).total).to.equal(total);
  });
});
