import type { Coupon } from '../../../domain/coupon.ts';
import type { Interval } from '../../../domain/interval.ts';
import type { Quote } from '../../../domain/quote.ts';
import type { Subscription } from '../../../domain/subscription.ts';
import type { Address, BookAddress } from '../../../domain/address.ts';
import type { CreditAccount, CreditEntry } from '../../../domain/credit.ts';
import type { Product } from '../../../domain/cross-sell.ts';
import type { Customer, Named } from '../../../domain/customer.ts';
import type { Money } from '../../../domain/money.ts';
import type { Note, NoteRevision } from '../../../domain/note.ts';
import type { Actor } from '../../../domain/operator.ts';
import type { OrderLine, Payment, Fulfillment, Refund } from '../../../domain/order-detail.ts';
import type { Order, OrderStatus, Return } from '../../../domain/order.ts';

/** A shop as flat tables, each row with the id of its customer: what the memory adapter holds and a database is filled with. */
export interface Shop {
  /** The instant at which the shop stands still. */
  readonly now: string;
  readonly products: readonly ShopProduct[];
  readonly customers: readonly Customer[];
  /** What of a customer everybody sees masked, by `datumKey`. The records have it whole. */
  readonly masked: Readonly<Record<string, readonly string[]>>;
  readonly businessAccounts: readonly Named[];
  readonly addresses: readonly BookAddress[];
  readonly orders: readonly ShopOrder[];
  readonly notes: readonly Note[];
  /** Of each note oldest first. */
  readonly noteRevisions: readonly NoteRevision[];
  readonly accounts: readonly CreditAccount[];
  /** Of each account oldest first. What follows from other entries is not in them. */
  readonly entries: readonly CreditEntry[];
  /** As they were issued: whether one has expired follows from the time. */
  readonly coupons: readonly Coupon[];
  /** As they were made: whether one has expired follows from the time. */
  readonly quotes: readonly Quote[];
  /** As they were left: what has ended since, and the next renewal, follow from the time. */
  readonly subscriptions: readonly Subscription[];
}

/** A product with what the shop alone knows of it. */
export interface ShopProduct extends Product {
  readonly title: string;
  readonly sku: string;
  /** Of one unit, in pounds, as a decimal. */
  readonly price: string;
  /** The intervals at which it can be subscribed to. Absent: any. */
  readonly intervals?: readonly Interval[];
  /** What one unit costs the shop, in pounds. Absent: not known. */
  readonly cost?: string;
  /** The part of a sale that the payment processor keeps. Absent: not known. */
  readonly feeRate?: string;
  /** Absent where nobody recorded whether a sale was one of a promotion. */
  readonly promotions?: true;
}

/** A line with what cross-sell figures need. The amounts are of the whole line and carry its sign; absent: not known. */
export interface ShopLine extends OrderLine {
  /** A charge has none. */
  readonly productId?: string;
  /** The discount that a promotion gave: `total` is after it. Nought where it was no promotion. */
  readonly promotion?: Money;
  readonly cost?: Money;
  readonly fee?: Money;
}

interface Detail {
  readonly status: OrderStatus;
  readonly lines: readonly ShopLine[];
  readonly payments: readonly Payment[];
  readonly refunds: readonly Refund[];
  readonly fulfillments: readonly Fulfillment[];
}

export type ShopSale = Order & Detail;
export type ShopReturn = Return & Detail;

/** An order or a return with all that belongs to it. */
export type ShopOrder = ShopSale | ShopReturn;

/** Everything of one customer. */
export interface ShopCustomer {
  readonly customer: Customer;
  /** What everybody sees masked, by `datumKey`. */
  readonly masked?: readonly string[];
  /** What else is in the address book, beside the defaults of the record. */
  readonly furtherAddresses?: readonly Address[];
  readonly orders: readonly ShopOrder[];
  readonly notes: readonly Note[];
  /** By the note's id, what it said before it was changed, oldest first. Absent where nothing was changed. */
  readonly earlierNotes?: Readonly<Record<string, readonly EarlierNote[]>>;
  readonly accounts: readonly CreditAccount[];
  readonly entries: readonly CreditEntry[];
  readonly coupons?: readonly Coupon[];
  readonly quotes?: readonly Quote[];
  readonly subscriptions?: readonly Subscription[];
}

/** What a note said, who left it so and when. */
export interface EarlierNote {
  readonly body: string;
  readonly at: string;
  readonly author: Actor;
}
