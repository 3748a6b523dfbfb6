import { AdapterError } from '../../adapter/adapter-error.ts';
import { declarationsOf } from '../../adapter/capabilities.ts';
import { check } from '../../adapter/check.ts';
import type { CouponsPort } from '../../adapter/ports/coupons.ts';
import { codeOf } from '../../domain/field.ts';
import { CouponInput, type Coupon } from '../../domain/coupon.ts';
import { type Money, minorUnits } from '../../domain/money.ts';
import * as decimal from '../../domain/decimal.ts';
import { demandVersion, following, found, type MemorySession } from './session.ts';
import { couponList } from './lists.ts';
import { listRows } from '../../adapter/toolkit/rows.ts';

const invalid = (field: string, why: string) => new AdapterError('validation', { fieldErrors: { [field]: why } });

/** Creates the port of a customer's coupons. Revoking a coupon requires its version. */
export function couponsPort(session: MemorySession) {
  const { store } = session;

  return {
    ...declarationsOf('coupons'),

    async list(customerId, page, options) {
      const { coupons } = await session.read('coupons.list', customerId, options);
      const rows = coupons.map((coupon) => asOf(coupon, store.now));
      return listRows(rows, page, options, couponList).page;
    },

    issue(customerId, coupon, options) {
      return session.change('coupons.issue', customerId, coupon, options, (file) => {
        const input = check(CouponInput, coupon);
        validateTerms(input, store.now);
        const id = store.newId('coupon');
        const issued: Coupon = {
          id,
          customerId,
          version: '1',
          code: id.toUpperCase(),
          status: 'active',
          ...input,
          issuedAt: store.tick(),
          usedAt: null,
        };
        file.coupons = [...file.coupons, issued];
        return issued;
      });
    },

    revoke(customerId, couponId, options) {
      return session.change('coupons.revoke', customerId, couponId, options, (file) => {
        const before = found(file.coupons, couponId);
        const current = asOf(before, store.now);
        demandVersion(current, options.ifVersion);
        if (!['active', 'scheduled'].includes(codeOf(current.status)))
          throw invalid('status', 'cannot be used any more');
        const revoked: Coupon = { ...before, status: 'revoked', version: following(before.version) };
        file.coupons = file.coupons.map((other) => (other === before ? revoked : other));
        return revoked;
      });
    },
  } satisfies CouponsPort;
}

/** Returns the coupon with its current status: no process marks coupons as expired. */
const asOf = (coupon: Coupon, now: string): Coupon =>
  codeOf(coupon.status) === 'active' && coupon.validUntil && coupon.validUntil < now.slice(0, 10)
    ? { ...coupon, status: 'expired' }
    : coupon;

/** Throws `validation` if the benefit is empty or the last day is over. */
function validateTerms({ benefit, minimum, validUntil }: CouponInput, now: string): void {
  if (benefit.kind === 'amount') requireAmount('benefit.amount', benefit.amount);
  if (benefit.kind === 'percent') {
    if (decimal.sign(benefit.percent) <= 0) throw invalid('benefit.percent', 'is not positive');
    if (decimal.compare(benefit.percent, '100') > 0) throw invalid('benefit.percent', 'is more than 100');
  }
  if (minimum) requireAmount('minimum', minimum);
  if (validUntil && validUntil < now.slice(0, 10)) throw invalid('validUntil', 'is over');
}

function requireAmount(field: string, { value, currency }: Money): void {
  const places = minorUnits(currency);
  if (decimal.sign(value) <= 0) throw invalid(field, 'is not positive');
  if (decimal.compare(decimal.round(value, places), value) !== 0)
    throw invalid(field, `has more than ${places} decimals`);
}
