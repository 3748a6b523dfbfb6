import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { AddressUse } from '../../domain/address.ts';
import { customerQuery } from '../../data/customer-queries.ts';
import type { Customer } from '../../domain/customer.ts';
import type { WordList } from '../../element/columns.ts';
import { CopyController } from '../../element/copy-controller.ts';
import { DashboardElement } from '../../element/dashboard-element.ts';
import { Lazy } from '../../element/lazy.ts';
import { openingOf, type OpenAs, type Opening } from '../../element/opening.ts';
import { RecordController } from '../../element/query-controller.ts';
import { customerInfoWords } from './words.en.ts';
import { columnsStyles } from '../../ui/columns.ts';
import * as icons from '../../ui/icons.ts';
import { metricStyles } from '../../ui/metric.ts';
import { widget } from '../../ui/panel.ts';
import { stateView, type StateView } from '../../ui/state-view.ts';
import { widgetStyles } from '../../ui/styles.ts';
import { withheldStyles } from '../../ui/withheld.ts';
import type { CustomerDialogs } from './customer-dialogs.ts';
import * as events from './customer-info.events.ts';
import { styles } from './customer-info.styles.ts';
import { inlineButton } from './datum-tools.ts';
import { DatumView } from './datum-view.ts';
import { details, detailsSkeleton } from './details.ts';
import type { FurtherFigure } from '../../features/figures/further-figures.ts';
import { HeadActions } from './head-actions.ts';
import { identity, identitySkeleton } from './identity.ts';
import type { NameSource } from './facts.ts';
import type { UsualFigure } from '../../features/figures/figures.ts';
import { FiguresView } from './figures-view.ts';
import { metricsSkeleton } from '../../features/figures/metrics.ts';

const ways: readonly OpenAs[] = ['page', 'popup', 'event'];

/**
 * The identity of a customer (name or id, level, verification, tax exemption), their figures, contact data, default
 * addresses, account and custom fields. A withheld value is marked as such; the operator can reveal it for a reason.
 * Data, verification and password are edited in dialogs, which are loaded when they open.
 *
 * @summary The head of a customer's page: identity, figures, contact, default addresses, account; editing and revealing
 * @tag customer-info
 * @fires {CustomerContactEvent} customer-contact - The customer is about to be contacted. Cancelable.
 * @fires {NoteComposeEvent} note-compose - A note is about to be written. Cancelable.
 * @fires {NavigateEvent} navigate - A page of the host's admin is about to be opened. Cancelable.
 * @fires {AddressBookOpenEvent} address-book-open - The address book is about to be opened. Cancelable.
 * @fires {AddressCreateEvent} address-create - An address is about to be added. Cancelable.
 * @fires {AddressCreatedEvent} address-created - An address was added.
 * @fires {AddressDefaultEvent} address-default - An address is about to become the default. Cancelable.
 * @fires {AddressDefaultedEvent} address-defaulted - An address became the default.
 * @fires {BusinessAccountOpenEvent} business-account-open - A business account is about to be opened. Cancelable.
 * @fires {ExplanationOpenEvent} explanation-open - The explanation of withheld data is about to be opened. Cancelable.
 * @fires {CustomerUpdateEvent} customer-update - The customer's data is about to be changed. Cancelable.
 * @fires {CustomerUpdatedEvent} customer-updated - The customer's data was changed.
 * @fires {CustomerStatusSetEvent} customer-status-set - The verification status is about to be set. Cancelable.
 * @fires {CustomerStatusChangedEvent} customer-status-changed - The verification status was changed.
 * @fires {PasswordSetEvent} password-set - The password is about to be changed. Cancelable.
 * @fires {PasswordChangedEvent} password-changed - The password was changed.
 * @fires {RevealEvent} reveal - A masked value is about to be revealed. Cancelable.
 * @fires {RevealedEvent} revealed - A masked value was revealed for a limited time.
 * @csspart identity - The name, the badges, and the actions beside them.
 * @csspart customer-name - The name, or the id if there is no name.
 * @csspart badges - The badges: level, verification, tax exemption, high value.
 * @csspart meta - The id, the date of registration and the last login.
 * @csspart contact - Contacts the customer.
 * @csspart compose-note - Goes to the form for a note.
 * @csspart edit - Opens the customer's data for editing.
 * @csspart profile - Opens the profile in the host's admin.
 * @csspart metrics - A group of figures.
 * @csspart details - The contact data, default addresses, account and custom fields.
 * @csspart group - A group of `details` with its heading.
 * @csspart edit-address - Opens the choice of another default address.
 * @csspart change-password - Opens the password dialog.
 * @csspart consent - The customer's consent to contact.
 * @csspart fields - The labels and values of the account and of custom fields.
 * @csspart address - A postal address.
 * @csspart withheld - Replaces a value that is not shown.
 * @csspart code - The code that replaces an encrypted value.
 * @csspart reveal - Reveals a masked value.
 * @csspart hide - Masks a revealed value again.
 * @csspart copy - Copies a value.
 * @csspart dialog - A dialog.
 * @csspart form - A form.
 * @csspart field - A form field with its label.
 * @csspart input - A form control.
 * @csspart message - A message about a field or a form.
 * @csspart theirs - The version that somebody else has saved.
 * @csspart take-theirs - Accepts the other person's version.
 * @csspart discard - Discards the draft.
 * @csspart cancel - Closes a form or dialog without saving.
 * @csspart save - Saves the form.
 * @csspart check - Checks the outcome of an unconfirmed write.
 * @csspart read-again - Refetches the data where the platform cannot report the outcome.
 * @csspart confirm - Confirms a form and sends it.
 * @csspart add - Opens the form for a new address.
 * @csspart addresses - A list of addresses.
 * @csspart badge - A badge.
 * @csspart basis - The data that a figure counts.
 * @csspart choice - An option of a group.
 * @csspart columns - Figures side by side.
 * @csspart confirm-delete - Confirms a deletion.
 * @csspart explanation - The explanation of a figure.
 * @csspart figure - A figure.
 * @csspart label - The label of a figure.
 * @csspart link - A link that opens an item.
 * @csspart metric - A figure with its label and basis.
 * @csspart notice - A strip above the data.
 * @csspart popover - A popover.
 * @csspart popover-button - Opens a popover.
 * @csspart search - The search field.
 * @csspart versions - The two versions of an edit conflict.
 */
export class CustomerInfo extends DashboardElement {
  static readonly tag = 'customer-info';
  static override styles = [...widgetStyles, metricStyles, columnsStyles, withheldStyles, styles];

  /**
   * The sources of the name, in order of preference: `shipping` and `billing` (of the default address), `full`,
   * `first-last`, `id`. The id if no source has a name.
   */
  @property({ attribute: 'name-source' }) nameSource?: WordList<NameSource>;
  /**
   * The figures to show, in order: `lifetime-total`, `orders`, `average-order`, `first-order`, `last-order`, `last-order-amount`,
   * `total-paid`, `order-total`, `order-total-excluding-canceled`, `transactions`, `items`, `canceled-items`,
   * `returned-items`, `credit`, `points`. The first four by default. With `last-order-amount`, the number of orders says since when.
   */
  @property() metrics?: WordList<UsualFigure | FurtherFigure>;
  /** The days that the figures cover, `2026-01-01/2026-12-31`; either end can be open. All days by default. */
  @property() range?: string;
  /** The platform's meaning of orders: `orders`, or `transactions`, which counts each payment and refund. */
  @property({ attribute: 'count-basis' }) countBasis?: 'orders' | 'transactions';
  /** The average order from which a customer is marked as high value, one amount per currency: `250 GBP, 300 EUR`. */
  @property({ attribute: 'high-value' }) highValue?: string;
  /** Allows contact for service, about orders and requests, with customers who have not consented to contact. */
  @property({ attribute: 'service-contact', type: Boolean }) serviceContact = false;

  /** The place where the profile, a business account or the marketplace's page opens. All are pages of the host. */
  @property({ attribute: 'open-as' }) openAs?: Exclude<OpenAs, 'dialog' | 'drawer'>;

  readonly #customer = new RecordController<Customer>(this, customerQuery);
  readonly #copying = new CopyController(this);
  readonly #further = new Lazy(this, () => import('./further.ts'));
  readonly #phones = new Lazy(this, () => import('./phone-link.ts'));
  readonly #figures = new FiguresView(this, this.#further);
  readonly #module = new Lazy(this, () => import('./customer-dialogs.ts'));
  /** Returns how a page of the host opens. It opens with `event` even if the host has no URL for it. */
  readonly #openingTo = (intent: string, params: Readonly<Record<string, string>>): Opening | undefined =>
    openingOf(ways, this.openAs, this.link(intent, params));

  readonly #datums = new DatumView(this, {
    copying: this.#copying,
    reveals: () => this.#dialogs?.reveals,
    reveal: (key, label) => this.#use((dialogs) => dialogs.reveal(key, label)),
    openingTo: this.#openingTo,
  });
  readonly #actions = new HeadActions(this, { edit: () => this.#edit(), openingTo: this.#openingTo });
  #dialogs: CustomerDialogs | undefined;

  override refresh(): void {
    this.#customer.refresh();
    this.#figures.refresh();
    this.permissions.refresh();
  }

  protected override loadParts(): void {
    const { snapshot } = this.#customer;
    const hasMore = snapshot.phase === 'ready' && snapshot.data.customFields?.length;
    this.#figures.load();
    // The module is loaded once: a failed load is not retried with every update.
    if (this.#further.state === 'idle' && (hasMore || this.#figures.needsMore)) this.#further.load();
    if (this.#phones.state === 'idle' && snapshot.phase === 'ready' && snapshot.data.phones) this.#phones.load();
  }

  protected override render() {
    const stats = this.#figures.view(this.#customer.snapshot, this.stateOptions);
    const view = stateView(this.#customer.snapshot, {
      ...this.stateOptions,
      what: this.#words.subject,
      skeleton: this.#renderSkeleton,
      ready: (customer) => this.#renderCustomer(this.#dialogs?.reveals.over(customer) ?? customer, stats),
    });
    const busy = view.busy || Boolean(stats?.busy);
    return widget(
      html`<section class="panel" part="panel" aria-label=${this.#words.heading} aria-busy=${busy ? 'true' : 'false'}>
        ${view.content}
        <slot name="help"></slot>
      </section>`,
      {
        dialogs: this.#dialogs?.render() ?? nothing,
        announcement: view.announcement || stats?.announcement || this.#said,
      },
    );
  }

  get #words() {
    return this.l10n.words(customerInfoWords);
  }

  get #said(): string {
    if (this.#module.state === 'failed') return this.l10n.text(this.l10n.common.failed, { what: this.#words.edit });
    return this.announcement;
  }

  readonly #renderSkeleton = (): TemplateResult => {
    const { length } = this.#figures.names;
    return html`${identitySkeleton(Boolean(this.client?.adapter.customers?.update))}
    ${length ? html`<div class="metrics">${metricsSkeleton(length)}</div>` : nothing} ${detailsSkeleton()}`;
  };

  #renderCustomer(customer: Customer, stats: StateView | undefined): TemplateResult {
    const { l10n } = this;
    const { module: further } = this.#further;
    const { customFields } = customer;
    return html`${identity({
        customer,
        nameSource: this.nameSource,
        signs: this.#figures.highFrom && further ? [further.highValueBadge(l10n)] : [],
        withheldName: this.#datums.ofName(customer, this.nameSource),
        actions: this.#actions.render(customer),
        l10n,
      })}
      <slot name="hint"></slot>
      ${this.#datums.privacy(customer)}
      ${stats ? html`<div class="metrics" part="metrics">${stats.content}</div>` : nothing}
      ${details({
        customer,
        l10n,
        drawWithheld: this.#datums.withheld,
        tools: this.#datums.tools,
        additional:
          customFields?.length && further
            ? further.customFields(customFields, l10n, this.#datums.withheld, this.#datums.tools)
            : nothing,
        inService: this.serviceContact,
        phoneHref: this.#phones.module?.phoneHref,
        drawAddressEdit: this.#drawAddressEdit,
        passwordChange: this.#renderPasswordChange(),
        onContact: (event, channel) => this.#actions.contact(event, customer, channel),
        openingOf: ({ id }) => this.#openingTo('business-account', { customerId: customer.id, businessAccountId: id }),
        onBusiness: (event, { id }, opening) =>
          void this.open(event, opening, new events.BusinessAccountOpenEvent(customer.id, id)),
      })}`;
  }

  readonly #drawAddressEdit = (use: AddressUse, heading: string): TemplateResult | typeof nothing =>
    this.client?.adapter.addresses?.list
      ? inlineButton({
          part: 'edit-address',
          text: this.#words.edit,
          label: this.l10n.text(this.#words.editWhat, { what: this.l10n.withinSentence(heading) }),
          onClick: () => this.#editAddress(use),
        })
      : nothing;

  #renderPasswordChange(): TemplateResult | typeof nothing {
    const { state } = this.permissions.of('customers.setPassword');
    if (!this.client?.adapter.customers?.setPassword || state === 'planned') return nothing;
    return inlineButton({
      isUnsettled: state === 'unknown',
      part: 'change-password',
      text: this.#words.changePassword,
      path: state === 'denied' ? icons.lock : undefined,
      onClick: () => this.#use((dialogs) => dialogs.password()),
    });
  }

  #edit(): void {
    const { snapshot } = this.#customer;
    // The dialog gets the record without revealed values: they must not be written back.
    if (snapshot.phase === 'ready') this.#use((dialogs) => dialogs.edit(snapshot.data));
  }

  #editAddress(use: AddressUse): void {
    const { activeCustomer } = this;
    if (activeCustomer !== undefined && this.request(new events.AddressBookOpenEvent(activeCustomer, use)))
      this.#use((dialogs) => dialogs.defaultAddress(use));
  }

  /** Calls `act` with the dialogs, which are loaded when they are first needed. */
  #use(act: (dialogs: CustomerDialogs) => void): void {
    this.announce('');
    this.#copying.reset();
    this.#module.use((module) =>
      act((this.#dialogs ??= new module.CustomerDialogs(this, () => this.#customer.refresh()))),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'customer-info': CustomerInfo;
  }
}
