import type { AddressUse } from '../../../domain/address.ts';
import type { Adapter } from '../../adapter.ts';
import { skip } from '../assert.ts';
import { addressBookOf } from '../address-book.ts';
import { writing } from '../subject.ts';
import type { Trial } from '../trial.ts';

export function addressTrials(adapter: Adapter, customerId: string): readonly Trial[] {
  const book = addressBookOf(adapter, customerId);
  if (!book) return [];
  const { delete: canDelete } = adapter.addresses ?? {};
  const cleanUp = () => book.cleanUp();
  return [
    {
      name: 'addresses.create',
      async prepare() {
        const body = await book.someAddress();
        const added = () => book.reading(body.lines[0]!);
        const remove = async () => {
          for (const address of await added()) await book.delete(address, writing({ ifVersion: address.version }));
        };
        return {
          body,
          otherBody: await book.someAddress(),
          count: async () => (await added()).length,
          ...(canDelete && { undo: remove, cleanUp: remove }),
        };
      },
    },
    {
      name: 'addresses.update',
      async prepare() {
        const [before, body] = [await book.someAddress(), await book.someAddress()];
        const { id, version } = await book.create(before);
        return {
          ids: [id],
          body,
          otherBody: await book.someAddress(),
          ifVersion: version,
          count: async () => (await book.reading(body.lines[0]!)).length,
          undo: async () => {
            const now = (await book.with(id))!;
            await book.update(now, before, writing({ ifVersion: now.version }));
          },
          cleanUp,
        };
      },
    },
    {
      name: 'addresses.delete',
      async prepare() {
        const { id, version } = await book.create(await book.someAddress());
        return { ids: [id], ifVersion: version, count: async () => Number(!(await book.with(id))), cleanUp };
      },
    },
    {
      name: 'addresses.setDefault',
      async prepare() {
        const use: AddressUse = 'shipping';
        const [before] = await book.defaultFor(use);
        if (!before) skip(`the full customer has no default for ${use}`);
        const { id } = await book.create(await book.someAddress());
        const undo = () => book.setDefault(before, use);
        return {
          ids: [id],
          body: { use },
          otherBody: { use: 'billing' },
          count: async () => Number((await book.defaultFor(use)).some((address) => address.id === id)),
          undo,
          cleanUp: async () => {
            await undo();
            await cleanUp();
          },
        };
      },
    },
  ];
}
