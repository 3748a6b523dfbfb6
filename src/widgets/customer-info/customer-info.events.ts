import type { AddressUse } from '../../domain/address.ts';
import { requestEvent } from '../../element/events.ts';

export { NavigateEvent } from '../../element/events.ts';

/** The operator's mail program or telephone is about to open to contact the customer. */
export class CustomerContactEvent extends requestEvent('customer-contact', 'channel', 'purpose')<{
  channel: 'email' | 'phone';
  /**
   * The permitted purpose. `service`: the customer has not consented to contact, so only their orders and requests can
   * be the subject. The host has allowed this with `service-contact`.
   */
  purpose: 'any' | 'service';
}> {
  constructor(customerId: string, channel: 'email' | 'phone', purpose: 'any' | 'service' = 'any') {
    super(customerId, channel, purpose);
  }
}

/**
 * A note about the customer is about to be written. `customer-dashboard` handles the event if it has a `notes-panel`.
 */
export class NoteComposeEvent extends requestEvent('note-compose') {}

/** The address book is about to be opened. `use` says which default is to be chosen, if any. */
export class AddressBookOpenEvent extends requestEvent('address-book-open', 'use')<{ use: AddressUse | undefined }> {}

/** A business account is about to be opened in the host's admin. */
export class BusinessAccountOpenEvent extends requestEvent('business-account-open', 'businessAccountId') {}

/** The page that explains why personal data is withheld is about to be opened. */
export class ExplanationOpenEvent extends requestEvent('explanation-open') {}

declare global {
  interface GlobalEventHandlersEventMap {
    'customer-contact': CustomerContactEvent;
    'note-compose': NoteComposeEvent;
    'address-book-open': AddressBookOpenEvent;
    'business-account-open': BusinessAccountOpenEvent;
    'explanation-open': ExplanationOpenEvent;
  }
}
