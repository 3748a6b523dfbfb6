import type { AddressUse } from '../../domain/address.ts';
import { RequestEvent } from '../../element/events.ts';

/** The operator's mail program or telephone is about to open to contact the customer. */
export class CustomerContactEvent extends RequestEvent {
  readonly customerId: string;
  readonly channel: 'email' | 'phone';
  /**
   * The permitted purpose. `service`: the customer has not consented to contact, so only their orders and requests can
   * be the subject. The host has allowed this with `service-contact`.
   */
  readonly purpose: 'any' | 'service';

  constructor(customerId: string, channel: 'email' | 'phone', purpose: 'any' | 'service' = 'any') {
    super('customer-contact');
    this.customerId = customerId;
    this.channel = channel;
    this.purpose = purpose;
  }
}

/**
 * A note about the customer is about to be written. `customer-dashboard` handles the event if it has a `notes-panel`.
 */
export class NoteComposeEvent extends RequestEvent {
  readonly customerId: string;

  constructor(customerId: string) {
    super('note-compose');
    this.customerId = customerId;
  }
}

/** A page of the host's admin is about to be opened, by its intent: `profile`, `marketplace-customer`. */
export class NavigateEvent extends RequestEvent {
  readonly customerId: string;
  readonly intent: 'profile' | 'marketplace-customer';

  constructor(customerId: string, intent: 'profile' | 'marketplace-customer') {
    super('navigate');
    this.customerId = customerId;
    this.intent = intent;
  }
}

/** The address book is about to be opened. `use` says which default is to be chosen, if any. */
export class AddressBookOpenEvent extends RequestEvent {
  readonly customerId: string;
  readonly use: AddressUse | undefined;

  constructor(customerId: string, use?: AddressUse) {
    super('address-book-open');
    this.customerId = customerId;
    this.use = use;
  }
}

/** A business account is about to be opened in the host's admin. */
export class BusinessAccountOpenEvent extends RequestEvent {
  readonly customerId: string;
  readonly businessAccountId: string;

  constructor(customerId: string, businessAccountId: string) {
    super('business-account-open');
    this.customerId = customerId;
    this.businessAccountId = businessAccountId;
  }
}

/** The page that explains why personal data is withheld is about to be opened. */
export class ExplanationOpenEvent extends RequestEvent {
  readonly customerId: string;

  constructor(customerId: string) {
    super('explanation-open');
    this.customerId = customerId;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'customer-contact': CustomerContactEvent;
    'note-compose': NoteComposeEvent;
    navigate: NavigateEvent;
    'address-book-open': AddressBookOpenEvent;
    'business-account-open': BusinessAccountOpenEvent;
    'explanation-open': ExplanationOpenEvent;
  }
}
