import type { ListQuery, RecordQuery } from '../../data/query.ts';
import { CreditAccount } from '../../domain/credit.ts';
import { Customer } from '../../domain/customer.ts';

/** The customer's own data. */
export const customerOf = (customerId: string): RecordQuery<Customer> => ({
  name: 'customers.get',
  customerId,
  schema: Customer,
  ownerOf: ({ id }) => id,
  load: (adapter, options) => adapter.customers?.get?.(customerId, options),
});

/** The accounts among which those of points are. */
export const accountsOf = (customerId: string): ListQuery<CreditAccount> => ({
  name: 'credit.accounts',
  customerId,
  schema: CreditAccount,
  pageSize: 50,
  load: (adapter, page, options) => adapter.credit?.accounts?.(customerId, page, options),
});
