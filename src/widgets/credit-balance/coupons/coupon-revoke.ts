import type { DashboardClient } from '../../../data/client.ts';
import type { ReadSettings } from '../../../data/query.ts';
import type { Coupon } from '../../../domain/coupon.ts';
import type { PendingPhase } from '../../../element/pending-write.ts';
import { FormDialog } from '../../../forms/form-dialog.ts';
import type { FormDraft, Reading, Refusal } from '../../../forms/form-drafts.ts';
import type { FormReview } from '../../../forms/form-steps.ts';
import { explainError } from '../../../ui/explain-error.ts';
import { CouponRevokedEvent, CouponRevokeEvent } from '../credit-balance.events.ts';
import type { CouponHost } from '../shown-credit.ts';
import { couponTerms, statusText, wordsOf } from './coupon-words.ts';
import { compareCoupon, revoking } from './coupon.data.ts';

/** The form that revokes a coupon after a confirmation. */
export class CouponRevoke extends FormDialog<Coupon, object, Coupon, Coupon, Coupon> {
  readonly reread: () => void;

  constructor(host: CouponHost, reread: () => void) {
    // A revoked coupon no longer has a button that could get focus back.
    super(host, { name: 'revoke', openers: ['issue', 'revoke'] });
    this.reread = reread;
  }

  get words() {
    return wordsOf(this.l10n);
  }

  override get formWords() {
    return { ...super.formWords, readAgain: this.words.readAgain };
  }

  override get heading(): string {
    return this.words.revokeQuestion;
  }

  protected override blank(): object {
    return {};
  }

  protected override read({ subject }: FormDraft<Coupon, object, Coupon, Coupon>): Reading<Coupon> {
    return { errors: {}, input: subject };
  }

  override operation(coupon: Coupon) {
    return revoking(coupon);
  }

  override guarantees({ adapter }: DashboardClient) {
    return adapter.coupons?.guarantees;
  }

  override compare(client: DashboardClient, coupon: Coupon, settings: ReadSettings): Promise<void> {
    return compareCoupon(client, coupon, settings);
  }

  override request({ customerId, id }: Coupon): CouponRevokeEvent {
    return new CouponRevokeEvent(customerId, id);
  }

  override fact({ customerId, id }: Coupon): CouponRevokedEvent {
    return new CouponRevokedEvent(customerId, id);
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

  override progressText(_: Coupon, phase: Exclude<PendingPhase, 'idle'>): string {
    const { words } = this;
    if (phase === 'pending') return words.pendingRevoke;
    return phase === 'checking' ? `${words.unknownRevoke} ${words.checking}` : words.unknownRevoke;
  }

  override doneText(): string {
    return this.words.wasRevoked;
  }

  /** Returns why the revocation was refused. For a conflict, it says how the coupon is now. */
  override refusalText({ error, current }: Refusal<Coupon, Coupon>): string {
    const { words, l10n } = this;
    const conflict = current && l10n.text(words.changed, { status: statusText(current, l10n) });
    return `${words.refusedRevoke} ${explainError(error, l10n, { ...(conflict && { conflict }) })}`;
  }
}
