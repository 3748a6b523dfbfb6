import * as v from 'valibot';
import { AdapterError, isAdapterError } from '../../adapter/adapter-error.ts';
import { check } from '../../adapter/check.ts';
import type { CustomersPort } from '../../adapter/ports.ts';
import { path } from '../../adapter/toolkit/index.ts';
import type { AddressUse } from '../../domain/address.ts';
import { CustomerChange, type CustomerMember } from '../../domain/customer-change.ts';
import type { Customer, CustomField } from '../../domain/customer.ts';
import { addressOf, MedusaAddress, usesOf } from './addresses.ts';
import { invalid, isDuplicate, type MedusaClient } from './client.ts';

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

/** The members that Medusa can change, by its own names. */
const members = {
  firstName: 'first_name',
  lastName: 'last_name',
  email: 'email',
  phone: 'phone',
  company: 'company_name',
} as const satisfies Partial<Record<CustomerMember, string>>;

/** Creates the port of the customer record. */
export function customersPort(client: MedusaClient, { customFields = [] }: CustomerOptions): CustomersPort {
  return {
    // A customer has no version, and Medusa knows no keys. A change that is sent twice changes nothing the second time.
    guarantees: { idempotency: false, versions: false },
    updates: Object.keys(members) as (keyof typeof members)[],
    async get(customerId, options) {
      const at = path`/admin/customers/${customerId}`;
      return customerOf(await client.get(at, 'customer', MedusaCustomer, { fields }, options), customFields);
    },
    async update(customerId, input, options) {
      const body = changeOf(check(CustomerChange, input));
      const at = path`/admin/customers/${customerId}`;
      const changed = await client
        .write(at, 'customer', MedusaCustomer, { body, query: { fields } }, options)
        .catch((thrown: unknown) => {
          // Medusa names no member. Only the e-mail address must differ from that of other accounts.
          const isRejected = isAdapterError(thrown) && thrown.code === 'validation';
          const isOfEmail = 'email' in body && (isDuplicate(thrown) || Object.keys(body).length === 1);
          throw isRejected && isOfEmail ? invalid('email', 'is not accepted: another customer has it') : thrown;
        });
      return customerOf(changed, customFields);
    },
  };
}

/** Converts the changed members. Throws `unsupported` for one that Medusa does not have, `validation` without e-mail. */
function changeOf(change: CustomerChange): Readonly<Record<string, unknown>> {
  const entries = Object.entries(change).filter(([, value]) => value !== undefined);
  const unknown = entries.find(([member]) => !Object.hasOwn(members, member));
  if (unknown) throw new AdapterError('unsupported', { fieldErrors: { [unknown[0]]: 'cannot be changed' } });
  if (change.email === null) throw invalid('email', 'is missing');
  return Object.fromEntries(entries.map(([member, value]) => [members[member as keyof typeof members], value]));
}

function customerOf(customer: MedusaCustomer, customFields: readonly MedusaCustomField[]): Customer {
  const { id, created_at, email, first_name, last_name, company_name, phone, addresses, groups, metadata } = customer;
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
    company: company_name || null,
    phones: phone ? [{ number: phone }] : null,
    defaultBilling: defaultFor('billing'),
    defaultShipping: defaultFor('shipping'),
    createdAt: created_at,
    groups: (groups ?? []).map(({ id: groupId, name }) => ({ id: groupId, name })),
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
