import * as v from 'valibot';
import { codeOf } from '../../domain/coded.ts';
import { CustomerChange } from '../../domain/customer-change.ts';
import type { Customer, Named } from '../../domain/customer.ts';
import { isWithheld, type Field } from '../../domain/field.ts';
import { trimmed } from '../../domain/visible.ts';

/** The values in the form. */
export interface EditValues {
  readonly login: string;
  readonly recoveryEmail: string;
  readonly businessAccounts: readonly Named[];
  readonly taxExempt: boolean;
  readonly taxExemptUntil: string;
  readonly verification: string;
}
export type EditField = keyof EditValues;

const fields: readonly EditField[] = [
  'login',
  'recoveryEmail',
  'businessAccounts',
  'taxExempt',
  'taxExemptUntil',
  'verification',
];

/** The typed values, and the record that they are based on. */
export interface EditDraft {
  readonly base: Customer;
  readonly values: EditValues;
  /** The current values of fields that somebody else has changed as well. */
  readonly theirs: Partial<EditValues>;
  /** The validation errors, by field. */
  readonly errors: Readonly<Record<string, string>>;
}

/**
 * Returns the text of a field, or an empty one if only a part of it is visible: a part must never overwrite the whole.
 */
const textOf = (field: Field<string> | null | undefined): string => (isWithheld(field) ? '' : (field ?? ''));

export const valuesOf = (customer: Customer): EditValues => ({
  login: textOf(customer.login),
  recoveryEmail: textOf(customer.recoveryEmail),
  businessAccounts: customer.businessAccounts ?? [],
  taxExempt: customer.taxExempt ?? false,
  taxExemptUntil: customer.taxExemptUntil ?? '',
  verification: customer.verification ? codeOf(customer.verification) : '',
});

export const draftOf = (base: Customer): EditDraft => ({ base, values: valuesOf(base), theirs: {}, errors: {} });

/** Returns a value to compare: for business accounts their ids, without names and order. */
const comparable = (value: EditValues[EditField]): unknown =>
  Array.isArray(value) ? JSON.stringify((value as readonly Named[]).map(({ id }) => id).toSorted()) : value;

const same = (a: EditValues, b: EditValues, field: EditField): boolean => comparable(a[field]) === comparable(b[field]);

export function changedIn({ base, values }: EditDraft): readonly EditField[] {
  const before = valuesOf(base);
  return fields.filter((field) => !same(before, values, field));
}

/**
 * Returns the draft rebased on the current record: untouched fields get their current values, changed fields keep the
 * draft's. If both changed a field, its current value is kept as a conflict.
 */
export function rebase(draft: EditDraft, now: Customer): EditDraft {
  const [before, theirs] = [valuesOf(draft.base), valuesOf(now)];
  const mine = changedIn(draft);
  const clashing = mine.filter((field) => !same(before, theirs, field) && !same(theirs, draft.values, field));
  const pick = (names: readonly EditField[], of: EditValues): Partial<EditValues> =>
    Object.fromEntries(names.map((name) => [name, of[name]]));
  return {
    base: now,
    values: { ...theirs, ...pick(mine, draft.values) },
    theirs: pick(clashing, theirs),
    errors: draft.errors,
  };
}

/** Returns the changes of the record to submit. The verification is a write of its own. */
export function changeOf(draft: EditDraft): CustomerChange | undefined {
  const { login, recoveryEmail, businessAccounts, taxExempt, taxExemptUntil } = draft.values;
  const changed = new Set(changedIn(draft));
  const change: CustomerChange = {
    ...(changed.has('login') && { login: trimmed(login) || null }),
    ...(changed.has('recoveryEmail') && { recoveryEmail: recoveryEmail.trim() || null }),
    ...(changed.has('businessAccounts') && { businessAccountIds: businessAccounts.map(({ id }) => id) }),
    ...(changed.has('taxExempt') && { taxExempt }),
    ...(taxExempt &&
      (changed.has('taxExemptUntil') || changed.has('taxExempt')) && {
        taxExemptUntil: taxExemptUntil || null,
      }),
  };
  return Object.keys(change).length ? change : undefined;
}

/** Returns the verification to set, if it has changed. */
export const verificationOf = (draft: EditDraft): string | undefined =>
  changedIn(draft).includes('verification') ? draft.values.verification : undefined;

/** Returns the fields that are not valid. */
export function faultsIn(draft: EditDraft): readonly EditField[] {
  const result = v.safeParse(CustomerChange, changeOf(draft) ?? {});
  const wrong = new Set(result.issues?.map(({ path }) => path?.[0].key));
  return fields.filter((field) => wrong.has(field));
}
