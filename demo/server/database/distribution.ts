// Where each table's rows are when a database is spread: the list that partitioning, its tests and the docs share.

/** The tables whose rows belong to a customer and are spread by `customer_id`. Parents come before their children. */
export const distributedTables: readonly string[] = [
  'customers',
  'orders',
  'order_lines',
  'order_figures',
  'product_figures',
  'line_texts',
  'transactions',
  'notes',
  'note_revisions',
  'credit_accounts',
  'credit_entries',
  'coupons',
  'addresses',
  'quotes',
  'subscriptions',
  'logins',
  'customer_changes',
  'wishlist',
  'cart',
  'payment_cards',
  'inquiries',
  'inquiry_replies',
  'customer_price_groups',
  'erasures',
  'reseller_details',
  'reveals',
  'idempotency_keys',
];

/** The tables without customers that queries join with those of a customer: each node has a copy. */
export const referenceTables: readonly string[] = ['products', 'business_accounts', 'price_groups', 'operators'];

/** The tables of the servers themselves, on a single node. */
export const localTables: readonly string[] = [
  'migrations',
  'sessions',
  'sign_in_attempts',
  'changes',
  'preferences',
  'shared_idempotency_keys',
  'exports',
  'export_parts',
];
