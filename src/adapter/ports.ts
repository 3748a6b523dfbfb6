import type { AddressInput, AddressUse, BookAddress } from '../domain/address.ts';
import type { Coupon, CouponInput } from '../domain/coupon.ts';
import type { CreditAccount, CreditAdjustment, CreditEntry, CreditOutcome } from '../domain/credit.ts';
import type { CrossSellRow, CrossSellTotals } from '../domain/cross-sell.ts';
import type { CustomerChange, PasswordInput, Revealed, RevealInput, StatusInput } from '../domain/customer-change.ts';
import type { Customer, Named } from '../domain/customer.ts';
import type { Note, NoteChange, NoteInput, NoteRevision } from '../domain/note.ts';
import type { OrderDetail } from '../domain/order-detail.ts';
import type { OrderEntry, OrderTotals } from '../domain/order.ts';
import type { Page } from '../domain/page.ts';
import type { CustomerStats } from '../domain/stats.ts';
import type { DayRange } from '../domain/time.ts';
import type { Guarantees, PageRequest, ReadOptions, WriteOptions } from './options.ts';

/** The customer's own data. */
export interface CustomersPort {
  readonly guarantees?: Guarantees;
  /** Rejects with `not-found` where there is no such customer. */
  get?(customerId: string, options: ReadOptions): Promise<Customer>;
  update?(customerId: string, change: CustomerChange, options: WriteOptions): Promise<Customer>;
  /** The password is kept nowhere: not in a log, not with the key. */
  setPassword?(customerId: string, input: PasswordInput, options: WriteOptions): Promise<void>;
  setStatus?(customerId: string, status: StatusInput, options: WriteOptions): Promise<Customer>;
  /** A withheld datum as a whole, for a while. Demands `reason`; who saw what, and why, is kept by the platform. */
  reveal?(customerId: string, what: RevealInput, options: WriteOptions): Promise<Revealed>;
}

/** The customer's address book: the defaults first, billing before shipping, then in the order they were added. */
export interface AddressesPort {
  readonly guarantees?: Guarantees;
  list?(customerId: string, page: PageRequest, options: ReadOptions): Promise<Page<BookAddress>>;
  create?(customerId: string, address: AddressInput, options: WriteOptions): Promise<BookAddress>;
  update?(customerId: string, addressId: string, address: AddressInput, options: WriteOptions): Promise<BookAddress>;
  /** A default cannot be deleted before another is chosen: `validation`. */
  delete?(customerId: string, addressId: string, options: WriteOptions): Promise<void>;
  /** Makes it the default for that use, in place of the one before. */
  setDefault?(customerId: string, addressId: string, use: AddressUse, options: WriteOptions): Promise<BookAddress>;
}

/** Business accounts that a customer can be assigned to, by name. They belong to no customer. */
export interface BusinessAccountsPort {
  list?(customerId: string, page: PageRequest, options: ReadOptions): Promise<Page<Named>>;
}

/**
 * Orders and returns, newest first; equal times by number descending (`#10119` above `#3127`). Filters: `kind`, the five axes (several
 * codes with commas between them: any of these), and `archived`: `include` or `only`; without it archived orders are
 * left out.
 */
export interface OrdersPort {
  list?(customerId: string, page: PageRequest, options: ReadOptions): Promise<Page<OrderEntry, OrderTotals>>;
  get?(customerId: string, orderId: string, options: ReadOptions): Promise<OrderDetail>;
}

/**
 * What operators have noted; newest first, pinned ones before all others. A search looks into the notes and into the
 * names and ids of who wrote them.
 */
export interface NotesPort {
  readonly guarantees?: Guarantees;
  /**
   * The platform keeps one text a customer, not a list: `list` gives one note at the most, and it is edited in place.
   * To create another one beside it rejects with `conflict` and the note that is there.
   */
  readonly single?: boolean | undefined;
  list?(customerId: string, page: PageRequest, options: ReadOptions): Promise<Page<Note>>;
  create?(customerId: string, note: NoteInput, options: WriteOptions): Promise<Note>;
  update?(customerId: string, noteId: string, change: NoteChange, options: WriteOptions): Promise<Note>;
  delete?(customerId: string, noteId: string, options: WriteOptions): Promise<void>;
  /**
   * Brings a deleted note back as it was, as a new version; one that is there stays as it is. Absent: a deletion is for
   * good, and asked about before.
   */
  restore?(customerId: string, noteId: string, options: WriteOptions): Promise<Note>;
  /** What became of a note, newest first; also of a deleted one. */
  revisions?(customerId: string, noteId: string, page: PageRequest, options: ReadOptions): Promise<Page<NoteRevision>>;
}

/**
 * What the customer bought, product by product. Sorted by any figure, `title` or `sku`, numbers in them as numbers; by
 * revenue, highest first, where nothing is said.
 */
export interface CrossSellPort {
  list?(customerId: string, page: PageRequest, options: ReadOptions): Promise<Page<CrossSellRow, CrossSellTotals>>;
}

/** What the customer adds up to. */
export interface StatsPort {
  get?(customerId: string, range: DayRange, options: ReadOptions): Promise<CustomerStats>;
}

/** Stored value: balances, and the ledger behind each, newest entry first. */
export interface CreditPort {
  readonly guarantees?: Guarantees;
  accounts?(customerId: string, page: PageRequest, options: ReadOptions): Promise<Page<CreditAccount>>;
  entries?(customerId: string, accountId: string, page: PageRequest, options: ReadOptions): Promise<Page<CreditEntry>>;
  /**
   * Adds an entry and moves the balance. With `dryRun` it answers the balance after and writes nothing. What would
   * take more away than there is rejects with `validation` and a field error for `amount`. With `reverses` it takes an
   * entry back, once: what was taken back already, or is not `reversible`, rejects with `validation`.
   */
  adjust?(customerId: string, adjustment: CreditAdjustment, options: WriteOptions): Promise<CreditOutcome>;
}

/** Coupons that the customer owns, newest first. Filter: `status` (several codes with commas between them). */
export interface CouponsPort {
  readonly guarantees?: Guarantees;
  list?(customerId: string, page: PageRequest, options: ReadOptions): Promise<Page<Coupon>>;
  issue?(customerId: string, coupon: CouponInput, options: WriteOptions): Promise<Coupon>;
  /** What was used already rejects with `validation`. */
  revoke?(customerId: string, couponId: string, options: WriteOptions): Promise<Coupon>;
}
