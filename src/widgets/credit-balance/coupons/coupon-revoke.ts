import type { DashboardClient } from '../../../data/client.ts';
import type { ReadSettings } from '../../../data/query.ts';
import type { Coupon } from '../../../domain/coupon.ts';
import { RowAction } from '../../../forms/form-dialog.ts';
import type { WriteTexts } from '../../../forms/form-model.ts';
import type { FormReview } from '../../../forms/form-steps.ts';
import { CouponRevokedEvent, CouponRevokeEvent } from '../credit-balance.events.ts';
import type { CouponHost } from '../shown-credit.ts';
import { couponTerms, statusText, wordsOf } from './coupon-words.ts';
import { compareCoupon, revoking } from './coupon.data.ts';

/** Revokes a coupon after a confirmation. */
export class CouponRevoke extends RowAction<Coupon> {
  constructor(host: CouponHost, reread: () => void) {
    super(host, {
      name: 'revoke',
      port: 'coupons',
      // A revoked coupon no longer has a button that could get focus back.
      openers: ['issue', 'revoke'],
      request: ({ customerId, id }) => new CouponRevokeEvent(customerId, id),
      fact: ({ customerId, id }) => new CouponRevokedEvent(customerId, id),
      reread,
    });
  }

  get words() {
    return wordsOf(this.l10n);
  }

  override get formWords() {
    return { ...super.formWords, readAgain: this.words.readAgain };
  }

  override operation(coupon: Coupon) {
    return revoking(coupon);
  }

  override compare(client: DashboardClient, coupon: Coupon, settings: ReadSettings): Promise<void> {
    return compareCoupon(client, coupon, settings);
  }

  override review(coupon: Coupon): FormReview {
    const { words, l10n } = this;
    return {
      heading: words.revokeQuestion,
      terms: couponTerms(coupon, l10n),
      remarks: [words.revokeFinal],
      confirm: words.confirmRevoke,
      isDanger: true,
    };
  }

  /** A conflict says how the coupon is now. */
  protected override texts(_: Coupon, current?: Coupon): WriteTexts {
    const { words, l10n } = this;
    return {
      pending: words.pendingRevoke,
      unknown: words.unknownRevoke,
      refused: words.refusedRevoke,
      done: words.wasRevoked,
      reasons: { conflict: current && l10n.text(words.changed, { status: statusText(current, l10n) }) },
    };
  }
}
