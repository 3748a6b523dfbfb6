import type { Adapter } from '../../adapter/adapter.ts';
import type { ReadOptions } from '../../adapter/options.ts';
import type { TimelinePort } from '../../adapter/ports/timeline.ts';
import { mergeTimeline } from '../../adapter/toolkit/index.ts';
import type { Actor, Permissions } from '../../domain/operator.ts';
import { addressesPort } from './addresses.ts';
import { inquiryWrites } from './inquiry-writes.ts';
import { insightsPort } from './insights.ts';
import { couponsPort } from './coupons.ts';
import { creditPort } from './credit.ts';
import { businessAccountsPort, customersPort } from './customers.ts';
import { exportsPort } from './exports.ts';
import { privacyPort } from './privacy.ts';
import { resellerPort } from './reseller.ts';
import { MemorySession } from './session.ts';
import { notesPort } from './notes.ts';
import { paymentCardsPort } from './payment-cards-port.ts';
import { preferencesPort } from './preferences.ts';
import { plainPorts } from './plain-lists.ts';
import { priceGroupsPort } from './price-groups.ts';
import { productsPort, purchasePorts } from './purchases.ts';
import { roles, type RoleName } from './roles.ts';
import { staff } from './shop/people.ts';
import { MemoryStore } from './store.ts';
import { subscriptionsPort } from './subscriptions.ts';

export { roles, type Role, type RoleName } from './roles.ts';
export * from './shop.ts';
export { MemoryStore } from './store.ts';

export interface MemoryOptions {
  /**
   * The store that the adapter reads and writes. Operators who work at the same time share one. Default: a store of its
   * own.
   */
  readonly store?: MemoryStore | undefined;
  /** The author of all writes. */
  readonly actor?: Actor | undefined;
  /** The operator's role, which determines permissions and masking. Default: `manager`. */
  readonly role?: RoleName | undefined;
  /** The operator's permissions by operation. Overrides those of the role. */
  readonly permissions?: Permissions | undefined;
  /** The masking of e-mail addresses, phone numbers, logins and postal addresses. Overrides that of the role. */
  readonly personalData?: 'whole' | 'masked' | undefined;
  /** `true`: each customer has a single note instead of a list. */
  readonly singleNote?: boolean | undefined;
  /** The links into the surrounding admin. Absent: there are none, and an order opens in its dialog. */
  readonly links?: Adapter['links'];
}

const nowhere = (): null => null;

/** Creates a complete adapter without a server, for a shop in memory. Use it for demos, stories and tests. */
export function memoryAdapter({
  store = new MemoryStore(),
  actor = staff.dana,
  role = 'manager',
  permissions = roles[role].permissions,
  personalData = roles[role].personalData,
  singleNote,
  links = nowhere,
}: MemoryOptions = {}) {
  const session = new MemorySession(store, { ...roles[role], actor, permissions, personalData });
  const lists = plainPorts(session);
  const events = {
    ...purchasePorts(session),
    notes: notesPort(session, { single: singleNote }),
    credit: creditPort(session),
    ...lists,
  };
  const merged = mergeTimeline(events);
  return {
    ...events,
    customers: customersPort(session),
    businessAccounts: businessAccountsPort(session),
    addresses: addressesPort(session),
    coupons: couponsPort(session),
    inquiries: { ...lists.inquiries, ...inquiryWrites(session) },
    paymentCards: paymentCardsPort(session, lists.paymentCards),
    timeline: {
      capabilities: merged.capabilities,
      async list(customerId, page, options) {
        await session.read('timeline.list', customerId, options);
        return merged.list(customerId, page, options);
      },
    } satisfies TimelinePort,
    subscriptions: subscriptionsPort(session),
    priceGroups: priceGroupsPort(session),
    products: productsPort(session),
    preferences: preferencesPort(session),
    insights: insightsPort(session),
    exports: exportsPort(session),
    privacy: privacyPort(session),
    reseller: resellerPort(session),
    async permissions(customerId: string, options: ReadOptions): Promise<Permissions> {
      await session.read('permissions', customerId, options);
      return permissions;
    },
    watch: (topics, sink, options) => session.watch(topics, sink, options),
    links,
  } satisfies Adapter;
}
