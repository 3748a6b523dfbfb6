import * as v from 'valibot';
import type { ListQuery } from '../../data/query.ts';
import type { Write } from '../../data/write.ts';
import { Revealed, type CustomerChange, type RevealInput } from '../../domain/customer-change.ts';
import { Customer, Named } from '../../domain/customer.ts';

/** The record is read again by whoever shows it. */
const touches = ['customers.get'];
const ownerOf = (customer: Customer): string => customer.id;

/** Changes what is known of a customer, based on the version that was read. */
export const changing = ({ id, version }: Customer, change: CustomerChange): Write<Customer> => ({
  customerId: id,
  ifVersion: version,
  schema: Customer,
  ownerOf,
  touches,
  send: ({ customers }, options) => customers?.update?.(id, change, options),
});

/** Says whether who the customer says to be has been checked. */
export const verifying = ({ id, version }: Customer, verification: string): Write<Customer> => ({
  customerId: id,
  ifVersion: version,
  schema: Customer,
  ownerOf,
  touches,
  send: ({ customers }, options) => customers?.setStatus?.(id, { verification }, options),
});

/** Gives the customer another password. Whoever holds this holds it: it is let go with the answer. */
export const passwordSetting = (customerId: string, password: string): Write<true> => ({
  customerId,
  schema: v.pipe(
    v.unknown(),
    v.transform(() => true as const),
  ),
  ownerOf: () => customerId,
  send: ({ customers }, options) => customers?.setPassword?.(customerId, { password }, options),
});

/** Shows a masked datum whole. It is in nobody's store. */
export const revealing = (customerId: string, what: RevealInput, reason: string): Write<Revealed> => ({
  customerId,
  schema: Revealed,
  send: ({ customers }, options) => customers?.reveal?.(customerId, what, { ...options, reason }),
});

/** What a customer can be assigned to, by a part of its name. */
export const businessAccountsOf = (customerId: string, text: string): ListQuery<Named> => ({
  name: 'businessAccounts.list',
  customerId,
  params: { text },
  schema: Named,
  pageSize: 50,
  isCommon: true,
  load: (adapter, page, options) =>
    adapter.businessAccounts?.list?.(customerId, text ? { ...page, text } : page, options),
});
