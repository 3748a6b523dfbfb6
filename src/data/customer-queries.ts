import { Customer } from '../domain/customer.ts';
import { CustomerStats } from '../domain/stats.ts';
import type { DayRange } from '../domain/time.ts';
import type { RecordQuery } from './query.ts';

/** Returns the query for a customer's record. */
export const customerQuery = (customerId: string): RecordQuery<Customer> => ({
  name: 'customers.get',
  customerId,
  schema: Customer,
  ownerOf: ({ id }) => id,
  load: (adapter, options) => adapter.customers?.get?.(customerId, options),
});

/**
 * Returns the query for a customer's statistics over a range of days, or over their lifetime. Equal queries share one
 * answer.
 */
export const statsQuery = (customerId: string, range: DayRange = {}): RecordQuery<CustomerStats> => ({
  name: 'stats.get',
  customerId,
  params: rangeParams(range),
  schema: CustomerStats,
  load: (adapter, options) => adapter.stats?.get?.(customerId, range, options),
});

/** Returns a range as query parameters. */
export const rangeParams = ({ from, to }: DayRange): Readonly<Record<string, string>> => ({
  ...(from !== undefined && { from }),
  ...(to !== undefined && { to }),
});
