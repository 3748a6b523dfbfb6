import { html, nothing, type TemplateResult } from 'lit';
import type { Customer } from '../../domain/customer.ts';
import { isWithheld, type Withheld } from '../../domain/field.ts';
import type { CopyController } from '../../element/copy-controller.ts';
import type { DashboardElement } from '../../element/dashboard-element.ts';
import { safeHref } from '../../element/href.ts';
import type { Opening } from '../../element/opening.ts';
import { opener } from '../../ui/opener.ts';
import * as icons from '../../ui/icons.ts';
import { notice } from '../../ui/state-view.ts';
import { withheld } from '../../ui/withheld.ts';
import * as events from './customer-info.events.ts';
import { datumTools, revealButton } from './datum-tools.ts';
import type { DrawWithheld, Tools } from './details.ts';
import { nameOf } from './facts.ts';
import type { RevealForm } from './reveal-form.ts';
import { customerInfoWords } from './words.en.ts';

export interface DatumActions {
  readonly copying: CopyController;
  /** Returns the form that reveals values, after it has loaded. */
  readonly reveals: () => Pick<RevealForm, 'isShown' | 'hide'> | undefined;
  /** Opens the form that reveals a value. */
  readonly reveal: (key: string, label: string) => void;
  readonly openingTo: (intent: string, params: Readonly<Record<string, string>>) => Opening | undefined;
}

/** A single value of the customer: its replacement if it is withheld, and its actions. */
export class DatumView {
  readonly #host: DashboardElement;
  readonly #actions: DatumActions;

  constructor(host: DashboardElement, actions: DatumActions) {
    this.#host = host;
    this.#actions = actions;
  }

  readonly withheld: DrawWithheld = (key, field, what, isLabelled = false) =>
    withheld({
      field,
      what,
      isLabelled,
      l10n: this.#host.l10n,
      copied: this.#actions.copying.outcome(key),
      onCopy: (text) => void this.#actions.copying.copy(key, text),
      onExplain: this.#explain,
      action: this.#action(key, field, what, isLabelled),
    });

  readonly tools: Tools = (key, text, what, one) => {
    const { copying, reveals } = this.#actions;
    return datumTools({
      key,
      what,
      one,
      l10n: this.#host.l10n,
      isLabelled: key === 'login' || key === 'recoveryEmail' || key === 'company',
      copied: copying.outcome(key),
      onCopy: text === undefined ? undefined : () => void copying.copy(key, text),
      onHide: reveals()?.isShown(key) ? () => reveals()?.hide(key) : undefined,
    });
  };

  /** Renders the reason why the name is withheld, or its actions, beside the heading. */
  ofName(customer: Customer, source: string | undefined): TemplateResult | typeof nothing {
    const { name } = customer;
    const what = this.#words.name;
    if (!isWithheld(name)) return this.tools('name', undefined, what);
    // The heading already has the visible part of the name.
    const field = nameOf(customer, source) === undefined ? name : { ...name, display: undefined, token: undefined };
    return this.withheld('name', field, what);
  }

  /** Renders the explanation of all withheld values, once. */
  privacy({ privacy }: Customer): TemplateResult | typeof nothing {
    if (!privacy) return nothing;
    const { since, infoUrl } = privacy;
    const { l10n } = this.#host;
    const href = safeHref(infoUrl);
    return notice({
      path: icons.info,
      text: since ? l10n.text(this.#words.withheldSince, { day: l10n.day(since) }) : this.#words.withheldAll,
      action: href
        ? html`<a class="link" part="link" href=${href} target="_blank" rel="noreferrer" @click=${this.#explain}
            >${l10n.common.why}</a
          >`
        : nothing,
    });
  }

  get #words() {
    return this.#host.l10n.words(customerInfoWords);
  }

  /** Renders the action for a withheld value: reveal it, or follow the link of its token. */
  #action(key: string, { withheld: how, revealable, token }: Withheld, what: string, isLabelled: boolean) {
    const { client, permissions, l10n, activeCustomer: customerId = '' } = this.#host;
    const { openingTo, reveal } = this.#actions;
    const { state } = permissions.of('customers.reveal');
    if (revealable && client?.adapter.customers?.reveal && state !== 'planned')
      return revealButton({
        key,
        what,
        isDenied: state === 'denied',
        isUnsettled: state === 'unknown',
        isLabelled: isLabelled && !key.startsWith('default'),
        l10n,
        onClick: () => reveal(key, what),
      });
    const opening =
      how === 'encrypted' && token !== undefined ? openingTo('marketplace-customer', { customerId, token }) : undefined;
    if (!opening) return nothing;
    const onOpen = (event: Event) =>
      void this.#host.open(event, opening, new events.NavigateEvent(customerId, 'marketplace-customer'));
    return opener({ label: this.#words.openMarketplace, part: 'link', opening, onOpen });
  }

  readonly #explain = (event: Event): void => {
    if (!this.#host.request(new events.ExplanationOpenEvent(this.#host.activeCustomer ?? ''))) event.preventDefault();
  };
}
