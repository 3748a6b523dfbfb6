import * as v from 'valibot';
import { AdapterError } from '../../adapter/adapter-error.ts';
import { check } from '../../adapter/check.ts';
import type { CustomersPort } from '../../adapter/ports.ts';
import { checked } from '../../adapter/toolkit/index.ts';
import type { AddressUse } from '../../domain/address.ts';
import { CustomerChange, type CustomerMember } from '../../domain/customer-change.ts';
import type { Customer, CustomField } from '../../domain/customer.ts';
import { addressMembers, addressOf, isDefaultFor, VendureAddress } from './addresses.ts';
import { customerIn, ensureCustomer, type VendureClient } from './client.ts';

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
  groups: v.array(v.object({ id: v.string(), name: v.string() })),
  addresses: v.nullish(v.array(VendureAddress), []),
  // A guest has none.
  user: v.nullish(v.object({ verified: v.boolean(), lastLogin: text })),
  customFields: v.nullish(v.record(v.string(), v.unknown()), {}),
});
type VendureCustomer = v.InferOutput<typeof VendureCustomer>;

const members = `id createdAt title firstName lastName emailAddress phoneNumber
  groups { id name }
  user { verified lastLogin }
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
  const documents = {
    get: `query Customer($customerId: ID!) { customer(id: $customerId) { ${members} ${own} } }`,
    update: `mutation UpdateCustomer($input: UpdateCustomerInput!) {
      customer: updateCustomer(input: $input) { __typename ... on Customer { ${members} ${own} } }
    }`,
  };

  return {
    // `updatedAt` is no version: no mutation compares it, and in some databases it has whole seconds.
    guarantees: { idempotency: false, versions: false },
    updates,
    async get(customerId, options) {
      const data = await client.query(documents.get, { customerId }, options);
      return customerOf(checked(VendureCustomer, 'customer')(customerIn(data, customerId)), customFields);
    },
    async update(customerId, change, options) {
      const input = { id: customerId, ...changeOf(change) };
      await ensureCustomer(client, customerId, options);
      const { customer } = await client.mutate(documents.update, { input }, options);
      // Some errors of Vendure are data: a type of the answer.
      if (checked(Typed, 'customer')(customer).__typename === 'EmailAddressConflictError')
        throw new AdapterError('validation', { fieldErrors: { email: 'is taken' } });
      return customerOf(checked(VendureCustomer, 'customer')(customer), customFields);
    },
  };
}

/** The members that `update` takes. The name is made of them. The login is the e-mail address. */
const updates = ['firstName', 'lastName', 'email', 'phone'] as const satisfies readonly CustomerMember[];

const Typed = v.object({ __typename: v.string() });

/** Converts a change. Vendure itself accepts any text as an e-mail address, so the schema of the contract checks it. */
function changeOf(change: CustomerChange) {
  const unknown = Object.entries(change)
    .filter(([name, value]) => value !== undefined && !updates.some((member) => member === name))
    .map(([name]) => name);
  if (unknown.length > 0)
    throw new AdapterError('unsupported', {
      fieldErrors: Object.fromEntries(unknown.map((name) => [name, 'is not supported'])),
    });
  const { firstName, lastName, email, phone } = check(CustomerChange, change);
  if (email === null) throw new AdapterError('validation', { fieldErrors: { email: 'is missing' } });
  // The columns of the names must not be null. An absent member is not changed.
  return {
    ...(firstName !== undefined && { firstName: firstName ?? '' }),
    ...(lastName !== undefined && { lastName: lastName ?? '' }),
    ...(email !== undefined && { emailAddress: email }),
    ...(phone !== undefined && { phoneNumber: phone }),
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
    groups: customer.groups,
    createdAt,
    lastLoginAt: user?.lastLogin ?? null,
    // A guest has no account to verify.
    ...(user && { verification: user.verified ? 'verified' : 'unverified' }),
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
