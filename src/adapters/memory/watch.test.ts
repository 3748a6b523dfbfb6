import { expect } from 'chai';
import type { Change, Topic } from '../../adapter/adapter.ts';
import { codeOf } from '../../domain/field.ts';
import { until } from '../../testing/kit.ts';
import { knownCustomers, createShop, memoryAdapter, MemoryStore } from './index.ts';

const { ingrid, noOrders } = knownCustomers;
const shop = createShop({ customers: 8 });
const notes: Topic = { customerId: ingrid, port: 'notes' };
const read = { signal: new AbortController().signal };

function setup() {
  const store = new MemoryStore(shop);
  const dana = memoryAdapter({ store });
  const tom = memoryAdapter({ store, actor: { id: 'op-2', name: 'Tom' } });
  const watch = (adapter: typeof dana, topics: readonly Topic[] = [notes]) => {
    const received: Change[] = [];
    const controller = new AbortController();
    let ended = false;
    void adapter.watch(topics, (change) => received.push(change), controller).then(() => (ended = true));
    return { received, stop: () => controller.abort(), hasEnded: () => ended };
  };
  const add = (adapter: typeof dana, idempotencyKey: string, customerId = ingrid) =>
    adapter.notes.create(customerId, { body: 'Rang back' }, { idempotencyKey });
  return { store, dana, tom, watch, add };
}

describe('memoryAdapter: live changes', () => {
  it('reach all operators of the store, but the key only the one who wrote', async () => {
    const { dana, tom, watch, add } = setup();
    const [managerWatch, agentWatch] = [watch(dana), watch(tom)];
    const { id } = await add(dana, 'k1');
    await until(() => managerWatch.received.length && agentWatch.received.length, 'a notification');
    expect(managerWatch.received).to.deep.equal([{ ...notes, id, idempotencyKey: 'k1' }]);
    expect(agentWatch.received).to.deep.equal([{ ...notes, id }]);
  });

  it('match the requested topics, across all ports that return the same data', async () => {
    const { dana, tom, watch, add } = setup();
    const topics = ['notes', 'customers', 'addresses', 'nonsense'].map((port) => ({ customerId: noOrders, port }));
    const { received } = watch(tom, topics);
    await add(dana, 'k1');
    await add(dana, 'k2', noOrders);
    const lines = ['Kiln Lane 1'];
    await dana.addresses.create(noOrders, { lines }, { idempotencyKey: 'k3' });
    await until(() => received.length >= 3, 'a notification');
    expect(received.map(({ port }) => port)).to.have.members(['notes', 'addresses', 'customers']);
  });

  it('are not sent if nothing was written: a dry run, a rejection, an equal value', async () => {
    const { dana, tom, watch, add } = setup();
    const { received } = watch(tom, [notes, { customerId: ingrid, port: 'credit' }]);
    const [account] = (await dana.credit.accounts(ingrid, { first: 9 }, read)).items;
    const [reason] = account!.reasons ?? [];
    const adjustment = {
      accountId: account!.id,
      amount: { ...account!.balance, value: '1.00' },
      description: 'x',
      reason: reason && codeOf(reason),
    };
    await dana.credit.adjust(ingrid, adjustment, { idempotencyKey: 'k0', dryRun: true });
    await add(memoryAdapter({ store: new MemoryStore(shop), role: 'viewer' }), 'k').catch(() => {});
    await add(dana, 'k1');
    await add(dana, 'k1');
    await until(() => received.length, 'a notification');
    await new Promise((resolve) => setTimeout(resolve));
    expect(received).to.have.length(1);
  });

  it('of the last moment are sent to a new watch', async () => {
    const { dana, tom, watch, add } = setup();
    await add(dana, 'k1');
    const { received } = watch(tom);
    await until(() => received.length === 1, 'a notification');
    const { now } = performance;
    performance.now = () => now.call(performance) + 11_000;
    try {
      const late = watch(tom);
      await new Promise((resolve) => setTimeout(resolve));
      expect(late.received).to.deep.equal([]);
    } finally {
      performance.now = now;
    }
  });

  it('end with their watch', async () => {
    const { store, dana, tom, watch, add } = setup();
    const { changes } = store;
    const listen = changes.watch.bind(changes);
    let listeners = 0;
    changes.watch = (watcher) => {
      const end = listen(watcher);
      listeners++;
      return () => (listeners--, end());
    };
    const { received, stop, hasEnded } = watch(tom);
    expect(listeners).to.equal(1);
    stop();
    await until(hasEnded, 'ended');
    expect(listeners).to.equal(0);
    await add(dana, 'k1');
    const other = watch(tom);
    await until(() => other.received.length, 'a notification');
    expect(received).to.deep.equal([]);
    await tom.watch([notes], () => expect.fail('notified'), { signal: AbortSignal.abort() });
  });
});
