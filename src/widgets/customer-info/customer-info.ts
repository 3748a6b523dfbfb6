import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { AddressUse } from '../../domain/address.ts';
import type { Customer } from '../../domain/customer.ts';
import type { Availability } from '../../domain/operator.ts';
import type { WordList } from '../../element/columns.ts';
import { CopyController } from '../../element/copy-controller.ts';
import { DashboardElement } from '../../element/dashboard-element.ts';
import type { RequestEvent } from '../../element/events.ts';
import { Lazy } from '../../element/lazy.ts';
import { openingOf, type OpenAs, type Opening } from '../../element/opening.ts';
import { RecordController } from '../../element/query-controller.ts';
import { customerInfoWords } from './words.en.ts';
import { columnsStyles } from '../../ui/columns.ts';
import { safeHref } from '../../element/href.ts';
import * as icons from '../../ui/icons.ts';
import { metricStyles } from '../../ui/metric.ts';
import { widget } from '../../ui/panel.ts';
import { stateView, type StateView } from '../../ui/state-view.ts';
import { widgetStyles } from '../../ui/styles.ts';
import { withheldStyles } from '../../ui/withheld.ts';
import type { CustomerDesk } from './customer-desk.ts';
import { customerOf } from './customer-info.data.ts';
import * as events from './customer-info.events.ts';
import { styles } from './customer-info.styles.ts';
import { inlineButton } from './datum-tools.ts';
import { DatumView } from './datum-view.ts';
import { details, detailsSkeleton } from './details.ts';
import type { FurtherFigure } from './further-figures.ts';
import { headActions } from './head-actions.ts';
import { identity, identitySkeleton } from './identity.ts';
import type { NameSource } from './facts.ts';
import type { UsualFigure } from './figures.ts';
import { FiguresView } from './figures-view.ts';
import { metricsSkeleton } from './metrics.ts';
import { mailTo, mayReach } from './reaching.ts';

const ways: readonly OpenAs[] = ['page', 'popup', 'event'];

/**
 * Who the customer is: name or id, level, verification and tax exemption where they apply; what they add up to; how to
 * reach them, where they live, which account they have, what else the host knows. What is withheld is shown as that,
 * and can be revealed for a reason. Data, verification and password are changed in dialogs, which are loaded when they
 * are opened.
 *
 * @summary The head of a customer's page: identity, figures, contact, default addresses, account; editing and revealing
 * @tag customer-info
 * @slot actions - Actions of the host, beside the name.
 * @slot hint - A hint of the host, under the name.
 * @slot help - Where help is to be had, at the end.
 * @slot loading - In place of what is shown while the customer is on the way.
 * @slot error - In place of what is shown where the customer could not be loaded.
 * @fires {CustomerContactEvent} customer-contact - A way to reach the customer was followed. Cancelable.
 * @fires {NoteComposeEvent} note-compose - A note is about to be written. Cancelable.
 * @fires {NavigateEvent} navigate - A page of the host's admin was followed. Cancelable.
 * @fires {AddressBookOpenEvent} address-book-open - Another default address is about to be chosen. Cancelable.
 * @fires {AddressCreateEvent} address-create - An address is about to be added, to be the default. Cancelable.
 * @fires {AddressCreatedEvent} address-created - It was added.
 * @fires {AddressDefaultEvent} address-default - Another default address was chosen, and is about to be set. Cancelable.
 * @fires {AddressDefaultedEvent} address-defaulted - Another default address was set.
 * @fires {BusinessAccountOpenEvent} business-account-open - A business account was followed. Cancelable.
 * @fires {ExplanationOpenEvent} explanation-open - The link to why data is withheld was followed. Cancelable.
 * @fires {CustomerUpdateEvent} customer-update - The customer is about to be changed. Cancelable.
 * @fires {CustomerUpdatedEvent} customer-updated - The customer was changed.
 * @fires {CustomerStatusSetEvent} customer-status-set - The verification is about to be set. Cancelable.
 * @fires {CustomerStatusChangedEvent} customer-status-changed - The verification was set.
 * @fires {PasswordSetEvent} password-set - The password is about to be changed. Cancelable.
 * @fires {PasswordChangedEvent} password-changed - The password was changed.
 * @fires {RevealEvent} reveal - A masked datum is about to be shown whole. Cancelable.
 * @fires {RevealedEvent} revealed - A masked datum is shown whole, for a while.
 * @csspart identity - Name, signs, and what stands beside them.
 * @csspart customer-name - The name, or the id where there is none.
 * @csspart badges - Level, verification, tax exemption, high value.
 * @csspart meta - Id, since when a customer, last login.
 * @csspart contact - What writes to the customer.
 * @csspart compose-note - What goes to where a note is written.
 * @csspart edit - What opens the customer's data for editing.
 * @csspart profile - What leads to the whole profile in the host's admin.
 * @csspart metrics - The figures.
 * @csspart details - Contact, default addresses, account, further details.
 * @csspart group - One of the groups of `details`, with a heading.
 * @csspart edit-address - What opens the choice of another default address.
 * @csspart change-password - What opens the dialog of the password.
 * @csspart consent - What the customer has said to being contacted.
 * @csspart fields - Labels and values of the account, and of further details.
 * @csspart address - A postal address.
 * @csspart withheld - In place of a datum that is not shown at all.
 * @csspart code - What stands for an encrypted datum.
 * @csspart reveal - What shows a masked datum whole.
 * @csspart hide - What masks it again.
 * @csspart copy - What copies a datum.
 * @csspart dialog - A dialog: of editing, of the password, of the reason to reveal.
 * @csspart form - What is filled in there.
 * @csspart field - A field of it, with its label.
 * @csspart input - What is typed or chosen in.
 * @csspart message - What is wrong, or worth knowing.
 * @csspart theirs - What somebody else has made of a field that was changed here too.
 * @csspart take-theirs - What takes that over.
 * @csspart discard - What discards what was typed.
 * @csspart cancel - What closes a dialog.
 * @csspart save - What saves.
 * @csspart check - What asks for the outcome of what is in doubt.
 * @csspart read-again - The same, where the platform cannot be asked.
 * @csspart confirm - What reveals.
 * @csspart add - What opens the form for a new address.
 * @csspart addresses - The addresses.
 * @csspart badge - A sign.
 * @csspart basis - What a figure is a figure of.
 * @csspart choice - One of several to choose from.
 * @csspart columns - Figures side by side.
 * @csspart confirm-delete - What deletes, once it was asked.
 * @csspart explanation - What a figure counts.
 * @csspart figure - A figure.
 * @csspart label - The name of a figure.
 * @csspart link - What opens a thing.
 * @csspart metric - A figure with its name and basis.
 * @csspart notice - A strip above data.
 * @csspart popover - What a button opens beside it.
 * @csspart popover-button - What opens a popover.
 * @csspart search - The field to search with.
 * @csspart versions - Theirs and mine, where somebody else was first.
 */
export class CustomerInfo extends DashboardElement {
  static readonly tag = 'customer-info';
  static override styles = [...widgetStyles, metricStyles, columnsStyles, withheldStyles, styles];

  /**
   * From where the name is taken, in order of preference: `shipping` and `billing` (of the default address), `full`,
   * `first-last`, `id`. The id where none has one.
   */
  @property({ attribute: 'name-source' }) nameSource?: WordList<NameSource>;
  /**
   * Which figures are shown, in their order: `lifetime-total`, `orders`, `average-order`, `first-order`, `last-order`,
   * `total-paid`, `order-total`, `order-total-excluding-canceled`, `transactions`, `items`, `canceled-items`,
   * `returned-items`, `points`. The first four, where nothing is said.
   */
  @property() metrics?: WordList<UsualFigure | FurtherFigure>;
  /** Over which days they are, `2026-01-01/2026-12-31`, with either end open; the whole life, where nothing is said. */
  @property() range?: string;
  /** What the platform means by orders: `orders`, or `transactions`, payments and refunds each for itself. */
  @property({ attribute: 'count-basis' }) countBasis?: 'orders' | 'transactions';
  /** From which average order on a customer is marked as of high value, one amount a currency: `250 GBP, 300 EUR`. */
  @property({ attribute: 'high-value' }) highValue?: string;
  /**
   * Who has not agreed to be contacted, or not yet, is not; with this, they are for service: about what they have
   * ordered or asked.
   */
  @property({ attribute: 'service-contact', type: Boolean }) serviceContact = false;

  /** Where the profile, a business account or the marketplace's own page opens: they are pages of the host. */
  @property({ attribute: 'open-as' }) openAs?: Exclude<OpenAs, 'dialog' | 'drawer'>;

  readonly #customer = new RecordController<Customer>(this, customerOf);
  readonly #copying = new CopyController(this);
  readonly #further = new Lazy(this, () => import('./further.ts'));
  readonly #phones = new Lazy(this, () => import('./phone-link.ts'));
  readonly #figures = new FiguresView(this, this.#further);
  readonly #desk = new Lazy(this, () => import('./customer-desk.ts'));
  readonly #datums = new DatumView(this, {
    copying: this.#copying,
    desk: () => this.#work,
    use: (act) => this.#use(act),
    openingTo: (intent, params) => this.#openingTo(intent, params),
  });
  #work: CustomerDesk | undefined;

  override refresh(): void {
    this.#customer.refresh();
    this.#figures.refresh();
    this.permissions.refresh();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { snapshot } = this.#customer;
    const hasMore = snapshot.phase === 'ready' && snapshot.data.customFields?.length;
    this.#figures.load();
    // Once: what did not come is not asked for with every update.
    if (this.#further.state === 'idle' && (hasMore || this.#figures.needsMore)) this.#further.load();
    if (this.#phones.state === 'idle' && snapshot.phase === 'ready' && snapshot.data.phones) this.#phones.load();
  }

  protected override render() {
    const stats = this.#figures.view(this.#customer.snapshot, this.stateOptions);
    const view = stateView(this.#customer.snapshot, {
      ...this.stateOptions,
      what: this.#words.subject,
      skeleton: this.#renderSkeleton,
      ready: (customer) => this.#renderCustomer(this.#work?.over(customer) ?? customer, stats),
    });
    const busy = view.busy || Boolean(stats?.busy);
    return widget(
      html`<section class="panel" part="panel" aria-label=${this.#words.heading} aria-busy=${busy ? 'true' : 'false'}>
        ${view.content}
        <slot name="help"></slot>
      </section>`,
      {
        dialogs: this.#work?.render() ?? nothing,
        announcement: view.announcement || stats?.announcement || this.#said,
      },
    );
  }

  get #words() {
    return this.l10n.words(customerInfoWords);
  }

  get #said(): string {
    if (this.#desk.state === 'failed') return this.l10n.text(this.l10n.common.failed, { what: this.#words.edit });
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
        actions: this.#renderActions(customer),
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
        onContact: (event, channel) => this.#contact(event, customer, channel),
        openingOf: ({ id }) => this.#openingTo('business-account', { customerId: customer.id, businessAccountId: id }),
        onBusiness: (event, { id }, opening) =>
          void this.open(event, opening, new events.BusinessAccountOpenEvent(customer.id, id)),
      })}`;
  }

  #renderActions(customer: Customer): TemplateResult {
    const { customers } = this.client?.adapter ?? {};
    const { id } = customer;
    const writes = mayReach(customer, 'email', this.serviceContact)
      ? (this.link('contact', { channel: 'email' }) ?? safeHref(mailTo(customer)))
      : undefined;
    return headActions({
      contact: writes === undefined ? undefined : { href: writes, inService: !mayReach(customer, 'email', false) },
      onContact: (event) => this.#contact(event, customer, 'email'),
      onNote: this.#notesPanel ? () => this.#composeNote(id) : undefined,
      onEdit: (customers?.update ?? customers?.setStatus) ? this.#edit : undefined,
      editing: this.#editing,
      profile: this.#openingTo('profile', { customerId: id }),
      onProfile: (event, opening) => void this.open(event, opening, new events.NavigateEvent(id, 'profile')),
      l10n: this.l10n,
    });
  }

  /** How it stands with editing: as with the record, or with the verification where that is all that may be changed. */
  get #editing(): Availability {
    const { customers } = this.client?.adapter ?? {};
    const [record, status] = [this.permissions.of('customers.update'), this.permissions.of('customers.setStatus')];
    return customers?.update && (record.state !== 'denied' || !customers.setStatus) ? record : status;
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
      onClick: () => this.#use((desk) => desk.password()),
    });
  }

  /** How a page of the host's opens: `event` also where it gives no address. */
  #openingTo(intent: string, params: Readonly<Record<string, string>>): Opening | undefined {
    return openingOf(ways, this.openAs, this.link(intent, params));
  }

  readonly #edit = (): void => {
    const { snapshot } = this.#customer;
    // Without what is revealed: that is not there to be written back.
    if (snapshot.phase === 'ready') this.#use((desk) => desk.edit(snapshot.data));
  };

  #editAddress(use: AddressUse): void {
    const { activeCustomer } = this;
    if (activeCustomer !== undefined && this.request(new events.AddressBookOpenEvent(activeCustomer, use)))
      this.#use((desk) => desk.defaultAddress(use));
  }

  #contact(event: Event, customer: Customer, channel: 'email' | 'phone'): void {
    const purpose = mayReach(customer, channel, false) ? 'any' : 'service';
    this.#follow(event, new events.CustomerContactEvent(customer.id, channel, purpose));
  }

  /** Where a note can be written on this page. */
  get #notesPanel(): (Element & { compose?: () => void }) | null {
    if (!this.isConnected) return null;
    const page = this.closest('customer-dashboard') ?? (this.getRootNode() as ParentNode);
    return page.querySelector('notes-panel');
  }

  #composeNote(customerId: string): void {
    if (this.request(new events.NoteComposeEvent(customerId))) this.#notesPanel?.compose?.();
  }

  /** Does something at the desk, which is loaded when it is first needed. */
  #use(act: (desk: CustomerDesk) => void): void {
    this.announce('');
    this.#copying.reset();
    this.#desk.use(({ CustomerDesk }) => act((this.#work ??= new CustomerDesk(this, () => this.#customer.refresh()))));
  }

  /** Lets a link be followed unless the host does it in its own way. */
  #follow(event: Event, request: RequestEvent): void {
    if (!this.request(request)) event.preventDefault();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'customer-info': CustomerInfo;
  }
}
