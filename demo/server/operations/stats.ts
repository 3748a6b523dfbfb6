import * as decimal from '../../../src/domain/decimal.ts';
import type { CountMetric, CustomerStats } from '../../../src/domain/stats.ts';
import { one } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { instant, money } from './values.ts';
import { code, isCounted, isWithin } from './conditions.ts';
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
}

export const get: Handler = async (call) => {
  const { db, customerId } = call;
  const range = call.range();
  const within = isWithin(sql`placed_at`, range);
  const isSale = sql`kind = 'order' and not canceled`;
  const rows = await db.query<Row>(sql`
    select currency,
      count(*) filter (where ${isSale})::integer as orders,
      count(*) filter (where kind = 'return' and ${isCounted})::integer as returns,
      count(*) filter (where canceled)::integer as canceled,
      sum(total) filter (where kind = 'order') as ordered,
      sum(total) filter (where ${isSale}) as sales,
      sum(total) filter (where ${isCounted}) as net,
      min(placed_at) filter (where ${isSale}) as "firstOrderAt",
      max(placed_at) filter (where ${isSale}) as "lastOrderAt"
    from orders
    where customer_id = ${customerId} and ${within}
    group by currency order by currency`);
  const count = (of: 'orders' | 'returns' | 'canceled'): number => rows.reduce((total, row) => total + row[of], 0);
  const amounts = (of: 'ordered' | 'sales' | 'net') =>
    rows.flatMap((row) => (row[of] === null ? [] : [money(row[of], row.currency)]));
  const averages = rows.flatMap(({ currency, orders, sales }) =>
    sales === null ? [] : [{ value: decimal.divide(sales, String(orders), 6), currency }],
  );
  const times = (of: 'firstOrderAt' | 'lastOrderAt'): number[] => rows.flatMap((row) => row[of]?.getTime() ?? []);
  const [first, last] = [Math.min(...times('firstOrderAt')), Math.max(...times('lastOrderAt'))];
  const units = await unitsIn(call, within);
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
    items: inUnits(units.ordered),
    returnedItems: inUnits(units.returned),
    ...(ofShop && {
      canceled: { value: count('canceled'), basis: 'gross' },
      orderTotalExcludingCanceled: { amounts: amounts('sales'), basis: 'gross-without-canceled' },
      canceledItems: inUnits(units.canceled),
      ...(await paymentsIn(call, within)),
    }),
    firstOrderAt: Number.isFinite(first) ? instant(new Date(first)) : null,
    lastOrderAt: Number.isFinite(last) ? instant(new Date(last)) : null,
  };
  return { body: stats };
};

type Within = ReturnType<typeof isWithin>;

const inUnits = (value: number): CountMetric => ({ value, basis: 'units' });

async function isOfShop({ db, customerId }: Call): Promise<boolean> {
  const { origin } = await one<{ readonly origin: string }>(
    db,
    sql`select origin from customers where customer_id = ${customerId}`,
  );
  return origin === 'shop';
}

/** Counts units of products: ordered, canceled later (all of an order or some of them), and returned. */
const unitsIn = ({ db, customerId }: Call, within: Within) =>
  one<{ readonly ordered: number; readonly canceled: number; readonly returned: number }>(
    db,
    sql`
      select
        coalesce(sum(units) filter (where kind = 'order'), 0)::double precision as ordered,
        coalesce(sum(case
          when canceled then units
          when ${code(sql`(status #> '{cancellation,status}')`)} = 'partial'
            then (status #>> '{cancellation,extent,done}')::numeric
        end) filter (where kind = 'order'), 0)::double precision as canceled,
        coalesce(sum(units) filter (where kind = 'return'), 0)::double precision as returned
      from orders left join lateral (
        select sum(abs(quantity)) as units from order_lines
        where order_lines.customer_id = orders.customer_id and order_lines.order_id = orders.order_id
          and product_id is not null
      ) as lines on true
      where customer_id = ${customerId} and not requested and ${within}`,
  );

/** Sums payments and refunds of the orders in the range, whenever they were made. Excludes failed and pending ones. */
async function paymentsIn({ db, customerId }: Call, within: Within): Promise<Partial<CustomerStats>> {
  const rows = await db.query<{ currency: string; paid: string; movements: number }>(sql`
    select amount ->> 'currency' as currency, sum(sign * (amount ->> 'value')::numeric) as paid,
      count(*)::integer as movements
    from orders cross join lateral (
      select payment -> 'amount' as amount, 1 as sign from jsonb_array_elements(payments) as payment
      where ${code(sql`(payment -> 'status')`)} in ('paid', 'partially-refunded', 'refunded', 'disputed')
      union all
      select refund -> 'amount', -1 from jsonb_array_elements(refunds) as refund
      where ${code(sql`(refund -> 'status')`)} = 'refunded'
    ) as moved
    where customer_id = ${customerId} and not requested and ${within}
    group by 1 order by 1`);
  return {
    totalPaid: { amounts: rows.map(({ paid, currency }) => money(paid, currency)), basis: 'paid-net-of-refunds' },
    transactions: { value: rows.reduce((total, { movements }) => total + movements, 0), basis: 'transactions' },
  };
}
