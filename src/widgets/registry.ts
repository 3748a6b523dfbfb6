import type { OperationName } from '../adapter/operations.ts';

/** The facts about a widget that the rest of the library needs. */
export interface WidgetEntry {
  /** The operation without which the widget has nothing to show. */
  readonly reads: OperationName;
  /** The list of a widget with a view of all rows: the intent of its link, and the part of a row. */
  readonly list?: { readonly intent: string; readonly row: string };
}

/**
 * All widgets, by tag, which is also the name of the folder. This is the only place to add a widget: `npm run generate`
 * writes the imports, and tests, screenshots and the conformance kit read this table.
 */
export const widgets = {
  'address-book': { reads: 'addresses.list', list: { intent: 'addresses', row: 'entry' } },
  'change-log': { reads: 'changes.list', list: { intent: 'changes', row: 'row' } },
  'cart-items': { reads: 'cart.list', list: { intent: 'cart', row: 'row' } },
  'credit-balance': { reads: 'credit.accounts', list: { intent: 'credit', row: 'row' } },
  'cross-sell-table': { reads: 'crossSell.list', list: { intent: 'products', row: 'row' } },
  'customer-info': { reads: 'customers.get' },
  'customer-list': { reads: 'customers.list', list: { intent: 'customers', row: 'row' } },
  'customer-nav': { reads: 'customers.get' },
  'customer-stats': { reads: 'stats.get' },
  'customer-trends': { reads: 'insights.newVersusReturning' },
  'login-log': { reads: 'logins.list', list: { intent: 'logins', row: 'row' } },
  'customer-timeline': { reads: 'timeline.list', list: { intent: 'timeline', row: 'event' } },
  'inquiries-panel': { reads: 'inquiries.list', list: { intent: 'inquiries', row: 'row' } },
  'notes-panel': { reads: 'notes.list', list: { intent: 'notes', row: 'note' } },
  'order-history': { reads: 'orders.list', list: { intent: 'orders', row: 'row' } },
  'payment-cards': { reads: 'paymentCards.list', list: { intent: 'payment-cards', row: 'row' } },
  'price-groups': { reads: 'priceGroups.list', list: { intent: 'price-groups', row: 'row' } },
  'privacy-panel': { reads: 'privacy.get' },
  'quotes-panel': { reads: 'quotes.list', list: { intent: 'quotes', row: 'row' } },
  'reseller-details': { reads: 'reseller.get' },
  'subscriptions-panel': { reads: 'subscriptions.list', list: { intent: 'subscriptions', row: 'row' } },
  'top-customers': { reads: 'insights.topCustomers', list: { intent: 'top-customers', row: 'row' } },
  'transaction-history': { reads: 'transactions.list', list: { intent: 'transactions', row: 'row' } },
  'wishlist-items': { reads: 'wishlist.list', list: { intent: 'wishlist', row: 'row' } },
} as const satisfies Readonly<Record<string, WidgetEntry>>;

export type WidgetTag = keyof typeof widgets;

export const widgetTags = Object.keys(widgets) as readonly WidgetTag[];
