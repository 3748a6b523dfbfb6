import { ensure, refused, same } from './assert.ts';
import { bookOf, someAddress } from './book.ts';
import { tenth } from './coupons.ts';
import { ledgerOf, small } from './ledger.ts';
import { all, reading, writing, type ConformanceCase, type ConformanceSetup } from './subject.ts';

/** What an operator may not do the backend refuses, whatever the page offered. */
export function permissionCases({ adapter, restricted, customers: { full } }: ConformanceSetup): ConformanceCase[] {
  if (!restricted) return [];
  const { customers, notes, coupons } = adapter;
  const [ledger, theirs] = [ledgerOf(adapter, full), ledgerOf(restricted, full)];
  const cases: ConformanceCase[] = [];
  const says = async (operation: string): Promise<void> => {
    const permissions = await restricted.permissions?.(full, reading());
    if (permissions) same(permissions[operation]?.state, 'denied', `the permission ${operation}`);
  };

  if (customers?.get && restricted.customers?.update)
    cases.push({
      name: 'customers: refuses the writes of who may not change them, and shows nobody else what is withheld',
      async run() {
        const before = await customers.get!(full, reading());
        const based = () => writing({ ifVersion: before.version, reason: 'Conformance kit' });
        const { update, setStatus, setPassword, reveal } = restricted.customers!;
        await refused(update!(full, { taxExempt: !before.taxExempt }, based()), 'forbidden');
        if (setStatus) await refused(setStatus(full, { verification: 'verified' }, based()), 'forbidden');
        if (setPassword) await refused(setPassword(full, { password: 'conformance kit' }, based()), 'forbidden');
        if (reveal) await refused(reveal(full, { field: 'email' }, based()), 'forbidden');
        same(await customers.get!(full, reading()), before, 'the customer');
        await says('customers.update');
      },
    });
  if (notes?.list && notes.create && restricted.notes?.create)
    cases.push({
      name: 'notes: refuses the writes of who may not write, and writes nothing',
      async run() {
        const body = 'Conformance kit: not theirs to change';
        const [only] = notes.single ? (await notes.list!(full, all, reading())).items : [];
        const note = only ?? (await notes.create!(full, { body }, writing()));
        const before = (await notes.list!(full, all, reading())).items;
        const based = () => writing({ ifVersion: note.version });
        await refused(restricted.notes!.create!(full, { body: 'Conformance kit: forbidden' }, writing()), 'forbidden');
        if (restricted.notes?.update)
          await refused(restricted.notes.update(full, note.id, { body: 'No' }, based()), 'forbidden');
        if (restricted.notes?.delete) await refused(restricted.notes.delete(full, note.id, based()), 'forbidden');
        if (restricted.notes?.restore) await refused(restricted.notes.restore(full, note.id, writing()), 'forbidden');
        same((await notes.list!(full, all, reading())).items, before, 'the notes');
        await says('notes.create');
      },
    });
  const [book, theirBook] = [bookOf(adapter, full), bookOf(restricted, full)];
  if (book && theirBook)
    cases.push({
      name: 'addresses: refuses the writes of who may not change addresses, and writes nothing',
      async run() {
        const address = await book.create(someAddress());
        const before = await book.all();
        const based = () => writing({ ifVersion: address.version });
        await refused(theirBook.create(someAddress()), 'forbidden');
        const { update, delete: remove, setDefault } = restricted.addresses ?? {};
        if (update) await refused(theirBook.update(address, someAddress(), based()), 'forbidden');
        if (remove) await refused(theirBook.delete(address, based()), 'forbidden');
        if (setDefault) await refused(theirBook.setDefault(address, 'billing'), 'forbidden');
        same(await book.all(), before, 'the addresses');
        await says('addresses.create');
        await book.tidy();
      },
    });
  if (ledger && theirs)
    cases.push({
      name: 'credit: refuses the adjustment of who may not adjust, and moves nothing',
      async run() {
        const account = await ledger.open();
        await refused(theirs.move(account, small(account, 1)), 'forbidden');
        await refused(theirs.move(account, small(account, 1), writing({ dryRun: true })), 'forbidden');
        const { balance } = await ledger.now(account);
        ensure(balance.value === account.balance.value, 'the balance has moved');
        await says('credit.adjust');
      },
    });
  if (coupons?.list && coupons.issue && restricted.coupons?.issue)
    cases.push({
      name: 'coupons: refuses the writes of who may not issue or revoke, and changes nothing',
      async run() {
        const coupon = await coupons.issue!(full, tenth('not theirs'), writing());
        const before = (await coupons.list!(full, all, reading())).items;
        await refused(restricted.coupons!.issue!(full, tenth('forbidden'), writing()), 'forbidden');
        if (restricted.coupons?.revoke)
          await refused(
            restricted.coupons.revoke(full, coupon.id, writing({ ifVersion: coupon.version })),
            'forbidden',
          );
        same((await coupons.list!(full, all, reading())).items, before, 'the coupons');
        await says('coupons.issue');
      },
    });
  return cases;
}
