import { addressUses, BookAddress } from '../../domain/address.ts';
import { isWithheld } from '../../domain/field.ts';
import { ensure, readable, rejection, same, skip } from './assert.ts';
import { addressBookOf, type AddressBook } from './address-book.ts';
import { defaultCases, listedDefaultCases } from './address-defaults.ts';
import { writing, type ConformanceCase, type ConformanceSetup } from './subject.ts';

const based = ({ version }: BookAddress) => writing({ ifVersion: version });

/** Tests creating, changing and deleting addresses, and their defaults. */
export function addressCases({ adapter, customers: { full, empty } }: ConformanceSetup): ConformanceCase[] {
  const { addresses } = adapter;
  const book = addressBookOf(adapter, full);
  const listed = listedDefaultCases(adapter, full);
  if (!addresses || !book) return listed;
  const { versions = false } = addresses.guarantees ?? {};
  const cases = [...createCases(book)];
  if (addresses.hasLabels) cases.push(labelCase(book, Boolean(addresses.update)));
  if (addresses.update) cases.push(...updateCases(book, empty, versions));
  if (addresses.delete) cases.push(...deleteCases(book, empty));
  if (addresses.setDefault) cases.push(...defaultCases(adapter, book, full, empty));
  return [...listed, ...cases.map(({ name, run }) => ({ name, run: () => run().finally(() => book.cleanUp()) }))];
}

const createCases = (book: AddressBook): ConformanceCase[] => [
  {
    name: 'addresses.create: stores the address exactly, and as no default',
    async run() {
      const input = {
        name: 'Łucja <b>Żółć</b> 👩🏽‍🍳',
        company: '=HYPERLINK("x")',
        lines: ['窯町1番地', `${crypto.randomUUID()} \u202Eenal\u202C &amp; Sons`],
        city: 'Kütahya',
        region: null,
        postalCode: ' 0012 ',
        country: 'TR',
        phone: '+44 7700 900214',
      };
      const { created: answer, stored } = await book.createStorable(input);
      const created = readable(BookAddress, answer, 'addresses.create');
      same(created.defaultFor, [], 'the uses of a new address');
      const read = await book.with(created.id);
      ensure(read && !isWithheld(read.address), 'the address is not in the list');
      const { id: _, ...written } = read.address;
      for (const [name, value] of Object.entries({ ...stored, postalCode: '0012' }))
        same(written[name as keyof typeof written] ?? null, value, `${name} of the address in the list`);
    },
  },
  {
    name: 'addresses.create: rejects an address without a line, and one that is too long, and names the member',
    async run() {
      for (const [member, value] of [
        ['lines', []],
        ['lines', [' ']],
        ['lines', ['x'.repeat(201)]],
        ['city', 'x'.repeat(201)],
      ] as const) {
        // A platform without cities rejects every city.
        const input = { ...(await book.someAddress()), [member]: value };
        const error = await rejection(book.create(input), 'validation');
        ensure(
          Object.keys(error.fieldErrors ?? {}).some((name) => name.startsWith(member)),
          `fieldErrors should name ${member}`,
        );
      }
    },
  },
];

const labelCase = (book: AddressBook, canUpdate: boolean): ConformanceCase => ({
  name: 'addresses: store, change and remove a label, and leave the address as it is',
  async run() {
    const labelOf = async (id: string) => (await book.with(id))?.label ?? null;
    const input = await book.someAddress();
    const created = readable(
      BookAddress,
      await book.create({ ...input, label: 'Töpferei, hinten' }),
      'addresses.create',
    );
    same([created.label, await labelOf(created.id)], ['Töpferei, hinten', 'Töpferei, hinten'], 'the label');
    if (!canUpdate) return;
    const changed = await book.update(created, { ...input, label: 'Warehouse' }, based(created));
    same([changed.label, await labelOf(created.id)], ['Warehouse', 'Warehouse'], 'the changed label');
    same(changed.address, created.address, 'the address');
    const bare = await book.update(changed, input, based(changed));
    same([bare.label ?? null, await labelOf(created.id)], [null, null], 'the removed label');
  },
});

/** Returns a member that an update can remove, if the platform stores one of them. */
async function removableOf(book: AddressBook): Promise<'company' | 'name' | undefined> {
  for (const member of ['company', 'name'] as const) if (await book.stores(member)) return member;
  return undefined;
}

function updateCases(book: AddressBook, other: string, versions: boolean): ConformanceCase[] {
  const cases: ConformanceCase[] = [
    {
      name: 'addresses.update: replaces the whole address and changes its version',
      async run() {
        const member = await removableOf(book);
        const former = await book.someAddress(member && { [member]: 'Kiln & Sons' });
        const before = await book.create(former);
        const { [member ?? 'label']: _, ...input } = await book.someAddress({ country: 'FR', city: 'Lyon' });
        const after = readable(BookAddress, await book.update(before, input, based(before)), 'addresses.update');
        same(after.id, before.id, 'the changed address');
        if (versions) ensure(after.version !== before.version, 'the version has not changed');
        const [read, ...more] = await book.reading(input.lines[0]!);
        ensure(read && !isWithheld(read.address) && !more.length, 'the changed address is not in the list');
        same(
          [read.id, read.address.city ?? null, read.address.country ?? null],
          [before.id, input.city ?? null, input.country ?? null],
          'the address in the list',
        );
        if (!member) skip('the platform stores neither company nor name, so there is nothing to remove');
        same(read.address[member] ?? null, null, `the removed ${member} of the address in the list`);
      },
    },
    {
      name: 'addresses.update: rejects with not-found under another customer',
      async run() {
        const before = await book.create(await book.someAddress());
        await rejection(book.update(before, await book.someAddress(), based(before), other), 'not-found');
        same(await book.with(before.id), before, 'the address');
      },
    },
  ];
  return cases;
}

function deleteCases(book: AddressBook, other: string): ConformanceCase[] {
  const cases: ConformanceCase[] = [
    {
      name: 'addresses.delete: deletes the address, but not under another customer',
      async run() {
        const address = await book.create(await book.someAddress());
        await rejection(book.delete(address, based(address), other), 'not-found');
        await book.delete(address, based(address));
        same(await book.with(address.id), undefined, 'the address');
        await rejection(book.delete(address, based(address)), 'not-found');
      },
    },
    {
      name: 'addresses.delete: rejects the deletion of a default',
      async run() {
        for (const use of addressUses) {
          const [address] = await book.defaultFor(use);
          if (!address) skip(`the full customer has no default for ${use}`);
          await rejection(book.delete(address, based(address)), 'validation');
          same((await book.defaultFor(use)).length, 1, `defaults for ${use} left`);
        }
      },
    },
  ];
  return cases;
}
