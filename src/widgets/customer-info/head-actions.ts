import { html, nothing, type TemplateResult } from 'lit';
import { updatesOf } from '../../adapter/features.ts';
import type { Customer } from '../../domain/customer.ts';
import type { Availability } from '../../domain/operator.ts';
import type { DashboardElement } from '../../element/dashboard-element.ts';
import { safeHref } from '../../element/href.ts';
import type { Opening } from '../../element/opening.ts';
import { featureMark } from '../../ui/feature-mark.ts';
import { icon } from '../../ui/icon.ts';
import * as icons from '../../ui/icons.ts';
import { opener } from '../../ui/opener.ts';
import * as events from './customer-info.events.ts';
import { mailTo, mayReach, type Channel } from './reaching.ts';
import { customerInfoWords } from './words.en.ts';

interface Settings {
  readonly serviceContact: boolean;
}

interface Targets {
  readonly edit: () => void;
  /** Returns how a page of the host opens, if it does. */
  readonly openingTo: (intent: string, params: Readonly<Record<string, string>>) => Opening | undefined;
}

/** The actions beside the customer's name: contact, a note, editing, the profile. */
export class HeadActions {
  readonly #host: DashboardElement & Settings;
  readonly #targets: Targets;

  constructor(host: DashboardElement & Settings, targets: Targets) {
    this.#host = host;
    this.#targets = targets;
  }

  render(customer: Customer): TemplateResult {
    return html`${this.#contact(customer)}${this.#note(customer)}${this.#edit()}${this.#profile(customer)}`;
  }

  /** Dispatches the request to contact a customer, then lets the browser follow the link. */
  contact(event: Event, customer: Customer, channel: Channel): void {
    const purpose = mayReach(customer, channel, false) ? 'any' : 'service';
    if (!this.#host.request(new events.CustomerContactEvent(customer.id, channel, purpose))) event.preventDefault();
  }

  get #words() {
    return this.#host.l10n.words(customerInfoWords);
  }

  /** Renders the contact link; nothing without an address or without consent. */
  #contact(customer: Customer): TemplateResult | typeof nothing {
    const host = this.#host;
    const { serviceAction, contactAction } = this.#words;
    const href = mayReach(customer, 'email', host.serviceContact)
      ? (host.link('contact', { channel: 'email' }) ?? safeHref(mailTo(customer)))
      : undefined;
    if (href === undefined) return nothing;
    return html`<a
      class="button"
      part="contact"
      href=${href}
      @click=${(event: Event) => this.contact(event, customer, 'email')}
      >${icon(icons.mail)}${mayReach(customer, 'email', false) ? contactAction : serviceAction}</a
    >`;
  }

  /** Renders the button that goes to the form for a note, if a panel on this page has one. */
  #note({ id }: Customer): TemplateResult | typeof nothing {
    if (!this.#notesPanel) return nothing;
    const { noteAction } = this.#words;
    const compose = () => {
      if (this.#host.request(new events.NoteComposeEvent(id))) this.#notesPanel?.compose?.();
    };
    return html`<button
      type="button"
      class="button icon-only"
      part="compose-note"
      aria-label=${noteAction}
      title=${noteAction}
      @click=${compose}
    >
      ${icon(icons.note)}
    </button>`;
  }

  /** The panel on this page in which a note can be written. */
  get #notesPanel(): (Element & { compose?: () => void }) | null {
    const host = this.#host;
    if (!host.isConnected) return null;
    const page = host.closest('customer-dashboard') ?? (host.getRootNode() as ParentNode);
    return page.querySelector('notes-panel');
  }

  /** Renders the button that edits. If editing is denied, it opens the explanation. */
  #edit(): TemplateResult | typeof nothing {
    const { client, l10n } = this.#host;
    if (!this.#changesRecord && !client?.adapter.customers?.setStatus) return nothing;
    const editing = this.#editing;
    return html`<span class=${editing.state === 'unknown' ? 'unsettled' : nothing}
        ><button
          type="button"
          class="button"
          part="edit"
          ?disabled=${editing.state === 'planned'}
          @click=${this.#targets.edit}
        >
          ${icon(editing.state === 'denied' ? icons.lock : icons.pencil)}${this.#words.edit}
        </button></span
      >${featureMark(editing, l10n)}`;
  }

  /** The availability of editing: that of the record, or of the verification if nothing else can be changed. */
  get #editing(): Availability {
    const { client, permissions } = this.#host;
    const [record, status] = [permissions.of('customers.update'), permissions.of('customers.setStatus')];
    const setsStatus = Boolean(client?.adapter.customers?.setStatus);
    return this.#changesRecord && (record.state !== 'denied' || !setsStatus) ? record : status;
  }

  get #changesRecord(): boolean {
    return updatesOf(this.#host.client?.adapter ?? {}).length > 0;
  }

  #profile({ id }: Customer): TemplateResult | typeof nothing {
    const opening = this.#targets.openingTo('profile', { customerId: id });
    if (!opening) return nothing;
    return opener({
      label: icon(icons.more),
      name: this.#words.moreAction,
      part: 'profile',
      className: 'button icon-only',
      opening,
      onOpen: (event) => void this.#host.open(event, opening, new events.NavigateEvent(id, 'profile')),
    });
  }
}
