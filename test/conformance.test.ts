// The test of the test: an adapter that breaks one rule fails that rule's case.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Adapter } from '../src/adapter/adapter.ts';
import { ports, writesOf, type PortName } from '../src/adapter/operations.ts';
import { runConformance } from '../src/adapter/conformance/run.ts';
import { conformance, conformanceReport, isSkipped } from '../src/adapter/conformance.ts';
import { knownCustomers, createShop, memoryAdapter, MemoryStore } from '../src/adapters/memory/index.ts';
import { brokenAgreement } from './conformance/broken-agreement.ts';
import { broken } from './conformance/broken.ts';
import type { Memory, Tampering } from './conformance/tampering.ts';
import type { AddressInput } from '../src/domain/address.ts';
import { AdapterError } from '../src/adapter/adapter-error.ts';
import { methodOf } from '../src/adapter/call-operation.ts';
import { listNames } from '../src/adapter/capabilities.ts';
import type { PageRequest } from '../src/adapter/options.ts';
import { rejectUndeclared } from '../src/adapter/toolkit/rows.ts';
import type { Page } from '../src/domain/page.ts';

type MemoryOptions = NonNullable<Parameters<typeof memoryAdapter>[0]>;

const { ingrid, noOrders, archived } = knownCustomers;
const shop = createShop({ customers: Object.keys(knownCustomers).length });

const viewer = { id: 'op-102', name: 'Priya Raman' };

function setup(tamper: Tampering = (memory) => memory, more: Partial<MemoryOptions> = {}) {
  const store = new MemoryStore(shop);
  const restricted: Adapter = memoryAdapter({ ...more, store, role: 'viewer', actor: viewer });
  const memory = memoryAdapter({ ...more, store });
  return {
    adapter: tamper(memory, store),
    restricted,
    customers: { full: ingrid, empty: noOrders, missing: 'C-0', archived },
    timeout: 500,
  };
}

/** All ports that are read. A test of live changes waits for silence. */
const reads = Object.keys(ports);

/** Adapters that lack what the kit would like to have. */
const lacking: readonly (readonly [what: string, tamper?: Tampering, more?: Partial<MemoryOptions>])[] = [
  ['one note for each customer', undefined, { singleNote: true }],
  [
    'one note for each customer, and none yet',
    (memory, store) => {
      store.fileOf(ingrid).notes = [];
      return memory;
    },
    { singleNote: true },
  ],
  [
    'a single account',
    (memory, store) => {
      const file = store.fileOf(ingrid);
      file.accounts = file.accounts.filter(({ allowDebit }) => allowDebit).slice(0, 1);
      file.entries = file.entries.filter(({ accountId }) => accountId === file.accounts[0]!.id);
      return memory;
    },
  ],
  [
    'no account that allows debits',
    (memory, store) => {
      const file = store.fileOf(ingrid);
      file.accounts = file.accounts.filter(({ allowDebit }) => !allowDebit);
      file.entries = file.entries.filter(({ accountId }) => file.accounts.some(({ id }) => id === accountId));
      return memory;
    },
  ],
  [
    'no pins',
    ({ notes, ...memory }) => ({
      ...memory,
      notes: {
        ...notes,
        hasPins: false,
        update: async (id, noteId, change, options) => {
          if (change.pinned) throw new AdapterError('unsupported');
          return notes.update(id, noteId, change, options);
        },
      },
    }),
  ],
  [
    'lists that can only be paged, and no totals',
    (memory) => {
      for (const name of listNames) {
        const [port, method] = name.split('.') as ['notes', 'list'];
        const load = methodOf(memory, name) as (...args: unknown[]) => Promise<Page<unknown>>;
        const list = async (...args: unknown[]) => {
          rejectUndeclared(args.at(-2) as PageRequest, {});
          const { totals: _, ...page } = await load(...args);
          return page;
        };
        Object.assign(memory, { [port]: { ...memory[port], capabilities: {}, [method]: list } });
      }
      return memory;
    },
  ],
  [
    'pages of two rows at most',
    (memory) => {
      for (const name of listNames) {
        const [port, method] = name.split('.') as ['notes', 'list'];
        const load = methodOf(memory, name) as (...args: unknown[]) => Promise<Page<unknown>>;
        const list = async (...args: unknown[]) => {
          const page = args.at(-2) as PageRequest;
          return load(...args.slice(0, -2), { ...page, first: Math.min(page.first, 2) }, args.at(-1));
        };
        Object.assign(memory, { [port]: { ...memory[port], [method]: list } });
      }
      return memory;
    },
  ],
  [
    'no phone of an address',
    ({ addresses: port, ...memory }) => {
      const check = ({ phone }: AddressInput): void => {
        if (phone) throw new AdapterError('validation', { fieldErrors: { phone: 'is not supported' } });
      };
      return {
        ...memory,
        addresses: { ...port, create: async (id, input, options) => (check(input), port.create(id, input, options)) },
      };
    },
  ],
  [
    'addresses without a name, company and phone',
    ({ addresses: port, ...memory }) => {
      const check = (input: AddressInput): void => {
        const sent = (['name', 'company', 'phone'] as const).filter((member) => input[member]);
        const fieldErrors = Object.fromEntries(sent.map((member) => [member, 'is not supported']));
        if (sent.length > 0) throw new AdapterError('validation', { fieldErrors });
      };
      return {
        ...memory,
        addresses: {
          ...port,
          create: async (id, input, options) => (check(input), port.create(id, input, options)),
          update: async (id, addressId, input, options) => (check(input), port.update(id, addressId, input, options)),
        },
      };
    },
  ],
  [
    'one line for an address, and rejects a second',
    ({ addresses: port, ...memory }) => {
      const check = ({ lines }: AddressInput): void => {
        if (lines.length > 1) throw new AdapterError('validation', { fieldErrors: { lines: 'has one line' } });
      };
      return {
        ...memory,
        addresses: { ...port, create: async (id, input, options) => (check(input), port.create(id, input, options)) },
      };
    },
  ],
  [
    'coupons of a percentage only, without terms',
    ({ coupons, ...memory }, store) => {
      const file = store.fileOf(ingrid);
      file.coupons = file.coupons
        .filter(({ benefit }) => benefit.kind === 'percent')
        .map((coupon) => ({ ...coupon, minimum: null, validUntil: null }));
      const issue: typeof coupons.issue = async (id, input, options) => {
        const isOffered = input.benefit.kind === 'percent' && !input.minimum && !input.validUntil;
        if (!isOffered) throw new AdapterError('validation', { fieldErrors: { kit: 'asks for what is not offered' } });
        return coupons.issue(id, input, options);
      };
      return { ...memory, coupons: { ...coupons, issue } };
    },
  ],
  ['countries by code only', ({ addresses, ...memory }) => ({ ...memory, addresses: withCountryCodes(addresses) })],
  [
    'no default address, and no second verification',
    (memory, store) => {
      const file = store.fileOf(ingrid);
      file.addresses = file.addresses.map((address) => ({ ...address, defaultFor: [] }));
      const { verification } = file.customer;
      file.customer = { ...file.customer, defaultBilling: null, defaultShipping: null };
      if (verification) file.customer = { ...file.customer, verificationChoices: [verification] };
      return memory;
    },
  ],
];

function withCountryCodes(port: Memory['addresses']): Memory['addresses'] {
  const check = ({ country }: AddressInput): void => {
    if (country && !/^[A-Z]{2}$/.test(country))
      throw new AdapterError('validation', { fieldErrors: { country: 'is no code' } });
  };
  return {
    ...port,
    create: async (id, input, options) => (check(input), port.create(id, input, options)),
    update: async (id, addressId, input, options) => (check(input), port.update(id, addressId, input, options)),
  };
}

// Many tests wait for a broken adapter until the kit's timeout, each with a store of its own.
describe('conformance kit', { concurrency: 8 }, () => {
  for (const { name } of conformance(setup())) {
    const guards = broken.filter(([, , ...cases]) => cases.some((start) => name.startsWith(start)));
    const byRestriction = name.includes(': a denied operator is rejected');
    it(`${name}: a broken adapter exists that fails it`, () => assert.ok(guards.length > 0 || byRestriction));
  }

  for (const [what, tamper, ...starts] of broken) {
    it(`detects an adapter that ${what}`, async () => {
      const detects = async (start: string): Promise<void> => {
        const found = conformance(setup(tamper)).filter(({ name }) => name.startsWith(start));
        assert.equal(found.length, 1, `one case begins with: ${start}`);
        await assert.rejects(found[0]!.run(), (error) => !isSkipped(error), `${start} should fail, not be skipped`);
      };
      // Each case has a store of its own, and many wait until the timeout.
      await Promise.all(starts.map(detects));
    });
  }

  for (const [what, tamper, ...cases] of brokenAgreement)
    it(`says of an adapter that ${what} which call came with what, and fails no other case`, async () => {
      const { results } = await runConformance(setup(tamper), { readOnly: true, only: reads });
      const failed = results.filter(({ outcome }) => outcome === 'failed');
      assert.deepEqual(failed.map(({ name }) => name).toSorted(), cases.toSorted());
      for (const { message } of failed) assert.match(message!, /^\w+\.\w+(\(".+"\))?: .+ instead of .+/);
    });

  for (const [what, tamper, more] of lacking)
    it(`passes an adapter that has ${what}, which no rule demands`, async () => {
      // Nothing is awaited in vain here. The adapters answer without a timer, so eight at once keep timers waiting.
      const { results } = await runConformance({ ...setup(tamper, more), timeout: 120_000 });
      const failed = results.filter(({ outcome }) => outcome === 'failed');
      assert.deepEqual(failed, []);
      assert.ok(results.filter(({ outcome }) => outcome === 'passed').length > 200);
    });

  it('detects a backend that lets anyone write', async () => {
    const { adapter, customers } = setup();
    const cases = conformance({ adapter, restricted: adapter, customers }).filter(({ name }) =>
      name.includes(': a denied operator is rejected'),
    );
    // Everybody may arrange their own page.
    const guarded = (Object.keys(ports) as PortName[]).flatMap(writesOf).filter((name) => name !== 'preferences.set');
    assert.equal(cases.length, guarded.length);
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
    assert.deepEqual(widgets, ['customer-info', 'customer-nav', 'notes-panel']);
    assert.equal(missingGuarantees.length, 2);
  });
});
