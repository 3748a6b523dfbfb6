// Functions that break an adapter.
import type { Adapter } from '../../src/adapter/adapter.ts';
import { methodOf } from '../../src/adapter/call-operation.ts';
import { listNames } from '../../src/adapter/capabilities.ts';
import { operations, type ListName, type OperationName } from '../../src/adapter/operations.ts';
import type { PageRequest, ReadOptions, WriteOptions } from '../../src/adapter/options.ts';
import type { memoryAdapter, MemoryStore } from '../../src/adapters/memory/index.ts';
import type { Page } from '../../src/domain/page.ts';
import type { DayRange } from '../../src/domain/time.ts';

export type Memory = ReturnType<typeof memoryAdapter>;
export type Tampering = (memory: Memory, store: MemoryStore) => Adapter;

type Method = (...args: readonly unknown[]) => Promise<unknown>;

/** Overrides one method of an adapter. */
export const overriding =
  (name: OperationName, change: (method: Method, store: MemoryStore) => Method): Tampering =>
  (memory, store) => {
    const method = change(methodOf(memory, name)!, store);
    const [port, member] = name.split('.', 2) as [keyof Memory, string | undefined];
    return member === undefined
      ? { ...memory, [port]: method }
      : { ...memory, [port]: { ...(memory[port] as object), [member]: method } };
  };

/** Combines several changes to an adapter, applied in order. */
const combine =
  (tamperings: readonly Tampering[]): Tampering =>
  (memory, store) =>
    tamperings.reduce<Adapter>((adapter, tampering) => tampering(adapter as Memory, store), memory);

/** Changes the pages of every list. */
export const pages = (
  change: (page: Page<never>, request: PageRequest, customerId: string) => unknown,
  only?: ListName,
): Tampering =>
  combine(
    listNames
      .filter((name) => only === undefined || name === only)
      .map((name) =>
        overriding(
          name,
          (list) =>
            async (...args) =>
              change((await list(...args)) as Page<never>, args.at(-2) as PageRequest, args[0] as string),
        ),
      ),
  );

/** Overrides methods of the customers port. */
export const customers =
  (change: (memory: Memory, store: MemoryStore) => Partial<Memory['customers']>): Tampering =>
  (memory, store) => ({ ...memory, customers: { ...memory.customers, ...change(memory, store) } });

/** Changes the request and the options of every list and of the figures. */
export const changingRequests = (
  change: (request: PageRequest, options: ReadOptions) => readonly [PageRequest, ReadOptions],
): Tampering =>
  combine([
    ...listNames.map((name) =>
      overriding(name, (list) => (...args) => {
        const [request, options] = args.slice(-2) as [PageRequest, ReadOptions];
        return list(...args.slice(0, -2), ...change(request, options));
      }),
    ),
    overriding('stats.get', (get) => (customerId, range, options) => {
      const [request, more] = change({ first: 1, range: range as DayRange }, options as ReadOptions);
      return get(customerId, request.range ?? {}, more);
    }),
  ]);

/** Changes the customer's id, or the record's, in the calls of every list. */
export const listsUnder = (change: (customerId: string) => string): Tampering =>
  combine(
    listNames
      .filter((name) => operations[name].scope === 'customer')
      .map((name) =>
        overriding(
          name,
          (list) =>
            (id, ...rest) =>
              list(change(id as string), ...rest),
        ),
      ),
  );

export const notes =
  (change: (memory: Memory, store: MemoryStore) => Partial<Memory['notes']>): Tampering =>
  (memory, store) => ({ ...memory, notes: { ...memory.notes, ...change(memory, store) } });

export const credit =
  (change: (memory: Memory, store: MemoryStore) => Partial<Memory['credit']>): Tampering =>
  (memory, store) => ({ ...memory, credit: { ...memory.credit, ...change(memory, store) } });

export const coupons =
  (change: (memory: Memory, store: MemoryStore) => Partial<Memory['coupons']>): Tampering =>
  (memory, store) => ({ ...memory, coupons: { ...memory.coupons, ...change(memory, store) } });

export const withNewKey = (options: WriteOptions): WriteOptions => ({
  ...options,
  idempotencyKey: crypto.randomUUID(),
});
export const reversed = (page: Page<never>) => ({ ...page, items: page.items.toReversed() });
export const rowOf = (customerId: string) => ({ id: 'x', customerId });

/** Replaces cursors with offsets from the start of the list. */
export function byPosition(): Tampering {
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

/** Checks the balance and deducts from it in separate turns of the event loop. */
export function checkThenDeduct({ credit: port }: Memory, store: MemoryStore): Partial<Memory['credit']> {
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
