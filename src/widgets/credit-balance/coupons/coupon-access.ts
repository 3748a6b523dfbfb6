import { html, nothing, type TemplateResult } from 'lit';
import { Lazy } from '../../../element/lazy.ts';
import { line, openFailed } from '../../../ui/state-view.ts';
import type { CouponHost, ShownCredit } from '../shown-credit.ts';
import type { CouponSection } from './coupon-section.ts';

/** The view of coupons in place of a ledger. Its module is loaded when it is first shown. */
export class CouponAccess {
  readonly #host: CouponHost;
  readonly #shown: ShownCredit;
  readonly #section: Lazy<CouponSection>;

  constructor(host: CouponHost, shown: ShownCredit) {
    this.#host = host;
    this.#shown = shown;
    this.#section = new Lazy(host, async () => {
      const { CouponSection } = await import('./coupon-section.ts');
      return new CouponSection(host, shown);
    });
  }

  /** The view, after it has loaded. */
  get section(): CouponSection | undefined {
    return this.#section.module;
  }

  /** Loads the module, once. Called before each render; after a failure, only the operator retries. */
  load(): void {
    if (this.#shown.showsCoupons && this.#section.state === 'idle') this.#section.load();
  }

  render(): TemplateResult {
    const { section } = this;
    return html`<div class="ledger-bar" part="ledger-bar">${this.#shown.choice()} ${section?.actions() ?? nothing}</div>
      ${openFailed(this.#section, this.#host.l10n)}
      ${section ? section.render() : html`<div class="coupon-wait">${line(60)}${line(44)}${line(60)}</div>`}`;
  }

  footer(): TemplateResult | typeof nothing {
    return this.section?.footer() ?? nothing;
  }
}
