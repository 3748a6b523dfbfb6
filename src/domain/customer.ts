import * as v from 'valibot';
import { Id, LongText, ShortText, several } from './bounds.ts';
import { Address } from './address.ts';
import { Coded } from './coded.ts';
import { field } from './field.ts';
import { Day, Instant } from './time.ts';

/** A telephone number and what it is: mobile, shop. */
export const Phone = v.object({ number: ShortText, type: v.optional(Coded) });
export type Phone = v.InferOutput<typeof Phone>;

/** Something with a name that a customer belongs to: a level, a business account. */
export const Named = v.object({ id: Id, name: ShortText });
export type Named = v.InferOutput<typeof Named>;

/** Whether the customer lets themselves be written to or called on their own account. */
export const Consent = v.object({
  state: v.picklist(['granted', 'denied', 'pending']),
  /** Since when it is so. */
  since: v.optional(Day),
  /** In the platform's own words. */
  note: v.optional(LongText),
});
export type Consent = v.InferOutput<typeof Consent>;

/** What the host knows of a customer beyond this vocabulary, one field, with its own name for it. */
export const CustomField = v.object({
  id: Id,
  label: ShortText,
  value: v.optional(v.nullable(field(v.union([ShortText, v.boolean()])))),
  /** How `value` is to be read; as text, where nothing is said. */
  type: v.optional(v.picklist(['text', 'number', 'boolean', 'day', 'instant', 'url'])),
});
export type CustomField = v.InferOutput<typeof CustomField>;

/**
 * A customer. Every member but `id` may be absent (the platform does not know it) or `null` (known that there is
 * none); what is personal may be withheld instead.
 */
export const Customer = v.object({
  id: Id,
  /** What people call the customer by where that is not the id. */
  displayId: v.optional(Id),
  version: v.optional(Id),
  /** The name as a whole. */
  name: v.optional(v.nullable(field(ShortText))),
  firstName: v.optional(v.nullable(field(ShortText))),
  lastName: v.optional(v.nullable(field(ShortText))),
  email: v.optional(v.nullable(field(ShortText))),
  phones: v.optional(v.nullable(field(several(Phone)))),
  /** Where the customer is, if no address is known. ISO 3166-1 alpha-2, or the platform's own name for it. */
  country: v.optional(v.nullable(ShortText)),
  defaultBilling: v.optional(v.nullable(field(Address))),
  defaultShipping: v.optional(v.nullable(field(Address))),
  createdAt: v.optional(Instant),
  lastLoginAt: v.optional(v.nullable(Instant)),
  taxExempt: v.optional(v.boolean()),
  /** The last day of the exemption, where it ends. */
  taxExemptUntil: v.optional(v.nullable(Day)),
  level: v.optional(v.nullable(Named)),
  verification: v.optional(Coded),
  /** Which values `customers.setStatus` takes; the known codes, where the platform does not say. */
  verificationChoices: v.optional(several(Coded)),
  /** By channel. An absent one is not known. */
  consent: v.optional(v.object({ email: v.optional(Consent), phone: v.optional(Consent) })),
  login: v.optional(v.nullable(field(ShortText))),
  recoveryEmail: v.optional(v.nullable(field(ShortText))),
  businessAccounts: v.optional(several(Named)),
  customFields: v.optional(several(CustomField)),
  /** Said above the personal data where the platform has not passed it on. */
  privacy: v.optional(v.object({ since: v.optional(Day), infoUrl: v.optional(ShortText) })),
});
export type Customer = v.InferOutput<typeof Customer>;
