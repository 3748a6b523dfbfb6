import * as v from 'valibot';
import { Id, ShortText, boundedList, trim } from './bounds.ts';
import { Address } from './address.ts';
import { Phone, type Customer } from './customer.ts';
import { isWithheld } from './field.ts';
import { customerLengths } from './lengths.ts';
import { Day, Instant } from './time.ts';

/** The codes of `verification`. */
export const verificationCodes = [
  /** The identity was checked, and is right. */
  'verified',
  /** It was not checked, or is not right. */
  'unverified',
  /** It is being checked. */
  'pending',
] as const;

const text = (length: number) =>
  v.optional(v.nullable(v.pipe(v.string(), trim(), v.minLength(1), v.maxLength(length))));

const email = (length: number) => v.optional(v.nullable(v.pipe(v.string(), trim(), v.email(), v.maxLength(length))));

/**
 * The changed members of a customer. An absent member is not changed, `null` removes the value. The port says in
 * `updates` which members it takes.
 */
export const CustomerChange = v.object({
  /** The full name. */
  name: text(customerLengths.name),
  /** The given name. */
  firstName: text(customerLengths.firstName),
  /** The family name. */
  lastName: text(customerLengths.lastName),
  /** The address to write to. */
  email: email(customerLengths.email),
  /** The number of the first of the customer's `phones`. The others are not changed. */
  phone: text(customerLengths.phone),
  /** The company that the customer works for. */
  company: text(customerLengths.company),
  /** The name to sign in with. `null`: none. */
  login: text(customerLengths.login),
  /** The address to recover a lost password. `null`: none. */
  recoveryEmail: email(customerLengths.recoveryEmail),
  /** The complete set: the customer is removed from business accounts that are not in it. */
  businessAccountIds: v.optional(boundedList(Id)),
  /** `true` if the customer pays no tax. */
  taxExempt: v.optional(v.boolean()),
  /** The last day of the tax exemption. `null`: it does not end. */
  taxExemptUntil: v.optional(v.nullable(Day)),
});
export type CustomerChange = v.InferOutput<typeof CustomerChange>;

/** Returns the customer's phones with another first number, or without the first one. */
export function withFirstPhone(phones: readonly Phone[], number: string | null): Phone[] {
  const [first, ...others] = phones;
  return number === null ? others : [{ ...first, number }, ...others];
}

/** A member of a customer that can be changed. */
export type CustomerMember = keyof CustomerChange;

/**
 * `true` if a change has a member whose value is withheld from the operator, who would overwrite what they do not see.
 */
export const changesWithheld = (seen: Customer, change: CustomerChange): boolean =>
  Object.keys(change).some((member) => isWithheld(seen[(member === 'phone' ? 'phones' : member) as keyof Customer]));

/**
 * The verification of the customer's identity: one of `verificationChoices`. Customer level and tax exemption are not
 * set here.
 */
export const StatusInput = v.object({
  /** The code to set. */
  verification: v.pipe(v.string(), v.minLength(1), v.maxLength(10_000)),
});
export type StatusInput = v.InferOutput<typeof StatusInput>;

/** A new password. It is sent, and stored nowhere. */
export const PasswordInput = v.object({
  /** The password in plain text. */
  password: v.pipe(v.string(), v.minLength(8), v.maxLength(customerLengths.password)),
});
export type PasswordInput = v.InferOutput<typeof PasswordInput>;

/** The members of a customer that can be withheld, and so revealed. */
export const revealable = [
  'name',
  'firstName',
  'lastName',
  'email',
  'company',
  'phones',
  'login',
  'recoveryEmail',
  'defaultBilling',
  'defaultShipping',
] as const;

/**
 * The field to reveal: a member of the customer, or a custom field by its id. The reason is passed in the options of
 * the write.
 */
export const RevealInput = v.union([
  v.object({
    /** A member of the customer. */
    field: v.picklist(revealable),
  }),
  v.object({
    /** The id of a custom field, instead of `field`. */
    customField: Id,
  }),
]);
export type RevealInput = v.InferOutput<typeof RevealInput>;

/** The unmasked value of a field, and how long it may be displayed. */
export const Revealed = v.object({
  customerId: Id,
  /** The value of that member of `Customer`. */
  value: v.union([ShortText, v.boolean(), boundedList(Phone), Address]),
  /** The time when the value must be hidden again. Default: after a minute. */
  until: v.optional(Instant),
});
export type Revealed = v.InferOutput<typeof Revealed>;
