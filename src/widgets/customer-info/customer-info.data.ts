import type { ListQuery, RecordQuery } from '../../data/query.ts';
import { CreditAccount } from '../../domain/credit.ts';
import { Customer } from '../../domain/customer.ts';
import { CustomerStats } from '../../domain/stats.ts';
import type { DayRange } from '../../domain/time.ts';

/** The customer's own data. */
export const customerOf = (customerId: string): RecordQuery<Customer> => ({
  name: 'customers.get',
  customerId,
  schema: Customer,
  ownerOf: ({ id }) => id,
  load: (adapter, options) => adapter.customers?.get?.(customerId, options),
});

/** What the customer adds up to over a range of days, or over the whole life. */
export const statsOf = (customerId: string, range: DayRange): RecordQuery<CustomerStats> => ({
  name: 'stats.get',
  customerId,
  params: { ...range },
  schema: CustomerStats,
  load: (adapter, options) => adapter.stats?.get?.(customerId, range, options),
});

/** The accounts among which those of points are. */
export const accountsOf = (customerId: string): ListQuery<CreditAccount> => ({
  name: 'credit.accounts',
  customerId,
  schema: CreditAccount,
  pageSize: 50,
  load: (adapter, page, options) => adapter.credit?.accounts?.(customerId, page, options),
});
