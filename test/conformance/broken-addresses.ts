// Adapters that each break one rule of the address book.
import { AdapterError } from '../../src/adapter/adapter-error.ts';
import { knownCustomers, type MemoryStore } from '../../src/adapters/memory/index.ts';
import type { Memory, Tampering } from './tampering.ts';

const { ingrid } = knownCustomers;

const addresses =
  (change: (port: Memory['addresses'], store: MemoryStore) => Partial<Memory['addresses']>): Tampering =>
  (memory, store) => ({ ...memory, addresses: { ...memory.addresses, ...change(memory.addresses, store) } });

export const brokenAddresses: readonly (readonly [what: string, tampering: Tampering, ...cases: string[]])[] = [
  [
    'declares no guarantees for addresses',
    addresses(() => ({ guarantees: undefined })),
    'addresses: declares its guarantees',
  ],
  [
    'normalizes names',
    addresses((port) => ({
      create: (id, { name, ...input }, options) =>
        port.create(id, { ...input, name: name?.replace(/<.*?>/g, '') }, options),
    })),
    'addresses.create: stores the address exactly, and as no default',
  ],
  [
    'drops labels',
    addresses((port) => ({ create: (id, input, options) => port.create(id, { ...input, label: undefined }, options) })),
    'addresses: store, change and remove a label, and leave the address as it is',
  ],
  [
    'keeps a label that an update omits',
    addresses((port, store) => ({
      update: (id, addressId, input, options) => {
        const { label } = store.fileOf(id).addresses.find((address) => address.id === addressId) ?? {};
        return port.update(id, addressId, { label, ...input }, options);
      },
    })),
    'addresses: store, change and remove a label, and leave the address as it is',
  ],
  [
    'loses the phone of an address',
    (memory) => ({
      ...memory,
      addresses: {
        ...memory.addresses,
        create: (id, input, options) => memory.addresses.create(id, { ...input, phone: undefined }, options),
      },
    }),
    'addresses.create: stores the address exactly, and as no default',
  ],
  [
    'fills in empty lines',
    addresses((port) => ({
      create: (id, input, options) =>
        port.create(id, { ...input, lines: ['-', ...input.lines.map(() => '-')] }, options),
    })),
    'addresses.create: rejects an address without a line, and one that is too long, and names the member',
  ],
  [
    'keeps members that an update omits',
    addresses((port, store) => ({
      update: (id, addressId, input, options) => {
        const before = store.fileOf(id).addresses.find((address) => address.id === addressId)?.address;
        return port.update(id, addressId, { ...(before as object), ...input }, options);
      },
    })),
    'addresses.update: replaces the whole address and changes its version',
  ],
  [
    'changes any customer’s address',
    addresses((port) => ({
      update: (_, ...rest) => port.update(ingrid, ...rest),
      delete: (_, ...rest) => port.delete(ingrid, ...rest),
      setDefault: (_, ...rest) => port.setDefault(ingrid, ...rest),
    })),
    'addresses.update: rejects with not-found under another customer',
    'addresses.delete: deletes the address, but not under another customer',
    'addresses.setDefault: rejects with not-found for an address of another customer',
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
    'addresses.delete: rejects the deletion of a default',
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
    'addresses.setDefault: replaces the previous default of that use only',
  ],
  [
    'lists addresses in the order of creation',
    addresses((port) => ({
      list: async (...args) => {
        const page = await port.list(...args);
        return { ...page, items: page.items.toSorted((a, b) => (a.id < b.id ? -1 : 1)) };
      },
    })),
    'addresses.list: lists the defaults first, billing before shipping',
  ],
  [
    'does not update the default in the customer record',
    (memory, store) => {
      const { customer } = store.fileOf(ingrid);
      return { ...memory, customers: { ...memory.customers, get: async () => customer } };
    },
    'addresses.setDefault: the customer’s record has the same default',
  ],
];
