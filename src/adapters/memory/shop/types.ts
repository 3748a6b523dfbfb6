import type { PurchaseLine } from '../../../adapter/toolkit/purchases/purchase.ts';
import type { Coupon } from '../../../domain/coupon.ts';
import type { Interval } from '../../../domain/interval.ts';
import type { Subscription } from '../../../domain/subscription.ts';
import type { Address } from '../../../domain/address.ts';
import type { CreditAccount, CreditEntry } from '../../../domain/credit.ts';
import type { Product, ProductVariant } from '../../../domain/cross-sell.ts';
import type { Customer } from '../../../domain/customer.ts';
import type { Note } from '../../../domain/note.ts';
import type { Actor } from '../../../domain/operator.ts';
import type { OrderDetail } from '../../../domain/order-detail.ts';
import type { Order, Return } from '../../../domain/order.ts';

/** A variant of a product, at the price of the product. */
export interface ShopVariant extends ProductVariant {
  readonly sku: string;
}

/** A product with the shop's internal data. */
export interface ShopProduct extends Product {
  readonly title: string;
  readonly sku: string;
  /** Absent: the product has no variants. */
  readonly variants?: readonly ShopVariant[];
  /** The price of one unit in pounds, as a decimal. */
  readonly price: string;
  /** The available subscription intervals. Absent: any. */
  readonly intervals?: readonly Interval[];
  /** The shop's cost for one unit in pounds. Absent: unknown. */
  readonly cost?: string;
  /** The fraction of a sale that the payment processor keeps. Absent: unknown. */
  readonly feeRate?: string;
  /** Absent: it was not recorded which sales were promotional. */
  readonly promotions?: true;
}

/** An order line. Every amount that the shop knows has its currency. */
export type ShopLine = PurchaseLine;

interface Detail extends Readonly<Pick<OrderDetail, 'includedTaxes' | 'shippingAddress' | 'billingAddress'>> {
  readonly lines: readonly ShopLine[];
  readonly payments: NonNullable<OrderDetail['payments']>;
  readonly refunds: NonNullable<OrderDetail['refunds']>;
  readonly fulfillments: NonNullable<OrderDetail['fulfillments']>;
}

export type ShopSale = Order & Detail;
export type ShopReturn = Return & Detail;

/** An order or a return with all its data. */
export type ShopOrder = ShopSale | ShopReturn;

/** All data of one customer. */
export interface ShopCustomer {
  readonly customer: Customer;
  /** The `fieldKey` of the values that are masked for all operators. */
  readonly masked?: readonly string[];
  /** The addresses in the address book besides the defaults of the record. */
  readonly furtherAddresses?: readonly Address[];
  readonly orders: readonly ShopOrder[];
  readonly notes: readonly Note[];
  /** The earlier versions of notes by id, oldest first. Absent: no note was changed. */
  readonly earlierNotes?: Readonly<Record<string, readonly EarlierNote[]>>;
  readonly accounts: readonly CreditAccount[];
  readonly entries: readonly CreditEntry[];
  readonly coupons?: readonly Coupon[];
  readonly subscriptions?: readonly Subscription[];
}

/** An earlier version of a note, with its author and time. */
export interface EarlierNote {
  readonly body: string;
  readonly at: string;
  readonly author: Actor;
}
