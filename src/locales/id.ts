// Written by tools/generate.mjs.
import type { Catalogue } from './add-locale.ts';
import { words as addressBookWords } from '../widgets/address-book/words.id.ts';
import { words as addressFormWords } from '../features/address-book/words.id.ts';
import { words as cartItemsWords } from '../widgets/cart-items/words.id.ts';
import { words as changeLogWords } from '../widgets/change-log/words.id.ts';
import { words as commonWords } from '../i18n/words.id.ts';
import { words as controlWords } from '../ui/words.id.ts';
import { words as couponWords } from '../widgets/credit-balance/coupons/coupon-words.id.ts';
import { words as creditAdjustWords } from '../widgets/credit-balance/adjust/adjust-words.id.ts';
import { words as creditBalanceWords } from '../widgets/credit-balance/words.id.ts';
import { words as creditLedgerWords } from '../widgets/credit-balance/ledger/ledger-words.id.ts';
import { words as openingWords } from '../widgets/credit-balance/opening/opening-words.id.ts';
import { words as crossSellTableWords } from '../widgets/cross-sell-table/words.id.ts';
import { words as crossSellToolWords } from '../widgets/cross-sell-table/tool-words.id.ts';
import { words as customerEditWords } from '../widgets/customer-info/edit-words.id.ts';
import { words as exportDialogWords } from '../widgets/customer-list/export-words.id.ts';
import { words as customerFigureWords } from '../features/figures/about-words.id.ts';
import { words as formWords } from '../forms/words.id.ts';
import { words as customerFurtherWords } from '../widgets/customer-info/further-words.id.ts';
import { words as furtherFigureWords } from '../features/figures/further-words.id.ts';
import { words as customerInfoWords } from '../widgets/customer-info/words.id.ts';
import { words as customerListWords } from '../widgets/customer-list/words.id.ts';
import { words as figureWords } from '../features/figures/words.id.ts';
import { words as customerNavWords } from '../widgets/customer-nav/words.id.ts';
import { words as customerSearchWords } from '../search/words.id.ts';
import { words as customerStatsWords } from '../widgets/customer-stats/words.id.ts';
import { words as customerTimelineWords } from '../widgets/customer-timeline/words.id.ts';
import { words as customerTrendsWords } from '../widgets/customer-trends/words.id.ts';
import { words as arrangeWords } from '../dashboard/arrange/words.id.ts';
import { words as extensionWords } from '../dashboard/extensions/words.id.ts';
import { words as layoutWords } from '../dashboard/layout/words.id.ts';
import { words as inquiriesPanelWords } from '../widgets/inquiries-panel/words.id.ts';
import { words as inquiryFormWords } from '../widgets/inquiries-panel/form-words.id.ts';
import { words as listViewsWords } from '../list/preferences/words.id.ts';
import { words as loginLogWords } from '../widgets/login-log/words.id.ts';
import { words as noteDetailWords } from '../widgets/notes-panel/detail-words.id.ts';
import { words as notesPanelWords } from '../widgets/notes-panel/words.id.ts';
import { words as orderDetailWords } from '../widgets/order-history/detail-words.id.ts';
import { words as orderHistoryWords } from '../widgets/order-history/words.id.ts';
import { words as orderStatusWords } from '../features/orders/words.id.ts';
import { words as orderToolWords } from '../widgets/order-history/tool-words.id.ts';
import { words as cardActionWords } from '../widgets/payment-cards/action-words.id.ts';
import { words as paymentCardsWords } from '../widgets/payment-cards/words.id.ts';
import { words as priceGroupsWords } from '../widgets/price-groups/words.id.ts';
import { words as erasureFormWords } from '../widgets/privacy-panel/erasure-words.id.ts';
import { words as privacyPanelWords } from '../widgets/privacy-panel/words.id.ts';
import { words as changedValueWords } from '../features/profile-changes/words.id.ts';
import { words as quotesPanelWords } from '../widgets/quotes-panel/words.id.ts';
import { words as resellerDetailsWords } from '../widgets/reseller-details/words.id.ts';
import { words as resellerFormWords } from '../widgets/reseller-details/form-words.id.ts';
import { words as setupWords } from '../element/setup-words.id.ts';
import { words as subscriptionsPanelWords } from '../widgets/subscriptions-panel/words.id.ts';
import { words as subscriptionFormWords } from '../widgets/subscriptions-panel/form-words.id.ts';
import { words as topCustomersWords } from '../widgets/top-customers/words.id.ts';
import { words as transactionHistoryWords } from '../widgets/transaction-history/words.id.ts';
import { words as wishlistItemsWords } from '../widgets/wishlist-items/words.id.ts';

/** The whole language, for pages that load all of it at once: `addLocale('id', …)`. */
export const catalogue: Catalogue = {
  'address-book': addressBookWords,
  'address-form': addressFormWords,
  'cart-items': cartItemsWords,
  'change-log': changeLogWords,
  common: commonWords,
  controls: controlWords,
  coupons: couponWords,
  'credit-adjust': creditAdjustWords,
  'credit-balance': creditBalanceWords,
  'credit-ledger': creditLedgerWords,
  'credit-opening': openingWords,
  'cross-sell-table': crossSellTableWords,
  'cross-sell-tools': crossSellToolWords,
  'customer-edit': customerEditWords,
  'customer-export': exportDialogWords,
  'customer-figures': customerFigureWords,
  'customer-form': formWords,
  'customer-further': customerFurtherWords,
  'customer-further-metrics': furtherFigureWords,
  'customer-info': customerInfoWords,
  'customer-list': customerListWords,
  'customer-metrics': figureWords,
  'customer-nav': customerNavWords,
  'customer-search': customerSearchWords,
  'customer-stats': customerStatsWords,
  'customer-timeline': customerTimelineWords,
  'customer-trends': customerTrendsWords,
  'dashboard-arrange': arrangeWords,
  'dashboard-extensions': extensionWords,
  'dashboard-layout': layoutWords,
  'inquiries-panel': inquiriesPanelWords,
  'inquiries-panel-form': inquiryFormWords,
  'list-views': listViewsWords,
  'login-log': loginLogWords,
  'note-detail': noteDetailWords,
  'notes-panel': notesPanelWords,
  'order-detail': orderDetailWords,
  'order-history': orderHistoryWords,
  'order-status': orderStatusWords,
  'order-tools': orderToolWords,
  'payment-card-action': cardActionWords,
  'payment-cards': paymentCardsWords,
  'price-groups': priceGroupsWords,
  'privacy-erasure': erasureFormWords,
  'privacy-panel': privacyPanelWords,
  'profile-changes': changedValueWords,
  'quotes-panel': quotesPanelWords,
  'reseller-details': resellerDetailsWords,
  'reseller-details-form': resellerFormWords,
  setup: setupWords,
  'subscriptions-panel': subscriptionsPanelWords,
  'subscriptions-panel-forms': subscriptionFormWords,
  'top-customers': topCustomersWords,
  'transaction-history': transactionHistoryWords,
  'wishlist-items': wishlistItemsWords,
};
