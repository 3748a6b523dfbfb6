// Written by tools/generate.mjs.
import { addressBookWords } from '../widgets/address-book/words.en.ts';
import { addressFormWords } from '../features/address-book/words.en.ts';
import { cartItemsWords } from '../widgets/cart-items/words.en.ts';
import { changeLogWords } from '../widgets/change-log/words.en.ts';
import { commonWords } from '../i18n/words.en.ts';
import { controlWords } from '../ui/words.en.ts';
import { couponWords } from '../widgets/credit-balance/coupons/coupon-words.en.ts';
import { creditAdjustWords } from '../widgets/credit-balance/adjust/adjust-words.en.ts';
import { creditBalanceWords } from '../widgets/credit-balance/words.en.ts';
import { creditLedgerWords } from '../widgets/credit-balance/ledger/ledger-words.en.ts';
import { openingWords } from '../widgets/credit-balance/opening/opening-words.en.ts';
import { crossSellTableWords } from '../widgets/cross-sell-table/words.en.ts';
import { crossSellToolWords } from '../widgets/cross-sell-table/tool-words.en.ts';
import { customerEditWords } from '../widgets/customer-info/edit-words.en.ts';
import { exportDialogWords } from '../widgets/customer-list/export-words.en.ts';
import { customerFigureWords } from '../features/figures/about-words.en.ts';
import { formWords } from '../forms/words.en.ts';
import { customerFurtherWords } from '../widgets/customer-info/further-words.en.ts';
import { furtherFigureWords } from '../features/figures/further-words.en.ts';
import { customerInfoWords } from '../widgets/customer-info/words.en.ts';
import { customerListWords } from '../widgets/customer-list/words.en.ts';
import { figureWords } from '../features/figures/words.en.ts';
import { customerNavWords } from '../widgets/customer-nav/words.en.ts';
import { customerSearchWords } from '../search/words.en.ts';
import { customerStatsWords } from '../widgets/customer-stats/words.en.ts';
import { customerTimelineWords } from '../widgets/customer-timeline/words.en.ts';
import { customerTrendsWords } from '../widgets/customer-trends/words.en.ts';
import { arrangeWords } from '../dashboard/arrange/words.en.ts';
import { extensionWords } from '../dashboard/extensions/words.en.ts';
import { layoutWords } from '../dashboard/layout/words.en.ts';
import { inquiriesPanelWords } from '../widgets/inquiries-panel/words.en.ts';
import { inquiryFormWords } from '../widgets/inquiries-panel/form-words.en.ts';
import { listViewsWords } from '../list/preferences/words.en.ts';
import { loginLogWords } from '../widgets/login-log/words.en.ts';
import { noteDetailWords } from '../widgets/notes-panel/detail-words.en.ts';
import { notesPanelWords } from '../widgets/notes-panel/words.en.ts';
import { orderDetailWords } from '../widgets/order-history/detail-words.en.ts';
import { orderHistoryWords } from '../widgets/order-history/words.en.ts';
import { orderStatusWords } from '../features/orders/words.en.ts';
import { orderToolWords } from '../widgets/order-history/tool-words.en.ts';
import { cardActionWords } from '../widgets/payment-cards/action-words.en.ts';
import { paymentCardsWords } from '../widgets/payment-cards/words.en.ts';
import { priceGroupsWords } from '../widgets/price-groups/words.en.ts';
import { erasureFormWords } from '../widgets/privacy-panel/erasure-words.en.ts';
import { privacyPanelWords } from '../widgets/privacy-panel/words.en.ts';
import { changedValueWords } from '../features/profile-changes/words.en.ts';
import { quotesPanelWords } from '../widgets/quotes-panel/words.en.ts';
import { resellerDetailsWords } from '../widgets/reseller-details/words.en.ts';
import { resellerFormWords } from '../widgets/reseller-details/form-words.en.ts';
import { setupWords } from '../element/setup-words.en.ts';
import { subscriptionsPanelWords } from '../widgets/subscriptions-panel/words.en.ts';
import { subscriptionFormWords } from '../widgets/subscriptions-panel/form-words.en.ts';
import { topCustomersWords } from '../widgets/top-customers/words.en.ts';
import { transactionHistoryWords } from '../widgets/transaction-history/words.en.ts';
import { wishlistItemsWords } from '../widgets/wishlist-items/words.en.ts';

/** All messages of the library. */
export const allWords = [
  addressBookWords,
  addressFormWords,
  cartItemsWords,
  changeLogWords,
  commonWords,
  controlWords,
  couponWords,
  creditAdjustWords,
  creditBalanceWords,
  creditLedgerWords,
  openingWords,
  crossSellTableWords,
  crossSellToolWords,
  customerEditWords,
  exportDialogWords,
  customerFigureWords,
  formWords,
  customerFurtherWords,
  furtherFigureWords,
  customerInfoWords,
  customerListWords,
  figureWords,
  customerNavWords,
  customerSearchWords,
  customerStatsWords,
  customerTimelineWords,
  customerTrendsWords,
  arrangeWords,
  extensionWords,
  layoutWords,
  inquiriesPanelWords,
  inquiryFormWords,
  listViewsWords,
  loginLogWords,
  noteDetailWords,
  notesPanelWords,
  orderDetailWords,
  orderHistoryWords,
  orderStatusWords,
  orderToolWords,
  cardActionWords,
  paymentCardsWords,
  priceGroupsWords,
  erasureFormWords,
  privacyPanelWords,
  changedValueWords,
  quotesPanelWords,
  resellerDetailsWords,
  resellerFormWords,
  setupWords,
  subscriptionsPanelWords,
  subscriptionFormWords,
  topCustomersWords,
  transactionHistoryWords,
  wishlistItemsWords,
] as const;
