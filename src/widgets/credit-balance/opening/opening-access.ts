import { html, nothing, type TemplateResult } from 'lit';
import { Lazy } from '../../../element/lazy.ts';
import { feature, iconFeature } from '../../../ui/feature-mark.ts';
import * as icons from '../../../ui/icons.ts';
import { openFailed } from '../../../ui/state-view.ts';
import { wordsOf } from '../account-words.ts';
import type { CouponHost, ShownCredit } from '../shown-credit.ts';
import type { OpeningForm } from './opening-form.ts';

/** The buttons that open an account for the customer. The form is loaded when it opens. */
export class OpeningAccess {
  readonly #host: CouponHost;
  readonly #shown: ShownCredit;
  readonly #form: Lazy<OpeningForm>;

  constructor(host: CouponHost, shown: ShownCredit) {
    this.#host = host;
    this.#shown = shown;
    this.#form = new Lazy(host, async () => {
      const { OpeningForm } = await import('./opening-form.ts');
      return new OpeningForm(host, shown);
    });
  }

  /** The form, after it has loaded. */
  get form(): OpeningForm | undefined {
    return this.#form.module;
  }

  /** Renders the button for the header of the panel, beside the accounts. */
  button(): TemplateResult | typeof nothing {
    if (!this.#isOffered) return nothing;
    const { l10n, permissions } = this.#host;
    return html`<span part="open-account"
      >${iconFeature(
        { availability: permissions.of('credit.open'), l10n },
        { label: wordsOf(l10n).openAccount, path: icons.plus, onClick: this.#open },
      )}</span
    >`;
  }

  /** Renders the button for a customer without accounts. */
  firstButton(): TemplateResult | typeof nothing {
    if (!this.#isOffered) return nothing;
    const { l10n, permissions } = this.#host;
    return feature(
      { id: 'open-account', availability: permissions.of('credit.open'), l10n },
      ({ disabled, describedBy }) =>
        html`<button
          type="button"
          class="button"
          part="open-account"
          ?disabled=${disabled}
          aria-describedby=${describedBy}
          @click=${this.#open}
        >
          ${wordsOf(l10n).openAccount}
        </button>`,
    );
  }

  /** Renders the message that the form failed to load. */
  notices(): TemplateResult | typeof nothing {
    return openFailed(this.#form, this.#host.l10n);
  }

  get #isOffered(): boolean {
    return !this.#host.readonly && this.#shown.openings.length > 0;
  }

  readonly #open = (): void => this.#form.use((form) => form.open(undefined));
}
