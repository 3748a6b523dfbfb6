import * as v from 'valibot';
import type { CustomersPort } from '../../adapter/ports.ts';
import { checked } from '../../adapter/toolkit/index.ts';
import type { AddressUse } from '../../domain/address.ts';
import type { Customer, CustomField } from '../../domain/customer.ts';
import { addressMembers, addressOf, isDefaultFor, VendureAddress } from './addresses.ts';
import type { VendureClient } from './client.ts';
import { customerIn } from './own-customer.ts';

/** A custom field of the shop's configuration that `customer-info` shows. */
export interface VendureCustomField {
  /** The name in the configuration: `loyaltyNumber`. */
  readonly name: string;
  readonly label: string;
  readonly type?: CustomField['type'];
  /** Converts the value. Default: its text; `true` and `false` stay. */
  format?(value: unknown): string | boolean | null;
}

const text = v.nullish(v.string());

const VendureCustomer = v.object({
  id: v.string(),
  createdAt: v.string(),
  title: text,
  firstName: v.string(),
  lastName: v.string(),
  emailAddress: v.string(),
  phoneNumber: text,
  addresses: v.nullish(v.array(VendureAddress), []),
  // A guest has none.
  user: v.nullish(v.object({ identifier: v.string(), verified: v.boolean(), lastLogin: text })),
  customFields: v.nullish(v.record(v.string(), v.unknown()), {}),
});
type VendureCustomer = v.InferOutput<typeof VendureCustomer>;

const members = `id createdAt title firstName lastName emailAddress phoneNumber
  user { identifier verified lastLogin }
  addresses { ${addressMembers} }`;

export interface CustomerOptions {
  /** The custom fields that are shown. */
  readonly customFields?: readonly VendureCustomField[] | undefined;
}

/** Creates the port of the customer record. */
export function customersPort(client: VendureClient, { customFields = [] }: CustomerOptions): CustomersPort {
  for (const { name } of customFields)
    if (!/^[A-Za-z_]\w*$/.test(name)) throw new TypeError(`No custom field can have the name ${name}.`);
  const own = customFields.length > 0 ? `customFields { ${customFields.map(({ name }) => name).join(' ')} }` : '';
  const document = `query Customer($customerId: ID!) { customer(id: $customerId) { ${members} ${own} } }`;

  return {
    async get(customerId, options) {
      const data = await client.query(document, { customerId }, options);
      return customerOf(checked(VendureCustomer, 'customer')(customerIn(data, customerId)), customFields);
    },
  };
}

function customerOf(customer: VendureCustomer, customFields: readonly VendureCustomField[]): Customer {
  const { id, createdAt, title, firstName, lastName, emailAddress, phoneNumber, user, addresses } = customer;
  const defaultFor = (use: AddressUse) => {
    const found = addresses.find((address) => isDefaultFor(use, address));
    return found ? addressOf(found) : null;
  };
  return {
    id,
    name: [title, firstName, lastName].filter(Boolean).join(' ') || null,
    firstName: firstName || null,
    lastName: lastName || null,
    email: emailAddress || null,
    phones: phoneNumber ? [{ number: phoneNumber }] : null,
    defaultBilling: defaultFor('billing'),
    defaultShipping: defaultFor('shipping'),
    createdAt,
    lastLoginAt: user?.lastLogin ?? null,
    // A guest has no account to verify.
    ...(user && { verification: user.verified ? 'verified' : 'unverified' }),
    login: user?.identifier ?? null,
    ...(customFields.length > 0 && { customFields: customFields.map((field) => shown(field, customer.customFields)) }),
  };
}

function shown(field: VendureCustomField, values: Readonly<Record<string, unknown>>): CustomField {
  const { name, label, type, format = asText } = field;
  const value = values[name];
  return {
    id: name,
    label,
    ...(type && { type }),
    value: value === null || value === undefined ? null : format(value),
  };
}

const asText = (value: unknown): string | boolean =>
  typeof value === 'string' || typeof value === 'boolean' ? value : JSON.stringify(value);
