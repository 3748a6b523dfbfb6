import * as v from 'valibot';
import type { DashboardClient } from '../../data/client.ts';
import { compareRow } from '../../data/compare-row.ts';
import type { ReadSettings } from '../../data/query.ts';
import type { Write } from '../../data/write.ts';
import { addresses } from './address-book.query.ts';
import { BookAddress, type AddressInput, type AddressUse } from '../../domain/address.ts';

/** The address to change, as it was read, or the country of a new one. */
export interface AddressSubject {
  readonly base?: BookAddress | undefined;
  readonly country: string;
  /** The id of the deleted address that a new one replaces, while there is another new address. */
  readonly replaces?: string | undefined;
}

export interface AddressWrite {
  readonly customerId: string;
  readonly base: BookAddress | undefined;
  readonly replaces: string | undefined;
  readonly input: AddressInput;
}

/** Returns the key of a draft: the id of the address, or an empty one for a new address. */
export const keyOf = ({ base, replaces }: Pick<AddressSubject, 'base' | 'replaces'>): string =>
  base?.id ?? (replaces === undefined ? '' : `new ${replaces}`);

/** Returns the intention for the key of a draft, which is empty for a new address. */
export const intentionOf = (key: string): string => (key ? `update address ${key}` : 'create address');

const list = 'addresses.list';
/** The customer's record contains the defaults too. */
const touches = ['customers.get'];

const replaced = (book: readonly BookAddress[], address: BookAddress): readonly BookAddress[] =>
  book.map((other) => (other.id === address.id ? address : other));

/** Adds an address at the end of the book. It is not a default. */
export const creation = (customerId: string, input: AddressInput): Write<BookAddress, BookAddress> => ({
  customerId,
  schema: BookAddress,
  list: {
    name: list,
    confirmed: (book, address) =>
      book.some(({ id }) => id === address.id) ? replaced(book, address) : [...book, address],
  },
  send: ({ addresses }, options) => addresses?.create?.(customerId, input, options),
});

/** Changes an address, based on the version that was read. */
export const change = (
  { customerId, id, version }: BookAddress,
  input: AddressInput,
): Write<BookAddress, BookAddress> => ({
  customerId,
  id,
  ifVersion: version,
  schema: BookAddress,
  list: { name: list, confirmed: replaced },
  touches,
  send: ({ addresses }, options) => addresses?.update?.(customerId, id, input, options),
});

/** Throws `conflict` if somebody has changed the address or its label since it was read. */
export const compareAddress = (client: DashboardClient, base: BookAddress, settings: ReadSettings): Promise<void> =>
  compareRow(
    client,
    { operation: addresses, base, valueOf: ({ address, label }) => [address, label ?? null] },
    settings,
  );

/** Deletes an address, based on the version that was read. */
export const deletion = ({ customerId, id, version }: BookAddress): Write<true, BookAddress> => ({
  customerId,
  ifVersion: version,
  schema: v.pipe(
    v.void(),
    v.transform(() => true as const),
  ),
  ownerOf: () => customerId,
  list: { name: list, confirmed: (book) => book.filter((address) => address.id !== id) },
  send: ({ addresses }, options) => addresses?.delete?.(customerId, id, options),
});

/** Makes an address the default in place of the previous one. */
export const choice = ({ customerId, id }: BookAddress, use: AddressUse): Write<BookAddress, BookAddress> => ({
  customerId,
  id,
  schema: BookAddress,
  list: {
    name: list,
    confirmed: (book, chosen) =>
      defaultsFirst(
        book.map((address) =>
          address.id === chosen.id
            ? chosen
            : { ...address, defaultFor: address.defaultFor.filter((other) => other !== use) },
        ),
      ),
  },
  touches,
  send: ({ addresses }, options) => addresses?.setDefault?.(customerId, id, { use }, options),
});

const rank = ({ defaultFor }: BookAddress): number =>
  defaultFor.includes('billing') ? 0 : defaultFor.includes('shipping') ? 1 : 2;

const defaultsFirst = (book: readonly BookAddress[]): readonly BookAddress[] =>
  [...book].sort((a, b) => rank(a) - rank(b));
