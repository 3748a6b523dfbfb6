// Written by tools/generate.mjs.
import { widgetTags, type WidgetTag } from '../widgets/registry.ts';
import { cells as addressBook } from '../widgets/address-book/scenarios.ts';
import { cells as changeLog } from '../widgets/change-log/scenarios.ts';
import { cells as cartItems } from '../widgets/cart-items/scenarios.ts';
import { cells as creditBalance } from '../widgets/credit-balance/scenarios.ts';
import { cells as crossSellTable } from '../widgets/cross-sell-table/scenarios.ts';
import { cells as customerInfo } from '../widgets/customer-info/scenarios.ts';
import { cells as customerList } from '../widgets/customer-list/scenarios.ts';
import { cells as customerNav } from '../widgets/customer-nav/scenarios.ts';
import { cells as customerStats } from '../widgets/customer-stats/scenarios.ts';
import { cells as customerTrends } from '../widgets/customer-trends/scenarios.ts';
import { cells as loginLog } from '../widgets/login-log/scenarios.ts';
import { cells as customerTimeline } from '../widgets/customer-timeline/scenarios.ts';
import { cells as inquiriesPanel } from '../widgets/inquiries-panel/scenarios.ts';
import { cells as notesPanel } from '../widgets/notes-panel/scenarios.ts';
import { cells as orderHistory } from '../widgets/order-history/scenarios.ts';
import { cells as paymentCards } from '../widgets/payment-cards/scenarios.ts';
import { cells as priceGroups } from '../widgets/price-groups/scenarios.ts';
import { cells as privacyPanel } from '../widgets/privacy-panel/scenarios.ts';
import { cells as quotesPanel } from '../widgets/quotes-panel/scenarios.ts';
import { cells as resellerDetails } from '../widgets/reseller-details/scenarios.ts';
import { cells as subscriptionsPanel } from '../widgets/subscriptions-panel/scenarios.ts';
import { cells as topCustomers } from '../widgets/top-customers/scenarios.ts';
import { cells as transactionHistory } from '../widgets/transaction-history/scenarios.ts';
import { cells as wishlistItems } from '../widgets/wishlist-items/scenarios.ts';
import type { Cells } from './scenario.ts';

export { widgetTags, type WidgetTag };

/** All widgets in all their states. Stories, screenshots and the test of every state use this list. */
export const scenarios: Readonly<Record<WidgetTag, Cells>> = {
  'address-book': addressBook,
  'change-log': changeLog,
  'cart-items': cartItems,
  'credit-balance': creditBalance,
  'cross-sell-table': crossSellTable,
  'customer-info': customerInfo,
  'customer-list': customerList,
  'customer-nav': customerNav,
  'customer-stats': customerStats,
  'customer-trends': customerTrends,
  'login-log': loginLog,
  'customer-timeline': customerTimeline,
  'inquiries-panel': inquiriesPanel,
  'notes-panel': notesPanel,
  'order-history': orderHistory,
  'payment-cards': paymentCards,
  'price-groups': priceGroups,
  'privacy-panel': privacyPanel,
  'quotes-panel': quotesPanel,
  'reseller-details': resellerDetails,
  'subscriptions-panel': subscriptionsPanel,
  'top-customers': topCustomers,
  'transaction-history': transactionHistory,
  'wishlist-items': wishlistItems,
};
