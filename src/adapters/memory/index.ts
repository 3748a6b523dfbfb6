import type { Adapter } from '../../adapter/adapter.ts';
import type { ReadOptions } from '../../adapter/options.ts';
import type { Actor, Permissions } from '../../domain/operator.ts';
import { addressesPort } from './addresses.ts';
import { couponsPort } from './coupons.ts';
import { creditPort } from './credit.ts';
import { businessAccountsPort, customersPort } from './customers.ts';
import { MemorySession } from './session.ts';
import { notesPort } from './notes.ts';
import { productsPort } from './products.ts';
import { purchases } from './purchases.ts';
import { quotesPort } from './quotes.ts';
import { roles, type RoleName } from './roles.ts';
import { staff } from './shop/staff.ts';
import { MemoryStore } from './store.ts';
import { subscriptionsPort } from './subscriptions.ts';

export { roles, type Role, type RoleName } from './roles.ts';
export * from './shop.ts';
export { MemoryStore } from './store.ts';

export interface MemoryOptions {
  /** What the adapter reads and writes; operators who work at the same time share it. Its own shop, where not given. */
  readonly store?: MemoryStore | undefined;
  /** Under whose name is written. */
  readonly actor?: Actor | undefined;
  /** What this operator may do and see: that of a manager, where not given. */
  readonly role?: RoleName | undefined;
  /** What this operator may do, by operation, where it is not that of the role. */
  readonly permissions?: Permissions | undefined;
  /** How this operator sees e-mail addresses, numbers, logins and postal addresses, where it is not as in the role. */
  readonly personalData?: 'whole' | 'masked' | undefined;
  /** Whether there is one text about a customer, in place of a list of notes. */
  readonly singleNote?: boolean | undefined;
  /** Where things are in the admin around it. Nowhere, where not given: an order opens in its dialog. */
  readonly links?: Adapter['links'];
}

const nowhere = (): null => null;

/** A complete adapter without a server, over a shop in memory: for demos, stories and tests. */
export function memoryAdapter({
  store = new MemoryStore(),
  actor = staff.dana,
  role = 'manager',
  permissions = roles[role].permissions,
  personalData = roles[role].personalData,
  singleNote,
  links = nowhere,
}: MemoryOptions = {}) {
  const desk = new MemorySession(store, { ...roles[role], actor, permissions, personalData });
  return {
    customers: customersPort(desk),
    businessAccounts: businessAccountsPort(desk),
    addresses: addressesPort(desk),
    ...purchases(desk),
    notes: notesPort(desk, { single: singleNote }),
    credit: creditPort(desk),
    coupons: couponsPort(desk),
    quotes: quotesPort(desk),
    subscriptions: subscriptionsPort(desk),
    products: productsPort(desk),
    async permissions(customerId: string, options: ReadOptions): Promise<Permissions> {
      await desk.read('permissions', customerId, options);
      return permissions;
    },
    watch: (topics, sink, options) => desk.watch(topics, sink, options),
    links,
  } satisfies Adapter;
}
