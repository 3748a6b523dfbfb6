import type { BookAddress } from '../../src/domain/address.ts';
import { codeOf } from '../../src/domain/field.ts';
import { isMoney } from '../../src/domain/money.ts';
import { catalogProduct, type Shop, type ShopOrder } from '../../src/adapters/memory/shop.ts';
import { one, type Database, type Queryable, insertRows } from './database/database.ts';
import { sql } from './database/sql.ts';
import { refreshFigures } from './figures.ts';
import { demoOperators } from './roles.ts';
import { seeds } from './operations/handlers.ts';
import { hashPassword } from './passwords.ts';

/** Fills an empty database with the demo's shop and operators. Leaves any other database unchanged. */
export async function seed(database: Database, createShop: () => Shop): Promise<void> {
  await database.transaction(async (tx) => {
    // If two servers start at once, the second waits and then finds the operators.
    await tx.query(sql`lock table operators in share row exclusive mode`);
    const { empty } = await one<{ empty: boolean }>(tx, sql`select not exists (select 1 from operators) as empty`);
    if (!empty) return;
    await seedOperators(tx);
    await seedShop(tx, createShop());
  });
}

async function seedOperators(db: Queryable): Promise<void> {
  const rows = demoOperators.map(async ({ id, login, name, role, password }) => ({
    operator_id: id,
    login,
    name,
    role,
    password_hash: await hashPassword(password),
  }));
  await insertRows(db, 'operators', await Promise.all(rows));
}

async function seedShop(db: Queryable, shop: Shop): Promise<void> {
  const { customers, addresses, orders, notes, noteRevisions, accounts, entries, coupons, subscriptions } = shop;
  await insertRows(
    db,
    'products',
    shop.products.map(catalogProduct).map(({ id, sku, title, image, url, price, intervals }) => ({
      ...{ product_id: id, sku, title, image, url, intervals },
      ...{ price: price?.value, price_currency: price?.currency },
    })),
  );
  await insertRows(
    db,
    'customers',
    customers.map(({ id, version = '1', ...profile }) => ({
      customer_id: id,
      version,
      origin: 'shop',
      profile,
      masked: shop.masked[id] ?? [],
    })),
  );
  await insertRows(
    db,
    'business_accounts',
    shop.businessAccounts.map(({ id, name }) => ({ account_id: id, name })),
  );
  await insertRows(db, 'addresses', addresses.map(addressRow));
  await insertRows(db, 'orders', orders.map(orderRow));
  await insertRows(db, 'order_lines', orders.flatMap(lineRows));
  await refreshFigures(db);
  await insertRows(
    db,
    'notes',
    notes.map((note) => ({
      customer_id: note.customerId,
      note_id: note.id,
      version: note.version ?? '1',
      body: note.body,
      author: note.author,
      pinned: note.pinned ?? false,
      visibility: note.visibility,
      created_at: note.createdAt,
      updated_at: note.updatedAt,
    })),
  );
  await insertRows(
    db,
    'note_revisions',
    noteRevisions.map(({ id, customerId, noteId, ...revision }) => ({
      customer_id: customerId,
      note_id: noteId,
      revision_no: Number(id.slice(noteId.length + 1)),
      ...revision,
    })),
  );
  await insertRows(
    db,
    'credit_accounts',
    accounts.map(({ id, customerId, version, balance, allowDebit = false, ...details }, index) => ({
      customer_id: customerId,
      account_id: id,
      account_no: index,
      version: version ?? '0',
      balance: balance.value,
      currency: isMoney(balance) ? balance.currency : null,
      unit: isMoney(balance) ? null : balance.unit,
      allow_debit: allowDebit,
      details,
    })),
  );
  const counts = new Map<string, number>();
  await insertRows(
    db,
    'credit_entries',
    entries.map(({ id, customerId, accountId, amount, balanceAfter, at, reverses, ...details }) => {
      const entryNo = (counts.get(accountId) ?? 0) + 1;
      counts.set(accountId, entryNo);
      return {
        customer_id: customerId,
        account_id: accountId,
        entry_no: entryNo,
        entry_id: id,
        amount: amount.value,
        balance_after: balanceAfter?.value,
        at,
        reverses,
        details,
      };
    }),
  );
  await insertRows(
    db,
    'coupons',
    coupons.map(({ id, customerId, version = '1', status, issuedAt, ...details }) => ({
      customer_id: customerId,
      coupon_id: id,
      version,
      status,
      issued_at: issuedAt,
      details,
    })),
  );
  await insertRows(
    db,
    'subscriptions',
    subscriptions.map(({ id, customerId, version = '1', ...record }) => ({
      customer_id: customerId,
      subscription_id: id,
      version,
      record,
    })),
  );
  for (const rowsOf of seeds) {
    const { table, rows } = rowsOf(shop);
    await insertRows(db, table, rows);
  }
}

const addressRow = ({ customerId, id, version = '1', address, label, defaultFor }: BookAddress, index: number) => ({
  customer_id: customerId,
  address_id: id,
  address_no: index,
  version,
  address,
  label: label ?? null,
  billing: defaultFor.includes('billing'),
  shipping: defaultFor.includes('shipping'),
});

const orderRow = (order: ShopOrder) => ({
  customer_id: order.customerId,
  order_id: order.id,
  kind: order.kind,
  number: order.number,
  placed_at: order.placedAt,
  currency: order.lines[0]!.total.currency,
  total: order.total?.value,
  canceled: order.status.cancellation !== undefined && codeOf(order.status.cancellation.status) === 'full',
  status: order.status,
  original: order.kind === 'return' ? order.original : null,
  archived: order.archived ?? false,
  payments: order.payments,
  refunds: order.refunds,
  fulfillments: order.fulfillments,
  details: {
    includedTaxes: order.includedTaxes,
    shippingAddress: order.shippingAddress,
    billingAddress: order.billingAddress,
  },
});

const lineRows = ({ customerId, id, lines }: ShopOrder) =>
  lines.map((line, index) => ({
    customer_id: customerId,
    order_id: id,
    line_no: index + 1,
    product_id: line.productId,
    sku: line.sku,
    title: line.title,
    quantity: line.quantity,
    unit_price: line.unitPrice.value,
    total: line.total.value,
    charge: line.kind === 'charge' ? { type: line.type, code: line.code, rate: line.rate } : undefined,
    variant_id: line.variant?.id,
    variant_title: line.variant?.title,
    // The shop gives one discount on a line at most.
    promotion: line.discounts && (line.discounts[0]?.amount.value ?? '0'),
    promotion_name: line.discounts?.[0]?.title,
    cost: line.cost?.value,
    fee: line.fee?.value,
  }));
