import * as v from 'valibot';
import type { ListQuery } from '../../data/query.ts';
import type { Write } from '../../data/write.ts';
import { Revealed, type CustomerChange, type RevealInput } from '../../domain/customer-change.ts';
import { Customer, Named } from '../../domain/customer.ts';
import type { WidgetHost } from '../../element/widget-host.ts';

type CustomerMethod = 'update' | 'setStatus' | 'setPassword' | 'reveal';

/**
 * Returns whether the platform has a write and the operator may use it. Until the permission is known they may: the
 * server still enforces it.
 */
export function mayWrite(host: WidgetHost, operation: `customers.${CustomerMethod}`): boolean {
  const method = operation.slice('customers.'.length) as CustomerMethod;
  const { state } = host.permissions.of(operation);
  return Boolean(host.client?.adapter.customers?.[method]) && state !== 'denied' && state !== 'planned';
}

/** The controller of the record refetches it after each of these writes. */
const touches = ['customers.get'];
const ownerOf = (customer: Customer): string => customer.id;

/** Changes the customer's data, based on the version that was read. */
export const changing = ({ id, version }: Customer, change: CustomerChange): Write<Customer> => ({
  customerId: id,
  ifVersion: version,
  schema: Customer,
  ownerOf,
  touches,
  send: ({ customers }, options) => customers?.update?.(id, change, options),
});

/** Sets the verification status. */
export const verifying = ({ id, version }: Customer, verification: string): Write<Customer> => ({
  customerId: id,
  ifVersion: version,
  schema: Customer,
  ownerOf,
  touches,
  send: ({ customers }, options) => customers?.setStatus?.(id, { verification }, options),
});

/** Sets the customer's password. The write holds the password in memory and releases it with the answer. */
export const passwordSetting = (customerId: string, password: string): Write<true> => ({
  customerId,
  schema: v.pipe(
    v.unknown(),
    v.transform(() => true as const),
  ),
  ownerOf: () => customerId,
  send: ({ customers }, options) => customers?.setPassword?.(customerId, { password }, options),
});

/** Reveals a masked value. No cache stores it. */
export const revealing = (customerId: string, what: RevealInput, reason: string): Write<Revealed> => ({
  customerId,
  schema: Revealed,
  send: ({ customers }, options) => customers?.reveal?.(customerId, what, { ...options, reason }),
});

/** Lists the business accounts that a customer can be assigned to, by a part of their name. */
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
