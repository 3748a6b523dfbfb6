import type { CustomerStats } from '../../../src/domain/stats.ts';
import * as decimal from '../../../src/domain/decimal.ts';
import { one } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { money } from './amounts.ts';
import { isWithin } from './days.ts';
import { instant } from './instant.ts';
import type { Handler } from './operation.ts';

/** What one customer's orders come to in one currency. Canceled orders are in no figure. */
interface Row {
  readonly currency: string;
  readonly orders: number;
  readonly returns: number;
  readonly sales: string | null;
  readonly net: string;
  readonly firstOrderAt: Date | null;
  readonly lastOrderAt: Date | null;
}

export const get: Handler = async ({ db, customerId, range }) => {
  const asked = range();
  const rows = await db.query<Row>(sql`
    select currency,
      count(*) filter (where kind = 'order')::integer as orders,
      count(*) filter (where kind = 'return')::integer as returns,
      sum(total) filter (where kind = 'order') as sales,
      sum(total) as net,
      min(placed_at) filter (where kind = 'order') as "firstOrderAt",
      max(placed_at) filter (where kind = 'order') as "lastOrderAt"
    from orders
    where customer_id = ${customerId} and not canceled and ${isWithin(sql`placed_at`, asked)}
    group by currency order by currency`);
  const { canceled } = await one<{ readonly canceled: number | null }>(
    db,
    sql`
      select case when origin = 'shop' then (
        select count(*)::integer from orders
        where orders.customer_id = customers.customer_id and canceled and ${isWithin(sql`placed_at`, asked)}
      ) end as canceled
      from customers where customer_id = ${customerId}`,
  );
  const count = (of: 'orders' | 'returns'): number => rows.reduce((total, row) => total + row[of], 0);
  const averages = rows.flatMap(({ currency, orders, sales }) =>
    sales === null ? [] : [{ value: decimal.divide(sales, String(orders), 6), currency }],
  );
  const times = (of: 'firstOrderAt' | 'lastOrderAt'): number[] => rows.flatMap((row) => row[of]?.getTime() ?? []);
  const [first, last] = [Math.min(...times('firstOrderAt')), Math.max(...times('lastOrderAt'))];
  const stats: CustomerStats = {
    customerId,
    ...((asked.from ?? asked.to) && { range: { from: asked.from, to: asked.to } }),
    orders: { value: count('orders'), basis: 'sales' },
    returns: { value: count('returns'), basis: 'gross' },
    // Imported invoices do not say whether one was canceled.
    ...(canceled !== null && { canceled: { value: canceled, basis: 'gross' } }),
    lifetimeTotal: { amounts: rows.map(({ net, currency }) => money(net, currency)), basis: 'net-of-returns' },
    averageOrderValue: averages.length > 0 ? { amounts: averages, basis: 'sales-per-order' } : null,
    firstOrderAt: Number.isFinite(first) ? instant(new Date(first)) : null,
    lastOrderAt: Number.isFinite(last) ? instant(new Date(last)) : null,
  };
  return { body: stats };
};
