// Written by tools/generate.mjs.
import './dashboard/define.ts';
import './widgets/address-book/define.ts';
import './widgets/change-log/define.ts';
import './widgets/cart-items/define.ts';
import './widgets/credit-balance/define.ts';
import './widgets/cross-sell-table/define.ts';
import './widgets/customer-info/define.ts';
import './widgets/customer-list/define.ts';
import './widgets/login-log/define.ts';
import './widgets/customer-timeline/define.ts';
import './widgets/notes-panel/define.ts';
import './widgets/order-history/define.ts';
import './widgets/payment-cards/define.ts';
import './widgets/quotes-panel/define.ts';
import './widgets/subscriptions-panel/define.ts';
import './widgets/transaction-history/define.ts';
import './widgets/wishlist-items/define.ts';
