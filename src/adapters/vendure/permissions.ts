import * as v from 'valibot';
import { isAdapterError } from '../../adapter/adapter-error.ts';
import type { Adapter } from '../../adapter/adapter.ts';
import type { OperationName } from '../../adapter/operations.ts';
import { checked } from '../../adapter/toolkit/index.ts';
import type { Permissions } from '../../domain/operator.ts';
import { customerIn, type VendureClient } from './client.ts';

/** The permission that Vendure requires for each operation. */
const required: Partial<Readonly<Record<OperationName, string>>> = {
  'customers.get': 'ReadCustomer',
  'customers.update': 'UpdateCustomer',
  'addresses.list': 'ReadCustomer',
  'addresses.create': 'CreateCustomer',
  'addresses.update': 'UpdateCustomer',
  'addresses.setDefault': 'UpdateCustomer',
  'addresses.delete': 'DeleteCustomer',
  'notes.list': 'ReadCustomer',
  'notes.create': 'UpdateCustomer',
  'notes.update': 'UpdateCustomer',
  'notes.delete': 'UpdateCustomer',
  'orders.list': 'ReadCustomer',
  'orders.get': 'ReadOrder',
  'crossSell.list': 'ReadCustomer',
  'stats.get': 'ReadCustomer',
};

const Answer = v.object({
  activeChannel: v.object({ id: v.string() }),
  me: v.nullish(v.object({ channels: v.array(v.object({ id: v.string(), permissions: v.array(v.string()) })) })),
});

const document = `query Permissions($customerId: ID!) {
  customer(id: $customerId) { id }
  activeChannel { id }
  me { channels { id permissions } }
}`;

/**
 * Creates the method that says what the operator may do: the same for every customer, by the operator's roles in the
 * channel. An API key has no operator, and Vendure does not say what it may do. Then nothing is denied in advance, and
 * the server still refuses.
 */
export function permissionsOf(client: VendureClient): NonNullable<Adapter['permissions']> {
  return async (customerId, { signal }): Promise<Permissions> => {
    const data = await client.query(document, { customerId }, { signal }).catch((thrown: unknown) => {
      if (isAdapterError(thrown) && thrown.code === 'forbidden') return undefined;
      throw thrown;
    });
    if (!data) return {};
    customerIn(data, customerId);
    const { activeChannel, me } = checked(Answer)(data);
    const held = new Set(me?.channels.find(({ id }) => id === activeChannel.id)?.permissions ?? []);
    return Object.fromEntries(
      Object.entries(required).map(([operation, permission]) => [
        operation,
        held.has(permission) ? { state: 'allowed' } : { state: 'denied', reason: `Vendure: ${permission}` },
      ]),
    );
  };
}
