import * as decimal from '../../../src/domain/decimal.ts';
import type { CountMetric, CustomerStats } from '../../../src/domain/stats.ts';
import { one } from '../database/database.ts';
import { sql, type Sql } from '../database/sql.ts';
import { instant, money } from './values.ts';
import { code, isWithin } from './conditions.ts';
import type { Call, Handler } from './operation.ts';

/** The figures of one customer's orders in one currency. Canceled orders only count in the ordered figures. */
interface Row {
  readonly currency: string;
  readonly orders: number;
  readonly returns: number;
  readonly canceled: number;
  readonly ordered: string | null;
  readonly sales: string | null;
  readonly net: string | null;
  readonly firstOrderAt: Date | null;
  readonly lastOrderAt: Date | null;
  /** Units of products: ordered, canceled later (all of an order or some of them), and returned. */
  readonly units: string;
  readonly unitsCanceled: string;
  readonly unitsReturned: string;
  /** Payments minus refunds. Null if there are none. */
  readonly paid: string | null;
  readonly movements: number;
}

export const get: Handler = async (call) => {
  const { db, customerId } = call;
  const range = call.range();
  const isWhole = range.from === undefined && range.to === undefined;
  const rows = await db.query<Row>(isWhole ? stored(customerId) : inRange(customerId, isWithin(sql`placed_at`, range)));
  const count = (of: 'orders' | 'returns' | 'canceled' | 'movements'): number =>
    rows.reduce((total, row) => total + row[of], 0);
  const amounts = (of: 'ordered' | 'sales' | 'net' | 'paid') =>
    rows.flatMap((row) => (row[of] === null ? [] : [money(row[of], row.currency)]));
  const averages = rows.flatMap(({ currency, orders, sales }) =>
    sales === null ? [] : [{ value: decimal.divide(sales, String(orders), 6), currency }],
  );
  const times = (of: 'firstOrderAt' | 'lastOrderAt'): number[] => rows.flatMap((row) => row[of]?.getTime() ?? []);
  const [first, last] = [Math.min(...times('firstOrderAt')), Math.max(...times('lastOrderAt'))];
  const units = (of: 'units' | 'unitsCanceled' | 'unitsReturned'): CountMetric => ({
    value: Number(rows.reduce((total, row) => decimal.sum(total, row[of]), '0')),
    basis: 'units',
  });
  // Imported invoices contain neither cancellations nor payments.
  const ofShop = await isOfShop(call);
  const stats: CustomerStats = {
    customerId,
    ...((range.from ?? range.to) && { range: { from: range.from, to: range.to } }),
    orders: { value: count('orders'), basis: 'sales' },
    returns: { value: count('returns'), basis: 'gross' },
    lifetimeTotal: { amounts: amounts('net'), basis: 'net-of-returns' },
    averageOrderValue: averages.length > 0 ? { amounts: averages, basis: 'sales-per-order' } : null,
    orderTotal: { amounts: amounts('ordered'), basis: 'gross' },
    items: units('units'),
    returnedItems: units('unitsReturned'),
    ...(ofShop && {
      canceled: { value: count('canceled'), basis: 'gross' },
      orderTotalExcludingCanceled: { amounts: amounts('sales'), basis: 'gross-without-canceled' },
      canceledItems: units('unitsCanceled'),
      totalPaid: { amounts: amounts('paid'), basis: 'paid-net-of-refunds' },
      transactions: { value: count('movements'), basis: 'transactions' },
    }),
    firstOrderAt: Number.isFinite(first) ? instant(new Date(first)) : null,
    lastOrderAt: Number.isFinite(last) ? instant(new Date(last)) : null,
  };
  return { body: stats };
};

async function isOfShop({ db, customerId }: Call): Promise<boolean> {
  const { origin } = await one<{ readonly origin: string }>(
    db,
    sql`select origin from customers where customer_id = ${customerId}`,
  );
  return origin === 'shop';
}

/** The figures over all orders: `refresh_figures` in `migrations/013_figures.sql` keeps them. */
const stored = (customerId: string): Sql => sql`
  select currency, orders, returns, canceled, ordered, sales, net, first_order_at as "firstOrderAt",
    last_order_at as "lastOrderAt", units, units_canceled as "unitsCanceled", units_returned as "unitsReturned",
    paid, movements
  from order_figures where customer_id = ${customerId} order by currency collate "C"`;

/**
 * The same figures over a range of days, which begin at another time in each time zone. Payments and refunds are those
 * of the orders in the range, whenever they were made, without failed and pending ones.
 */
const inRange = (customerId: string, within: Sql): Sql => sql`
  with ranged as (select * from orders where customer_id = ${customerId} and ${within}),
  ordered as (
    select currency,
      (count(*) filter (where kind = 'order' and not canceled))::integer as orders,
      (count(*) filter (where kind = 'return' and counted))::integer as returns,
      (count(*) filter (where canceled))::integer as canceled,
      sum(total) filter (where kind = 'order') as ordered,
      sum(total) filter (where kind = 'order' and not canceled) as sales,
      sum(total) filter (where counted) as net,
      min(placed_at) filter (where kind = 'order' and not canceled) as "firstOrderAt",
      max(placed_at) filter (where kind = 'order' and not canceled) as "lastOrderAt",
      sum(units) filter (where kind = 'order') as units,
      sum(case
        when canceled then units
        when ${code(sql`(status #> '{cancellation,status}')`)} = 'partial'
          then (status #>> '{cancellation,extent,done}')::numeric
      end) filter (where kind = 'order') as "unitsCanceled",
      sum(units) filter (where kind = 'return' and not requested) as "unitsReturned"
    from ranged left join lateral (
      select sum(abs(quantity)) as units from order_lines
      where order_lines.customer_id = ${customerId} and order_lines.order_id = ranged.order_id
        and product_id is not null
    ) as lines on true
    group by currency
  ), moved as (
    select amount ->> 'currency' as currency, sum(sign * (amount ->> 'value')::numeric) as paid,
      count(*)::integer as movements
    from ranged cross join lateral (
      select payment -> 'amount' as amount, 1 as sign from jsonb_array_elements(payments) as payment
      where ${code(sql`(payment -> 'status')`)} in ('paid', 'partially-refunded', 'refunded', 'disputed')
      union all
      select refund -> 'amount', -1 from jsonb_array_elements(refunds) as refund
      where ${code(sql`(refund -> 'status')`)} = 'refunded'
    ) as movement
    where not requested
    group by 1
  )
  select currency, coalesce(orders, 0) as orders, coalesce(returns, 0) as returns, coalesce(canceled, 0) as canceled,
    ordered, sales, net, "firstOrderAt", "lastOrderAt", coalesce(units, 0) as units,
    coalesce("unitsCanceled", 0) as "unitsCanceled", coalesce("unitsReturned", 0) as "unitsReturned",
    paid, coalesce(movements, 0) as movements
  from ordered full join moved using (currency) order by currency collate "C"`;
