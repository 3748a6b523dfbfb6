import type { AddressInput, BookAddress, DefaultInput } from '../../domain/address.ts';
import type { Page, ListCapabilities } from '../../domain/page.ts';
import type { OperationsOf } from '../operation.ts';
import type { Guarantees, PageRequest, ReadOptions, WriteOptions } from '../options.ts';

/**
 * The customer's address book. The list starts with the defaults, billing before shipping; the rest follows in the
 * order of creation.
 */
export interface AddressesPort {
  /** The guarantees of the backend. Required if the adapter has one of the writes. */
  readonly guarantees?: Guarantees;
  /** The query options that each list supports. A list without an entry supports none. */
  readonly capabilities?: { readonly list?: ListCapabilities };
  /** `true`: an address has a label, which `create` and `update` take. Default: no. */
  readonly hasLabels?: boolean | undefined;
  /** Fetches a page of addresses. */
  list?(customerId: string, page: PageRequest, options: ReadOptions): Promise<Page<BookAddress>>;
  /**
   * Adds an address. Rejects with `validation` and a field error a member that the platform does not have, such as
   * `phone`: its value must not be lost.
   */
  create?(customerId: string, address: AddressInput, options: WriteOptions): Promise<BookAddress>;
  /** Changes an address. */
  update?(customerId: string, addressId: string, address: AddressInput, options: WriteOptions): Promise<BookAddress>;
  /** Deletes an address. Rejects with `validation` if the address is a default: another one must be chosen first. */
  delete?(customerId: string, addressId: string, options: WriteOptions): Promise<void>;
  /** Makes an address the default for a use, replacing the previous one. */
  setDefault?(customerId: string, addressId: string, input: DefaultInput, options: WriteOptions): Promise<BookAddress>;
}

// The customer record contains the default addresses.
const changes = ['addresses', 'customers'] as const;

export const addresses = {
  list: {
    kind: 'list',
    scope: 'customer',
    path: '/addresses',
    item: 'BookAddress',
    can: { search: true },
    summary: 'The address book, defaults first',
  },
  create: {
    kind: 'write',
    scope: 'customer',
    method: 'POST',
    path: '/addresses',
    body: 'AddressInput',
    answer: 'BookAddress',
    creates: true,
    changes,
    summary: 'Add an address',
  },
  update: {
    kind: 'write',
    scope: 'customer',
    method: 'PATCH',
    path: '/addresses/{addressId}',
    body: 'AddressInput',
    answer: 'BookAddress',
    version: 'required',
    changes,
    summary: 'Change an address',
  },
  delete: {
    kind: 'write',
    scope: 'customer',
    method: 'DELETE',
    path: '/addresses/{addressId}',
    version: 'required',
    changes,
    summary: 'Delete an address',
  },
  setDefault: {
    kind: 'write',
    scope: 'customer',
    method: 'POST',
    path: '/addresses/{addressId}/default',
    body: 'DefaultInput',
    answer: 'BookAddress',
    changes,
    summary: 'Make an address the default for billing or shipping',
  },
} as const satisfies OperationsOf<AddressesPort>;
