// Adapters that each break one rule of the address book.
import { AdapterError } from '../../src/adapter/adapter-error.ts';
import { knownCustomers, type MemoryStore } from '../../src/adapters/memory/index.ts';
import type { Memory, Spoil } from './tampering.ts';

const { ingrid } = knownCustomers;

const addresses =
  (change: (port: Memory['addresses'], store: MemoryStore) => Partial<Memory['addresses']>): Spoil =>
  (memory, store) => ({ ...memory, addresses: { ...memory.addresses, ...change(memory.addresses, store) } });

export const brokenAddresses: readonly (readonly [what: string, spoil: Spoil, ...cases: string[]])[] = [
  ['declares nothing of addresses', addresses(() => ({ guarantees: undefined })), 'addresses: says what'],
  [
    'tidies names up',
    addresses((port) => ({
      create: (id, { name, ...input }, options) =>
        port.create(id, { ...input, name: name?.replace(/<.*?>/g, '') }, options),
    })),
    'addresses.create: what is written',
  ],
  [
    'fills empty lines',
    addresses((port) => ({
      create: (id, input, options) =>
        port.create(id, { ...input, lines: ['-', ...input.lines.map(() => '-')] }, options),
    })),
    'addresses.create: refuses an address without',
  ],
  [
    'keeps what an update leaves out',
    addresses((port, store) => ({
      update: (id, addressId, input, options) => {
        const before = store.fileOf(id).addresses.find((address) => address.id === addressId)?.address;
        return port.update(id, addressId, { ...(before as object), ...input }, options);
      },
    })),
    'addresses.update: changes the whole',
  ],
  [
    'changes any customer’s address',
    addresses((port) => ({
      update: (_, ...rest) => port.update(ingrid, ...rest),
      delete: (_, ...rest) => port.delete(ingrid, ...rest),
      setDefault: (_, ...rest) => port.setDefault(ingrid, ...rest),
    })),
    'addresses.update: rejects with not-found',
    'addresses.delete: takes the address',
    'addresses.setDefault: rejects with not-found',
  ],
  [
    'deletes defaults',
    addresses((port, store) => ({
      delete: async (id, addressId, options) => {
        await port.delete(id, addressId, options).catch((error: AdapterError) => {
          if (error.code !== 'validation') throw error;
          const file = store.fileOf(id);
          file.addresses = file.addresses.filter((address) => address.id !== addressId);
        });
      },
    })),
    'addresses.delete: refuses a default',
  ],
  [
    'has two defaults',
    addresses((port, store) => ({
      setDefault: async (id, addressId, use, options) => {
        const before = store.fileOf(id).addresses;
        const chosen = await port.setDefault(id, addressId, use, options);
        store.fileOf(id).addresses = before.map((address) => (address.id === addressId ? chosen : address));
        return chosen;
      },
    })),
    'addresses.setDefault: makes the address',
  ],
  [
    'lists addresses as they were added',
    addresses((port) => ({
      list: async (...args) => {
        const page = await port.list(...args);
        return { ...page, items: page.items.toSorted((a, b) => (a.id < b.id ? -1 : 1)) };
      },
    })),
    'addresses.list: the defaults stand first',
  ],
  [
    'does not tell the customer’s record',
    (memory, store) => {
      const { customer } = store.fileOf(ingrid);
      return { ...memory, customers: { ...memory.customers, get: async () => customer } };
    },
    'addresses.setDefault: the customer’s record',
  ],
];
