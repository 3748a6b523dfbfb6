import * as v from 'valibot';
import { AdapterError, isAdapterError } from '../../adapter/adapter-error.ts';
import { check } from '../../adapter/check.ts';
import type { ReadOptions, WriteOptions } from '../../adapter/options.ts';
import type { AddressesPort } from '../../adapter/ports.ts';
import { capabilitiesOf, checked, listRows, naturalKey, type RowList } from '../../adapter/toolkit/index.ts';
import { AddressInput, addressUses, type Address, type AddressUse, type BookAddress } from '../../domain/address.ts';
import { isWithheld } from '../../domain/field.ts';
import { customerIn, ensureCustomer, type VendureClient } from './client.ts';

/** The members of an address that the adapter asks for. */
export const addressMembers = `id createdAt fullName company streetLine1 streetLine2 city province postalCode
  phoneNumber country { code } defaultBillingAddress defaultShippingAddress`;

const text = v.nullish(v.string());

/** An address of the Admin API. The schema describes what was asked for, not all that the API has. */
export const VendureAddress = v.object({
  id: v.string(),
  createdAt: v.string(),
  fullName: text,
  company: text,
  streetLine1: v.string(),
  streetLine2: text,
  city: text,
  province: text,
  postalCode: text,
  phoneNumber: text,
  country: v.object({ code: v.string() }),
  defaultBillingAddress: v.nullish(v.boolean()),
  defaultShippingAddress: v.nullish(v.boolean()),
});
export type VendureAddress = v.InferOutput<typeof VendureAddress>;

const AddressBook = v.object({ addresses: v.nullish(v.array(VendureAddress), []) });

/** Vendure stores an empty text where there is none. */
const orNone = (value: string | null | undefined): string | null => value || null;

export const addressOf = (address: VendureAddress): Address => ({
  id: address.id,
  name: orNone(address.fullName),
  company: orNone(address.company),
  lines: [address.streetLine1, address.streetLine2].filter((line): line is string => Boolean(line)),
  city: orNone(address.city),
  region: orNone(address.province),
  postalCode: orNone(address.postalCode),
  country: address.country.code,
  phone: orNone(address.phoneNumber),
});

const defaults = { billing: 'defaultBillingAddress', shipping: 'defaultShippingAddress' } as const;

export const isDefaultFor = (use: AddressUse, address: VendureAddress): boolean => address[defaults[use]] === true;

/** Converts the values that an operator entered. Throws `validation` for what Vendure has no place for. */
function inputOf(address: AddressInput) {
  const { name, company, lines, city, region, postalCode, country, phone } = check(AddressInput, address);
  const [streetLine1, streetLine2, ...more] = lines;
  if (more.length > 0) throw new AdapterError('validation', { fieldErrors: { lines: 'two at most' } });
  if (!country) throw new AdapterError('validation', { fieldErrors: { country: 'is missing' } });
  // Some columns of Vendure must not be null, and an absent member is left unchanged. An empty text removes the value.
  return {
    fullName: name ?? '',
    company: company ?? '',
    streetLine1,
    streetLine2: streetLine2 ?? '',
    city: city ?? '',
    province: region ?? '',
    postalCode: postalCode ?? '',
    phoneNumber: phone ?? '',
    countryCode: country,
  };
}

/** Vendure rejects an address for its country only, and does not name the member. */
function refuseCountry(thrown: unknown): never {
  if (isAdapterError(thrown) && thrown.code === 'validation')
    throw new AdapterError('validation', { fieldErrors: { country: 'is not a country of this shop' } });
  throw thrown;
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
    { key: ({ book }) => naturalKey(book.id) },
  ],
  texts: ({ book: { address } }) => (isWithheld(address) ? [] : Object.values(address).flat()),
};

/** Creates the port of the address book. Vendure returns all addresses of a customer at once. */
export function addressesPort(client: VendureClient): AddressesPort {
  const bookAddress = (customerId: string, address: VendureAddress): BookAddress => ({
    id: address.id,
    customerId,
    address: addressOf(address),
    defaultFor: addressUses.filter((use) => isDefaultFor(use, address)),
  });
  const readAll = async (customerId: string, options: ReadOptions | WriteOptions): Promise<VendureAddress[]> => {
    const customer = customerIn(await client.query(documents.list, { customerId }, options), customerId);
    return checked(AddressBook, 'customer')(customer).addresses;
  };
  /** Vendure changes an address whoever it belongs to, so the customer's own are read first. */
  const find = async (customerId: string, addressId: string, options: WriteOptions): Promise<VendureAddress> => {
    const found = (await readAll(customerId, options)).find(({ id }) => id === addressId);
    if (!found) throw new AdapterError('not-found');
    return found;
  };
  const write = async (customerId: string, document: string, variables: object, options: WriteOptions) => {
    const { address } = await client.mutate(document, { ...variables }, options).catch(refuseCountry);
    return bookAddress(customerId, checked(VendureAddress, 'address')(address));
  };

  return {
    // An address has no version, and a repeated mutation creates a second one.
    guarantees: { idempotency: false, versions: false },
    capabilities: { list: capabilitiesOf(list) },
    async list(customerId, request, options) {
      const rows = (await readAll(customerId, options)).map((address) => ({
        book: bookAddress(customerId, address),
        createdAt: address.createdAt,
      }));
      const { page } = listRows(rows, request, options, list);
      return { ...page, items: page.items.map(({ book }) => book) };
    },
    async create(customerId, input, options) {
      const variables = { customerId, input: inputOf(input) };
      await ensureCustomer(client, customerId, options);
      return write(customerId, documents.create, variables, options);
    },
    async update(customerId, addressId, input, options) {
      const change = inputOf(input);
      const { id } = await find(customerId, addressId, options);
      return write(customerId, documents.update, { input: { id, ...change } }, options);
    },
    async delete(customerId, addressId, options) {
      const address = await find(customerId, addressId, options);
      // Vendure would make another address the default, which nobody chose.
      if (addressUses.some((use) => isDefaultFor(use, address)))
        throw new AdapterError('validation', { fieldErrors: { addressId: 'is a default address' } });
      await client.mutate(documents.delete, { id: address.id }, options);
    },
    async setDefault(customerId, addressId, { use }, options) {
      const { id } = await find(customerId, addressId, options);
      return write(customerId, documents.update, { input: { id, [defaults[use]]: true } }, options);
    },
  };
}

const documents = {
  list: `query Addresses($customerId: ID!) {
    customer(id: $customerId) { id addresses { ${addressMembers} } }
  }`,
  create: `mutation CreateAddress($customerId: ID!, $input: CreateAddressInput!) {
    address: createCustomerAddress(customerId: $customerId, input: $input) { ${addressMembers} }
  }`,
  update: `mutation UpdateAddress($input: UpdateAddressInput!) {
    address: updateCustomerAddress(input: $input) { ${addressMembers} }
  }`,
  delete: `mutation DeleteAddress($id: ID!) { deleteCustomerAddress(id: $id) { success } }`,
} as const;
