import { html, nothing, type TemplateResult } from 'lit';
import type { Coupon } from '../../domain/coupon.ts';
import type { RequestEvent } from '../../element/events.ts';
import { adopt } from '../../ui/adopt.ts';
import { icon } from '../../ui/icon.ts';
import * as icons from '../../ui/icons.ts';
import { datum } from '../../ui/text.ts';
import type { CouponHost } from './coupon-access.ts';
import { CouponFlow } from './coupon-flow.ts';
import { CouponList, type CouponListNeeds } from './coupon-list.ts';
import { couponSteps } from './coupon-steps.ts';
import { couponStrip, couponStripText } from './coupon-strip.ts';
import { wordsOf } from './coupon-words.ts';
import { couponStyles } from './coupon.styles.ts';
import { StepDialog } from './step-dialog.ts';

export interface CouponDeskNeeds extends Omit<CouponListNeeds, 'onRevoke'> {
  readonly announce: (request: RequestEvent) => boolean;
  /** Whether somebody may, and the platform can; the reason where somebody may not. */
  readonly may: (operation: 'issue' | 'revoke') => boolean | string;
  /** Of the customer's accounts. */
  readonly currencies: () => readonly string[];
}

/** Coupons on screen, their issuing and their revocation. */
export class CouponDesk {
  readonly #host: CouponHost;
  readonly #needs: CouponDeskNeeds;
  readonly #list: CouponList;
  readonly #flow: CouponFlow;
  readonly #dialog: StepDialog;

  constructor(host: CouponHost, needs: CouponDeskNeeds) {
    adopt(host, couponStyles);
    this.#host = host;
    this.#needs = needs;
    this.#list = new CouponList(host, {
      ...needs,
      onRevoke: () => (needs.may('revoke') === true ? this.#revoke : undefined),
    });
    this.#flow = new CouponFlow(host, {
      announce: needs.announce,
      say: needs.say,
      closed: () => this.#dialog.close(),
      currency: () => needs.currencies()[0] ?? 'EUR',
      reread: () => this.refresh(),
    });
    this.#dialog = new StepDialog(host, {
      name: 'coupon',
      reviewed: () => this.#flow.reviewed,
      onClose: () => this.#flow.stop(),
      // What was revoked has no button any more to give the focus back to.
      openers: '[part~=revoke], [part~=issue]',
      inside: ['#coupon-confirmation', '#coupon-form [aria-invalid=true]', '#coupon-name'],
      outside: ['[part=check]', '[part=issue]:not(:disabled)'],
    });
  }

  get announcement(): string {
    return couponStripText(this.#flow, this.#host.l10n);
  }

  refresh(): void {
    this.#list.refresh();
  }

  /** For another customer: what was typed is kept. */
  close(): void {
    this.#dialog.close();
    this.#list.close();
  }

  /** What can be done, or why not. */
  actions(): TemplateResult | typeof nothing {
    const words = wordsOf(this.#host.l10n);
    const [issue, revoke] = [this.#needs.may('issue'), this.#needs.may('revoke')];
    if (issue === true)
      return html`<button
        type="button"
        class="button"
        part="issue"
        ?disabled=${this.#flow.sending.sent !== undefined}
        @click=${() => this.#open(() => this.#flow.issue())}
      >
        ${icon(icons.plus)}${words.issue}
      </button>`;
    if (typeof issue !== 'string') return nothing;
    const text = typeof revoke === 'string' ? words.readOnly : words.issueDenied;
    return html`<p class="quiet small coupon-denied">${icon(icons.lock)}<span>${text} ${datum(issue)}</span></p>`;
  }

  render(): TemplateResult {
    return this.#list.render();
  }

  footer(): TemplateResult | typeof nothing {
    return this.#list.footer();
  }

  strip(): TemplateResult | typeof nothing {
    if (this.#dialog.isOpen) return nothing;
    return couponStrip({
      flow: this.#flow,
      l10n: this.#host.l10n,
      onRead: () => this.refresh(),
      onOpen: () => this.#open(() => this.#flow.resume()),
    });
  }

  dialog(): TemplateResult | typeof nothing {
    return this.#dialog.render(() =>
      couponSteps({
        flow: this.#flow,
        l10n: this.#host.l10n,
        currencies: this.#needs.currencies(),
        customer: this.#dialog.customer,
        onReview: () => {
          if (!this.#flow.review()) this.#dialog.refocus();
        },
        onCancel: () => this.#dialog.close(),
      }),
    );
  }

  readonly #revoke = (coupon: Coupon): void => this.#open(() => this.#flow.revoke(coupon));

  #open(start: () => void): void {
    if (this.#flow.sending.sent) return;
    start();
    this.#dialog.show();
  }
}
