// Adapters whose logs of logins and changes are wrong.
import type { ProfileChange } from '../../src/domain/profile-change.ts';
import { customers, pages, type Tampering } from './tampering.ts';

const changeRows = (change: (row: ProfileChange) => Partial<ProfileChange>): Tampering =>
  pages(({ items, ...page }) => {
    const rows: readonly ProfileChange[] = items;
    return { ...page, items: rows.map((row) => ({ ...row, ...change(row) })) };
  }, 'changes.list');

export const brokenAccountHistory: readonly (readonly [what: string, tampering: Tampering, ...cases: string[]])[] = [
  [
    'lists the oldest logins first',
    pages((page) => ({ ...page, items: page.items.toReversed() }), 'logins.list'),
    'logins.list: is sorted newest first',
  ],
  [
    'lists the oldest changes first',
    pages((page) => ({ ...page, items: page.items.toReversed() }), 'changes.list'),
    'changes.list: is sorted newest first',
  ],
  [
    'keeps logins longer than it declares',
    (memory) => ({ ...memory, logins: { ...memory.logins, retention: 'P3M' } }),
    'logins.list: no login is older than the declared retention',
  ],
  [
    'declares a retention that nobody can read',
    (memory) => ({ ...memory, logins: { ...memory.logins, retention: 'one year' } }),
    'logins.list: no login is older than the declared retention',
  ],
  [
    'shows masked values in the log of changes',
    changeRows(({ field }) => (field === 'recoveryEmail' ? { newValue: 'accounts@holm.example' } : {})),
    'changes.list: values that the record masks are masked in the log too',
  ],
  [
    'mixes up the values before and after a change',
    changeRows(({ oldValue, newValue }) => ({ oldValue: newValue, newValue: oldValue })),
    'changes.list: has a change of the record, with the value before and after',
  ],
  [
    'does not record changes',
    customers(({ customers: port }, store) => ({
      async update(id, ...rest) {
        const file = store.fileOf(id);
        const { lists } = file;
        const answer = await port.update(id, ...rest);
        file.lists = lists;
        return answer;
      },
    })),
    'changes.list: has a change of the record, with the value before and after',
  ],
];
