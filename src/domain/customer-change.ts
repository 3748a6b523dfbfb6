import * as v from 'valibot';
import { Id, ShortText, several } from './bounds.ts';
import { Address } from './address.ts';
import { Phone } from './customer.ts';
import { customerLengths } from './lengths.ts';
import { Day, Instant } from './time.ts';
import { trimmed } from './visible.ts';

/** Codes of `verification`. */
export const verificationCodes = ['verified', 'unverified', 'pending'] as const;

/** What is changed of a customer. What is absent stays as it is. */
export const CustomerChange = v.object({
  login: v.optional(
    v.nullable(v.pipe(v.string(), v.transform(trimmed), v.minLength(1), v.maxLength(customerLengths.login))),
  ),
  recoveryEmail: v.optional(
    v.nullable(v.pipe(v.string(), v.trim(), v.email(), v.maxLength(customerLengths.recoveryEmail))),
  ),
  /** The whole set: who is not named belongs no longer. */
  businessAccountIds: v.optional(several(Id)),
  taxExempt: v.optional(v.boolean()),
  taxExemptUntil: v.optional(v.nullable(Day)),
});
export type CustomerChange = v.InferOutput<typeof CustomerChange>;

/** Whether who the customer says to be has been checked: one of `verificationChoices`. Never a level, never an exemption. */
export const StatusInput = v.object({ verification: v.pipe(v.string(), v.minLength(1), v.maxLength(10_000)) });
export type StatusInput = v.InferOutput<typeof StatusInput>;

/** A new password. It is sent, and kept nowhere. */
export const PasswordInput = v.object({
  password: v.pipe(v.string(), v.minLength(8), v.maxLength(customerLengths.password)),
});
export type PasswordInput = v.InferOutput<typeof PasswordInput>;

/** The members of a customer that can be withheld, and so revealed. */
export const revealable = [
  'name',
  'firstName',
  'lastName',
  'email',
  'phones',
  'login',
  'recoveryEmail',
  'defaultBilling',
  'defaultShipping',
] as const;

/** Which datum is to be shown whole; the reason goes with the write's options. A field of the host's own by its id. */
export const RevealInput = v.union([v.object({ field: v.picklist(revealable) }), v.object({ customField: Id })]);
export type RevealInput = v.InferOutput<typeof RevealInput>;

/** A datum as a whole, for as long as it may be seen. */
export const Revealed = v.object({
  customerId: Id,
  /** The value of that member of `Customer`. */
  value: v.union([ShortText, v.boolean(), several(Phone), Address]),
  /** Until when it may be shown; a minute, where the platform does not say. */
  until: v.optional(Instant),
});
export type Revealed = v.InferOutput<typeof Revealed>;
