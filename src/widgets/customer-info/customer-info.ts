import { html, nothing, type TemplateResult } from 'lit';
import type { Customer, Named } from '../../domain/customer.ts';
import { isWithheld, type Withheld } from '../../domain/field.ts';
import type { CustomerStats } from '../../domain/stats.ts';
import { DashboardElement } from '../../element/dashboard-element.ts';
import type { RequestEvent } from '../../element/events.ts';
import { RecordController } from '../../element/resource-controller.ts';
import { customerInfo } from '../../i18n/en/customer-info.ts';
import { safeHref } from '../../ui/href.ts';
import * as icons from '../../ui/icons.ts';
import { columnsStyles } from '../../ui/columns.ts';
import { metricStyles } from '../../ui/metric.ts';
import { widget } from '../../ui/panel.ts';
import { notice, stateView, type StateView } from '../../ui/state-view.ts';
import { widgetStyles } from '../../ui/styles.ts';
import { withheld, withheldStyles } from '../../ui/withheld.ts';
import { customerOf, lifetimeOf } from './customer-info.data.ts';
import * as events from './customer-info.events.ts';
import { styles } from './customer-info.styles.ts';
import { details, detailsSkeleton } from './details.ts';
import { nameOf } from './facts.ts';
import { identity, identitySkeleton } from './identity.ts';
import { knowsFigures, metrics, metricsSkeleton } from './metrics.ts';

/**
 * Who the customer is: name or id, level, verification and tax exemption where they apply; what they add up to over
 * their whole life; how to reach them, where they live, which account they have. What is withheld is shown as that.
 *
 * @summary The head of a customer's page: identity, lifetime figures, contact, default addresses, account
 * @tag customer-info
 * @slot actions - Actions of the host, beside the name.
 * @slot hint - A hint of the host, under the name.
 * @slot help - Where help is to be had, at the end.
 * @slot loading - In place of what is shown while the customer is on the way.
 * @slot error - In place of what is shown where the customer could not be loaded.
 * @fires {CustomerContactEvent} customer-contact - A mail address or telephone number was followed. Cancelable.
 * @fires {BusinessAccountOpenEvent} business-account-open - A business account was followed. Cancelable.
 * @fires {ExplanationOpenEvent} explanation-open - The link to why data is withheld was followed. Cancelable.
 * @csspart identity - Name, signs, and what stands beside them.
 * @csspart customer-name - The name, or the id where there is none.
 * @csspart badges - Level, verification, tax exemption.
 * @csspart meta - Id, since when a customer, last login.
 * @csspart metrics - The figures.
 * @csspart details - Contact, default addresses, account.
 * @csspart group - One of the groups of `details`, with a heading.
 * @csspart fields - Labels and values of the account.
 * @csspart address - A postal address.
 * @csspart withheld - In place of a datum that is not shown at all.
 * @csspart code - What stands for an encrypted datum.
 */
export class CustomerInfo extends DashboardElement {
  static readonly tag = 'customer-info';
  static override styles = [...widgetStyles, metricStyles, columnsStyles, withheldStyles, styles];

  readonly #customer = new RecordController<Customer>(this, customerOf);
  readonly #stats = new RecordController<CustomerStats>(this, lifetimeOf);
  #copied: { readonly key: string; readonly done: boolean } | undefined;
  #announcement = '';

  override refresh(): void {
    this.#customer.refresh();
    this.#stats.refresh();
  }

  protected override customerChanged(): void {
    this.#copied = undefined;
    this.#announcement = '';
  }

  protected override render() {
    const stats = this.#viewStats();
    const view = stateView(this.#customer.snapshot, {
      ...this.stateOptions,
      what: this.#words.subject,
      skeleton: this.#renderSkeleton,
      ready: (customer) => this.#renderCustomer(customer, stats),
    });
    const busy = view.busy || Boolean(stats?.busy);
    return widget(
      html`<section class="panel" part="panel" aria-label=${this.#words.heading} aria-busy=${busy ? 'true' : 'false'}>
        ${view.content}
        <slot name="help"></slot>
      </section>`,
      { announcement: view.announcement || stats?.announcement || this.#announcement },
    );
  }

  get #words() {
    return this.l10n.section('customerInfo', customerInfo);
  }

  /** How it stands with the figures; nothing where the platform has none. */
  #viewStats(): StateView | undefined {
    const { snapshot } = this.#stats;
    const { snapshot: customer } = this.#customer;
    if (snapshot.phase === 'idle' || customer.phase !== 'ready') return undefined;
    // A platform without figures shows none.
    if (snapshot.phase === 'error' && snapshot.error.code === 'unsupported') return undefined;
    if (snapshot.phase === 'ready' && !knowsFigures(snapshot.data)) return undefined;
    // What failed twice is said once.
    const shown = snapshot.phase === 'ready' && customer.stale ? { ...snapshot, stale: undefined } : snapshot;
    return stateView(shown, {
      ...this.stateOptions,
      isPart: true,
      what: this.#words.figures,
      skeleton: metricsSkeleton,
      ready: (figures) => metrics(figures, this.l10n),
      retry: () => this.#stats.refresh(),
    });
  }

  readonly #renderSkeleton = (): TemplateResult =>
    html`${identitySkeleton()}
      <div class="metrics">${metricsSkeleton()}</div>
      ${detailsSkeleton()}`;

  #renderCustomer(customer: Customer, stats: StateView | undefined): TemplateResult {
    return html`${identity({ customer, withheldName: this.#renderWithheldName(customer), l10n: this.l10n })}
      <slot name="hint"></slot>
      ${this.#renderPrivacy(customer)}
      ${stats ? html`<div class="metrics" part="metrics">${stats.content}</div>` : nothing}
      ${details({
        customer,
        l10n: this.l10n,
        drawWithheld: this.#drawWithheld,
        onContact: (event, channel) => this.#follow(event, new events.CustomerContactEvent(customer.id, channel)),
        hrefOf: this.#hrefOf,
        onBusiness: (event, { id }) => this.#follow(event, new events.BusinessAccountOpenEvent(customer.id, id)),
      })}`;
  }

  /** Once for all that is withheld. */
  #renderPrivacy({ privacy }: Customer): TemplateResult | typeof nothing {
    if (!privacy) return nothing;
    const { since, infoUrl } = privacy;
    const href = safeHref(infoUrl);
    return notice({
      path: icons.info,
      text: since ? this.l10n.text(this.#words.withheldSince, { day: this.l10n.day(since) }) : this.#words.withheldAll,
      action: href
        ? html`<a class="link" part="link" href=${href} target="_blank" rel="noreferrer" @click=${this.#explain}
            >${this.l10n.common.why}</a
          >`
        : nothing,
    });
  }

  #renderWithheldName(customer: Customer): TemplateResult | typeof nothing {
    const { name } = customer;
    if (!isWithheld(name)) return nothing;
    // What may be shown of it stands above.
    const field = nameOf(customer) === undefined ? name : { ...name, display: undefined, token: undefined };
    return this.#drawWithheld('name', field, this.#words.name);
  }

  readonly #drawWithheld = (key: string, field: Withheld, what: string, isLabelled = false): TemplateResult =>
    withheld({
      field,
      what,
      isLabelled,
      l10n: this.l10n,
      copied: this.#copied?.key === key ? this.#copied.done : undefined,
      onCopy: (text) => void this.#copy(key, text),
      onExplain: this.#explain,
    });

  readonly #hrefOf = ({ id }: Named): string | undefined => {
    const { activeCustomer: customerId = '' } = this;
    const href = this.client?.adapter.links?.('business-account', { customerId, businessAccountId: id });
    return href ?? undefined;
  };

  readonly #explain = (event: Event): void =>
    this.#follow(event, new events.ExplanationOpenEvent(this.activeCustomer ?? ''));

  /** Lets a link be followed unless the host does it in its own way. */
  #follow(event: Event, request: RequestEvent): void {
    if (!this.asks(request)) event.preventDefault();
  }

  async #copy(key: string, text: string): Promise<void> {
    const { activeCustomer } = this;
    this.#copied = undefined;
    // Empty first: the same words a second time would not be said.
    this.#announcement = '';
    this.requestUpdate();
    let done = true;
    try {
      // Not there on a page served over plain http.
      await navigator.clipboard.writeText(text);
    } catch {
      done = false;
    }
    if (activeCustomer !== this.activeCustomer) return;
    this.#copied = { key, done };
    this.#announcement = done ? this.l10n.common.copied : this.l10n.common.notCopied;
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'customer-info': CustomerInfo;
  }
}
