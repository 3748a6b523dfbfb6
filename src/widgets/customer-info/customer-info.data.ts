import type { ListQuery, RecordQuery } from '../../data/query.ts';
import { CreditAccount } from '../../domain/credit.ts';
import { Customer } from '../../domain/customer.ts';

/** Fetches the customer's record. */
export const customerOf = (customerId: string): RecordQuery<Customer> => ({
  name: 'customers.get',
  customerId,
  schema: Customer,
  ownerOf: ({ id }) => id,
  load: (adapter, options) => adapter.customers?.get?.(customerId, options),
});

/** Lists the credit accounts, which include the accounts of points. */
export const accountsOf = (customerId: string): ListQuery<CreditAccount> => ({
  name: 'credit.accounts',
  customerId,
  schema: CreditAccount,
  pageSize: 50,
  load: (adapter, page, options) => adapter.credit?.accounts?.(customerId, page, options),
});
