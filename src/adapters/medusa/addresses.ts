import * as v from 'valibot';
import { check } from '../../adapter/check.ts';
import type { AddressesPort } from '../../adapter/ports.ts';
import { capabilitiesOf, listRows, path, type RowList } from '../../adapter/toolkit/index.ts';
import { AdapterError } from '../../adapter/adapter-error.ts';
import { AddressInput, addressUses, DefaultInput, type Address, type BookAddress } from '../../domain/address.ts';
import { isWithheld } from '../../domain/field.ts';
import type { WriteOptions } from '../../adapter/options.ts';
import { invalid, type MedusaClient } from './client.ts';
import { OrderAddress } from './medusa-order.ts';

export const MedusaAddress = v.object({
  ...OrderAddress.entries,
  id: v.string(),
  created_at: v.string(),
  address_name: v.nullish(v.string()),
  is_default_billing: v.nullish(v.boolean()),
  is_default_shipping: v.nullish(v.boolean()),
});
export type MedusaAddress = v.InferOutput<typeof MedusaAddress>;

/** Medusa's lists leave the defaults out unless they are asked for. */
const fields = Object.keys(MedusaAddress.entries).join(',');

const WithAddresses = v.object({ addresses: v.array(MedusaAddress) });

/** Medusa may have an empty text where there is none. */
const orNone = (text: string | null | undefined): string | null => text || null;

/** Converts an address of a customer or of an order. */
export const addressOf = (address: OrderAddress & { readonly id?: string }): Address => ({
  ...(address.id !== undefined && { id: address.id }),
  name: orNone([address.first_name, address.last_name].filter(Boolean).join(' ')),
  company: orNone(address.company),
  lines: [address.address_1, address.address_2].filter((line): line is string => Boolean(line)),
  city: orNone(address.city),
  region: orNone(address.province),
  postalCode: orNone(address.postal_code),
  country: orNone(address.country_code?.toUpperCase()),
  phone: orNone(address.phone),
});

const defaults = { billing: 'is_default_billing', shipping: 'is_default_shipping' } as const;

export const usesOf = (address: MedusaAddress): BookAddress['defaultFor'] =>
  addressUses.filter((use) => address[defaults[use]] === true);

/**
 * Converts the values that an operator entered. Medusa has a first and a last name: the last word is the last name, and
 * reading joins them again. Throws `validation` for what Medusa has no place for.
 */
function inputOf(input: AddressInput) {
  const { label, name, company, lines, city, region, postalCode, country, phone } = check(AddressInput, input);
  const [address_1, address_2 = null, ...more] = lines;
  if (more.length > 0) throw invalid('lines', 'two at most');
  if (country && !/^[a-z]{2}$/i.test(country)) throw invalid('country', 'is not a code of two letters');
  const [, first = name, last] = /^(.*)\s(\S+)$/su.exec(name ?? '') ?? [];
  // An absent member would be left unchanged. `null` removes the value.
  return {
    address_name: label || null,
    first_name: first || null,
    last_name: last ?? null,
    company: company || null,
    address_1,
    address_2,
    city: city || null,
    province: region || null,
    postal_code: postalCode || null,
    country_code: country?.toLowerCase() || null,
    phone: phone || null,
  };
}

interface Row {
  readonly book: BookAddress;
  readonly createdAt: string;
}

/** The defaults first, billing before shipping; the rest in the order of creation. */
const list: RowList<Row> = {
  order: [
    {
      key: ({ book: { defaultFor } }) => (defaultFor.includes('billing') ? 0 : defaultFor.includes('shipping') ? 1 : 2),
    },
    { key: ({ createdAt }) => Date.parse(createdAt) },
    { key: ({ book }) => book.id },
  ],
  texts: ({ book: { address, label } }) => [label, ...(isWithheld(address) ? [] : Object.values(address).flat())],
};

/** Creates the port of the address book. */
export function addressesPort(client: MedusaClient): AddressesPort {
  const bookAddress = (customerId: string, address: MedusaAddress): BookAddress => ({
    id: address.id,
    customerId,
    address: addressOf(address),
    label: orNone(address.address_name),
    defaultFor: usesOf(address),
  });
  const addressPath = (customerId: string, addressId: string) =>
    path`/admin/customers/${customerId}/addresses/${addressId}`;

  /** Medusa answers a write with the customer, so the address is looked for among all of them: the newest that matches. */
  async function write(at: string, body: object, find: (address: MedusaAddress) => boolean, options: WriteOptions) {
    const request = { body, query: { fields: '*addresses' } };
    const { addresses } = await client.write(at, 'customer', WithAddresses, request, options);
    return addresses.filter(find).toSorted((a, b) => Date.parse(b.created_at) - Date.parse(a.created_at))[0];
  }

  /**
   * Reads the address of a write. Medusa deletes an address of any customer, and answers a change of somebody else's
   * address with success, without changing it.
   */
  async function own(customerId: string, addressId: string, options: WriteOptions): Promise<MedusaAddress> {
    const found = v.nullish(MedusaAddress);
    const address = await client.get(addressPath(customerId, addressId), 'address', found, { fields }, options);
    if (!address) throw new AdapterError('not-found');
    return address;
  }

  const change = async (customerId: string, addressId: string, body: object, options: WriteOptions) => {
    await own(customerId, addressId, options);
    const isChanged = ({ id }: MedusaAddress): boolean => id === addressId;
    const changed = await write(addressPath(customerId, addressId), body, isChanged, options);
    if (!changed) throw new AdapterError('not-found');
    return bookAddress(customerId, changed);
  };

  return {
    // An address has no version, and a repeated request creates a second one.
    guarantees: { idempotency: false, versions: false },
    capabilities: { list: capabilitiesOf(list) },
    hasLabels: true,
    async list(customerId, request, options) {
      const at = path`/admin/customers/${customerId}/addresses`;
      const addresses = await client.all(at, 'addresses', MedusaAddress, { fields }, options);
      const rows = addresses.map((one) => ({ book: bookAddress(customerId, one), createdAt: one.created_at }));
      const { page } = listRows(rows, request, options, list);
      return { ...page, items: page.items.map(({ book }) => book) };
    },
    async create(customerId, input, options) {
      const body = inputOf(input);
      // The newest address with these values. Another one with the same values would be the same to everybody.
      const isCreated = (address: MedusaAddress): boolean =>
        Object.entries(body).every(([member, value]) => address[member as keyof typeof body] === value);
      const at = path`/admin/customers/${customerId}/addresses`;
      const created = await write(at, body, isCreated, options);
      // The shop may normalize what it is given. Then the address is there, and only its id is unknown.
      if (!created) throw new AdapterError('malformed', { field: 'addresses', isOutcomeUnknown: true });
      return bookAddress(customerId, created);
    },
    update: async (customerId, addressId, input, options) => change(customerId, addressId, inputOf(input), options),
    async delete(customerId, addressId, options) {
      const address = await own(customerId, addressId, options);
      // Medusa would leave the customer without a default.
      const uses = usesOf(address);
      if (uses.length > 0) throw invalid('defaultFor', `is the default for ${uses.join(' and ')}`);
      const request = { method: 'DELETE' } as const;
      await client.write(addressPath(customerId, addressId), 'deleted', v.literal(true), request, options);
    },
    async setDefault(customerId, addressId, input, options) {
      const { use } = check(DefaultInput, input);
      return change(customerId, addressId, { [defaults[use]]: true }, options);
    },
  };
}
