import { type Database, insertRows } from '../database/database.ts';
import { refreshFigures } from '../figures.ts';

/** The id of the customer whose records are searched. */
export const searched = 'C-search';

export async function addOrders(
  database: Database,
  orders: readonly { id: string; number: string; day: string; kind?: string }[],
): Promise<void> {
  await insertRows(
    database,
    'orders',
    orders.map(({ id, number, day, kind = 'order' }) => ({
      customer_id: searched,
      order_id: id,
      kind,
      number,
      placed_at: `${day}T12:00:00Z`,
      currency: 'GBP',
      total: 1,
      canceled: false,
      status: {},
      archived: false,
    })),
  );
}

/** Adds a record for each text to every list. */
export async function addRecords(database: Database, texts: readonly string[]): Promise<void> {
  const author = { id: 'op-114', name: 'Dana Whitlock' };
  const each = <Row>(row: (stored: string, id: string, index: number) => Row): Row[] =>
    texts.map((stored, index) => row(stored, `s-${index}`, index));
  const own = { customer_id: searched };
  const at = '2026-01-01T12:00:00Z';
  await insertRows(database, 'customers', [{ ...own, version: 1, origin: 'shop', profile: {}, masked: [] }]);
  await insertRows(
    database,
    'products',
    each((title, id) => ({ product_id: id, title, sku: null })),
  );
  await addOrders(
    database,
    each((number, id) => ({ id, number, day: '2026-01-01', kind: 'return' })),
  );
  const line = { ...own, line_no: 1, quantity: 1, unit_price: 1, total: 1 };
  await addOrders(
    database,
    each((_, id, index) => ({ id: `l${id}`, number: `L-${'x'.repeat(index)}`, day: '2026-02-01' })),
  );
  await addOrders(
    database,
    each((_, id, index) => ({ id: `p${id}`, number: `P-${'x'.repeat(index)}`, day: '2026-03-01' })),
  );
  await insertRows(database, 'order_lines', [
    ...each((title, id) => ({ ...line, order_id: `l${id}`, product_id: null, title })),
    ...each((_, id) => ({ ...line, order_id: `p${id}`, product_id: id, title: null })),
  ]);
  await refreshFigures(database, [searched]);
  await insertRows(
    database,
    'notes',
    each((body, id) => ({ ...own, note_id: id, version: 1, body, author, pinned: false, created_at: at })),
  );
  await insertRows(database, 'credit_accounts', [
    {
      ...own,
      account_id: 'search',
      account_no: 1,
      version: 0,
      balance: 1,
      currency: 'GBP',
      allow_debit: true,
      details: { kind: 'store-credit' },
    },
  ]);
  const entry = { ...own, account_id: 'search', amount: 1, balance_after: 1, at };
  await insertRows(
    database,
    'credit_entries',
    each((description, id, index) => ({
      ...entry,
      entry_no: index + 1,
      entry_id: id,
      details: { kind: 'adjustment', description },
    })),
  );
  await insertRows(
    database,
    'coupons',
    each((name, id) => ({
      ...own,
      coupon_id: id,
      version: 1,
      status: 'active',
      issued_at: at,
      details: { name, code: 'C', benefit: { kind: 'free-shipping' }, minimum: null, validUntil: null, usedAt: null },
    })),
  );
  await insertRows(
    database,
    'addresses',
    each((street, id, index) => ({
      ...own,
      address_id: id,
      address_no: index,
      version: 1,
      address: { id, lines: ['Kiln Lane', street], country: 'GB' },
      billing: false,
      shipping: false,
    })),
  );
  await insertRows(
    database,
    'quotes',
    each((number, id) => ({ ...own, quote_id: id, created_at: at, record: { number, status: 'sent' } })),
  );
  await insertRows(
    database,
    'transactions',
    each((reference, id) => ({
      ...own,
      ...{ transaction_id: id, kind: 'payment', created_at: at, currency: 'GBP', amount: 1 },
      ordered: { id: 'o', kind: 'order', number: '1' },
      details: { reference },
    })),
  );
  await insertRows(
    database,
    'subscriptions',
    each((title, id) => ({
      ...own,
      subscription_id: id,
      version: 1,
      record: {
        product: { id, title },
        quantity: 1,
        interval: { unit: 'month', count: 1 },
        status: 'paused',
        startedAt: '2026-01-01',
      },
    })),
  );
  for (const [table, key] of [
    ['wishlist', 'wishlist_item_id'],
    ['cart', 'cart_item_id'],
  ] as const)
    await insertRows(
      database,
      table,
      each((title, id) => ({
        ...own,
        [key]: id,
        record: { cartId: 'search', product: { id, title }, quantity: 1 },
      })),
    );
  await insertRows(
    database,
    'price_groups',
    each((name, id) => ({ group_id: id, name })),
  );
  await insertRows(
    database,
    'inquiries',
    each((subject, id) => ({ ...own, inquiry_id: id, created_at: at, record: { subject, status: 'open' } })),
  );
  await insertRows(
    database,
    'business_accounts',
    each((name, id) => ({ account_id: id, name })),
  );
}

export async function removeRecords(database: Database): Promise<void> {
  await database.script(`
    alter table credit_entries disable trigger credit_entries_append_only;
    delete from credit_entries where customer_id = '${searched}';
    alter table credit_entries enable trigger credit_entries_append_only;
    delete from credit_accounts where customer_id = '${searched}';
    delete from notes where customer_id = '${searched}';
    delete from orders where customer_id = '${searched}';
    delete from quotes where customer_id = '${searched}';
    delete from price_groups where group_id like 's-%';
    delete from inquiries where customer_id = '${searched}';
    delete from subscriptions where customer_id = '${searched}';
    delete from coupons where customer_id = '${searched}';
    delete from addresses where customer_id = '${searched}';
    delete from business_accounts where account_id like 's-%';
    delete from customers where customer_id = '${searched}';
    delete from products where product_id like 's-%'`);
}
