import * as v from 'valibot';
import { isWithheld, type Field, codeOf } from '../../domain/field.ts';
import { CustomerChange, type CustomerMember } from '../../domain/customer-change.ts';
import type { Customer, Named } from '../../domain/customer.ts';
import { trimmed } from '../../domain/visible.ts';
import { changedIn as changedNames } from '../../forms/form-drafts.ts';
import { phoneHref } from './phone-link.ts';

/** The members that are typed as text. */
export const textMembers = [
  'name',
  'firstName',
  'lastName',
  'email',
  'phone',
  'company',
  'login',
  'recoveryEmail',
] as const satisfies readonly CustomerMember[];
export type TextMember = (typeof textMembers)[number];

/** The values in the form. */
export interface CustomerValues extends Readonly<Record<TextMember, string>> {
  readonly businessAccounts: readonly Named[];
  readonly taxExempt: boolean;
  readonly taxExemptUntil: string;
  readonly verification: string;
}

/** The record that was read, and the typed values. */
export interface CustomerEdit {
  readonly base: Customer;
  readonly values: CustomerValues;
  /** The members that the platform can change. */
  readonly updates: readonly CustomerMember[];
}

/** Returns the stored value of a text member: of phones, the first number. */
export function storedIn(customer: Customer, member: TextMember): Field<string> | null | undefined {
  if (member !== 'phone') return customer[member];
  const { phones } = customer;
  return phones && !isWithheld(phones) ? (phones[0]?.number ?? null) : phones;
}

/**
 * Returns the text of a field, or an empty one if only a part of it is visible: a part must never overwrite the whole.
 */
const textOf = (field: Field<string> | null | undefined): string => (isWithheld(field) ? '' : (field ?? ''));

export const valuesOf = (customer: Customer): CustomerValues => ({
  ...(Object.fromEntries(textMembers.map((member) => [member, textOf(storedIn(customer, member))])) as Record<
    TextMember,
    string
  >),
  businessAccounts: customer.businessAccounts ?? [],
  taxExempt: customer.taxExempt ?? false,
  taxExemptUntil: customer.taxExemptUntil ?? '',
  verification: customer.verification ? codeOf(customer.verification) : '',
});

/** Returns a value to compare: of business accounts their ids, without names and order. */
export const comparable = (value: unknown): unknown =>
  Array.isArray(value) ? JSON.stringify((value as readonly Named[]).map(({ id }) => id).toSorted()) : value;

const changedIn = ({ base, values }: CustomerEdit) => new Set(changedNames(values, valuesOf(base), comparable));

/** Returns the changes of the record to submit. The verification is a write of its own. */
export function changeOf(edit: CustomerEdit): CustomerChange | undefined {
  const { businessAccounts, taxExempt, taxExemptUntil } = edit.values;
  const changed = changedIn(edit);
  const change: CustomerChange = {
    ...Object.fromEntries(
      textMembers
        .filter((member) => changed.has(member))
        .map((member) => [member, trimmed(edit.values[member]) || null] as const),
    ),
    ...(changed.has('businessAccounts') && { businessAccountIds: businessAccounts.map(({ id }) => id) }),
    ...(changed.has('taxExempt') && { taxExempt }),
    ...(taxExempt &&
      edit.updates.includes('taxExemptUntil') &&
      (changed.has('taxExemptUntil') || changed.has('taxExempt')) && {
        taxExemptUntil: taxExemptUntil || null,
      }),
  };
  return Object.keys(change).length ? change : undefined;
}

/** Returns the verification to set, if it has changed. */
export const verificationOf = (edit: CustomerEdit): string | undefined =>
  changedIn(edit).has('verification') ? edit.values.verification : undefined;

/** Returns the names of the values that are not valid. */
export function faultsIn(edit: CustomerEdit): readonly (keyof CustomerValues)[] {
  const change = changeOf(edit) ?? {};
  const { issues = [] } = v.safeParse(CustomerChange, change);
  const wrong = new Set<unknown>(issues.map(({ path }) => path?.[0].key));
  if (change.phone && phoneHref(change.phone, edit.base) === undefined) wrong.add('phone');
  return (Object.keys(edit.values) as (keyof CustomerValues)[]).filter((name) => wrong.has(name));
}
