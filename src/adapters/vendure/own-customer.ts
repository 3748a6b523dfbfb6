import { AdapterError } from '../../adapter/adapter-error.ts';
import type { VendureClient } from './client.ts';

// Vendure's root queries of orders and history do not filter by customer, so everything is read as a member of the
// customer.

/**
 * Returns the customer of an answer. Throws `not-found` if there is none, or another one than was asked for: SQLite finds
 * the customer 14 also by `" 14"`, `14.0` and `0x0e`, and the same customer under another id would have drafts and a cache
 * of its own.
 */
export function customerIn({ customer }: { readonly customer?: unknown }, customerId: string): object {
  if (!isRecord(customer) || customer.id !== customerId) throw new AdapterError('not-found');
  return customer;
}

/** Rejects with `not-found` if there is no such customer. Mutations of Vendure find one by other ids too. */
export async function ensureCustomer(
  client: VendureClient,
  customerId: string,
  { signal }: { readonly signal?: AbortSignal | undefined },
): Promise<void> {
  const document = 'query Customer($customerId: ID!) { customer(id: $customerId) { id } }';
  customerIn(await client.query(document, { customerId }, { signal }), customerId);
}

const isRecord = (value: unknown): value is { readonly id?: unknown } => typeof value === 'object' && value !== null;
