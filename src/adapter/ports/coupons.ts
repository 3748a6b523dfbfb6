import type { Page, ListCapabilities } from '../../domain/page.ts';
import type { Coupon, CouponInput } from '../../domain/coupon.ts';
import type { OperationsOf } from '../operation.ts';
import type { Guarantees, PageRequest, ReadOptions, WriteOptions } from '../options.ts';

/** The customer's own coupons, newest first. Filter: `status` (several codes separated by commas). */
export interface CouponsPort {
  /** The guarantees of the backend. Required if the adapter has one of the writes. */
  readonly guarantees?: Guarantees;
  /** The query options that each list supports. A list without an entry supports none. */
  readonly capabilities?: { readonly list?: ListCapabilities };
  /** Fetches a page of coupons. */
  list?(customerId: string, page: PageRequest, options: ReadOptions): Promise<Page<Coupon>>;
  /** Issues a coupon to the customer. */
  issue?(customerId: string, coupon: CouponInput, options: WriteOptions): Promise<Coupon>;
  /** Revokes an unused coupon. Rejects with `validation` if it was used. */
  revoke?(customerId: string, couponId: string, options: WriteOptions): Promise<Coupon>;
}

export const coupons = {
  list: {
    kind: 'list',
    scope: 'customer',
    path: '/coupons',
    item: 'Coupon',
    can: { search: true, filter: ['status'] },
    summary: 'Coupons of the customer, newest first',
  },
  issue: {
    kind: 'write',
    scope: 'customer',
    method: 'POST',
    path: '/coupons',
    body: 'CouponInput',
    answer: 'Coupon',
    creates: true,
    summary: 'Issue a coupon to the customer',
  },
  revoke: {
    kind: 'write',
    scope: 'customer',
    method: 'POST',
    path: '/coupons/{couponId}/revocation',
    answer: 'Coupon',
    version: 'required',
    summary: 'Revoke an unused coupon',
  },
} as const satisfies OperationsOf<CouponsPort>;
