import * as v from 'valibot';
import { Id, LongText, ShortText, trim } from './bounds.ts';
import { resellerLengths } from './lengths.ts';
import { Actor } from './operator.ts';
import { Day, Instant } from './time.ts';

/**
 * The details of a customer who sells on. A member that is absent is unknown to the platform, and cannot be changed
 * there; `null`: there is none.
 */
export const ResellerRecord = v.object({
  customerId: Id,
  version: v.optional(Id),
  /** The name that the customer sells under. */
  businessName: v.optional(v.nullable(ShortText)),
  /** The URL of the place where the customer sells. */
  website: v.optional(v.nullable(ShortText)),
  /** The number of the certificate with which the customer buys for resale. */
  certificate: v.optional(v.nullable(ShortText)),
  /** The last day of the certificate. `null`: it does not end. */
  certificateUntil: v.optional(v.nullable(Day)),
  /** A remark, such as what was agreed. */
  remark: v.optional(v.nullable(LongText)),
  /** The time of the last change. `null`: nobody has changed anything. */
  updatedAt: v.optional(v.nullable(Instant)),
  /** Who made the last change. */
  updatedBy: v.optional(v.nullable(Actor)),
});
export type ResellerRecord = v.InferOutput<typeof ResellerRecord>;

/** The members that can be changed, in the order of the form. */
export const resellerMembers = ['businessName', 'website', 'certificate', 'certificateUntil', 'remark'] as const;
export type ResellerMember = (typeof resellerMembers)[number];

/** An address that a link can open. Without a flag, which JSON Schema does not have. */
export const websitePattern = /^[Hh][Tt][Tt][Pp][Ss]?:\/\/\S+$/;

const text = (length: number) => v.pipe(v.string(), trim(), v.minLength(1), v.maxLength(length));

/** The changed reseller details. An absent member is not changed, `null` removes the value. */
export const ResellerChange = v.object({
  /** The name that the customer sells under. */
  businessName: v.optional(v.nullable(text(resellerLengths.businessName))),
  /** The URL of the place where the customer sells: `https:` or `http:`. */
  website: v.optional(v.nullable(v.pipe(text(resellerLengths.website), v.regex(websitePattern)))),
  /** The number of the certificate with which the customer buys for resale. */
  certificate: v.optional(v.nullable(text(resellerLengths.certificate))),
  /** The last day of the certificate. `null`: it does not end. */
  certificateUntil: v.optional(v.nullable(Day)),
  /** A remark, such as what was agreed. */
  remark: v.optional(v.nullable(text(resellerLengths.remark))),
});
export type ResellerChange = v.InferOutput<typeof ResellerChange>;
