import { type BookAddress, addressUses, type Address } from '../../domain/address.ts';
import type { CustomerExport } from '../../domain/customer-export.ts';
import type { Coupon } from '../../domain/coupon.ts';
import type { CreditAccount, CreditEntry } from '../../domain/credit.ts';
import type { Customer, Named } from '../../domain/customer.ts';
import type { Note, NoteRevision } from '../../domain/note.ts';
import type { ResellerRecord } from '../../domain/reseller.ts';
import type { Subscription } from '../../domain/subscription.ts';
import { plainRecords, type PlainRecords } from './plain-lists.ts';
import { createRandom } from './random.ts';
import { businessAccounts } from './shop/people.ts';
import { createCatalogue } from './shop/catalogue.ts';
import { ingridCoupons } from './shop/coupons.ts';
import { loggedExports } from './shop/exports.ts';
import { hostileProducts } from './shop/hostile.ts';
import { earlierNotes, ingrid, ingridId, ingridMasked, ingridNotes } from './shop/ingrid-account.ts';
import { ingridAddresses, ingridLabels } from './shop/ingrid-addresses.ts';
import { ingridAccounts, ingridEntries } from './shop/ingrid-credit.ts';
import { ingridOrders } from './shop/ingrid-orders.ts';
import { resellers } from './shop/resellers.ts';
import { ingridSubscriptions } from './shop/subscriptions.ts';
import { itemized, itemizedOrders } from './shop/itemized-orders.ts';
import { createOrdinary, type Circumstances } from './shop/ordinary.ts';
import type { ShopCustomer, ShopOrder, ShopProduct, EarlierNote } from './shop/types.ts';
import { unusualNotes } from './shop/unusual-notes.ts';
import { unusualCredit } from './shop/unusual-credit.ts';
import { unusualAddresses, unusualProfiles } from './shop/unusual-profiles.ts';
import { unusualOrders, unusualFigures } from './shop/unusual-orders.ts';
import { unusualRecords } from './shop/unusual-records.ts';
import { isWithheld } from '../../domain/field.ts';

/**
 * Creates a customer's address book: the defaults of the record, billing before shipping, then further addresses. An
 * address that is the default for both uses appears once.
 */
export function addressBook(customer: Customer, further: readonly Address[] = []): BookAddress[] {
  const { id: customerId } = customer;
  const book = new Map<string, BookAddress>();
  for (const use of addressUses) {
    const address = use === 'billing' ? customer.defaultBilling : customer.defaultShipping;
    if (!address) continue;
    const ownId = isWithheld(address) ? undefined : address.id;
    const id = ownId ?? `addr-${customerId.slice(2)}-${use}`;
    const { defaultFor = [] } = book.get(id) ?? {};
    book.set(id, { id, customerId, version: '1', address, label: null, defaultFor: [...defaultFor, use] });
  }
  const others = further.map((address, index): BookAddress => {
    const id = address.id ?? `addr-${customerId.slice(2)}-${index + 1}`;
    return {
      id,
      customerId,
      version: '1',
      address: { ...address, id },
      label: ingridLabels[id] ?? null,
      defaultFor: [],
    };
  });
  return [...book.values(), ...others];
}

/** Returns the revisions of a note up to its current text, oldest first. */
export function historyOf(note: Note, earlier: readonly EarlierNote[] = []): NoteRevision[] {
  const { id, customerId, body, createdAt, updatedAt, author } = note;
  const texts = [...earlier, { body, at: updatedAt ?? createdAt, author }];
  const revisions = texts.map((text, index) => ({ kind: index === 0 ? 'created' : 'edited', ...text }));
  if (note.pinned) revisions.splice(1, 0, { ...revisions[0]!, kind: 'pinned' });
  return revisions.map((revision, index) => ({ id: `${id}-${index + 1}`, customerId, noteId: id, ...revision }));
}

export { catalogProduct } from './shop/catalogue.ts';
export type { ShopLine, ShopOrder, ShopProduct } from './shop/types.ts';

/** The current time of the shop in stories and screenshots. */
export const shopTime = '2026-11-18T11:20:00Z';

/**
 * A shop as flat tables. Each row contains its customer's id. The memory adapter holds it, and databases are seeded
 * with it.
 */
export interface Shop {
  /** The current time of the shop. */
  readonly now: string;
  readonly products: readonly ShopProduct[];
  readonly customers: readonly Customer[];
  /**
   * The `fieldKey` of the values that are masked for all operators, by customer. The records contain the full values.
   */
  readonly masked: Readonly<Record<string, readonly string[]>>;
  readonly businessAccounts: readonly Named[];
  readonly addresses: readonly BookAddress[];
  readonly orders: readonly ShopOrder[];
  readonly notes: readonly Note[];
  /** Oldest first for each note. */
  readonly noteRevisions: readonly NoteRevision[];
  readonly accounts: readonly CreditAccount[];
  /** Oldest first for each account. Members that depend on other entries are absent. */
  readonly entries: readonly CreditEntry[];
  /** The coupons as issued: their expiry depends on the current time. */
  readonly coupons: readonly Coupon[];
  /** The subscriptions as last changed: their end and next renewal depend on the current time. */
  readonly subscriptions: readonly Subscription[];
  /** The log of exports, newest first. */
  readonly exports: readonly CustomerExport[];
  /** The details of the customers who sell on. */
  readonly resellers: readonly ResellerRecord[];
  /** The records of the ports in `plain-lists.ts`. */
  readonly lists: PlainRecords;
}

export interface ShopOptions {
  /** The seed of the random data. The same seed creates the same shop. */
  readonly seed?: number | undefined;
  /** The number of customers: first the one in the design, then the unusual ones, then ordinary ones. */
  readonly customers?: number | undefined;
  /** The current time of the shop. All other instants are shifted by the same offset. */
  readonly now?: string | undefined;
  /** Returns the image URL of a product by SKU. Absent: products have no images. */
  readonly pictureOf?: ((sku: string) => string) | undefined;
}

const idAt = (position: number): string => `C-${20817 + position}`;
/** Edge cases that a page rarely meets but must handle. */
const unusual = {
  ...unusualRecords,
  ...unusualOrders,
  ...unusualAddresses,
  ...unusualNotes,
  ...unusualCredit,
  ...unusualProfiles,
  ...unusualFigures,
  ...itemizedOrders,
};
const unusualNames = Object.keys(unusual) as (keyof typeof unusual)[];

/** The ids of customers with known properties, for tests and stories: `knownCustomers.noOrders`. */
export const knownCustomers = {
  ingrid: ingridId,
  ...Object.fromEntries(unusualNames.map((name, index) => [name, idAt(index + 1)])),
} as Readonly<Record<'ingrid' | keyof typeof unusual, string>>;

/**
 * Creates a fictional shop of ceramics and coffee; all people in it are invented. The same options create the same shop
 * in every engine.
 */
export function createShop({ seed = 1, customers = 200, now = shopTime, pictureOf }: ShopOptions = {}): Shop {
  const products = createCatalogue();
  let number = 20_000;
  const circumstancesAt = (position: number): Circumstances => ({
    id: idAt(position),
    serial: 20817 + position,
    now: Date.parse(shopTime),
    catalogue: products,
    nextNumber: () => ++number,
  });
  // Each customer has a generator of their own, so that adding a customer does not change the earlier ones.
  const everyone = Array.from({ length: customers }, (_, position): ShopCustomer => {
    if (position === 0) return createIngrid();
    const name = unusualNames[position - 1];
    const make = name ? unusual[name] : createOrdinary;
    return make(createRandom(seed * 1_000_003 + position), circumstancesAt(position));
  });
  return moveTo(now, {
    now: shopTime,
    products: [...products.map(withPicture), ...hostileProducts],
    customers: everyone.map(({ customer }) => customer),
    masked: Object.fromEntries(everyone.flatMap(({ customer, masked }) => (masked ? [[customer.id, masked]] : []))),
    businessAccounts,
    addresses: everyone.flatMap(({ customer, furtherAddresses }) => addressBook(customer, furtherAddresses)),
    orders: everyone.flatMap(({ customer, orders }) => orders.map((order) => itemized(order, customer))),
    notes: everyone.flatMap(({ notes }) => notes),
    noteRevisions: everyone.flatMap(({ notes, earlierNotes: earlier }) =>
      notes.flatMap((note) => historyOf(note, earlier?.[note.id])),
    ),
    accounts: everyone.flatMap(({ accounts }) => accounts),
    entries: everyone.flatMap(({ entries }) => entries),
    coupons: everyone.flatMap(({ coupons = [] }) => coupons),
    subscriptions: everyone.flatMap(({ subscriptions = [] }) => subscriptions),
    exports: loggedExports,
    resellers: resellers.filter(({ customerId }) => everyone.some(({ customer }) => customer.id === customerId)),
    lists: plainRecords(pictureOf),
  });

  function withPicture(product: ShopProduct): ShopProduct {
    return pictureOf ? { ...product, image: pictureOf(product.sku) } : product;
  }

  function createIngrid(): ShopCustomer {
    const bySku = new Map(products.map((product) => [product.sku, product]));
    return {
      customer: ingrid,
      masked: ingridMasked,
      furtherAddresses: ingridAddresses,
      orders: ingridOrders(bySku),
      notes: ingridNotes,
      earlierNotes,
      accounts: ingridAccounts,
      entries: ingridEntries,
      coupons: ingridCoupons,
      subscriptions: ingridSubscriptions(bySku),
    };
  }
}

/** Returns the shop with all instants shifted to another current time. */
function moveTo(now: string, shop: Shop): Shop {
  const offset = Date.parse(now) - Date.parse(shop.now);
  if (offset === 0) return shop;
  const move = (_: string, value: unknown): unknown => {
    // A month moves with its middle.
    if (typeof value === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(value))
      return new Date(Date.parse(`${value}-15`) + offset).toISOString().slice(0, 7);
    const [, day, time] = (typeof value === 'string' && /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d:\d\dZ)?$/.exec(value)) || [];
    if (day === undefined) return value;
    const moved = new Date(Date.parse(value as string) + offset).toISOString();
    return time === undefined ? moved.slice(0, 10) : moved.replace(/\.\d+Z/, 'Z');
  };
  return JSON.parse(JSON.stringify(shop), move) as Shop;
}
