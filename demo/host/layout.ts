import { defineWidget, type WidgetManifest } from '../../src/extend.ts';
import type { DashboardLayout } from '../../src/index.ts';
import { loyaltyPort } from './loyalty.ts';

/** The widget of another author. Nobody grants it anything, so it only reads. */
const loyalty: WidgetManifest = {
  tag: 'loyalty-card',
  title: { en: 'Stamp card', id: 'Kartu stempel' },
  icon: 'M2.25 3.25h11.5v9.5H2.25zM5 6.5h.01M8 6.5h.01M11 6.5h.01M5 9.5h.01M8 9.5h.01',
  zone: 'end',
  rows: 1,
  framed: true,
  ports: [loyaltyPort],
  permissions: ['loyalty.get'],
  source: () => import('./loyalty-card.ts'),
};
defineWidget(loyalty);

/** The places of the widgets, which the page has as children of its dashboard. */
export const layout: DashboardLayout = {
  widgets: [
    { tag: 'customer-info' },
    { tag: 'order-history', column: 1 },
    { tag: 'notes-panel', column: 2 },
    { tag: 'loyalty-card', column: 2 },
    { tag: 'cross-sell-table' },
    { tag: 'credit-balance' },
    { tag: 'transaction-history', column: 1 },
    { tag: 'subscriptions-panel', column: 1 },
    { tag: 'cart-items', column: 1 },
    { tag: 'wishlist-items', column: 1 },
    { tag: 'quotes-panel', column: 2 },
    { tag: 'payment-cards', column: 2 },
    { tag: 'address-book' },
  ],
};
