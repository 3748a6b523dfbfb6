import * as v from 'valibot';
import { Id, ShortText, trim } from './bounds.ts';
import { maxCouponNameLength } from './lengths.ts';
import { field, Coded } from './field.ts';
import { Decimal, Money } from './money.ts';
import { Day, Instant } from './time.ts';

/** The codes of a coupon's status. */
export const couponStatuses = [
  /** The customer can use it. */
  'active',
  /** It will be valid later. */
  'scheduled',
  /** It was used. */
  'used',
  /** Its last day has passed. */
  'expired',
  /** Somebody of the team withdrew it. */
  'revoked',
] as const;

/** The benefit of a coupon: an amount, a percentage (`"12.5"` is 12.5 %), or free shipping. */
export const CouponBenefit = v.variant('kind', [
  v.object({
    /** What the customer gets. */
    kind: v.literal('amount'),
    /** With `amount`: how much is taken off. */
    amount: Money,
  }),
  v.object({
    kind: v.literal('percent'),
    /** With `percent`: how many percent are taken off. */
    percent: Decimal,
  }),
  v.object({ kind: v.literal('free-shipping') }),
]);
export type CouponBenefit = v.InferOutput<typeof CouponBenefit>;

const terms = {
  /** The name of the offer, as the team calls it. */
  name: ShortText,
  /** What the customer gets. */
  benefit: CouponBenefit,
  /** The minimum amount of an order. */
  minimum: v.optional(v.nullable(Money)),
  /** The last day on which the coupon is valid. `null`: it does not expire. */
  validUntil: v.optional(v.nullable(Day)),
};

/** A coupon that belongs to one customer. */
export const Coupon = v.object({
  id: Id,
  customerId: Id,
  version: v.optional(Id),
  /** The code that the customer enters. */
  code: v.optional(v.nullable(field(ShortText))),
  /** Known codes: `couponStatuses`. */
  status: Coded,
  ...terms,
  /** The time when the coupon was issued. */
  issuedAt: Instant,
  /** The time when it was used. `null`: not yet. */
  usedAt: v.optional(v.nullable(Instant)),
});
export type Coupon = v.InferOutput<typeof Coupon>;

/** The values of a new coupon. */
export const CouponInput = v.object({
  ...terms,
  /** The name of the offer, with at least one visible character. */
  name: v.pipe(v.string(), trim(), v.minLength(1), v.maxLength(maxCouponNameLength)),
});
export type CouponInput = v.InferOutput<typeof CouponInput>;
