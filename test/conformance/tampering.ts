// Ways to break an adapter.
import type { Adapter } from '../../src/adapter/adapter.ts';
import type { PageRequest, ReadOptions, WriteOptions } from '../../src/adapter/options.ts';
import { knownCustomers, memoryAdapter, type MemoryStore } from '../../src/adapters/memory/index.ts';
import type { Page } from '../../src/domain/page.ts';

const { ingrid } = knownCustomers;

export type Memory = ReturnType<typeof memoryAdapter>;
export type Spoil = (memory: Memory, store: MemoryStore) => Adapter;

/** An adapter whose every list answers a page that has been tampered with. */
export const pages =
  (change: (page: Page<never>, request: PageRequest, customerId: string) => unknown, only?: string): Spoil =>
  (memory) => {
    const through =
      (name: string, list: (customerId: string, request: PageRequest, options: ReadOptions) => Promise<unknown>) =>
      async (customerId: string, request: PageRequest, options: ReadOptions) => {
        const page = (await list(customerId, request, options)) as Page<never>;
        return (only === undefined || only === name ? change(page, request, customerId) : page) as never;
      };
    return {
      ...memory,
      addresses: { ...memory.addresses, list: through('addresses', memory.addresses.list) },
      orders: { ...memory.orders, list: through('orders', memory.orders.list) },
      notes: { ...memory.notes, list: through('notes', memory.notes.list) },
      crossSell: { list: through('crossSell', memory.crossSell.list) },
      coupons: { ...memory.coupons, list: through('coupons', memory.coupons.list) },
      credit: {
        ...memory.credit,
        accounts: through('accounts', memory.credit.accounts),
        entries: (customerId, accountId, request, options) =>
          through('entries', (id, page, more) => memory.credit.entries(id, accountId, page, more))(
            customerId,
            request,
            options,
          ),
      },
    };
  };

/** An adapter whose customers port has other methods. */
export const customers =
  (change: (memory: Memory, store: MemoryStore) => Partial<Memory['customers']>): Spoil =>
  (memory, store) => ({ ...memory, customers: { ...memory.customers, ...change(memory, store) } });

/** An adapter whose every list is asked something else than it was. */
export const asked = (
  change: (request: PageRequest, options: ReadOptions) => readonly [PageRequest, ReadOptions],
): Spoil => {
  return (memory) => ({
    ...memory,
    stats: {
      get: (id, range, options) => memory.stats.get(id, change({ first: 1, range }, options)[0].range ?? {}, options),
    },
    addresses: { ...memory.addresses, list: (id, ...rest) => memory.addresses.list(id, ...change(...rest)) },
    orders: { ...memory.orders, list: (id, ...rest) => memory.orders.list(id, ...change(...rest)) },
    notes: { ...memory.notes, list: (id, ...rest) => memory.notes.list(id, ...change(...rest)) },
    crossSell: { list: (id, ...rest) => memory.crossSell.list(id, ...change(...rest)) },
    coupons: { ...memory.coupons, list: (id, ...rest) => memory.coupons.list(id, ...change(...rest)) },
    credit: {
      ...memory.credit,
      accounts: (id, ...rest) => memory.credit.accounts(id, ...change(...rest)),
      entries: (id, accountId, ...rest) => memory.credit.entries(id, accountId, ...change(...rest)),
    },
  });
};

export const notes =
  (change: (memory: Memory, store: MemoryStore) => Partial<Memory['notes']>): Spoil =>
  (memory, store) => ({ ...memory, notes: { ...memory.notes, ...change(memory, store) } });

export const credit =
  (change: (memory: Memory, store: MemoryStore) => Partial<Memory['credit']>): Spoil =>
  (memory, store) => ({ ...memory, credit: { ...memory.credit, ...change(memory, store) } });

export const coupons =
  (change: (memory: Memory, store: MemoryStore) => Partial<Memory['coupons']>): Spoil =>
  (memory, store) => ({ ...memory, coupons: { ...memory.coupons, ...change(memory, store) } });

/** The version that a note has now, whatever the caller knows of it. */
export const newest = (store: MemoryStore, noteId: string, options: WriteOptions): WriteOptions => ({
  ...options,
  ifVersion: store.fileOf(ingrid).notes.find(({ id }) => id === noteId)?.version ?? '1',
});

export const forgetful = (options: WriteOptions): WriteOptions => ({ ...options, idempotencyKey: crypto.randomUUID() });
export const reversed = (page: Page<never>) => ({ ...page, items: page.items.toReversed() });
export const rowOf = (customerId: string) => ({ id: 'x', customerId });

/** Cursors that count rows from the head of the list. */
export function byPosition(): Spoil {
  return (memory) => {
    const cut = <T>(page: Page<T>, { first, after = '0' }: PageRequest): Page<T> => {
      const end = Number(after) + first;
      return {
        ...page,
        items: page.items.slice(Number(after), end),
        next: end < page.items.length ? String(end) : null,
      };
    };
    return {
      ...memory,
      notes: {
        ...memory.notes,
        list: async (id, request, options) => cut(await memory.notes.list(id, { first: 1000 }, options), request),
      },
      credit: {
        ...memory.credit,
        entries: async (id, account, request, options) =>
          cut(await memory.credit.entries(id, account, { first: 1000 }, options), request),
      },
    };
  };
}

/** Whatever was asked under a key is answered with what was answered first. */
export function answerOnce(create: Memory['notes']['create']): Memory['notes']['create'] {
  const answers = new Map<string, ReturnType<typeof create>>();
  return (id, note, options) => {
    const answer = answers.get(options.idempotencyKey) ?? create(id, note, options);
    answers.set(options.idempotencyKey, answer);
    return answer;
  };
}

/** Sees that there is enough, and has taken it only in another turn. */
export function lookThenTake({ credit: port }: Memory, store: MemoryStore): Partial<Memory['credit']> {
  return {
    async adjust(id, adjustment, options) {
      const { account: after } = await port.adjust(id, adjustment, { ...options, dryRun: true });
      await Promise.resolve();
      const file = store.fileOf(id);
      file.accounts = file.accounts.map((account) => (account.id === after.id ? after : account));
      return { customerId: id, account: after };
    },
  };
}
