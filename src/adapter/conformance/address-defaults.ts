import { addressUses, type AddressUse, type BookAddress } from '../../domain/address.ts';
import { isWithheld } from '../../domain/field.ts';
import type { Adapter } from '../adapter.ts';
import { ensure, rejection, same } from './assert.ts';
import { someAddress, type AddressBook } from './address-book.ts';
import { reading, writing, type ConformanceCase } from './subject.ts';

/** Tests default addresses: at most one for each use. */
export function defaultCases(
  adapter: Adapter,
  book: AddressBook,
  customerId: string,
  other: string,
): ConformanceCase[] {
  /** Sets a default and restores the previous one afterwards. */
  async function choosing(use: AddressUse, work: (chosen: BookAddress, before: BookAddress) => Promise<void>) {
    const [before, ...more] = await book.defaultFor(use);
    ensure(before && !more.length, `the full customer should have one default for ${use}`);
    const chosen = await book.create(someAddress());
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
        const address = await book.create(someAddress());
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
          if (!defaultShipping || isWithheld(defaultShipping) || isWithheld(address)) return;
          same(defaultShipping.lines, address.lines, 'the default in the record');
        });
      },
    },
  ];
}
