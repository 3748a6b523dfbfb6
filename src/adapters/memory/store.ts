import type { BookAddress } from '../../domain/address.ts';
import type { CustomerExport } from '../../domain/customer-export.ts';
import type { CustomerPrivacy } from '../../domain/privacy.ts';
import type { Coupon } from '../../domain/coupon.ts';
import type { Product, CatalogProduct } from '../../domain/cross-sell.ts';
import type { Subscription } from '../../domain/subscription.ts';
import type { CreditAccount, CreditEntry } from '../../domain/credit.ts';
import type { Customer, Named } from '../../domain/customer.ts';
import type { Note, NoteRevision } from '../../domain/note.ts';
import type { Actor } from '../../domain/operator.ts';
import type { Preference } from '../../domain/preference.ts';
import type { ResellerRecord } from '../../domain/reseller.ts';
import { AdapterError } from '../../adapter/adapter-error.ts';
import { recordsOf, type PlainRecords } from './plain-lists.ts';
import { catalogProduct, createShop, type Shop, type ShopOrder } from './shop.ts';
import { firstGroupsOf } from './shop/price-groups.ts';
import type { Change } from '../../adapter/adapter.ts';

/** The time in milliseconds during which a new subscriber still receives a past change. */
const keptFor = 10_000;

/** A change with the operator who made it. */
interface Made extends Change {
  readonly by: string;
}

/** The changes in a store, sent to all subscribers. */
export class Changes {
  readonly #watchers = new Set<(made: Made) => void>();
  #recent: readonly { readonly made: Made; readonly at: number }[] = [];

  /** Notifies subscribers asynchronously, as a network would. */
  notify(made: Made): void {
    this.#recent = [...this.#recentChanges(), { made, at: performance.now() }];
    for (const watcher of [...this.#watchers]) queueMicrotask(() => watcher(made));
  }

  /** Calls `watcher` for recent changes and every later one. Returns a function that ends the subscription. */
  watch(watcher: (made: Made) => void): () => void {
    this.#watchers.add(watcher);
    for (const { made } of this.#recentChanges()) queueMicrotask(() => watcher(made));
    return () => void this.#watchers.delete(watcher);
  }

  #recentChanges() {
    const oldest = performance.now() - keptFor;
    return this.#recent.filter(({ at }) => at >= oldest);
  }
}

/** The current data of one customer. Records are replaced, never mutated. */
export interface CustomerFile {
  customer: Customer;
  addresses: readonly BookAddress[];
  readonly orders: readonly ShopOrder[];
  notes: readonly Note[];
  deletedNotes: readonly Note[];
  /** Oldest first for each note. */
  noteRevisions: readonly NoteRevision[];
  accounts: readonly CreditAccount[];
  /** Oldest first for each account. */
  entries: readonly CreditEntry[];
  /** The `fieldKey` of the values that are masked for all operators. */
  readonly masked: readonly string[];
  coupons: readonly Coupon[];
  subscriptions: readonly Subscription[];
  /** The ids of the price groups that the customer is in. */
  priceGroupIds: readonly string[];
  /** The erasure of the customer's data. Absent: nobody has requested it. */
  erasure?: Required<Pick<CustomerPrivacy, 'version' | 'erasure'>>;
  /** The reseller details. Absent: nobody has entered any. */
  reseller?: ResellerRecord | undefined;
  /** The records of the ports in `plain-lists.ts`. */
  lists: PlainRecords;
}

/** A log entry for a revealed value. Does not contain the value. */
export interface Reveal {
  readonly customerId: string;
  readonly actor: Actor;
  readonly at: string;
  readonly datum: string;
  readonly reason: string;
}

/** The usual shop, which is created once: stores never write to it. */
let usualShop: Shop | undefined;

/** A writable copy of a shop. Adapters of several operators may share one store. The original shop is not changed. */
export class MemoryStore {
  readonly changes = new Changes();
  readonly products: ReadonlyMap<string, Product>;
  /** The products that can be chosen. */
  readonly catalogue: readonly CatalogProduct[];
  /** The responses to completed writes, by operator, operation and key. */
  readonly replies = new Map<string, { readonly sent: string; readonly answer: unknown }>();
  readonly businessAccounts: readonly Named[];
  /** The preferences by owner and key. */
  readonly preferences = new Map<string, Preference>();
  /** The exports of all operators by id. They are replaced, never mutated. */
  readonly exports: Map<string, CustomerExport>;
  /** The append-only log of revealed values: who saw which, and why. */
  readonly reveals: Reveal[] = [];
  readonly #files: ReadonlyMap<string, CustomerFile>;
  #now: number;
  #serial = 0;

  constructor(shop: Shop = (usualShop ??= createShop())) {
    this.#now = Date.parse(shop.now);
    this.businessAccounts = shop.businessAccounts;
    this.products = new Map(
      shop.products.map(({ id, title, sku, image, url }) => [id, { id, title, sku, image, url }]),
    );
    this.catalogue = shop.products.map(catalogProduct);
    this.exports = new Map(shop.exports.map((entry) => [entry.id, entry]));
    const [orders, notes] = [byCustomer(shop.orders), byCustomer(shop.notes)];
    const noteRevisions = byCustomer(shop.noteRevisions);
    const [accounts, entries] = [byCustomer(shop.accounts), byCustomer(shop.entries)];
    const addresses = byCustomer(shop.addresses);
    const coupons = byCustomer(shop.coupons);
    const subscriptions = byCustomer(shop.subscriptions);
    const resellers = byCustomer(shop.resellers);
    this.#files = new Map(
      shop.customers.map((customer) => [
        customer.id,
        {
          customer,
          addresses: addresses.get(customer.id) ?? [],
          orders: orders.get(customer.id) ?? [],
          notes: notes.get(customer.id) ?? [],
          deletedNotes: [],
          noteRevisions: noteRevisions.get(customer.id) ?? [],
          accounts: accounts.get(customer.id) ?? [],
          entries: entries.get(customer.id) ?? [],
          masked: shop.masked[customer.id] ?? [],
          coupons: coupons.get(customer.id) ?? [],
          subscriptions: subscriptions.get(customer.id) ?? [],
          priceGroupIds: firstGroupsOf(customer.id),
          reseller: resellers.get(customer.id)?.[0],
          lists: recordsOf(shop.lists, customer.id),
        },
      ]),
    );
  }

  /** Returns a customer's data. Throws `not-found` if there is no such customer. */
  fileOf(customerId: string): CustomerFile {
    const file = this.#files.get(customerId);
    if (!file) throw new AdapterError('not-found');
    return file;
  }

  /** The data of all customers. */
  get files(): readonly CustomerFile[] {
    return [...this.#files.values()];
  }

  /** The current time of the shop's clock. */
  get now(): string {
    return new Date(this.#now).toISOString().replace(/\.\d+Z/, 'Z');
  }

  /** The current day of the shop's clock, in UTC. */
  get today(): string {
    return this.now.slice(0, 10);
  }

  /**
   * Returns the time of a write. The shop's clock advances by one second with each write and stands still in between.
   */
  tick(): string {
    this.#now += 1000;
    return this.now;
  }

  /** Returns true if another customer has this login, or this e-mail address in any case. */
  isTaken(member: 'login' | 'email', text: string, customerId: string): boolean {
    const keyOf = (value: unknown) => (member === 'email' ? String(value).toLowerCase() : value);
    return [...this.#files.values()].some(
      ({ customer }) => customer.id !== customerId && keyOf(customer[member]) === keyOf(text),
    );
  }

  /** Returns an id that is unique in the store. */
  newId(kind: string): string {
    this.#serial += 1;
    return `${kind}-new-${this.#serial}`;
  }
}

function byCustomer<T extends { readonly customerId: string }>(rows: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.customerId);
    if (group) group.push(row);
    else groups.set(row.customerId, [row]);
  }
  return groups;
}
