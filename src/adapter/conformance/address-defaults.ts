import { addressUses, type AddressUse, type BookAddress } from '../../domain/address.ts';
import { isWithheld } from '../../domain/field.ts';
import type { Adapter } from '../adapter.ts';
import { ensure, refused, same } from './assert.ts';
import { someAddress, type Book } from './book.ts';
import { reading, writing, type ConformanceCase } from './subject.ts';

/** Tests default addresses: at most one for each use. */
export function defaultCases(adapter: Adapter, book: Book, customerId: string, other: string): ConformanceCase[] {
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
      name: 'addresses.setDefault: makes the address the default in place of the one before, for that use alone',
      async run() {
        for (const use of addressUses)
          await choosing(use, async (chosen, before) => {
            same(chosen.defaultFor, [use], 'what the answer is the default for');
            same(
              (await book.defaultFor(use)).map(({ id }) => id),
              [chosen.id],
              `defaults for ${use}`,
            );
            same(
              (await book.with(before.id))?.defaultFor,
              before.defaultFor.filter((one) => one !== use),
              'what the one before is the default for',
            );
          });
      },
    },
    {
      name: 'addresses.list: the defaults stand first, billing before shipping',
      async run() {
        for (const use of addressUses)
          await choosing(use, async () => {
            const ranks = (await book.all()).map(({ defaultFor }) =>
              defaultFor.includes('billing') ? 0 : defaultFor.includes('shipping') ? 1 : 2,
            );
            same(
              ranks,
              ranks.toSorted((a, b) => a - b),
              'defaults, then the others',
            );
          });
      },
    },
    {
      name: 'addresses.setDefault: rejects with not-found for what is not in the customer’s book',
      async run() {
        const address = await book.create(someAddress());
        await refused(book.setDefault(address, 'billing', writing(), other), 'not-found');
        await refused(book.setDefault({ ...address, id: 'no-such-address' }, 'billing'), 'not-found');
      },
    },
  ];
  const { customers } = adapter;
  if (!customers?.get) return cases;
  return [
    ...cases,
    {
      name: 'addresses.setDefault: the customer’s record says the same',
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
