import { html, nothing, type TemplateResult } from 'lit';
import type { CreditEntry } from '../../../domain/credit.ts';
import { Lazy } from '../../../element/lazy.ts';
import { feature } from '../../../ui/feature-mark.ts';
import * as icons from '../../../ui/icons.ts';
import { notice, openFailed } from '../../../ui/state-view.ts';
import { name } from '../../../ui/text.ts';
import { wordsOf } from '../account-words.ts';
import { type ShownCredit, canAdjust, mayAdjust, type AdjustHost, type Ledger } from '../shown-credit.ts';
import type { AdjustForm } from './adjust-form.ts';

/** The button that opens the adjustment, and the reasons why it is not available. The form is loaded when it opens. */
export class AdjustAccess {
  readonly #host: AdjustHost;
  readonly #shown: ShownCredit;
  readonly #form: Lazy<AdjustForm>;

  constructor(host: AdjustHost, shown: ShownCredit, ledger: Ledger) {
    this.#host = host;
    this.#shown = shown;
    this.#form = new Lazy(host, async () => {
      const { AdjustForm } = await import('./adjust-form.ts');
      return new AdjustForm(host, shown, ledger);
    });
  }

  /** The form, after it has loaded. */
  get form(): AdjustForm | undefined {
    return this.#form.module;
  }

  /** Renders the button for the header of the panel. */
  button(): TemplateResult | typeof nothing {
    if (!canAdjust(this.#host, this.#shown)) return nothing;
    const { l10n, permissions } = this.#host;
    const { form } = this;
    return feature(
      { id: 'adjust', availability: permissions.of('credit.adjust'), l10n },
      ({ disabled, describedBy }) =>
        html`<button
          type="button"
          class="button"
          part="adjust"
          ?disabled=${disabled || (form?.isBusy && !form.isOpen)}
          aria-describedby=${describedBy}
          @click=${this.#adjust}
        >
          ${wordsOf(l10n).adjust}
        </button>`,
    );
  }

  /** Renders the message that the form failed to load, and the reason of a denied permission. */
  notices(): TemplateResult {
    const { l10n, permissions } = this.#host;
    const permission = permissions.of('credit.adjust');
    return html`${openFailed(this.#form, l10n)}
    ${
      permission.state === 'denied' && canAdjust(this.#host, this.#shown)
        ? notice({
            path: icons.lock,
            text: html`${wordsOf(l10n).readOnly} ${permission.reason ? name(permission.reason, l10n) : nothing}`,
          })
        : nothing
    }`;
  }

  /** The function that reverses an entry; undefined without the permission. */
  get reverse(): ((entry: CreditEntry) => void) | undefined {
    return mayAdjust(this.#host, this.#shown) ? this.#reverse : undefined;
  }

  readonly #adjust = (): void => this.#form.use((form) => form.open(undefined));

  readonly #reverse = (entry: CreditEntry): void => this.#form.use((form) => form.open(entry));
}
