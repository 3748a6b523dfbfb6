import type { RecordQuery } from '../../data/query.ts';
import { Customer } from '../../domain/customer.ts';
import { CustomerStats } from '../../domain/stats.ts';

/** The customer's own data. */
export const customerOf = (customerId: string): RecordQuery<Customer> => ({
  name: 'customers.get',
  customerId,
  schema: Customer,
  ownerOf: ({ id }) => id,
  load: (adapter, options) => adapter.customers?.get?.(customerId, options),
});

/** What the customer adds up to over the whole life. */
export const lifetimeOf = (customerId: string): RecordQuery<CustomerStats> => ({
  name: 'stats.get',
  customerId,
  schema: CustomerStats,
  load: (adapter, options) => adapter.stats?.get?.(customerId, {}, options),
});
