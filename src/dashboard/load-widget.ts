// Written by tools/generate.mjs.
const loaders: Readonly<Record<string, () => Promise<unknown>>> = {
  'address-book': () => import('../widgets/address-book/define.ts'),
  'change-log': () => import('../widgets/change-log/define.ts'),
  'cart-items': () => import('../widgets/cart-items/define.ts'),
  'credit-balance': () => import('../widgets/credit-balance/define.ts'),
  'cross-sell-table': () => import('../widgets/cross-sell-table/define.ts'),
  'customer-info': () => import('../widgets/customer-info/define.ts'),
  'customer-list': () => import('../widgets/customer-list/define.ts'),
  'customer-nav': () => import('../widgets/customer-nav/define.ts'),
  'customer-stats': () => import('../widgets/customer-stats/define.ts'),
  'customer-trends': () => import('../widgets/customer-trends/define.ts'),
  'login-log': () => import('../widgets/login-log/define.ts'),
  'customer-timeline': () => import('../widgets/customer-timeline/define.ts'),
  'inquiries-panel': () => import('../widgets/inquiries-panel/define.ts'),
  'notes-panel': () => import('../widgets/notes-panel/define.ts'),
  'order-history': () => import('../widgets/order-history/define.ts'),
  'payment-cards': () => import('../widgets/payment-cards/define.ts'),
  'price-groups': () => import('../widgets/price-groups/define.ts'),
  'privacy-panel': () => import('../widgets/privacy-panel/define.ts'),
  'quotes-panel': () => import('../widgets/quotes-panel/define.ts'),
  'reseller-details': () => import('../widgets/reseller-details/define.ts'),
  'subscriptions-panel': () => import('../widgets/subscriptions-panel/define.ts'),
  'top-customers': () => import('../widgets/top-customers/define.ts'),
  'transaction-history': () => import('../widgets/transaction-history/define.ts'),
  'wishlist-items': () => import('../widgets/wishlist-items/define.ts'),
};

/** Returns the function that loads a widget of the library and defines its tag. */
export const loadWidget = (tag: string): (() => Promise<unknown>) | undefined =>
  Object.hasOwn(loaders, tag) ? loaders[tag] : undefined;
