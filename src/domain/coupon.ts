import * as v from 'valibot';
import { Id, ShortText } from './bounds.ts';
import { longestCouponName } from './lengths.ts';
import { Coded } from './coded.ts';
import { field } from './field.ts';
import { Decimal, Money } from './money.ts';
import { Day, Instant } from './time.ts';
import { trimmed } from './visible.ts';

/** Codes of a coupon's status. */
export const couponStatuses = ['active', 'scheduled', 'used', 'expired', 'revoked'] as const;

/** What a coupon takes off: an amount, a share (`"12.5"` is 12.5 %), or the postage. */
export const CouponBenefit = v.variant('kind', [
  v.object({ kind: v.literal('amount'), amount: Money }),
  v.object({ kind: v.literal('percent'), percent: Decimal }),
  v.object({ kind: v.literal('free-shipping') }),
]);
export type CouponBenefit = v.InferOutput<typeof CouponBenefit>;

const terms = {
  name: ShortText,
  benefit: CouponBenefit,
  /** From what amount of an order on. */
  minimum: v.optional(v.nullable(Money)),
  /** The last day on which it can be used. `null`: it does not expire. */
  validUntil: v.optional(v.nullable(Day)),
};

/** A coupon that one customer owns. */
export const Coupon = v.object({
  id: Id,
  customerId: Id,
  version: v.optional(Id),
  /** What the customer types in. */
  code: v.optional(v.nullable(field(ShortText))),
  status: Coded,
  ...terms,
  issuedAt: Instant,
  usedAt: v.optional(v.nullable(Instant)),
});
export type Coupon = v.InferOutput<typeof Coupon>;

/** What is issued. */
export const CouponInput = v.object({
  ...terms,
  name: v.pipe(v.string(), v.transform(trimmed), v.minLength(1), v.maxLength(longestCouponName)),
});
export type CouponInput = v.InferOutput<typeof CouponInput>;
