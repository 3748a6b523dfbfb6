import { html, nothing, type TemplateResult } from 'lit';
import type { Customer } from '../../domain/customer.ts';
import type { Localization } from '../../i18n/localization.ts';
import type { DialogContent } from '../../ui/dialog.ts';
import type { CouponFlow } from './coupon-flow.ts';
import { couponConfirmation, couponForm, couponRefusal } from './coupon-form.ts';
import { couponRefusalText } from './coupon-strip.ts';
import { wordsOf } from './coupon-words.ts';
import type { CouponWork } from './coupon.data.ts';

export interface CouponSteps {
  readonly flow: CouponFlow;
  readonly l10n: Localization;
  readonly currencies: readonly string[];
  /** Whose coupon it is, as far as that is known. */
  readonly customer: Customer | undefined;
  readonly onReview: () => void;
  readonly onCancel: () => void;
}

/** A coupon's dialog: what is filled in, then what is confirmed. */
export const couponSteps = (steps: CouponSteps): DialogContent =>
  steps.flow.reviewed ? confirming(steps.flow.reviewed, steps) : filling(steps);

const refusal = ({ flow, l10n }: CouponSteps): TemplateResult | typeof nothing =>
  flow.refused ? couponRefusal(couponRefusalText(flow, l10n)) : nothing;

function filling(steps: CouponSteps): DialogContent {
  const { flow, l10n, currencies, onReview, onCancel } = steps;
  const words = wordsOf(l10n);
  const { draft } = flow;
  return {
    heading: words.issue,
    l10n,
    body: draft
      ? couponForm({
          draft,
          reading: flow.reading,
          errors: flow.errors,
          currencies: [...new Set([...currencies, draft.currency])],
          l10n,
          refusal: refusal(steps),
          change: (part) => flow.change(part),
          touch: (name) => flow.touch(name),
          onReview,
        })
      : html`<div class="body"></div>`,
    footer: html`${
        flow.isBlank
          ? nothing
          : html`<button type="button" class="button ghost discard" part="discard" @click=${() => flow.discard()}>
              ${words.discard}
            </button>`
      }
      <button type="button" class="button ghost" part="cancel" @click=${onCancel}>${l10n.common.cancel}</button>
      <button type="submit" class="button primary" part="review" form="coupon-form">${words.review}</button>`,
  };
}

function confirming(reviewed: CouponWork, steps: CouponSteps): DialogContent {
  const { flow, l10n, customer, onCancel } = steps;
  const words = wordsOf(l10n);
  const issues = reviewed.kind === 'issue';
  const busy = flow.sending.sent !== undefined;
  return {
    heading: issues ? words.issueQuestion : words.revokeQuestion,
    l10n,
    body: couponConfirmation({
      coupon: reviewed.coupon,
      customerId: reviewed.customerId,
      customer,
      remark: issues ? words.issueFinal : words.revokeFinal,
      isSlow: flow.sending.phase === 'pending',
      l10n,
      refusal: refusal(steps),
    }),
    footer: html`<button
        type="button"
        class="button ghost"
        part=${issues ? 'back' : 'cancel'}
        aria-disabled=${busy && issues ? 'true' : 'false'}
        @click=${issues ? () => flow.edit() : onCancel}
      >
        ${issues ? l10n.common.back : l10n.common.cancel}
      </button>
      <button
        type="button"
        class=${issues ? 'button primary' : 'button danger'}
        part="confirm"
        aria-disabled=${busy ? 'true' : 'false'}
        @click=${(event: MouseEvent) => {
          // The second click of a double click on what led here confirms nothing.
          if (event.detail <= 1) void flow.confirm();
        }}
      >
        ${busy ? words.sending : issues ? words.issue : words.confirmRevoke}
      </button>`,
  };
}
