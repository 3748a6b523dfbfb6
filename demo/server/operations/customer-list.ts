import { readBounds, readDayBounds, readMoneyBounds, type Bounds } from '../../../src/adapter/toolkit/bounds.ts';
import { listedMembers, pick, type CustomerListItem } from '../../../src/domain/customer-list.ts';
import { orderNumbers, phonePatterns } from '../../../src/domain/phone-search.ts';
import { join, nothing, sql, type Sql } from '../database/sql.ts';
import type { ListQuery } from '../http/query.ts';
import { isMaskedFor, type Operator } from '../roles.ts';
import { finds, isAnyOf, isWithin } from './conditions.ts';
import { columns, seenBy, type Row } from './customers.ts';
import type { Handler } from './operation.ts';
import { sorted, type Ordering } from './ordering.ts';
import { countRows, readPage } from './page.ts';
import { instant, money } from './values.ts';

/** A row of the list of all customers. */
export interface ListedRow extends Row {
  readonly orders: number;
  /** Null: unknown. */
  readonly transactions: number | null;
  /** Currencies by the number of orders, highest first. */
  readonly amounts: readonly { readonly value: string; readonly currency: string }[] | null;
  readonly firstOrderAt: Date | null;
  readonly lastOrderAt: Date | null;
}

const latestOrderFirst: Ordering = [
  { by: sql`last_order_at`, type: 'timestamptz', descending: true, nullable: true },
  { by: sql`customer_id`, type: 'text' },
];

/** The sortable members. Amounts sort by currency first: amounts in different currencies are never compared. */
const sortable = (operator: Operator): Readonly<Record<string, Ordering>> => ({
  name: [{ by: sql`name_key`, type: 'text', nullable: true }],
  // An order by withheld values would reveal them.
  email: [{ by: isMaskedFor(operator) ? sql`null::text` : sql`email_key`, type: 'text', nullable: true }],
  lifetimeTotal: [
    { by: sql`lifetime_currency`, type: 'text', nullable: true },
    { by: sql`lifetime_total`, type: 'numeric', nullable: true },
  ],
  orders: [{ by: sql`orders`, type: 'integer' }],
  transactions: [{ by: sql`transactions`, type: 'integer', nullable: true }],
  firstOrderAt: [{ by: sql`first_order_at`, type: 'timestamptz', nullable: true }],
  lastOrderAt: [{ by: sql`last_order_at`, type: 'timestamptz', nullable: true }],
  verification: [{ by: sql`verification`, type: 'text', nullable: true }],
  level: [{ by: sql`level_key`, type: 'text', nullable: true }],
});

/** The columns of a `ListedRow`. */
export const listedColumns = sql`
  ${columns}, orders, transactions, first_order_at as "firstOrderAt", last_order_at as "lastOrderAt", (
    select jsonb_agg(jsonb_build_object('value', net::text, 'currency', currency)
      order by order_figures.orders desc, currency collate "C")
    from order_figures where order_figures.customer_id = customers.customer_id and net is not null) as amounts`;

/** Returns the customers that a list or an export has. */
export const listedCustomers = (operator: Operator, query: Pick<ListQuery, 'text' | 'filter' | 'range'>) => ({
  columns: listedColumns,
  from: sql`customers`,
  where: sql`${query.text ? isFound(query.text, operator) : sql`true`} ${filtered(query)}`,
});

/** Lists all customers. The list and its exports are the only reads of a page that ask every partition. */
export const list: Handler = async ({ db, operator, list }) => {
  const query = list();
  const ordering = sorted(query.sort, sortable(operator), latestOrderFirst);
  const customers = { ...listedCustomers(operator, query), ordering };
  const page = await readPage(db, query, customers, (row: ListedRow) => itemOf(operator, row));
  return { body: { ...page, total: await countRows(db, customers) } };
};

/** Returns the condition that a customer has a text in a value that the operator sees, or an order with this number. */
function isFound(text: string, operator: Operator): Sql {
  const digits = isMaskedFor(operator) ? [] : phonePatterns(text);
  return sql`(${finds(text, sql`name_search`)} or customer_id = ${text}
    ${isMaskedFor(operator) ? nothing : sql`or ${finds(text, sql`email_search`)}`}
    ${join(
      digits.map((pattern) => sql`or strpos(phone_search, ${pattern}::text) > 0`),
      sql` `,
    )}
    or customer_id in (select orders.customer_id from orders
      where orders.search = any(array(select jsonb_array_elements_text(${JSON.stringify(orderNumbers(text))}::jsonb)))))`;
}

function filtered({ filter, range: { timeZone } }: Pick<ListQuery, 'filter' | 'range'>): Sql {
  const [verification, level, group] = ['verification', 'level', 'group'].map((name) => filter.get(name));
  const anyOf = (name: string, condition: (text: string) => Sql): Sql => {
    const ranges = filter.get(name)?.split(',');
    return ranges ? sql`and (${join(ranges.map(condition), sql` or `)})` : nothing;
  };
  const ofDays = (name: string, column: Sql): Sql =>
    anyOf(
      name,
      (text) => sql`${column} is not null and ${isWithin(column, { ...readDayBounds(name, text), timeZone })}`,
    );
  return sql`
    ${verification === undefined ? nothing : isAnyOf(sql`verification`, verification)}
    ${level === undefined ? nothing : isAnyOf(sql`profile #>> '{level,id}'`, level)}
    ${
      group === undefined
        ? nothing
        : sql`and exists (
            select 1 from jsonb_array_elements(
              case when jsonb_typeof(profile -> 'groups') = 'array' then profile -> 'groups' else '[]' end) as member
            where member ->> 'id' = any(string_to_array(${group}::text, ',')))`
    }
    ${anyOf('orders', (text) => between(sql`orders`, readBounds('orders', text)))}
    ${anyOf('spent', (text) => {
      const { currency, ...bounds } = readMoneyBounds('spent', text);
      return sql`customer_id in (
        select order_figures.customer_id from order_figures
        where currency = ${currency} and ${between(sql`net`, bounds)})`;
    })}
    ${ofDays('firstOrder', sql`first_order_at`)} ${ofDays('lastOrder', sql`last_order_at`)}`;
}

const between = (column: Sql, { from, to }: Bounds): Sql =>
  sql`(${from === undefined ? sql`true` : sql`${column} >= ${from}::numeric`}
    and ${to === undefined ? sql`true` : sql`${column} <= ${to}::numeric`})`;

/** Returns a customer as the operator may see it in a list. */
export const itemOf = (operator: Operator, row: ListedRow): CustomerListItem => ({
  id: row.id,
  ...pick(seenBy(operator, row), listedMembers),
  orders: { value: row.orders, basis: 'sales' },
  ...(row.transactions !== null && { transactions: { value: row.transactions, basis: 'transactions' } }),
  lifetimeTotal: {
    amounts: (row.amounts ?? []).map(({ value, currency }) => money(value, currency)),
    basis: 'net-of-returns',
  },
  firstOrderAt: row.firstOrderAt && instant(row.firstOrderAt),
  lastOrderAt: row.lastOrderAt && instant(row.lastOrderAt),
});
