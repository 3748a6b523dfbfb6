import { addresses, type AddressesPort } from './ports/addresses.ts';
import {
  businessAccounts,
  type BusinessAccountsPort,
  customers,
  type CustomersPort,
  stats,
  type StatsPort,
} from './ports/customers.ts';
import { coupons, type CouponsPort } from './ports/coupons.ts';
import { credit, type CreditPort } from './ports/credit.ts';
import { crossSell, type CrossSellPort, products, type ProductsPort } from './ports/cross-sell.ts';
import { notes, type NotesPort } from './ports/notes.ts';
import { orders, type OrdersPort } from './ports/orders.ts';
import { preferences, type PreferencesPort } from './ports/preferences.ts';
import { quotes, type QuotesPort } from './ports/quotes.ts';
import { subscriptions, type SubscriptionsPort } from './ports/subscriptions.ts';
import { transactions, type TransactionsPort } from './ports/transactions.ts';
import { logins, type LoginsPort } from './ports/logins.ts';
import { timeline, type TimelinePort } from './ports/timeline.ts';
import { changes, type ChangesPort } from './ports/changes.ts';
import { wishlist, type WishlistPort } from './ports/wishlist.ts';
import { cart, type CartPort } from './ports/cart.ts';
import { paymentCards, type PaymentCardsPort } from './ports/payment-cards.ts';
import { inquiries, type InquiriesPort } from './ports/inquiries.ts';
import { exports, type ExportsPort } from './ports/exports.ts';
import { privacy, type PrivacyPort } from './ports/privacy.ts';
import { priceGroups, type PriceGroupsPort } from './ports/price-groups.ts';
import { insights, type InsightsPort } from './ports/insights.ts';
import { reseller, type ResellerPort } from './ports/reseller.ts';

export type {
  AddressesPort,
  BusinessAccountsPort,
  CouponsPort,
  CreditPort,
  CrossSellPort,
  CustomersPort,
  NotesPort,
  OrdersPort,
  PreferencesPort,
  ProductsPort,
  QuotesPort,
  StatsPort,
  SubscriptionsPort,
  TransactionsPort,
  LoginsPort,
  ChangesPort,
  WishlistPort,
  CartPort,
  PaymentCardsPort,
  TimelinePort,
  InquiriesPort,
  PriceGroupsPort,
  InsightsPort,
  ExportsPort,
  PrivacyPort,
  ResellerPort,
};

/** The ports of an adapter. Add a new port here and to `ports`. */
export interface Ports {
  readonly customers?: CustomersPort;
  readonly addresses?: AddressesPort;
  readonly businessAccounts?: BusinessAccountsPort;
  readonly stats?: StatsPort;
  readonly orders?: OrdersPort;
  readonly transactions?: TransactionsPort;
  readonly crossSell?: CrossSellPort;
  readonly notes?: NotesPort;
  readonly credit?: CreditPort;
  readonly coupons?: CouponsPort;
  readonly quotes?: QuotesPort;
  readonly subscriptions?: SubscriptionsPort;
  readonly products?: ProductsPort;
  readonly logins?: LoginsPort;
  readonly changes?: ChangesPort;
  readonly wishlist?: WishlistPort;
  readonly cart?: CartPort;
  readonly paymentCards?: PaymentCardsPort;
  readonly timeline?: TimelinePort;
  readonly preferences?: PreferencesPort;
  readonly inquiries?: InquiriesPort;
  readonly priceGroups?: PriceGroupsPort;
  readonly insights?: InsightsPort;
  readonly exports?: ExportsPort;
  readonly privacy?: PrivacyPort;
  readonly reseller?: ResellerPort;
}

/** The operations of each port, in the order of the OpenAPI description. */
export const ports = {
  customers,
  addresses,
  businessAccounts,
  stats,
  orders,
  transactions,
  crossSell,
  notes,
  credit,
  coupons,
  quotes,
  subscriptions,
  products,
  logins,
  changes,
  wishlist,
  cart,
  paymentCards,
  timeline,
  preferences,
  inquiries,
  priceGroups,
  insights,
  exports,
  privacy,
  reseller,
} as const;
