import type { Customer } from './customer.ts';
import { codeOf, isWithheld, type Field } from './field.ts';
import { maskedText } from './masking.ts';
import type { changeKinds, ChangedValue, ProfileChange } from './profile-change.ts';

/** What a change consists of, without who made it and when. */
export type MemberChange = Pick<ProfileChange, 'kind' | 'field' | 'oldValue' | 'newValue'>;

type Value = Field<ChangedValue> | null | undefined;

const textOf = <T>(value: Field<readonly T[]> | null | undefined, read: (item: T) => string): Value =>
  isWithheld(value) ? value : value && (value.map(read).join(', ') || null);

/** The members whose changes are recorded, and how each is written down. */
const recorded: Readonly<Record<string, (customer: Partial<Customer>) => Value>> = {
  level: ({ level }) => level && level.name,
  verification: ({ verification }) => verification,
  name: ({ name }) => name,
  firstName: ({ firstName }) => firstName,
  lastName: ({ lastName }) => lastName,
  email: ({ email }) => email,
  phones: ({ phones }) => textOf(phones, ({ number }) => number),
  company: ({ company }) => company,
  login: ({ login }) => login,
  recoveryEmail: ({ recoveryEmail }) => recoveryEmail,
  businessAccounts: ({ businessAccounts }) => textOf(businessAccounts, ({ name }) => name),
  taxExempt: ({ taxExempt }) => taxExempt,
  taxExemptUntil: ({ taxExemptUntil }) => taxExemptUntil,
};

const kinds: Readonly<Record<string, (typeof changeKinds)[number]>> = { level: 'level', verification: 'status' };

/** Returns what a write changed, member by member. An unknown value that stays unknown is not a change. */
export const memberChanges = (before: Partial<Customer>, after: Partial<Customer>): readonly MemberChange[] =>
  Object.entries(recorded).flatMap(([field, read]): MemberChange[] => {
    const [oldValue, newValue] = [read(before), read(after)];
    if (JSON.stringify(oldValue ?? null) === JSON.stringify(newValue ?? null)) return [];
    return [{ kind: kinds[field] ?? 'profile', field, oldValue, newValue }];
  });

/** Returns a change with both values masked if its member is among these keys of masked values (by `fieldKey`). */
export function maskedChange(change: ProfileChange, keys: readonly string[]): ProfileChange {
  const field = codeOf(change.field);
  if (!keys.includes(field)) return change;
  const mask = (value: Value): Value => (typeof value === 'string' ? maskedText(field, value) : value);
  return { ...change, oldValue: mask(change.oldValue), newValue: mask(change.newValue) };
}
