import { html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { numberColumn, textColumn } from '../../data/file-table.ts';
import { bestOf, type Availability } from '../../domain/operator.ts';
import { type Subscription, subscriptionActions, subscriptionActionsOf } from '../../domain/subscription.ts';
import { FormAccess } from '../../forms/form-access.ts';
import { LazyForm } from '../../forms/lazy-form.ts';
import { ListColumns, type ListColumn } from '../../list/list-columns.ts';
import type { ListTools } from '../../list/list-tools.ts';
import { TableWidget } from '../../list/table-widget.ts';
import { twoLineRows } from '../../list/two-line-rows.styles.ts';
import { rowFeature } from '../../ui/feature-mark.ts';
import * as icons from '../../ui/icons.ts';
import { name } from '../../ui/text.ts';
import {
  intervalText,
  productName,
  renewalText,
  statusCell,
  statusText,
  subscriptions,
  termsText,
} from './subscription-texts.ts';
import { subscriptionsPanelWords } from './words.en.ts';

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

  readonly #create = new FormAccess(
    this,
    async () => new (await import('./subscription-create.ts')).SubscriptionCreate(this),
    {
      operation: 'subscriptions.create',
      part: 'create',
      path: icons.plus,
      label: () => this.words.create,
      isOffered: () => Boolean(this.client?.adapter.subscriptions?.create && this.client.adapter.products?.list),
      open: (form) => form.open(undefined),
      denied: (reason) => reason || this.words.readOnly,
    },
  );
  readonly #change = new LazyForm(
    this,
    async () => new (await import('./subscription-change.ts')).SubscriptionChange(this),
  );
  protected override readonly forms = [this.#create, this.#change];

  constructor() {
    super({ operation: subscriptions, intent: 'subscriptions', icon: icons.repeat, limit: 6 });
  }

  protected override get words() {
    return this.l10n.words(subscriptionsPanelWords);
  }

  protected override get tools(): ListTools<Subscription> {
    const { words, l10n } = this;
    const sku = textColumn<Subscription>(words.sku, ({ product }) => product.sku);
    const quantity = numberColumn<Subscription>(words.quantity, (subscription) => subscription.quantity);
    const interval = textColumn<Subscription>(words.terms, (subscription) => intervalText(subscription.interval, l10n));
    const started = textColumn<Subscription>(words.started, ({ startedAt }) => startedAt);
    return {
      search: { label: words.search },
      file: this.file('subscriptions', [
        ...['product', sku, quantity, interval, 'price', 'status', started],
        textColumn(words.renewal, ({ nextRenewal }) => nextRenewal),
      ]),
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
    const column = new ListColumns<Subscription>(l10n);
    return [
      column.data('product', words.product, productName, {
        ...{ names: true, className: 'lead', sortBy: 'product', title: productName },
        cell: (subscription) => {
          const { variant } = subscription.product;
          return html`<span class="two-lines"
            >${name(productName(subscription), l10n)}${
              variant ? html` <span class="quiet">${name(variant, l10n)}</span>` : nothing
            }</span
          >`;
        },
      }),
      {
        ...{ name: 'terms', heading: words.terms, className: 'under' },
        text: (subscription) => termsText(subscription, l10n),
      },
      {
        ...{ name: 'renewal', heading: words.renewal, className: 'beside', sortBy: 'nextRenewal' },
        text: (subscription) => renewalText(subscription, l10n),
      },
      {
        ...{ name: 'status', heading: words.status, className: 'aside' },
        title: ({ paymentFailure }) => paymentFailure?.reason ?? '',
        cell: (subscription) => statusCell(subscription, l10n),
        file: { kind: 'text', value: (subscription) => statusText(subscription, l10n) },
      },
      {
        ...{ name: 'change', heading: words.action, className: 'action on-row' },
        knows: (subscription) => this.#availabilityOf(subscription).state !== 'denied',
        cell: (subscription) => {
          const label = l10n.text(words.changeOne, { product: productName(subscription) });
          const onClick = () => this.#change.use((form) => form.open(subscription));
          const availability = this.#availabilityOf(subscription);
          return rowFeature({ availability, l10n }, { part: 'change', text: words.change, label, onClick });
        },
      },
      // At the edge, so that actions that are not shown leave no gap there.
      column.amount('price', words.price, ({ price }) => price, { sortBy: 'price' }),
    ];
  }

  /** The availability of the actions on a subscription together. */
  #availabilityOf(subscription: Subscription): Availability {
    const port = this.client?.adapter.subscriptions;
    const actions = subscriptionActionsOf(subscription).filter((action) => port?.[action]);
    return bestOf(actions.map((action) => this.permissions.of(`subscriptions.${action}`)));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'subscriptions-panel': SubscriptionsPanel;
  }
}
