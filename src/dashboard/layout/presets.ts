import type { DashboardLayout } from './layout.ts';

/**
 * The layout of a dashboard without one of its own. The header answers a call: what was ordered last and in which state
 * it is, what credit there is, what the customer is worth. Requests and payments follow, with the notes and the credit
 * beside them; what is looked up less often is below, by section.
 */
export const defaultLayout: DashboardLayout = {
  sections: [
    { id: 'orders', heading: { en: 'Orders and credit', id: 'Pesanan dan kredit' } },
    { id: 'history', heading: { en: 'History and figures', id: 'Riwayat dan angka' } },
    { id: 'products', heading: { en: 'Products', id: 'Produk' } },
    { id: 'account', heading: { en: 'Agreements and addresses', id: 'Perjanjian dan alamat' } },
    { id: 'logs', heading: { en: 'Logs', id: 'Log' } },
  ],
  widgets: [
    { tag: 'customer-info', attributes: { metrics: 'last-order-amount credit lifetime-total orders' } },
    {
      tag: 'order-history',
      section: 'orders',
      column: 1,
      attributes: { limit: 10, toolbar: 'range search' },
    },
    { tag: 'notes-panel', section: 'orders', column: 2, attributes: { limit: 2 } },
    { tag: 'inquiries-panel', section: 'orders', column: 1, attributes: { limit: 4 } },
    { tag: 'credit-balance', section: 'orders', column: 2, attributes: { limit: 3 } },
    { tag: 'transaction-history', section: 'orders', column: 1, attributes: { limit: 4 } },
    {
      tag: 'customer-stats',
      section: 'history',
      attributes: { metrics: 'average-order items canceled-items returned-items' },
    },
    { tag: 'customer-timeline', section: 'history', attributes: { limit: 6 } },
    {
      tag: 'cross-sell-table',
      section: 'products',
      attributes: { columns: 'title revenue orders units profit', metrics: '', toolbar: 'columns export' },
    },
    { tag: 'cart-items', section: 'products', column: 1, attributes: { limit: 4 } },
    { tag: 'wishlist-items', section: 'products', column: 2, attributes: { limit: 4 } },
    { tag: 'subscriptions-panel', section: 'account', column: 1, attributes: { limit: 4 } },
    { tag: 'quotes-panel', section: 'account', column: 2, attributes: { limit: 3 } },
    { tag: 'price-groups', section: 'account', column: 1 },
    { tag: 'payment-cards', section: 'account', column: 2, attributes: { limit: 2 } },
    { tag: 'address-book', section: 'account' },
    { tag: 'change-log', section: 'logs', column: 1, attributes: { limit: 6 } },
    { tag: 'login-log', section: 'logs', column: 2, attributes: { limit: 3 } },
  ],
};

/** The customer page of a shop system with widgets: six orders, three notes, six subscriptions, modules below. */
const miva: DashboardLayout = {
  sections: [
    { id: 'customer', heading: { en: 'Customer Dashboard', id: 'Dasbor Pelanggan' } },
    { id: 'widgets', heading: { en: 'Widgets', id: 'Widget' } },
  ],
  widgets: [
    {
      tag: 'customer-info',
      section: 'customer',
      attributes: { 'name-source': 'shipping', metrics: 'orders average-order lifetime-total' },
    },
    {
      tag: 'order-history',
      section: 'customer',
      column: 1,
      attributes: { limit: 6, creatable: true, 'view-all': 'dialog' },
    },
    { tag: 'notes-panel', section: 'customer', column: 2, attributes: { limit: 3, 'view-all': 'dialog' } },
    { tag: 'subscriptions-panel', section: 'customer', column: 1, attributes: { limit: 6, 'view-all': 'dialog' } },
    {
      tag: 'credit-balance',
      section: 'customer',
      column: 2,
      heading: { en: 'Account Credit', id: 'Kredit Akun' },
      attributes: { limit: 1, kinds: 'store-credit', 'view-all': 'dialog' },
    },
    { tag: 'price-groups', section: 'customer', column: 1, attributes: { limit: 4, 'view-all': 'dialog' } },
    { tag: 'payment-cards', section: 'customer', column: 2, attributes: { limit: 3, 'view-all': 'dialog' } },
    {
      tag: 'address-book',
      section: 'customer',
      heading: { en: 'Address Book', id: 'Buku Alamat' },
      attributes: { limit: 4, 'view-all': 'dialog' },
    },
    { tag: 'quotes-panel', section: 'widgets', attributes: { 'view-all': 'dialog' } },
  ],
};

/** A tool for marketplace sellers: every product with its profit, ten sales with returns in light red, free notes. */
const seller: DashboardLayout = {
  widgets: [
    { tag: 'customer-info', attributes: { metrics: '' } },
    {
      tag: 'cross-sell-table',
      heading: {
        en: 'Product cross-sell and customer lifetime value',
        id: 'Penjualan silang produk dan nilai seumur hidup pelanggan',
      },
      attributes: {
        limit: 20,
        columns: 'title orders units revenue promoRevenue nonPromoRevenue promotions profit cogs fees',
        metrics: 'lifetimeTotal',
        'view-all': 'inline',
      },
    },
    {
      tag: 'order-history',
      column: 1,
      heading: { en: 'Sales history', id: 'Riwayat penjualan' },
      attributes: { limit: 10, 'status-palette': 'seller' },
    },
    {
      tag: 'notes-panel',
      column: 2,
      heading: { en: 'Customer free format notes', id: 'Catatan bebas pelanggan' },
      attributes: { author: 'both', limit: 4 },
    },
    // The tool itself says that it will be withdrawn.
    { tag: 'reseller-details', hidden: true },
  ],
};

/**
 * A payment platform, whose orders are transactions: contact data, then the transactions with the figures of the customer
 * beside them, notes, and what the platform says about privacy.
 */
const payments: DashboardLayout = {
  sections: [
    { id: 'contact', heading: { en: 'Contact information', id: 'Informasi kontak' } },
    { id: 'transactions', heading: { en: 'Transactions and stats', id: 'Transaksi dan statistik' } },
    { id: 'privacy', heading: { en: 'Privacy and compliance', id: 'Privasi dan kepatuhan' } },
  ],
  widgets: [
    { tag: 'customer-info', section: 'contact', attributes: { metrics: '' } },
    {
      tag: 'transaction-history',
      section: 'transactions',
      column: 1,
      heading: { en: 'Transaction history', id: 'Riwayat transaksi' },
      attributes: { limit: 20, 'view-all': 'inline', 'open-as': 'dialog' },
    },
    {
      tag: 'customer-stats',
      section: 'transactions',
      column: 2,
      heading: { en: 'Customer stats', id: 'Statistik pelanggan' },
      attributes: {
        'count-basis': 'transactions',
        metrics: 'lifetime-total average-order orders first-order last-order',
      },
    },
    {
      tag: 'notes-panel',
      section: 'transactions',
      column: 2,
      heading: { en: 'Customer notes', id: 'Catatan pelanggan' },
      attributes: { limit: 5 },
    },
    { tag: 'privacy-panel', section: 'privacy', attributes: { limit: 3 } },
  ],
};

/**
 * The CRM of a shop system: a menu at the side, amounts of a chosen range, statuses in red, blue and white, points,
 * credits and coupons.
 */
const cafe24: DashboardLayout = {
  side: 'start',
  widgets: [
    { tag: 'customer-nav', column: 2, attributes: { 'open-as': 'popup' } },
    {
      tag: 'customer-info',
      column: 1,
      attributes: { metrics: 'points total-paid orders last-order', 'open-as': 'popup' },
    },
    {
      tag: 'order-history',
      column: 1,
      heading: { en: 'Order details', id: 'Rincian pesanan' },
      attributes: {
        limit: 10,
        totals: true,
        toolbar: true,
        'status-palette': 'cafe24',
        'ratio-basis': 'orders',
        'open-as': 'popup',
      },
    },
    {
      tag: 'inquiries-panel',
      column: 1,
      heading: { en: 'Urgent CS requests', id: 'Permintaan CS mendesak' },
    },
    {
      tag: 'credit-balance',
      column: 1,
      heading: { en: 'Points/Credits/Coupons', id: 'Poin/Kredit/Kupon' },
    },
    {
      tag: 'cart-items',
      column: 1,
      heading: { en: 'Shopping cart information', id: 'Informasi keranjang belanja' },
    },
    { tag: 'wishlist-items', column: 1, heading: { en: 'Wishlist items', id: 'Daftar keinginan' } },
    { tag: 'change-log', column: 1, attributes: { limit: 5 } },
    { tag: 'login-log', column: 1, attributes: { limit: 5, retention: 'P1Y' } },
    {
      tag: 'notes-panel',
      column: 1,
      heading: { en: 'Customer memo', id: 'Memo pelanggan' },
      attributes: { searchable: true, limit: 5 },
    },
  ],
};

/**
 * A page for event organizers: first and last name, the timeline of purchases, the amounts, the balance. Platforms that
 * have no first and last name show the whole name.
 */
const organiser: DashboardLayout = {
  widgets: [
    {
      tag: 'customer-info',
      attributes: { 'name-source': 'first-last full', metrics: 'lifetime-total orders average-order' },
    },
    {
      tag: 'customer-timeline',
      column: 1,
      heading: { en: 'Timeline', id: 'Timeline' },
      attributes: { limit: 8, kinds: 'purchase' },
    },
    {
      tag: 'credit-balance',
      column: 2,
      heading: { en: 'Balance', id: 'Saldo' },
      attributes: { limit: 8, kinds: 'store-credit', readonly: true },
    },
  ],
};

/** The layouts that a page can name: `<customer-dashboard layout="miva">`. */
export const presets: Readonly<Record<string, DashboardLayout>> = {
  default: defaultLayout,
  miva,
  seller,
  payments,
  cafe24,
  organiser,
};
