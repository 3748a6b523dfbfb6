import { byCode } from '../../adapter/toolkit/rows.ts';
import { codeOf } from '../../domain/field.ts';
import { maskedChange } from '../../domain/member-changes.ts';
import type { Actor } from '../../domain/operator.ts';
import type { ProfileChange } from '../../domain/profile-change.ts';
import type { PlainList } from './lists.ts';
import { ingridId as customerId } from './shop/ingrid-account.ts';
import { staff } from './shop/people.ts';

type Change = readonly [at: string, actor: Actor | null, change: Omit<ProfileChange, 'id' | 'customerId' | 'at'>];

const profile = (field: string, oldValue: ProfileChange['oldValue'], newValue: ProfileChange['newValue']) =>
  ({ kind: 'profile', field, oldValue, newValue }) as const;
const level = (oldValue: string | null, newValue: string) =>
  ({ kind: 'level', field: 'level', oldValue, newValue }) as const;

const made: readonly Change[] = [
  ['2026-10-22T14:11:00Z', staff.priya, profile('phones', '+44 20 7946 0143', '+44 7700 900214, +44 20 7946 0143')],
  ['2026-07-01T00:05:00Z', null, level('Silver', 'Gold')],
  ['2026-03-12T09:48:00Z', staff.tom, profile('recoveryEmail', 'ingrid@holm.example', 'accounts@holm.example')],
  ['2025-03-11T08:56:00Z', staff.tom, profile('taxExemptUntil', '2025-03-31', '2027-03-31')],
  ['2025-03-11T08:55:00Z', staff.tom, profile('taxExempt', false, true)],
  ['2023-07-01T00:05:00Z', null, level(null, 'Silver')],
  ['2021-05-20T16:10:00Z', staff.priya, profile('businessAccounts', null, 'Holm & Daughters Ltd')],
  [
    '2019-03-15T10:30:00Z',
    staff.dana,
    { kind: 'status', field: 'verification', oldValue: 'pending', newValue: 'verified' },
  ],
];

/** The changes of the customer in the design, newest first. */
export const changes: PlainList<'changes.list', ProfileChange> = {
  name: 'changes.list',
  order: [
    { key: ({ at }) => Date.parse(at), descending: true },
    { key: ({ id }) => id, descending: true },
  ],
  filters: { kind: byCode(({ kind }) => codeOf(kind)) },
  at: ({ at }) => at,
  seen: maskedChange,
  records: made.map(([at, actor, change], index) => ({
    ...{ id: `change-20817-${made.length - index}`, customerId, at, actor },
    ...change,
  })),
};
