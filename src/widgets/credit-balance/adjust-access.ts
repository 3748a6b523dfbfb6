import { html, nothing, type TemplateResult } from 'lit';
import type { CreditEntry } from '../../domain/credit.ts';
import type { DashboardElement } from '../../element/dashboard-element.ts';
import { Lazy } from '../../element/lazy.ts';
import { feature } from '../../ui/feature-mark.ts';
import * as icons from '../../ui/icons.ts';
import { notice } from '../../ui/state-view.ts';
import { datum } from '../../ui/text.ts';
import { wordsOf } from './account-words.ts';
import type { AdjustDesk, AdjustDeskNeeds } from './adjust-desk.ts';
import { openFailed } from './open-failed.ts';
import type { ShownCredit } from './shown-credit.ts';

export interface AdjustHost extends DashboardElement {
  allowDebit: boolean;
  readonly: boolean;
}

type Needs = Omit<AdjustDeskNeeds, 'accounts' | 'allowsDebit' | 'mayAdjust'>;

/** Whether credit can be adjusted, what opens that, and why it cannot. The rest is loaded when it is opened. */
export class AdjustAccess {
  readonly #host: AdjustHost;
  readonly #shown: ShownCredit;
  readonly #desk: Lazy<AdjustDesk>;

  constructor(host: AdjustHost, shown: ShownCredit, needs: Needs) {
    this.#host = host;
    this.#shown = shown;
    this.#desk = new Lazy(host, async () => {
      const { AdjustDesk } = await import('./adjust-desk.ts');
      return new AdjustDesk(host, {
        ...needs,
        accounts: () => shown.list,
        allowsDebit: (account) => host.allowDebit && account.allowDebit === true,
        mayAdjust: () => this.#may,
      });
    });
  }

  /** Where it is done, once it was opened. */
  get desk(): AdjustDesk | undefined {
    return this.#desk.module;
  }

  /** What opens it: for the panel's head. */
  button(): TemplateResult | typeof nothing {
    if (!this.#can) return nothing;
    const { l10n, permissions } = this.#host;
    return feature(
      { id: 'adjust', availability: permissions.of('credit.adjust'), l10n },
      ({ disabled, describedBy }) =>
        html`<button
          type="button"
          class="button"
          part="adjust"
          ?disabled=${disabled || (this.desk?.isBusy ?? false)}
          aria-describedby=${describedBy}
          @click=${this.#adjust}
        >
          ${wordsOf(l10n).adjust}
        </button>`,
    );
  }

  /** That it could not be opened; why it may not be. */
  notices(): TemplateResult {
    const { l10n, permissions } = this.#host;
    const permission = permissions.of('credit.adjust');
    return html`${openFailed(this.#desk, l10n)}
    ${
      permission.state === 'denied' && this.#can
        ? notice({
            path: icons.lock,
            text: html`${wordsOf(l10n).readOnly} ${permission.reason ? datum(permission.reason) : nothing}`,
          })
        : nothing
    }`;
  }

  /** Takes an entry back; nothing where nobody may. */
  get reverse(): ((entry: CreditEntry) => void) | undefined {
    return this.#may ? this.#reverse : undefined;
  }

  readonly #adjust = (): void => this.#desk.use((desk) => desk.adjust(this.#shown.account?.id));

  readonly #reverse = (entry: CreditEntry): void => this.#desk.use((desk) => desk.reverse(entry));

  /** Whether this operator may, too. */
  get #may(): boolean {
    const { state } = this.#host.permissions.of('credit.adjust');
    return this.#can && (state === 'allowed' || state === 'deprecated');
  }

  /** Whether the platform can adjust something that is there, and the host lets it. */
  get #can(): boolean {
    const { client, readonly } = this.#host;
    return client?.adapter.credit?.adjust !== undefined && this.#shown.list.length > 0 && !readonly;
  }
}
