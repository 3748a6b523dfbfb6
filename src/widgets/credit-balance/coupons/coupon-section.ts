import { html, nothing, type TemplateResult } from 'lit';
import type { Coupon } from '../../../domain/coupon.ts';
import { adopt } from '../../../ui/styles.ts';
import { icon } from '../../../ui/icon.ts';
import * as icons from '../../../ui/icons.ts';
import { name } from '../../../ui/text.ts';
import type { CouponHost, ShownCredit } from '../shown-credit.ts';
import { CouponIssue } from './coupon-issue.ts';
import { CouponList } from './coupon-list.ts';
import { CouponRevoke } from './coupon-revoke.ts';
import { wordsOf } from './coupon-words.ts';
import { couponStyles } from './coupon.styles.ts';

/** The coupons on screen and their actions. */
export class CouponSection {
  readonly #host: CouponHost;
  readonly #list: CouponList;
  readonly #issue: CouponIssue;
  readonly #revoke: CouponRevoke;

  constructor(host: CouponHost, shown: ShownCredit) {
    adopt(host, couponStyles);
    this.#host = host;
    const reread = () => this.refresh();
    this.#issue = new CouponIssue(host, () => shown.currencies, reread);
    this.#revoke = new CouponRevoke(host, reread);
    this.#list = new CouponList(host, () => (this.#can('revoke') === true ? this.#startRevoking : undefined));
  }

  get announcement(): string {
    return this.#issue.announcement || this.#revoke.announcement;
  }

  refresh(): void {
    this.#list.refresh();
  }

  /** Renders the available actions, or why there are none. */
  actions(): TemplateResult | typeof nothing {
    const { l10n } = this.#host;
    const words = wordsOf(l10n);
    const [issue, revoke] = [this.#can('issue'), this.#can('revoke')];
    if (issue === true)
      return html`<button
        type="button"
        class="button"
        part="issue"
        ?disabled=${this.#isBusy}
        @click=${() => this.#issue.open(undefined)}
      >
        ${icon(icons.plus)}${words.issue}
      </button>`;
    if (typeof issue !== 'string') return nothing;
    const text = typeof revoke === 'string' ? words.readOnly : words.issueDenied;
    return html`<p class="quiet small coupon-denied">${icon(icons.lock)}<span>${text} ${name(issue, l10n)}</span></p>`;
  }

  render(): TemplateResult {
    return this.#list.render();
  }

  footer(): TemplateResult | typeof nothing {
    return this.#list.footer();
  }

  strip(): TemplateResult {
    return html`${this.#issue.strip()}${this.#revoke.strip()}`;
  }

  dialog(): TemplateResult {
    return html`${this.#issue.dialog()}${this.#revoke.dialog()}`;
  }

  /** True while a write is in progress: a customer's coupons have one write at a time. */
  get #isBusy(): boolean {
    return this.#issue.isBusy || this.#revoke.isBusy;
  }

  readonly #startRevoking = (coupon: Coupon): void => {
    if (!this.#isBusy) this.#revoke.open(coupon);
  };

  /**
   * Returns true if the platform supports the operation and this operator has the permission; the reason if it was
   * denied.
   */
  #can(operation: 'issue' | 'revoke'): boolean | string {
    const { readonly, client, permissions } = this.#host;
    if (readonly || !client?.adapter.coupons?.[operation]) return false;
    const permission = permissions.of(`coupons.${operation}`);
    return permission.state === 'denied' ? (permission.reason ?? '') : this.#host.can(`coupons.${operation}`);
  }
}
