import { AdapterError } from '../../../adapter/adapter-error.ts';
import { parsePage } from '../../../data/boundary.ts';
import type { DashboardClient } from '../../../data/client.ts';
import type { ReadSettings } from '../../../data/query.ts';
import type { Write } from '../../../data/write.ts';
import { codeOf } from '../../../domain/field.ts';
import { Coupon, type CouponInput } from '../../../domain/coupon.ts';
import { couponsOf } from '../credit-balance.data.ts';

/** A reviewed coupon to issue. */
export interface NewCoupon {
  readonly customerId: string;
  readonly terms: CouponInput;
}

const list = { name: 'coupons.list' } as const;

/** Issues a coupon. The write is not optimistic: its effect is shown after the server's answer. */
export const issuing = ({ customerId, terms }: NewCoupon): Write<Coupon, Coupon> => ({
  customerId,
  schema: Coupon,
  list,
  send: ({ coupons }, options) => coupons?.issue?.(customerId, terms, options),
});

/** Revokes a coupon, based on the version that was read. */
export const revoking = ({ customerId, id, version }: Coupon): Write<Coupon, Coupon> => ({
  customerId,
  id,
  ifVersion: version,
  schema: Coupon,
  list,
  send: ({ coupons }, options) => coupons?.revoke?.(customerId, id, options),
});

/**
 * Compares the coupon with the reviewed one, for a platform without versions. Throws `conflict` if the coupon to revoke
 * has changed, and the errors of the read. A race remains: another write can come between this and the revocation.
 */
export async function compareCoupon(
  client: DashboardClient,
  { customerId, id, status }: Coupon,
  settings: ReadSettings,
): Promise<void> {
  const query = couponsOf(customerId);
  const options = { ...settings, signal: new AbortController().signal };
  const answer = await query.load(client.adapter, { first: 1000 }, options);
  const current = parsePage(query, answer).items.find((coupon) => coupon.id === id);
  if (!current || codeOf(current.status) !== codeOf(status)) throw new AdapterError('conflict', { current });
}
