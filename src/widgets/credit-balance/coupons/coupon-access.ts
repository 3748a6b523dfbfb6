import { html, nothing, type TemplateResult } from 'lit';
import { Lazy } from '../../../element/lazy.ts';
import { line, openFailed } from '../../../ui/state-view.ts';
import type { CouponHost, ShownCredit } from '../shown-credit.ts';
import type { CouponDesk } from './coupon-desk.ts';

/** The view of coupons in place of a ledger. Its module is loaded when it is first shown. */
export class CouponAccess {
  readonly #host: CouponHost;
  readonly #shown: ShownCredit;
  readonly #desk: Lazy<CouponDesk>;

  constructor(host: CouponHost, shown: ShownCredit) {
    this.#host = host;
    this.#shown = shown;
    this.#desk = new Lazy(host, async () => {
      const { CouponDesk } = await import('./coupon-desk.ts');
      return new CouponDesk(host, shown);
    });
  }

  /** The view, after it has loaded. */
  get desk(): CouponDesk | undefined {
    return this.#desk.module;
  }

  /** Loads the module, once. Called before each render; after a failure, only the operator retries. */
  load(): void {
    if (this.#shown.showsCoupons && this.#desk.state === 'idle') this.#desk.load();
  }

  render(): TemplateResult {
    const { desk } = this;
    return html`<div class="ledger-bar" part="ledger-bar">${this.#shown.choice()} ${desk?.actions() ?? nothing}</div>
      ${openFailed(this.#desk, this.#host.l10n)}
      ${desk ? desk.render() : html`<div class="coupon-wait">${line(60)}${line(44)}${line(60)}</div>`}`;
  }

  footer(): TemplateResult | typeof nothing {
    return this.desk?.footer() ?? nothing;
  }
}
