import * as v from 'valibot';
import { codeOf } from '../../domain/coded.ts';
import { CustomerChange } from '../../domain/customer-change.ts';
import type { Customer, Named } from '../../domain/customer.ts';
import { isWithheld, type Field } from '../../domain/field.ts';
import { trimmed } from '../../domain/visible.ts';

/** What is edited, as it stands in the form. */
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

/** What was typed, and on which record it is based. */
export interface EditDraft {
  readonly base: Customer;
  readonly values: EditValues;
  /** What somebody else has changed meanwhile, of what is changed here: as it is now. */
  readonly theirs: Partial<EditValues>;
  /** What was said to be wrong, by field. */
  readonly errors: Readonly<Record<string, string>>;
}

/** Nothing where only a part may be seen: that part must never be written over the whole. */
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

/** The same account under another name is the same; their order says nothing. */
const comparable = (value: EditValues[EditField]): unknown =>
  Array.isArray(value) ? JSON.stringify((value as readonly Named[]).map(({ id }) => id).toSorted()) : value;

const same = (a: EditValues, b: EditValues, field: EditField): boolean => comparable(a[field]) === comparable(b[field]);

export function changedIn({ base, values }: EditDraft): readonly EditField[] {
  const before = valuesOf(base);
  return fields.filter((field) => !same(before, values, field));
}

/**
 * The draft upon what the record is now: what was not touched here is as it is there, what was touched stays. Where
 * both have changed the same, theirs is kept beside it.
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

/** What is to be sent of the record itself; the verification is a write of its own. */
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

/** The verification to be set, where it is another. */
export const verificationOf = (draft: EditDraft): string | undefined =>
  changedIn(draft).includes('verification') ? draft.values.verification : undefined;

/** Which fields cannot be sent as they are. */
export function faultsIn(draft: EditDraft): readonly EditField[] {
  const result = v.safeParse(CustomerChange, changeOf(draft) ?? {});
  const wrong = new Set(result.issues?.map(({ path }) => path?.[0].key));
  return fields.filter((field) => wrong.has(field));
}
