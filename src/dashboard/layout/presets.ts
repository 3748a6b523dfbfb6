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
    { tag: 'customer-info', attributes: { metrics: 'last-order credit lifetime-total orders' } },
    {
      tag: 'order-history',
      section: 'orders',
      column: 1,
      attributes: { limit: 10, toolbar: 'range search' },
    },
    { tag: 'notes-panel', section: 'orders', column: 2, attributes: { limit: 2 } },
    { tag: 'inquiries-panel', section: 'orders', column: 1, attributes: { limit: 3 } },
    { tag: 'credit-balance', section: 'orders', column: 2, attributes: { limit: 3 } },
    { tag: 'transaction-history', section: 'orders', column: 1, attributes: { limit: 5 } },
    { tag: 'payment-cards', section: 'orders', column: 2 },
    {
      tag: 'customer-stats',
      section: 'history',
      attributes: { metrics: 'average-order order-total-excluding-canceled canceled-items returned-items' },
    },
    { tag: 'customer-timeline', section: 'history', attributes: { limit: 6 } },
    {
      tag: 'cross-sell-table',
      section: 'products',
      attributes: { columns: 'title revenue orders units profit', metrics: '', toolbar: 'columns export' },
    },
    { tag: 'cart-items', section: 'products', column: 1, attributes: { limit: 4 } },
    { tag: 'wishlist-items', section: 'products', column: 2, attributes: { limit: 4 } },
    { tag: 'subscriptions-panel', section: 'account', column: 1 },
    { tag: 'quotes-panel', section: 'account', column: 2 },
    { tag: 'address-book', section: 'account' },
    { tag: 'price-groups', section: 'account' },
    { tag: 'change-log', section: 'logs', column: 1, attributes: { limit: 4 } },
    { tag: 'login-log', section: 'logs', column: 2, attributes: { limit: 4 } },
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
    { tag: 'order-history', section: 'customer', column: 1, attributes: { limit: 6, creatable: true } },
    { tag: 'notes-panel', section: 'customer', column: 2, attributes: { limit: 3 } },
    { tag: 'subscriptions-panel', section: 'customer', column: 1, attributes: { limit: 6 } },
    {
      tag: 'credit-balance',
      section: 'customer',
      column: 2,
      heading: { en: 'Account Credit', id: 'Kredit Akun' },
      attributes: { limit: 3, kinds: 'store-credit' },
    },
    { tag: 'quotes-panel', section: 'widgets' },
  ],
};

/** A tool for marketplace sellers: every product with its profit, ten sales with returns in light red, free notes. */
const seller: DashboardLayout = {
  widgets: [
    { tag: 'customer-info', attributes: { metrics: 'lifetime-total orders first-order last-order' } },
    {
      tag: 'cross-sell-table',
      heading: {
        en: 'Product cross-sell and customer lifetime value',
        id: 'Penjualan silang produk dan nilai seumur hidup pelanggan',
      },
      attributes: {
        limit: 20,
        columns: 'title orders units revenue promoRevenue nonPromoRevenue promotions profit cogs fees',
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
      attributes: { author: 'both' },
    },
  ],
};

/** A payment platform, whose orders are transactions. */
const payments: DashboardLayout = {
  sections: [
    { id: 'details', heading: { en: 'Customer details', id: 'Rincian pelanggan' } },
    { id: 'transactions', heading: { en: 'Transactions', id: 'Transaksi' } },
    { id: 'notes', heading: { en: 'Customer notes', id: 'Catatan pelanggan' } },
  ],
  widgets: [
    {
      tag: 'customer-info',
      section: 'details',
      attributes: {
        'count-basis': 'transactions',
        metrics: 'lifetime-total average-order orders first-order last-order',
      },
    },
    {
      tag: 'transaction-history',
      section: 'transactions',
      heading: { en: 'Transaction history', id: 'Riwayat transaksi' },
      attributes: { limit: 20, 'view-all': 'inline', 'open-as': 'dialog' },
    },
    { tag: 'notes-panel', section: 'notes', heading: { en: 'Internal notes', id: 'Catatan internal' } },
  ],
};

/** The CRM of a shop system: amounts of a chosen range, statuses in red, blue and white, points, credits and coupons. */
const cafe24: DashboardLayout = {
  sections: [
    { id: 'general', heading: { en: 'General information', id: 'Informasi umum' } },
    { id: 'orders', heading: { en: 'Order details', id: 'Rincian pesanan' } },
    { id: 'benefits', heading: { en: 'Points/Credits/Coupons', id: 'Poin/Kredit/Kupon' } },
    { id: 'cart', heading: { en: 'Shopping cart and wishlist', id: 'Keranjang belanja dan daftar keinginan' } },
    { id: 'log', heading: { en: 'Login log and changes', id: 'Log masuk dan perubahan' } },
    { id: 'memo', heading: { en: 'Customer memo', id: 'Memo pelanggan' } },
  ],
  widgets: [
    {
      tag: 'customer-info',
      section: 'general',
      attributes: { metrics: 'points total-paid orders last-order', 'open-as': 'popup' },
    },
    {
      tag: 'order-history',
      section: 'orders',
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
      tag: 'credit-balance',
      section: 'benefits',
      heading: { en: 'Points, credits and coupons', id: 'Poin, kredit dan kupon' },
    },
    { tag: 'cart-items', section: 'cart' },
    { tag: 'wishlist-items', section: 'cart' },
    { tag: 'change-log', section: 'log', attributes: { limit: 5 } },
    { tag: 'login-log', section: 'log', attributes: { limit: 5, retention: 'P1Y' } },
    {
      tag: 'notes-panel',
      section: 'memo',
      heading: { en: 'Memos', id: 'Memo' },
      attributes: { searchable: true, limit: 5 },
    },
  ],
};

/** A page for event organizers: first and last name, what was bought, the amounts, the balance. */
const organiser: DashboardLayout = {
  widgets: [
    {
      tag: 'customer-info',
      attributes: { 'name-source': 'first-last', metrics: 'lifetime-total orders average-order' },
    },
    {
      tag: 'order-history',
      column: 1,
      heading: { en: 'Timeline', id: 'Timeline' },
      attributes: { limit: 10, columns: 'placed number items total' },
    },
    {
      tag: 'credit-balance',
      column: 2,
      heading: { en: 'Balance', id: 'Saldo' },
      attributes: { limit: 5, readonly: true },
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
