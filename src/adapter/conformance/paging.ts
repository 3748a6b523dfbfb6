import type { Adapter } from '../adapter.ts';
import { ensure, same } from './assert.ts';
import { ledgerOf, small } from './ledger.ts';
import { listsOf, walk } from './lists.ts';
import { all, reading, writing, type ConformanceCase, type ConformanceSetup } from './subject.ts';

/** Tests that pages form one consistent list. */
export function pagingCases({ adapter, customers: { full } }: ConformanceSetup): ConformanceCase[] {
  return listsOf(adapter, full).flatMap((list): ConformanceCase[] => {
    const { name } = list;
    const whole: ConformanceCase = {
      name: `${name}: pages have no gaps and no repeated rows`,
      async run() {
        const { items, total, next } = await list.load(full, all, reading());
        const most = list.isShared ? maxSharedRows : items.length;
        const rows = await walk(list, full, { first: 2 }, { most });
        same(rows.slice(0, most).map(idOf), items.slice(0, most).map(idOf), `${name} in pages of two`);
        if (total !== undefined && next === null) same(total, items.length, `the total of ${name}`);
      },
    };
    const insert = inserterOf(adapter, name, full);
    if (!insert) return [whole];
    const moving: ConformanceCase = {
      name: `${name}: pages stay consistent while rows are inserted`,
      async run() {
        const { items } = await list.load(full, all, reading());
        // Four insertions are enough to shift every page. More would leave more test data behind.
        let inserted = 0;
        const between = async () => {
          if (inserted < 4) await insert(inserted++);
        };
        const rows = await walk(list, full, { first: 2 }, { between });
        const ids = rows.map(idOf);
        ensure(new Set(ids).size === ids.length, `${name} repeats a row`);
        same(
          items.map(idOf).filter((id) => !ids.includes(id)),
          [],
          `${name} lost rows`,
        );
      },
    };
    return [whole, moving];
  });
}

/** The number of rows that are read in pages of a list that belongs to no customer: it can be a catalog of any size. */
const maxSharedRows = 60;

const idOf = ({ id }: { readonly id: string }): string => id;

/** Returns a function that inserts a row at the start of a list, or `undefined` if the adapter cannot. */
function inserterOf(
  adapter: Adapter,
  list: string,
  customerId: string,
): ((serial: number) => Promise<unknown>) | undefined {
  const { notes } = adapter;
  const ledger = ledgerOf(adapter, customerId);
  if ((list === 'notes.list' || list === 'timeline.list') && notes?.create && !notes.single)
    return () => notes.create!(customerId, { body: 'Conformance kit: written between two pages' }, writing());
  if (list === 'credit.entries' && ledger)
    return async (serial) => {
      const [account] = await ledger.accounts();
      // If the account allows debits, every second entry reverts the one before.
      const back = account!.allowDebit && serial % 2 === 1;
      await ledger.move(account!, small(account!, back ? -1 : 1));
    };
  return undefined;
}
