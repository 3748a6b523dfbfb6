// The test of the test: an adapter that breaks one rule fails that rule's case.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Adapter } from '../src/adapter/adapter.ts';
import { ports, writesOf, type PortName } from '../src/adapter/operations.ts';
import { conformance, conformanceReport } from '../src/adapter/conformance.ts';
import { knownCustomers, createShop, memoryAdapter, MemoryStore } from '../src/adapters/memory/index.ts';
import { broken } from './conformance/broken.ts';
import type { Tampering } from './conformance/tampering.ts';

const { ingrid, noOrders, archived } = knownCustomers;
const shop = createShop({ customers: Object.keys(knownCustomers).length });

function setup(tamper: Tampering = (memory) => memory) {
  const store = new MemoryStore(shop);
  const restricted: Adapter = memoryAdapter({ store, role: 'viewer' });
  const memory = memoryAdapter({ store });
  return {
    adapter: tamper(memory, store),
    restricted,
    customers: { full: ingrid, empty: noOrders, missing: 'C-0', archived },
    timeout: 500,
  };
}

describe('conformance kit', () => {
  for (const { name } of conformance(setup())) {
    const guards = broken.filter(([, , ...cases]) => cases.some((start) => name.startsWith(start)));
    const byRestriction = name.includes(': a denied operator is rejected');
    it(`${name}: a broken adapter exists that fails it`, () => assert.ok(guards.length > 0 || byRestriction));
  }

  for (const [what, tamper, ...starts] of broken) {
    it(`detects an adapter that ${what}`, async () => {
      for (const start of starts) {
        const found = conformance(setup(tamper)).filter(({ name }) => name.startsWith(start));
        assert.equal(found.length, 1, `one case begins with: ${start}`);
        await assert.rejects(found[0]!.run(), Error, `${start} should fail`);
      }
    });
  }

  it('detects a backend that lets anyone write', async () => {
    const { adapter, customers } = setup();
    const cases = conformance({ adapter, restricted: adapter, customers }).filter(({ name }) =>
      name.includes(': a denied operator is rejected'),
    );
    assert.equal(cases.length, (Object.keys(ports) as PortName[]).flatMap(writesOf).length);
    for (const { run } of cases) await assert.rejects(run());
  });

  it('skips what an adapter lacks, and reports declared exceptions', async () => {
    const { adapter, customers } = setup(({ notes: port, customers: people }) => ({
      customers: { get: people.get },
      notes: {
        guarantees: { idempotency: false, versions: false },
        capabilities: { list: port.capabilities?.list },
        list: port.list,
        create: port.create,
      },
    }));
    const cases = conformance({ adapter, customers });
    assert.ok(cases.every(({ name }) => /^(customers|notes|capabilities)/.test(name)));
    for (const { run } of cases) await run();
    const { methods, widgets, missingGuarantees } = conformanceReport(adapter);
    assert.deepEqual(methods, ['customers.get', 'notes.list', 'notes.create']);
    assert.deepEqual(widgets, ['customer-info', 'notes-panel']);
    assert.equal(missingGuarantees.length, 2);
  });
});
