import { addressUses, BookAddress } from '../../domain/address.ts';
import { isWithheld } from '../../domain/field.ts';
import { ensure, isStillRunning, readable, refused, same, settled } from './assert.ts';
import { Book, bookOf, someAddress } from './book.ts';
import { defaultCases } from './address-defaults.ts';
import { writing, type ConformanceCase, type ConformanceSetup } from './subject.ts';

const based = ({ version }: BookAddress) => writing({ ifVersion: version });

/** Adding, changing and deleting addresses, and which of them is the default. */
export function addressCases({ adapter, customers: { full, empty } }: ConformanceSetup): ConformanceCase[] {
  const { addresses } = adapter;
  const book = bookOf(adapter, full);
  if (!addresses || !book) return [];
  const { idempotency = false, versions = false } = addresses.guarantees ?? {};
  const cases = [...createCases(book)];
  if (idempotency) cases.push(...replayCases(book));
  if (addresses.update) cases.push(...updateCases(book, empty, versions));
  if (addresses.delete) cases.push(...deleteCases(book, empty, versions));
  if (addresses.setDefault) cases.push(...defaultCases(adapter, book, full, empty));
  return cases.map(({ name, run }) => ({ name, run: () => run().finally(() => book.tidy()) }));
}

const createCases = (book: Book): ConformanceCase[] => [
  {
    name: 'addresses.create: what is written is read again, to the character, and is the default for nothing',
    async run() {
      const input = {
        name: 'Łucja <b>Żółć</b> 👩🏽‍🍳',
        company: '=HYPERLINK("x")',
        lines: ['窯町1番地', `${crypto.randomUUID()} \u202Eenal\u202C &amp; Sons`],
        city: 'Kütahya',
        region: null,
        postalCode: ' 0012 ',
        country: 'Kingdom of the Kilns',
        phone: '+44 7700 900214',
      };
      const created = readable(BookAddress, await book.create(input), 'addresses.create');
      same(created.defaultFor, [], 'what a new address is the default for');
      const read = await book.with(created.id);
      ensure(read && !isWithheld(read.address), 'the address is not in the list');
      const { id: _, ...written } = read.address;
      for (const [name, value] of Object.entries({ ...input, postalCode: '0012' }))
        same(written[name as keyof typeof written] ?? null, value, `${name} of the address in the list`);
    },
  },
  {
    name: 'addresses.create: refuses an address without a line and one that is too long, and names the member',
    async run() {
      for (const [member, input] of [
        ['lines', someAddress({ lines: [] })],
        ['lines', someAddress({ lines: [' '] })],
        ['lines', someAddress({ lines: ['x'.repeat(201)] })],
        ['city', someAddress({ city: 'x'.repeat(201) })],
      ] as const) {
        const error = await refused(book.create(input), 'validation');
        ensure(
          Object.keys(error.fieldErrors ?? {}).some((name) => name.startsWith(member)),
          `a field error should say that it is ${member}`,
        );
      }
    },
  },
];

const replayCases = (book: Book): ConformanceCase[] => [
  {
    name: 'addresses.create: the same under one key is added once, also when it comes at once',
    async run() {
      const [input, options] = [someAddress(), writing()];
      const outcomes = await Promise.all([1, 2, 3].map(() => settled(book.create(input, options))));
      ensure(
        outcomes.every((outcome) => !outcome.thrown || isStillRunning(outcome.error)),
        'a call that is not answered should reject with unavailable',
      );
      const again = await book.create(input, options);
      const added = await book.reading(input.lines[0]!);
      same(
        added.map(({ id }) => id),
        [again.id],
        'addresses added',
      );
    },
  },
  {
    name: 'addresses.create: another address under a used key is refused, and not added',
    async run() {
      const [input, options] = [someAddress(), writing()];
      await book.create(someAddress(), options);
      await refused(book.create(input, options), 'validation');
      same((await book.reading(input.lines[0]!)).length, 0, 'addresses added');
    },
  },
];

function updateCases(book: Book, other: string, versions: boolean): ConformanceCase[] {
  const cases: ConformanceCase[] = [
    {
      name: 'addresses.update: changes the whole address, and the version with it',
      async run() {
        const before = await book.create(someAddress({ company: 'Kiln & Sons' }));
        const input = someAddress({ country: 'FR', city: 'Lyon' });
        const after = readable(BookAddress, await book.update(before, input, based(before)), 'addresses.update');
        same(after.id, before.id, 'the address that was changed');
        if (versions) ensure(after.version !== before.version, 'the version has not changed');
        const [read, ...more] = await book.reading(input.lines[0]!);
        ensure(read && !isWithheld(read.address) && !more.length, 'the changed address is not in the list');
        same(
          [read.id, read.address.city, read.address.country, read.address.company ?? null],
          [before.id, 'Lyon', 'FR', null],
          'the address in the list',
        );
      },
    },
    {
      name: 'addresses.update: rejects with not-found under another customer',
      async run() {
        const before = await book.create(someAddress());
        await refused(book.update(before, someAddress(), based(before), other), 'not-found');
        same(await book.with(before.id), before, 'the address');
      },
    },
  ];
  if (!versions) return cases;
  return [
    ...cases,
    {
      name: 'addresses.update: an old version is a conflict, with the address as it is now, and overwrites nothing',
      async run() {
        const before = await book.create(someAddress());
        const theirs = await book.update(before, someAddress({ city: 'Theirs' }), based(before));
        const error = await refused(book.update(before, someAddress({ city: 'Mine' }), based(before)), 'conflict');
        const current = readable(BookAddress, error.current, 'the current address of a conflict');
        same([current.id, current.version], [theirs.id, theirs.version], 'the current address of a conflict');
        same((await book.with(before.id))?.version, theirs.version, 'the version of the address');
      },
    },
    {
      name: 'addresses.update: of two changes at once to one version, one is written',
      async run() {
        const before = await book.create(someAddress());
        const outcomes = await Promise.all(
          ['One', 'Two', 'Three'].map((city) => settled(book.update(before, someAddress({ city }), based(before)))),
        );
        same(outcomes.filter(({ thrown }) => !thrown).length, 1, 'changes that were written');
      },
    },
    {
      name: 'addresses.update: one that says no version is refused',
      async run() {
        const before = await book.create(someAddress());
        await refused(book.update(before, someAddress()), 'validation');
      },
    },
  ];
}

function deleteCases(book: Book, other: string, versions: boolean): ConformanceCase[] {
  const cases: ConformanceCase[] = [
    {
      name: 'addresses.delete: takes the address away, and that of no other customer',
      async run() {
        const address = await book.create(someAddress());
        await refused(book.delete(address, based(address), other), 'not-found');
        await book.delete(address, based(address));
        same(await book.with(address.id), undefined, 'the address');
        await refused(book.delete(address, based(address)), 'not-found');
      },
    },
    {
      name: 'addresses.delete: refuses a default before another is chosen',
      async run() {
        for (const use of addressUses) {
          const [address] = await book.defaultFor(use);
          ensure(address, `the full customer should have a default for ${use}`);
          await refused(book.delete(address, based(address)), 'validation');
          same((await book.defaultFor(use)).length, 1, `defaults for ${use} left`);
        }
      },
    },
  ];
  if (!versions) return cases;
  return [
    ...cases,
    {
      name: 'addresses.delete: an old version is a conflict, and deletes nothing',
      async run() {
        const before = await book.create(someAddress());
        await book.update(before, someAddress(), based(before));
        await refused(book.delete(before, based(before)), 'conflict');
        ensure(await book.with(before.id), 'the address is gone');
      },
    },
  ];
}
