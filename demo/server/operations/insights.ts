import * as decimal from '../../../src/domain/decimal.ts';
import { dayIn } from '../../../src/adapter/toolkit/days.ts';
import {
  wholeMonths,
  type CustomerMonth,
  type NewVersusReturning,
  type PaymentMethods,
  type PeakTimes,
} from '../../../src/domain/insights.ts';
import { dayLength, type DayRange } from '../../../src/domain/time.ts';
import { sql, type Sql } from '../database/sql.ts';
import type { RangeQuery } from '../http/query.ts';
import { isWithin } from './conditions.ts';
import { itemOf, listedColumns, type ListedRow } from './customer-list.ts';
import type { Handler } from './operation.ts';
import { sorted, type Ordering } from './ordering.ts';
import { countRows, readPage } from './page.ts';
import { money } from './values.ts';

interface RankedRow extends ListedRow {
  readonly averages: readonly { readonly sales: string; readonly orders: number; readonly currency: string }[] | null;
}

const bestFirst: Ordering = [
  { by: sql`lifetime_total`, type: 'numeric', descending: true, nullable: true },
  { by: sql`customer_id`, type: 'text' },
];

const sortable: Readonly<Record<string, Ordering>> = {
  lifetimeTotal: [{ by: sql`lifetime_total`, type: 'numeric', nullable: true }],
  orders: [{ by: sql`orders`, type: 'integer' }],
  averageOrderValue: [{ by: sql`average_order`, type: 'numeric', nullable: true }],
};

export const topCustomers: Handler = async ({ db, operator, list }) => {
  const query = list();
  const found = await db.query<{ readonly currency: string }>(sql`
    select lifetime_currency as currency from customers where orders > 0 and lifetime_currency is not null
    group by 1 order by count(*) desc, 1`);
  const currencies = found.map(({ currency }) => currency);
  const ranked = query.filter.get('currency') ?? currencies[0] ?? '';
  const customers = {
    columns: sql`${listedColumns}, (
      select jsonb_agg(jsonb_build_object('sales', sales::text, 'orders', orders, 'currency', currency)
        order by orders desc, currency collate "C")
      from order_figures where order_figures.customer_id = customers.customer_id and orders > 0) as averages`,
    from: sql`customers`,
    // A condition on one currency lets the index give the first rows.
    where: sql`orders > 0 and ${
      ranked.includes(',')
        ? sql`lifetime_currency = any(string_to_array(${ranked}::text, ','))`
        : sql`lifetime_currency = ${ranked}`
    }`,
    ordering: sorted(query.sort, sortable, bestFirst),
  };
  const page = await readPage(db, query, customers, (row: RankedRow) => ({
    ...itemOf(operator, row),
    averageOrderValue: {
      amounts: (row.averages ?? []).map(({ sales, orders, currency }) => ({
        value: decimal.divide(sales, String(orders), 6),
        currency,
      })),
      basis: 'sales-per-order',
    },
  }));
  return { body: { ...page, total: await countRows(db, customers), totals: { currencies } } };
};

/** The longest range that is added up, in days: five years. */
const maxDays = 1830;

/** Returns the days to add up: of a longer range, or of one without a beginning, the last five years. */
function bounded({ from, to, timeZone }: RangeQuery): Required<Pick<DayRange, 'from' | 'to'>> & RangeQuery {
  const last = to ?? dayIn(timeZone)(new Date().toISOString());
  const earliest = new Date(Date.parse(last) - maxDays * dayLength).toISOString().slice(0, 10);
  return { from: from === undefined || from < earliest ? earliest : from, to: last, timeZone };
}

/** The days that an answer is about. */
const daysOf = ({ from, to, timeZone }: RangeQuery) => ({ range: { from, to }, timeZone });

const isSale = sql`kind = 'order' and not canceled`;

/** New customers are those of the figures of customers; only all customers of a month are counted from the orders. */
export const newVersusReturning: Handler = async ({ db, range }) => {
  const asked = bounded(range());
  const days = { ...wholeMonths(asked), timeZone: asked.timeZone };
  const monthOf = (at: Sql): Sql => sql`to_char(${at} at time zone ${days.timeZone}, 'YYYY-MM')`;
  const months = await db.query<CustomerMonth>(sql`
    with active as (
      -- Of each month, one range of the index is read. To compute the month of each order would take three times as long.
      select to_char(first, 'YYYY-MM') as month, customers
      from generate_series(${days.from}::timestamp, ${days.to}::timestamp, '1 month') as first cross join lateral (
        select count(*)::integer as customers from (
          select distinct customer_id from orders
          where ${isSale} and placed_at >= first at time zone ${days.timeZone}
            and placed_at < (first + interval '1 month') at time zone ${days.timeZone}
        ) as found
      ) as buyers
      where customers > 0
    ), begun as (
      select ${monthOf(sql`first_order_at`)} as month, count(*)::integer as customers from customers
      where ${isWithin(sql`first_order_at`, days)} group by 1
    )
    select month, coalesce(begun.customers, 0) as "newCustomers",
      active.customers - coalesce(begun.customers, 0) as "returningCustomers"
    from active left join begun using (month) order by month`);
  return { body: { ...daysOf(days), months } satisfies NewVersusReturning };
};

export const paymentMethods: Handler = async ({ db, range }) => {
  const days = bounded(range());
  interface Row {
    readonly method: string | null;
    readonly payments: number;
    readonly amounts: readonly { readonly value: string; readonly currency: string }[];
  }
  const rows = await db.query<Row>(sql`
    select method, sum(payments)::integer as payments,
      jsonb_agg(jsonb_build_object('value', total::text, 'currency', currency) order by currency collate "C") as amounts
    from (
      select method, currency, count(*) as payments, sum(amount) as total from transactions
      where kind = 'payment' and made is distinct from false and ${isWithin(sql`created_at`, days)}
      group by method, currency
    ) as used
    group by method order by payments desc, method collate "C" nulls first limit 1000`);
  const methods = rows.map(({ amounts, ...row }) => ({
    ...row,
    amounts: amounts.map(({ value, currency }) => money(value, currency)),
  }));
  return { body: { ...daysOf(days), methods } satisfies PaymentMethods };
};

export const peakTimes: Handler = async ({ db, range }) => {
  const days = bounded(range());
  const rows = await db.query<{ readonly weekday: number; readonly hour: number; readonly orders: number }>(sql`
    select extract(isodow from local)::integer as weekday, extract(hour from local)::integer as hour,
      sum(orders)::integer as orders
    from (
      select quarter at time zone ${days.timeZone} as local, orders
      from (
        -- Quarters of an hour, of which every time zone is a multiple: only they are converted, not each order's time.
        select date_bin('15 minutes', placed_at, '2000-01-01Z') as quarter, count(*) as orders from orders
        where ${isSale} and ${isWithin(sql`placed_at`, days)}
        group by 1
      ) as counted
    ) as placed
    group by 1, 2`);
  const orders = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));
  for (const row of rows) orders[row.weekday - 1]![row.hour] = row.orders;
  return { body: { ...daysOf(days), orders } satisfies PeakTimes };
};
