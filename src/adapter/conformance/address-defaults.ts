import { addressUses, type AddressUse, type BookAddress } from '../../domain/address.ts';
import { isWithheld } from '../../domain/field.ts';
import type { Adapter } from '../adapter.ts';
import { ensure, rejection, same, skip } from './assert.ts';
import type { AddressBook } from './address-book.ts';
import { walk } from './lists.ts';
import { all, reading, writing, type ConformanceCase } from './subject.ts';

/** Tests default addresses: at most one for each use. */
export function defaultCases(
  adapter: Adapter,
  book: AddressBook,
  customerId: string,
  other: string,
): ConformanceCase[] {
  /** Sets a default and restores the previous one afterwards. */
  async function choosing(use: AddressUse, work: (chosen: BookAddress, before: BookAddress) => Promise<void>) {
    const [before] = await book.defaultFor(use);
    if (!before) skip(`the full customer has no default for ${use}`);
    const chosen = await book.create(await book.someAddress());
    try {
      await work(await book.setDefault(chosen, use), before);
    } finally {
      await book.setDefault(before, use);
    }
  }

  const cases: ConformanceCase[] = [
    {
      name: 'addresses.setDefault: replaces the previous default of that use only',
      async run() {
        for (const use of addressUses)
          await choosing(use, async (chosen, before) => {
            same(chosen.defaultFor, [use], 'the uses in the response');
            same(
              (await book.defaultFor(use)).map(({ id }) => id),
              [chosen.id],
              `defaults for ${use}`,
            );
            same(
              (await book.with(before.id))?.defaultFor,
              before.defaultFor.filter((one) => one !== use),
              'the uses of the previous default',
            );
          });
      },
    },
    {
      name: 'addresses.list: lists the defaults first, billing before shipping',
      async run() {
        for (const use of addressUses)
          await choosing(use, async () => {
            const ranks = (await book.all()).map(({ defaultFor }) =>
              defaultFor.includes('billing') ? 0 : defaultFor.includes('shipping') ? 1 : 2,
            );
            same(
              ranks,
              ranks.toSorted((a, b) => a - b),
              'the order of the list',
            );
          });
      },
    },
    {
      name: 'addresses.setDefault: rejects with not-found for an address of another customer',
      async run() {
        const address = await book.create(await book.someAddress());
        await rejection(book.setDefault(address, 'billing', writing(), other), 'not-found');
        await rejection(book.setDefault({ ...address, id: 'no-such-address' }, 'billing'), 'not-found');
      },
    },
  ];
  const { customers } = adapter;
  if (!customers?.get) return cases;
  return [
    ...cases,
    {
      name: 'addresses.setDefault: the customer’s record has the same default',
      async run() {
        await choosing('shipping', async ({ address }) => {
          const { defaultShipping } = await customers.get!(customerId, reading());
          if (!defaultShipping || isWithheld(defaultShipping) || isWithheld(address))
            skip('customers.get has no default address, or it is withheld');
          same(defaultShipping.lines, address.lines, 'the default in the record');
        });
      },
    },
  ];
}

/** Tests the defaults in the address book and in the customer's record, without a write. */
export function listedDefaultCases({ addresses, customers }: Adapter, customerId: string): ConformanceCase[] {
  if (!addresses?.list) return [];
  const load: NonNullable<typeof addresses.list> = (id, page, options) => addresses.list!(id, page, options);
  const defaultsFor = async (use: AddressUse) =>
    (await walk({ load }, customerId, all)).filter(({ defaultFor }) => defaultFor.includes(use));
  const cases: ConformanceCase[] = [
    {
      name: 'addresses.list: each use has one default at most',
      async run() {
        for (const use of addressUses) {
          const ids = (await defaultsFor(use)).map(({ id }) => id);
          ensure(ids.length < 2, `addresses.list: the defaults for ${use} are ${ids.join(' and ')} instead of one`);
        }
      },
    },
  ];
  if (customers?.get)
    cases.push({
      name: 'customers.get: the default addresses are those of the address book',
      async run() {
        const { defaultBilling, defaultShipping } = await customers.get!(customerId, reading());
        let isCompared = false;
        for (const [use, found] of [
          ['billing', defaultBilling],
          ['shipping', defaultShipping],
        ] as const) {
          const [address, ...others] = (await defaultsFor(use)).map((listed) => listed.address);
          // Several defaults are another case. What the platform does not know, or withholds, cannot be compared.
          if (others.length || found === undefined || isWithheld(found) || isWithheld(address)) continue;
          same(found?.lines ?? null, address?.lines ?? null, `customers.get: the default for ${use}`);
          isCompared = true;
        }
        if (!isCompared) skip('customers.get has no default addresses, or they are withheld');
      },
    });
  return cases;
}
