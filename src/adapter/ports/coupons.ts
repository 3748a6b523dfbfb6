import type { ListCapabilities } from '../../domain/capabilities.ts';
import type { Coupon, CouponInput } from '../../domain/coupon.ts';
import type { Page } from '../../domain/page.ts';
import type { OperationsOf } from '../operation.ts';
import type { Guarantees, PageRequest, ReadOptions, WriteOptions } from '../options.ts';

/** Coupons that the customer owns, newest first. Filter: `status` (several codes with commas between them). */
export interface CouponsPort {
  readonly guarantees?: Guarantees;
  readonly capabilities?: { readonly list?: ListCapabilities };
  list?(customerId: string, page: PageRequest, options: ReadOptions): Promise<Page<Coupon>>;
  issue?(customerId: string, coupon: CouponInput, options: WriteOptions): Promise<Coupon>;
  /** What was used already rejects with `validation`. */
  revoke?(customerId: string, couponId: string, options: WriteOptions): Promise<Coupon>;
}

export const coupons = {
  list: {
    kind: 'list',
    scope: 'customer',
    path: '/coupons',
    item: 'Coupon',
    can: { search: true, filter: ['status'] },
    summary: 'Coupons that the customer owns, newest first',
  },
  issue: {
    kind: 'write',
    scope: 'customer',
    method: 'POST',
    path: '/coupons',
    body: 'CouponInput',
    answer: 'Coupon',
    creates: true,
    summary: 'Give the customer a coupon',
  },
  revoke: {
    kind: 'write',
    scope: 'customer',
    method: 'POST',
    path: '/coupons/{couponId}/revocation',
    answer: 'Coupon',
    version: 'required',
    summary: 'Take a coupon back that was not used',
  },
} as const satisfies OperationsOf<CouponsPort>;
