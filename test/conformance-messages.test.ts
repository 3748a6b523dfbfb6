// What the kit says about a broken adapter, and that it leaves the test customers as they were.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AdapterError, isAdapterError } from '../src/adapter/adapter-error.ts';
import { runConformance, type CaseResult } from '../src/adapter/conformance/run.ts';
import { conformance, isSkipped } from '../src/adapter/conformance.ts';
import { changeable } from '../src/adapter/conformance/customer-members.ts';
import { unreachable } from '../src/adapter/conformance/unreachable.ts';
import { createShop, knownCustomers, memoryAdapter, MemoryStore } from '../src/adapters/memory/index.ts';
import { credit, customers, overriding, type Tampering } from './conformance/tampering.ts';

const { ingrid, noOrders, archived } = knownCustomers;
const shop = createShop({ customers: Object.keys(knownCustomers).length });

function setup(tamper: Tampering, store = new MemoryStore(shop)) {
  const adapter = tamper(memoryAdapter({ store }), store);
  return { adapter, customers: { full: ingrid, empty: noOrders, missing: 'C-0', archived } };
}

async function resultOf(start: string, tamper: Tampering, store?: MemoryStore): Promise<CaseResult> {
  const { results } = await runConformance(setup(tamper, store), { only: [start.split(':', 1)[0]!] });
  const found = results.find(({ name }) => name.startsWith(start));
  assert.ok(found, start);
  return found;
}

/** Writes a change of the customer that the platform rejects, or does not take. */
const accepting = customers(({ customers: port }, store) => ({
  updates: ['name', 'email', 'recoveryEmail', 'taxExempt'],
  update: (id, change, options) =>
    port.update(id, change, options).catch((error: unknown) => {
      if (isAdapterError(error) && !['validation', 'unsupported'].includes(error.code)) throw error;
      const file = store.fileOf(id);
      return (file.customer = { ...file.customer, ...(change as object) });
    }),
}));

describe('what the conformance kit says', () => {
  it('leaves no timer behind, which would keep a process running after the last case', async () => {
    const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
    const before = timers();
    const cases = conformance({ ...setup((memory) => memory), timeout: 60_000 });
    await cases.find(({ name }) => name.startsWith('watch: lasts until it is aborted'))!.run();
    assert.equal(timers(), before);
  });

  it('says which members an adapter has rejected, and why', async () => {
    const tamper = overriding('addresses.update', () => () => {
      return Promise.reject(
        new AdapterError('validation', { fieldErrors: { city: 'is unknown', country: 'is far away' } }),
      );
    });
    const { message, calls } = await resultOf('addresses.update: replaces the whole address', tamper);
    const said = 'rejected with validation (city: "is unknown", country: "is far away")';
    assert.equal(message, `${said}, and should have answered`);
    assert.ok(calls!.some(({ came }) => came === said));
  });

  it('says where an answer is malformed, and what is expected there', async () => {
    const tamper = overriding('orders.list', (list) => async (...args) => {
      const page = (await list(...args)) as { readonly items: readonly object[] };
      return { ...page, items: page.items.map((item) => ({ ...item, placedAt: '2026-11-18 11:00' })) };
    });
    const { message } = await resultOf('orders.list: the total of a return', tamper);
    assert.match(message!, /^orders\.list is malformed: \[0\]\.placedAt \(.+\)$/);
  });

  it('skips what the test customer has nothing for, instead of passing it', async () => {
    const without = overriding('orders.list', (list) => async (...args) => {
      const page = (await list(...args)) as { readonly items: readonly { readonly kind: string }[] };
      return { ...page, items: page.items.filter(({ kind }) => kind === 'order') };
    });
    const { outcome, message } = await resultOf('orders.list: the total of a return', without);
    assert.deepEqual([outcome, message], ['skipped', 'the full customer has no return']);
    const fixed = credit(({ credit: port }) => ({
      entries: async (...args) => {
        const page = await port.entries(...args);
        return { ...page, items: page.items.map((item) => ({ ...item, reversible: false })) };
      },
    }));
    const reversal = await resultOf('credit.adjust: reverses an entry by', fixed);
    assert.deepEqual([reversal.outcome, reversal.message], ['skipped', 'a new entry is not reversible']);
  });

  for (const rule of [
    'rejects the e-mail address of another customer, and names the member',
    'names an invalid member, and writes nothing',
    'rejects members that it does not take, and writes nothing',
  ])
    it(`restores a customer whose adapter breaks "${rule}"`, async () => {
      const store = new MemoryStore(shop);
      const before = JSON.stringify([ingrid, noOrders, archived].map((id) => valuesOf(store, id)));
      const found = conformance(setup(accepting, store)).find(({ name }) => name === `customers.update: ${rule}`);
      await assert.rejects(found!.run(), (error) => !isSkipped(error));
      assert.equal(JSON.stringify([ingrid, noOrders, archived].map((id) => valuesOf(store, id))), before);
    });

  it('says of an empty customer with rows what may be wrong', async () => {
    const tamper: Tampering = (memory, store) => {
      const [account] = store.fileOf(ingrid).accounts;
      store.fileOf(noOrders).accounts = [{ ...account!, id: 'one-more', customerId: noOrders }];
      return memory;
    };
    const { outcome, message } = await resultOf('credit.accounts: is empty for a customer without rows', tamper);
    assert.deepEqual(
      [outcome, message],
      [
        'failed',
        `customer ${noOrders} has 1 row in credit.accounts: choose an empty customer without any, or the adapter returns rows of somebody else`,
      ],
    );
  });

  it('says that an amount was accepted and rounded, in the last case about adjustments', async () => {
    const rounding = credit(({ credit: port }) => ({
      adjust: (id, adjustment, options) => {
        const { value } = adjustment.amount;
        const rounded = value.replace(
          /^(-?\d{15})(\d+)/,
          (_, kept: string, rest: string) => kept + '0'.repeat(rest.length),
        );
        return port.adjust(id, { ...adjustment, amount: { ...adjustment.amount, value: rounded } }, options);
      },
    }));
    const { results } = await runConformance(setup(rounding), { only: ['credit'] });
    const names = results.map(({ name }) => name).filter((name) => name.startsWith('credit.adjust'));
    const last = results.find(({ name }) => name.startsWith('credit.adjust: is exact'))!;
    assert.equal(names.at(-1), last.name);
    assert.equal(last.outcome, 'failed');
    assert.match(
      last.message!,
      /^an adjustment by 1234567890123456789012\.01 was accepted, and the balance afterwards is \d+\.\d+ instead of \d+\.\d+: reject with validation what cannot be stored exactly$/,
    );
  });
});

describe('unreachable', () => {
  const failing =
    (error: unknown): Tampering =>
    (memory) => ({
      ...memory,
      customers: { get: () => Promise.reject(error) },
      orders: undefined,
    });
  const only = (error: unknown, more: object = {}) => ({
    ...setup(() => ({ customers: { get: () => Promise.reject(error) }, ...more })),
  });

  it('returns the deepest cause of a network that is missing', async () => {
    const cause = new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED 127.0.0.1:4711') });
    assert.equal(
      await unreachable(only(new AdapterError('offline', { cause })), 500),
      'offline: connect ECONNREFUSED 127.0.0.1:4711',
    );
  });

  it('returns that a token is rejected', async () => {
    assert.match((await unreachable(only(new AdapterError('unauthenticated')), 500))!, /^unauthenticated/);
  });

  it('returns nothing if one system answers, or rejects with anything else', async () => {
    assert.equal(await unreachable(setup(failing(new AdapterError('offline'))), 500), undefined);
    assert.equal(await unreachable(only(new AdapterError('internal')), 500), undefined);
    assert.equal(
      await unreachable(
        setup(() => ({})),
        500,
      ),
      undefined,
    );
  });

  it('returns nothing if there is no answer in time', async () => {
    assert.equal(
      await unreachable(
        { ...only(undefined), adapter: { customers: { get: () => new Promise(() => undefined) } } },
        20,
      ),
      undefined,
    );
  });
});

const valuesOf = (store: MemoryStore, id: string) => changeable(store.fileOf(id).customer);
