import * as v from 'valibot';
import type { CustomersPort } from '../../adapter/ports.ts';
import { path } from '../../adapter/toolkit/index.ts';
import type { AddressUse } from '../../domain/address.ts';
import type { Customer, CustomField } from '../../domain/customer.ts';
import { addressOf, MedusaAddress, usesOf } from './addresses.ts';
import type { MedusaClient } from './client.ts';

/**
 * A member of the customer's metadata that `customer-info` shows. Metadata is no secret: customers can read their own
 * through the storefront.
 */
export interface MedusaCustomField {
  /** The key in the metadata: `birthday`. */
  readonly key: string;
  readonly label: string;
  readonly type?: CustomField['type'];
}

export interface CustomerOptions {
  /** The members of the metadata that are shown. */
  readonly customFields?: readonly MedusaCustomField[] | undefined;
}

const text = v.nullish(v.string());

const MedusaCustomer = v.object({
  id: v.string(),
  created_at: v.string(),
  email: text,
  first_name: text,
  last_name: text,
  company_name: text,
  phone: text,
  metadata: v.nullish(v.record(v.string(), v.unknown())),
  addresses: v.nullish(v.array(MedusaAddress)),
  groups: v.nullish(v.array(v.object({ id: v.string(), name: v.string() }))),
});
type MedusaCustomer = v.InferOutput<typeof MedusaCustomer>;

const fields = '*addresses,*groups';

/** Creates the port of the customer record. */
export function customersPort(client: MedusaClient, { customFields = [] }: CustomerOptions): CustomersPort {
  return {
    async get(customerId, options) {
      const at = path`/admin/customers/${customerId}`;
      return customerOf(await client.get(at, 'customer', MedusaCustomer, { fields }, options), customFields);
    },
  };
}

function customerOf(customer: MedusaCustomer, customFields: readonly MedusaCustomField[]): Customer {
  const { id, created_at, email, first_name, last_name, phone, addresses, metadata } = customer;
  const defaultFor = (use: AddressUse) => {
    const found = addresses?.find((address) => usesOf(address).includes(use));
    return found ? addressOf(found) : null;
  };
  return {
    id,
    name: [first_name, last_name].filter(Boolean).join(' ') || null,
    firstName: first_name || null,
    lastName: last_name || null,
    email: email || null,
    phones: phone ? [{ number: phone }] : null,
    defaultBilling: defaultFor('billing'),
    defaultShipping: defaultFor('shipping'),
    createdAt: created_at,
    ...(customFields.length > 0 && { customFields: customFields.map((field) => shown(field, metadata ?? {})) }),
  };
}

function shown({ key, label, type }: MedusaCustomField, metadata: Readonly<Record<string, unknown>>): CustomField {
  const value = Object.hasOwn(metadata, key) ? metadata[key] : undefined;
  return {
    id: key,
    label,
    ...(type && { type }),
    value:
      value === undefined || value === null || typeof value === 'string' || typeof value === 'boolean'
        ? (value ?? null)
        : JSON.stringify(value),
  };
}
