import * as v from 'valibot';
import { Coded } from './coded.ts';
import { field } from './field.ts';
import { Day, Instant } from './time.ts';

/** A postal address. Which members it has, and in which order they are read, is its country's custom. */
export const Address = v.object({
  id: v.optional(v.string()),
  name: v.optional(v.nullable(v.string())),
  company: v.optional(v.nullable(v.string())),
  lines: v.array(v.string()),
  city: v.optional(v.nullable(v.string())),
  region: v.optional(v.nullable(v.string())),
  postalCode: v.optional(v.nullable(v.string())),
  /** ISO 3166-1 alpha-2, or the platform's own name where it has no code. */
  country: v.optional(v.nullable(v.string())),
});
export type Address = v.InferOutput<typeof Address>;

/** A telephone number and what it is: mobile, shop. */
export const Phone = v.object({ number: v.string(), type: v.optional(Coded) });
export type Phone = v.InferOutput<typeof Phone>;

/** Something with a name that a customer belongs to: a level, a business account. */
export const Named = v.object({ id: v.string(), name: v.string() });
export type Named = v.InferOutput<typeof Named>;

/** Codes of `verification`. */
export const verificationCodes = ['verified', 'unverified', 'pending'] as const;

/**
 * A customer. Every member but `id` may be absent (the platform does not know it) or `null` (known that there is
 * none); what is personal may be withheld instead.
 */
export const Customer = v.object({
  id: v.string(),
  /** What people call the customer by where that is not the id. */
  displayId: v.optional(v.string()),
  version: v.optional(v.string()),
  name: v.optional(v.nullable(field(v.string()))),
  email: v.optional(v.nullable(field(v.string()))),
  phones: v.optional(v.nullable(field(v.array(Phone)))),
  /** Where the customer is, if no address is known. ISO 3166-1 alpha-2, or the platform's own name for it. */
  country: v.optional(v.nullable(v.string())),
  defaultBilling: v.optional(v.nullable(field(Address))),
  defaultShipping: v.optional(v.nullable(field(Address))),
  createdAt: v.optional(Instant),
  lastLoginAt: v.optional(v.nullable(Instant)),
  taxExempt: v.optional(v.boolean()),
  /** The last day of the exemption, where it ends. */
  taxExemptUntil: v.optional(v.nullable(Day)),
  level: v.optional(v.nullable(Named)),
  verification: v.optional(Coded),
  login: v.optional(v.nullable(field(v.string()))),
  recoveryEmail: v.optional(v.nullable(field(v.string()))),
  businessAccounts: v.optional(v.array(Named)),
  /** Said above the personal data where the platform has not passed it on. */
  privacy: v.optional(v.object({ since: v.optional(Day), infoUrl: v.optional(v.string()) })),
});
export type Customer = v.InferOutput<typeof Customer>;
