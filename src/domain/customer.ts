import * as v from 'valibot';
import { Id, LongText, ShortText, boundedList } from './bounds.ts';
import { Address } from './address.ts';
import { field, Coded } from './field.ts';
import { Day, Instant } from './time.ts';

/** A telephone number and its type: mobile, shop. */
export const Phone = v.object({
  /** The number, as the platform writes it. */
  number: ShortText,
  /** The type, in a code with a label. */
  type: v.optional(Coded),
});
export type Phone = v.InferOutput<typeof Phone>;

/** A named thing that a customer belongs to: a level, a group, a business account. */
export const Named = v.object({
  id: Id,
  /** The name to display. */
  name: ShortText,
});
export type Named = v.InferOutput<typeof Named>;

/** The customer's consent to marketing messages or calls. */
export const Consent = v.object({
  /** The current decision. */
  state: v.picklist(['granted', 'denied', 'pending']),
  /** The day of the current decision. */
  since: v.optional(Day),
  /** An explanation in the platform's own words. */
  note: v.optional(LongText),
});
export type Consent = v.InferOutput<typeof Consent>;

/** A field that only the host knows, with the host's own label. */
export const CustomField = v.object({
  id: Id,
  /** The host's own label. */
  label: ShortText,
  /** The value to display. */
  value: v.optional(v.nullable(field(v.union([ShortText, v.boolean()])))),
  /** The type of `value`. Default: text. */
  type: v.optional(v.picklist(['text', 'number', 'boolean', 'day', 'instant', 'url'])),
});
export type CustomField = v.InferOutput<typeof CustomField>;

/**
 * A customer. Every member except `id` may be absent (unknown to the platform) or `null` (known to be none); personal
 * data may be withheld.
 */
export const Customer = v.object({
  id: Id,
  /** The id to display, if it differs from `id`. */
  displayId: v.optional(Id),
  version: v.optional(Id),
  /** The full name. */
  name: v.optional(v.nullable(field(ShortText))),
  /** The given name. */
  firstName: v.optional(v.nullable(field(ShortText))),
  /** The family name. */
  lastName: v.optional(v.nullable(field(ShortText))),
  /** The address to write to. */
  email: v.optional(v.nullable(field(ShortText))),
  /** The company that the customer buys for, as the customer wrote it. A business account is a record of its own. */
  company: v.optional(v.nullable(field(ShortText))),
  /** The telephone numbers, the preferred one first. */
  phones: v.optional(v.nullable(field(boundedList(Phone)))),
  /** The customer's country if no address is known. ISO 3166-1 alpha-2, or the platform's own name for it. */
  country: v.optional(v.nullable(ShortText)),
  /** The default address for invoices. */
  defaultBilling: v.optional(v.nullable(field(Address))),
  /** The default address for deliveries. */
  defaultShipping: v.optional(v.nullable(field(Address))),
  /** The time since when the platform has known the customer. */
  createdAt: v.optional(Instant),
  /** The time of the last sign-in. `null`: never. */
  lastLoginAt: v.optional(v.nullable(Instant)),
  /** `true` if the customer pays no tax. */
  taxExempt: v.optional(v.boolean()),
  /** The last day of the tax exemption, if it ends. */
  taxExemptUntil: v.optional(v.nullable(Day)),
  /** The customer's level, such as gold. */
  level: v.optional(v.nullable(Named)),
  /** The platform's customer groups. Levels, price groups, segments and tags are not groups. */
  groups: v.optional(v.nullable(boundedList(Named))),
  /** The verification of the customer's identity. Known codes: `verificationCodes`. */
  verification: v.optional(Coded),
  /** The values that `customers.setStatus` accepts. Default: the known codes. */
  verificationChoices: v.optional(boundedList(Coded)),
  /** Consent by channel. An absent channel is unknown. */
  consent: v.optional(v.object({ email: v.optional(Consent), phone: v.optional(Consent) })),
  /** The name to sign in with. */
  login: v.optional(v.nullable(field(ShortText))),
  /** The address to recover a lost password. */
  recoveryEmail: v.optional(v.nullable(field(ShortText))),
  /** The business accounts that the customer belongs to. */
  businessAccounts: v.optional(boundedList(Named)),
  /** Further facts that only the host knows. */
  customFields: v.optional(boundedList(CustomField)),
  /** Displayed above the personal data if the platform withholds it. */
  privacy: v.optional(v.object({ since: v.optional(Day), infoUrl: v.optional(ShortText) })),
});
export type Customer = v.InferOutput<typeof Customer>;
