import { recordFullChange } from '../changes/record.ts';
import type { Queryable } from '../database/database.ts';
import { refreshFigures } from '../figures.ts';
import { sql } from '../database/sql.ts';

/** An arbitrary advisory lock id that nothing else uses on this database. */
const lockId = 417_300_004;

/** The time zone of the times in the file. */
const timeZone = 'Europe/London';

/**
 * Creates customers, orders and products from `import_lines`. Replaces invoices that were imported before: importing
 * the same file twice changes nothing, and a later file changes only the invoices that it contains.
 */
export async function merge(tx: Queryable): Promise<void> {
  // Of two imports at once, the second waits, and then replaces what the first one wrote.
  await tx.query(sql`select pg_advisory_xact_lock(${lockId})`);
  // Sorts of a whole file stay in memory until the transaction ends.
  await tx.script(`set local work_mem = '256MB'`);
  await createInvoices(tx);
  await createProducts(tx);
  await createNamed(tx);
  const previous = await removeInvoices(tx);
  await addCustomers(tx);
  await addProducts(tx);
  const customers = await lockCustomers(tx, previous);
  await withoutReferenceChecks(tx, async () => {
    await addOrders(tx);
    await addLines(tx);
    await nameProducts(tx);
    await setCountries(tx);
    await refreshFigures(tx, customers);
  });
  await removeForgotten(tx);
  await recordFullChange(tx);
}

/**
 * Deletes the invoices under any customer, because an invoice may have moved to another one. Returns the ids of the
 * customers who had them.
 */
async function removeInvoices(tx: Queryable): Promise<readonly string[]> {
  const rows = await tx.query<{ id: string }>(sql`
    with deleted as (
      delete from orders using customers
      where orders.customer_id = customers.customer_id and origin = 'import'
        and order_id in (select invoice from import_invoices)
      returning orders.customer_id
    )
    select distinct customer_id as id from deleted`);
  return rows.map(({ id }) => id);
}

/**
 * Creates a table of the invoices of the file, placed at the time of their earliest line, with the country of their first.
 */
async function createInvoices(tx: Queryable): Promise<void> {
  await tx.script(`
    create temporary table import_invoices on commit drop as
      select added.customer, invoice, added.at, added.total, added.lines, country
      from (
        select customer, invoice, min(at) as at, sum(quantity * price) as total, count(*) as lines,
          min(position) as position
        from import_lines group by customer, invoice
      ) as added join import_lines using (invoice, position);
    analyze import_invoices`);
}

/** The code of a product starts with a digit; all others are charges. Half a million regular expressions take 0.3 s. */
const isProduct = `ascii(code) between ascii('0') and ascii('9')`;

/** Creates a table of the products of the file. */
async function createProducts(tx: Queryable): Promise<void> {
  await tx.script(`
    create temporary table import_products on commit drop as
      select code from import_lines where ${isProduct} group by code;
    analyze import_products`);
}

/** Creates a table of the products whose name may change: those of the file, and of the invoices that it replaces. */
async function createNamed(tx: Queryable): Promise<void> {
  await tx.script(`
    create temporary table import_named on commit drop as
      select code as product_id from import_products
      union
      select product_id from customers join orders using (customer_id) join order_lines using (customer_id, order_id)
      where customers.origin = 'import' and order_id in (select invoice from import_invoices) and product_id is not null;
    analyze import_named`);
}

/** Adds customers. Each gets a store credit account at once: the server keeps the ledger, so the balance is known. */
async function addCustomers(tx: Queryable): Promise<void> {
  await tx.query(sql`
    insert into customers (customer_id, origin, profile)
    select distinct customer, 'import', '{}'::jsonb from import_invoices
    on conflict do nothing`);
  await tx.query(sql`
    insert into credit_accounts (customer_id, account_id, account_no, balance, currency, allow_debit, details)
    select distinct customer, 'credit-' || customer, 1, 0, 'GBP', true, '{"kind": "store-credit", "lapsing": null}'::jsonb
    from import_invoices
    on conflict do nothing`);
}

async function addProducts(tx: Queryable): Promise<void> {
  await tx.query(sql`
    insert into products (product_id, sku)
    select code, code from import_products
    on conflict do nothing`);
}

/** Locks the customers of the file, and others, as a reference to each of them does. Returns the ids of all. */
async function lockCustomers(tx: Queryable, others: readonly string[]): Promise<readonly string[]> {
  const rows = await tx.query<{ id: string }>(sql`
    select customer_id as id from customers
    where customer_id in (select customer from import_invoices)
      or customer_id in (select jsonb_array_elements_text(${JSON.stringify(others)}::jsonb))
    order by customer_id for key share`);
  await tx.query(sql`select 1 from products where product_id in (select code from import_products) for key share`);
  return rows.map(({ id }) => id);
}

/**
 * Runs `work` while the database does not check each row's references, if its role may say so: the lookups of orders and
 * products took half of the time of adding lines. What `work` refers to must have been added or locked in this
 * transaction. A test looks for references to missing rows after imports.
 */
async function withoutReferenceChecks(tx: Queryable, work: () => Promise<void>): Promise<void> {
  const setRole = (role: string): Promise<unknown> =>
    tx.query(sql`
      select set_config('session_replication_role', ${role}, true)
      where has_parameter_privilege('session_replication_role', 'set')`);
  await setRole('replica');
  await work();
  await setRole('origin');
}

/** Adds an order for each invoice. An invoice that starts with C is a return. */
async function addOrders(tx: Queryable): Promise<void> {
  await tx.query(sql`
    insert into orders (customer_id, order_id, kind, number, placed_at, currency, total, canceled, country, status)
    select customer, invoice, case when invoice like 'C%' then 'return' else 'order' end, invoice,
      at at time zone ${timeZone}, 'GBP', total, false, country, '{}'::jsonb
    from import_invoices order by customer, invoice`);
}

async function addLines(tx: Queryable): Promise<void> {
  await tx.script(`
    insert into order_lines
      (customer_id, order_id, line_no, product_id, sku, title, quantity, unit_price, total, written_at)
    select customer, invoice, row_number() over (partition by customer, invoice order by position),
      case when ${isProduct} then code end, code, description, quantity, price, quantity * price, at
    from import_lines
    -- In the order of the keys, which fills their indexes page by page.
    order by customer, invoice, position`);
}

/** Names each product of `import_named` after its latest non-blank description in all imported lines. */
async function nameProducts(tx: Queryable): Promise<void> {
  await tx.query(sql`
    update products set title = latest.title
    from (
      -- Only the lines of the latest time of each product are sorted.
      select distinct on (product_id) product_id, title
      from (
        select product_id, max(written_at) filter (where title is not null) as written_at
        from order_lines where written_at is not null and product_id in (select product_id from import_named)
        group by product_id
      ) as times left join order_lines using (product_id, written_at)
      where title is not null or times.written_at is null
      order by product_id, order_id desc, line_no desc
    ) as latest
    where products.product_id = latest.product_id and products.title is distinct from latest.title`);
}

/**
 * Sets each customer's country to that of the latest invoice, if it has one. The rest of the record is what operators
 * wrote, and stays.
 */
async function setCountries(tx: Queryable): Promise<void> {
  await tx.query(sql`
    update customers
    set profile = (profile - 'country') || jsonb_strip_nulls(jsonb_build_object('country', latest.country)),
      version = version + 1
    from (
      select customer_id, (
        select country from orders where orders.customer_id = customers.customer_id
        order by placed_at desc, number_key desc limit 1
      ) as country
      from customers where origin = 'import'
    ) as latest
    where customers.customer_id = latest.customer_id and profile ->> 'country' is distinct from latest.country`);
}

/** What the team writes about a customer, besides the record and further accounts. */
const writtenTables = [
  'notes',
  'credit_entries',
  'addresses',
  'coupons',
  'quotes',
  'subscriptions',
  'inquiry_replies',
  'customer_price_groups',
  'erasures',
  'reseller_details',
  'reveals',
  'wishlist',
  'cart',
  'payment_cards',
];

/** Deletes the customers without invoices, except those about whom the team has written something. */
async function removeForgotten(tx: Queryable): Promise<void> {
  const none = (table: string): string =>
    `not exists (select 1 from ${table} as found where found.customer_id = customers.customer_id)`;
  const unordered = `origin = 'import' and ${none('orders')}`;
  await tx.script(`
    -- Waits for writes in progress: the next statement sees their rows.
    select 1 from customers where ${unordered} for update;
    delete from credit_accounts using customers
    where credit_accounts.customer_id = customers.customer_id and ${unordered}
      and profile - 'country' = '{}' and password_hash is null
      and not exists (
        select 1 from credit_accounts as opened where opened.customer_id = customers.customer_id and opened.account_no > 1)
      and ${writtenTables.map(none).join(' and ')};
    delete from customers where ${unordered} and ${none('credit_accounts')}`);
}
