import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AdapterError } from '../../src/adapter/adapter-error.ts';
import type { Adapter, Change } from '../../src/adapter/adapter.ts';
import { operationNames, operations } from '../../src/adapter/operations.ts';
import { combineSources, readMethods } from '../../src/adapter/toolkit/combine-sources.ts';
import type { Permissions } from '../../src/domain/operator.ts';

const page = async () => ({ items: [], next: null });
const options = () => ({ signal: new AbortController().signal });

/** A source whose subscription can be observed and ended by the test. */
function watched() {
  const calls: {
    topics: readonly string[];
    signal: AbortSignal;
    sink(change: Change): void;
    reject(error: unknown): void;
  }[] = [];
  const watch: NonNullable<Adapter['watch']> = (topics, sink, { signal }) =>
    new Promise((resolve, reject) => {
      calls.push({ topics: topics.map(({ port }) => port), signal, sink, reject });
      signal.addEventListener('abort', () => resolve());
    });
  return { calls, watch };
}

const allowed = (...names: readonly string[]): Permissions =>
  Object.fromEntries(names.map((name) => [name, { state: 'allowed' }]));

function sources() {
  const [shopWatch, ledgerWatch] = [watched(), watched()];
  const shop: Adapter = {
    orders: { list: page },
    credit: { accounts: page },
    notes: { list: page },
    permissions: async () => ({ ...allowed('notes.create', 'credit.adjust'), permissions: { state: 'allowed' } }),
    links: (intent) => (intent === 'credit' || intent === 'order' ? `/shop/${intent}` : null),
    watch: shopWatch.watch,
  };
  const ledger: Adapter = {
    credit: { accounts: page, entries: page, adjust: () => Promise.reject(new AdapterError('offline')) },
    orders: { list: page },
    permissions: async () => ({
      'credit.adjust': { state: 'denied', reason: 'Managers adjust.' },
      ...allowed('notes.delete'),
    }),
    links: (intent) => (intent === 'quote' ? null : `/ledger/${intent}`),
    watch: ledgerWatch.watch,
  };
  return { shop, ledger, shopWatch, ledgerWatch };
}

const combined = (shop: Adapter, ledger: Adapter): Adapter =>
  combineSources({ name: 'Shop', adapter: shop }, { credit: { name: 'Ledger', adapter: ledger } });

describe('several sources as one adapter', () => {
  it('take each port from its source, and name it', () => {
    const { shop, ledger } = sources();
    const adapter = combined(shop, ledger);
    assert.equal(adapter.credit, ledger.credit);
    assert.equal(adapter.orders, shop.orders);
    assert.deepEqual(adapter.sources, { orders: 'Shop', notes: 'Shop', credit: 'Ledger' });
  });

  it('take the permission of an operation from the source of its port', async () => {
    const { shop, ledger } = sources();
    const permissions = await combined(shop, ledger).permissions!('17', options());
    assert.deepEqual(permissions, {
      'notes.create': { state: 'allowed' },
      permissions: { state: 'allowed' },
      'credit.adjust': { state: 'denied', reason: 'Managers adjust.' },
    });
  });

  it('deny the writes of a source that cannot say what is allowed, and of no other', async () => {
    const { shop, ledger } = sources();
    const fail = (code: 'unavailable' | 'offline' | 'unauthenticated') => async () => {
      throw new AdapterError(code);
    };
    const down = await combined(shop, { ...ledger, permissions: fail('unavailable') }).permissions!('17', options());
    assert.deepEqual(down['credit.adjust'], { state: 'denied' });
    assert.deepEqual(down['notes.create'], { state: 'allowed' });
    assert.equal(down['credit.accounts'], undefined);
    const none = combined({ ...shop, permissions: fail('offline') }, { ...ledger, permissions: fail('unavailable') });
    await assert.rejects(none.permissions!('17', options()), { code: 'offline' });
    const expired = combined(shop, { ...ledger, permissions: fail('unauthenticated') });
    await assert.rejects(expired.permissions!('17', options()), { code: 'unauthenticated' });
  });

  it('tell writes from reads as the table of operations does', () => {
    for (const name of operationNames.filter((one) => one.includes('.')))
      assert.equal(readMethods.has(name.split('.')[1]!), operations[name].kind !== 'write', name);
  });

  it('link to pages of the source of a port, and to the first that has one otherwise', () => {
    const { shop, ledger } = sources();
    const { links } = combined(shop, ledger);
    const found = ['credit', 'order', 'profile', 'quote'].map((intent) => links!(intent, {}));
    assert.deepEqual(found, ['/ledger/credit', '/shop/order', '/ledger/profile', null]);
  });

  it('report live changes of all sources, each asked for its own topics', async () => {
    const { shop, ledger, shopWatch, ledgerWatch } = sources();
    const changes: Change[] = [];
    const controller = new AbortController();
    const topics = ['notes', 'credit', 'permissions'].map((port) => ({ customerId: '17', port }));
    const end = combined(shop, ledger).watch!(topics, (change) => changes.push(change), { signal: controller.signal });
    const [[ofShop], [ofLedger]] = [shopWatch.calls, ledgerWatch.calls];
    assert.deepEqual(
      [ofShop!.topics, ofLedger!.topics],
      [
        ['notes', 'permissions'],
        ['credit', 'permissions'],
      ],
    );
    ofShop!.sink(topics[0]!);
    ofLedger!.sink(topics[1]!);
    assert.deepEqual(changes, topics.slice(0, 2));
    controller.abort();
    await end;
    assert.ok(ofShop!.signal.aborted && ofLedger!.signal.aborted);
  });

  it('go on without a source that cannot be watched, and end as a whole otherwise', async () => {
    const topics = ['notes', 'credit'].map((port) => ({ customerId: '17', port }));
    for (const [code, others] of [
      ['unsupported', 'go on'],
      ['forbidden', 'go on'],
      ['unauthenticated', 'end'],
      ['unavailable', 'end'],
    ] as const) {
      const { shop, ledger, shopWatch, ledgerWatch } = sources();
      const end = combined(shop, ledger).watch!(topics, () => undefined, options());
      ledgerWatch.calls[0]!.reject(new AdapterError(code));
      if (others === 'end') await assert.rejects(end, { code });
      else {
        shopWatch.calls[0]!.reject(new AdapterError('unsupported'));
        await assert.rejects(end, { code: 'unsupported' });
      }
      assert.ok(ledgerWatch.calls[0]!.signal.aborted, code);
    }
    const { shop, ledger, shopWatch } = sources();
    const { watch: _, ...silent } = ledger;
    void combined(shop, silent).watch!(topics, () => undefined, options());
    assert.deepEqual(shopWatch.calls[0]!.topics, ['notes']);
  });

  it('have no permissions, links or live changes if no source has', () => {
    const adapter = combined({ orders: { list: page } }, { credit: { accounts: page } });
    assert.deepEqual(Object.keys(adapter).sort(), ['credit', 'orders', 'sources']);
  });
});
