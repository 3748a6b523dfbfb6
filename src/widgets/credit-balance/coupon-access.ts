import { html, nothing, type TemplateResult } from 'lit';
import { isMoney } from '../../domain/money.ts';
import { Lazy } from '../../element/lazy.ts';
import { line } from '../../ui/state-view.ts';
import type { CouponDesk, CouponDeskNeeds } from './coupon-desk.ts';
import { openFailed } from './open-failed.ts';
import type { CreditHost, ShownCredit } from './shown-credit.ts';

export interface CouponHost extends CreditHost {
  readonly: boolean;
}

type Needs = Omit<CouponDeskNeeds, 'may' | 'currencies'>;

/** Where coupons stand in place of a ledger. What shows them is loaded when they are looked at. */
export class CouponAccess {
  readonly #host: CouponHost;
  readonly #shown: ShownCredit;
  readonly #desk: Lazy<CouponDesk>;

  constructor(host: CouponHost, shown: ShownCredit, needs: Needs) {
    this.#host = host;
    this.#shown = shown;
    this.#desk = new Lazy(host, async () => {
      const { CouponDesk } = await import('./coupon-desk.ts');
      return new CouponDesk(host, {
        ...needs,
        may: (operation) => this.#may(operation),
        currencies: () => shown.known.flatMap(({ balance }) => (isMoney(balance) ? [balance.currency] : [])),
      });
    });
  }

  /** What shows them, once it was loaded. */
  get desk(): CouponDesk | undefined {
    return this.#desk.module;
  }

  /** Before each render. Once: what did not come is asked for again as often as somebody wants. */
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

  /** Whether somebody may, and the platform can; the reason where somebody may not. */
  #may(operation: 'issue' | 'revoke'): boolean | string {
    const { readonly, client, permissions } = this.#host;
    if (readonly || !client?.adapter.coupons?.[operation]) return false;
    const permission = permissions.of(`coupons.${operation}`);
    if (permission.state === 'denied') return permission.reason ?? '';
    return permission.state === 'allowed' || permission.state === 'deprecated';
  }
}
