import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { moneyColumns, numberColumn, textColumn } from '../../data/file-table.ts';
import { listOperation } from '../../data/list-query.ts';
import type { Availability } from '../../domain/operator.ts';
import { Subscription, subscriptionActions, subscriptionActionsOf } from '../../domain/subscription.ts';
import { Lazy } from '../../element/lazy.ts';
import type { ListPlace, ListTools } from '../../list/list-tools.ts';
import { TableWidget, type ListColumn } from '../../list/table-widget.ts';
import { twoLineRows } from '../../list/two-line-rows.styles.ts';
import { feature, featureHelp } from '../../ui/feature-mark.ts';
import { icon } from '../../ui/icon.ts';
import * as icons from '../../ui/icons.ts';
import { line, notice, openFailed } from '../../ui/state-view.ts';
import { datum, maybe, name } from '../../ui/text.ts';
import { intervalText, productName, renewalText, statusCell, statusText, termsText } from './subscription-texts.ts';
import { subscriptionsPanelWords } from './words.en.ts';

const operation = listOperation('subscriptions.list', Subscription);

/**
 * The subscriptions of a customer: those whose payment failed first, then the most recent. Operators create, change,
 * pause, resume and cancel subscriptions here.
 *
 * @summary A customer's subscriptions
 * @tag subscriptions-panel
 * @fires {SubscriptionCreateEvent} subscription-create - A subscription is about to be created. Cancelable.
 * @fires {SubscriptionCreatedEvent} subscription-created - A subscription was created.
 * @fires {SubscriptionChangeEvent} subscription-change - A subscription is about to be changed, paused, resumed or canceled. Cancelable.
 * @fires {SubscriptionChangedEvent} subscription-changed - A subscription was changed, paused, resumed or canceled.
 * @fires {ExportEvent} export - Subscriptions are about to be exported. Cancelable.
 * @csspart badge - The status of a subscription.
 * @csspart cancel - Closes a form or dialog without saving.
 * @csspart change - The button that opens the form to change, pause, resume or cancel a subscription.
 * @csspart check - Checks the outcome of an unconfirmed write.
 * @csspart choice - An option of a group.
 * @csspart confirm - Confirms a form and sends it.
 * @csspart create - The button that opens the form for a new subscription.
 * @csspart discard - Discards the draft.
 * @csspart field - A form field with its label.
 * @csspart form - A form.
 * @csspart review - Continues to the second step.
 */
export class SubscriptionsPanel extends TableWidget<Subscription> {
  static readonly tag = 'subscriptions-panel';
  static override styles = [TableWidget.styles, twoLineRows];

  /** The number of subscriptions to show. */
  @property({ type: Number }) limit = 6;

  readonly #forms = new Lazy(this, async () => {
    const { SubscriptionForms } = await import('./subscription-forms.ts');
    return new SubscriptionForms(this, operation);
  });

  constructor() {
    super({ operation, intent: 'subscriptions', icon: icons.repeat, limit: 6 });
  }

  protected override get words() {
    return this.l10n.words(subscriptionsPanelWords);
  }

  protected override get tools(): ListTools<Subscription> {
    const { words, l10n } = this;
    return {
      search: { label: words.search },
      file: {
        what: 'subscriptions',
        table: () => ({
          title: words.heading,
          columns: [
            textColumn(words.product, productName),
            textColumn(words.sku, ({ product }) => product.sku),
            numberColumn(words.quantity, ({ quantity }) => quantity),
            textColumn(words.terms, ({ interval }) => intervalText(interval, l10n)),
            ...moneyColumns<Subscription>({ amount: words.price, currency: words.currency }, ({ price }) => price),
            textColumn(words.status, (subscription) => statusText(subscription, l10n)),
            textColumn(words.started, ({ startedAt }) => startedAt),
            textColumn(words.renewal, ({ nextRenewal }) => nextRenewal),
          ],
        }),
      },
    };
  }

  protected override get reasons() {
    return [
      this.l10n.today,
      ...subscriptionActions.map((action) => this.permissions.of(`subscriptions.${action}`).state),
    ];
  }

  protected override columnsOf(): readonly ListColumn<Subscription>[] {
    const { words, l10n } = this;
    return [
      {
        name: 'product',
        heading: words.product,
        names: true,
        className: 'lead',
        sortBy: 'product',
        isData: true,
        skeleton: line(32),
        title: productName,
        cell: (subscription) =>
          html`${name(productName(subscription), l10n)}${
            subscription.product.variant
              ? html` <span class="quiet">${name(subscription.product.variant, l10n)}</span>`
              : nothing
          }`,
      },
      {
        name: 'terms',
        heading: words.terms,
        className: 'under',
        skeleton: line(24),
        text: (subscription) => termsText(subscription, l10n),
      },
      {
        name: 'renewal',
        heading: words.renewal,
        className: 'beside',
        sortBy: 'nextRenewal',
        skeleton: line(14),
        text: (subscription) => renewalText(subscription, l10n),
      },
      {
        name: 'status',
        heading: words.status,
        className: 'aside',
        skeleton: html`<span class="skeleton chip w18"></span>`,
        title: ({ paymentFailure }) => paymentFailure?.reason ?? '',
        cell: (subscription) => statusCell(subscription, l10n),
      },
      {
        name: 'price',
        heading: words.price,
        numeric: true,
        className: 'total',
        sortBy: 'price',
        skeleton: line(14, { end: true }),
        cell: ({ price }) => maybe(price, l10n, (amount) => datum(l10n.amount(amount))),
      },
      {
        name: 'change',
        heading: words.action,
        className: 'action',
        knows: (subscription) => this.#availabilityOf(subscription).state !== 'denied',
        cell: (subscription) => this.#changeButton(subscription),
      },
    ];
  }

  protected override statusOf(place: ListPlace): string {
    return this.#forms.module?.announcement || super.statusOf(place);
  }

  protected override renderActions(): TemplateResult | typeof nothing {
    if (!this.client?.adapter.subscriptions?.create || !this.client.adapter.products?.list) return nothing;
    return feature(
      { id: 'create', availability: this.permissions.of('subscriptions.create'), l10n: this.l10n },
      ({ disabled, describedBy }) =>
        html`<button
          type="button"
          class="button"
          part="create"
          ?disabled=${disabled}
          aria-describedby=${describedBy}
          @click=${() => this.#forms.use(({ create }) => create.open(undefined))}
        >
          ${icon(icons.plus)}${this.words.create}
        </button>`,
    );
  }

  protected override renderEmptyAction(): TemplateResult | typeof nothing {
    return this.renderActions();
  }

  protected override renderNotices(): TemplateResult {
    const { words, l10n } = this;
    const creating = this.permissions.of('subscriptions.create');
    const isDenied = this.client?.adapter.subscriptions?.create && creating.state === 'denied';
    return html`${
      isDenied
        ? notice({ path: icons.lock, text: (creating.state === 'denied' && creating.reason) || words.readOnly })
        : nothing
    }${openFailed(this.#forms, l10n)}${this.#forms.module?.strips()}`;
  }

  protected override renderDialogs(): unknown {
    return this.#forms.module?.dialogs();
  }

  /** The availability of the actions on a subscription together: that of the best one, `denied` if there is none. */
  #availabilityOf(subscription: Subscription): Availability {
    const port = this.client?.adapter.subscriptions;
    const all = subscriptionActionsOf(subscription)
      .filter((action) => port?.[action])
      .map((action) => this.permissions.of(`subscriptions.${action}`));
    const best = (['allowed', 'deprecated', 'unknown', 'planned'] as const).map((state) =>
      all.find((one) => one.state === state),
    );
    return best.find((one) => one !== undefined) ?? { state: 'denied' };
  }

  #changeButton(subscription: Subscription): TemplateResult {
    const { words, l10n } = this;
    const availability = this.#availabilityOf(subscription);
    if (availability.state === 'denied') return html``;
    const help = featureHelp(availability, l10n);
    const isPlanned = availability.state === 'planned';
    const sign = isPlanned ? l10n.common.planned : l10n.common.deprecated;
    const name = l10n.text(words.changeOne, { product: productName(subscription) });
    const button = html`<button
      type="button"
      class="link"
      part="change"
      aria-label=${help === undefined ? name : `${name}. ${sign}. ${help}`}
      title=${help === undefined ? nothing : `${sign}. ${help}`}
      ?disabled=${isPlanned}
      @click=${() => this.#forms.use(({ change }) => change.open(subscription))}
    >
      ${words.change}
    </button>`;
    return availability.state === 'unknown' ? html`<span class="unsettled">${button}</span>` : button;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'subscriptions-panel': SubscriptionsPanel;
  }
}
