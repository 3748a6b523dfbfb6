import * as v from 'valibot';
import { AdapterError } from '../../adapter/adapter-error.ts';
import { parsePage } from '../../data/boundary.ts';
import type { DashboardClient } from '../../data/client.ts';
import type { ReadSettings } from '../../data/query.ts';
import type { Write } from '../../data/write.ts';
import { codeOf } from '../../domain/coded.ts';
import { Coupon, type CouponInput } from '../../domain/coupon.ts';
import { couponsOf } from './credit-balance.data.ts';

/** What is done with coupons, as it was reviewed. */
export type CouponWork =
  | { readonly kind: 'issue'; readonly customerId: string; readonly coupon: CouponInput }
  | { readonly kind: 'revoke'; readonly customerId: string; readonly coupon: Coupon };

const answerFor = (work: CouponWork) =>
  v.pipe(
    Coupon,
    v.forward(
      v.check(({ customerId }) => customerId === work.customerId),
      ['customerId'],
    ),
    v.forward(
      v.check(({ id }) => work.kind === 'issue' || id === work.coupon.id),
      ['id'],
    ),
  );

/** Issues or revokes. Nothing is shown of it before the server has said so. */
export const doing = (work: CouponWork): Write<Coupon, Coupon> => ({
  customerId: work.customerId,
  ifVersion: work.kind === 'revoke' ? work.coupon.version : undefined,
  schema: answerFor(work),
  list: { name: 'coupons.list' },
  send: ({ coupons }, options) =>
    work.kind === 'issue'
      ? coupons?.issue?.(work.customerId, work.coupon, options)
      : coupons?.revoke?.(work.customerId, work.coupon.id, options),
});

/**
 * For a platform without versions: throws `conflict` where a coupon that is to be revoked is no longer as it was, and
 * whatever the read throws. Between this and the write somebody may still come in between.
 */
export async function compareCoupon(client: DashboardClient, work: CouponWork, settings: ReadSettings): Promise<void> {
  if (work.kind === 'issue') return;
  const { id, status } = work.coupon;
  const query = couponsOf(work.customerId);
  const options = { ...settings, signal: new AbortController().signal };
  const answer = await query.load(client.adapter, { first: 1000 }, options);
  const current = parsePage(query, answer).items.find((coupon) => coupon.id === id);
  if (!current || codeOf(current.status) !== codeOf(status)) throw new AdapterError('conflict', { current });
}
