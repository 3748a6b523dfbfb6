import type { BodyOf, OperationName, ports } from '../../../src/adapter/operations.ts';
import * as addresses from './addresses.ts';
import * as businessAccounts from './business-accounts.ts';
import * as changes from './changes.ts';
import * as coupons from './coupons.ts';
import { adjust } from './credit-adjust.ts';
import { open } from './credit-open.ts';
import { accounts, entries } from './credit.ts';
import * as crossSell from './cross-sell.ts';
import { setPassword, setStatus, update } from './customer-changes.ts';
import { list as customerList } from './customer-list.ts';
import { get, permissions, reveal } from './customers.ts';
import * as logins from './logins.ts';
import * as notes from './notes.ts';
import type { Handler, Seed } from './operation.ts';
import * as orders from './orders.ts';
import * as preferences from './preferences.ts';
import * as products from './products.ts';
import * as quotes from './quotes.ts';
import * as stats from './stats.ts';
import * as subscriptions from './subscriptions.ts';
import * as timeline from './timeline.ts';
import * as transactions from './transactions.ts';
import * as wishlist from './wishlist.ts';
import * as cart from './cart.ts';
import * as paymentCards from './payment-cards.ts';
import * as inquiries from './inquiries.ts';
import * as exports from './exports.ts';
import * as privacy from './privacy.ts';
import * as reseller from './reseller.ts';
import * as priceGroups from './price-groups.ts';
import * as insights from './insights.ts';

type HandlersOf<P extends keyof typeof ports> = {
  readonly [M in keyof (typeof ports)[P] & string]: Handler<BodyOf<`${P}.${M}` & OperationName>>;
};

/** The handlers of all operations: a module for each port, a function for each method. */
const byPort: { readonly [P in keyof typeof ports]: HandlersOf<P> } = {
  customers: { list: customerList, get, update, setPassword, setStatus, reveal },
  addresses,
  businessAccounts,
  stats,
  orders,
  transactions,
  crossSell,
  notes,
  credit: { accounts, entries, adjust, open },
  coupons,
  quotes,
  subscriptions,
  products: { list: products.list },
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
};

/** The rows that the modules of ports take from the shop. */
export const seeds = Object.values<object>(byPort).flatMap(
  (port: { readonly seed?: Seed | readonly Seed[] }) => port.seed ?? [],
);

/** Returns the handler of an operation. Its body must have been parsed with the operation's schema. */
export function handlerOf(name: OperationName): Handler<never> {
  if (name === 'permissions') return permissions;
  const [port, method] = name.split('.', 2) as [keyof typeof byPort, string];
  return (byPort[port] as Readonly<Record<string, Handler<never>>>)[method]!;
}
