import { factEvent, requestEvent } from '../../element/events.ts';

/** The customer's data is about to be changed: login, recovery email, business accounts, tax exemption. */
export class CustomerUpdateEvent extends requestEvent('customer-update') {}

/** The customer's data was changed. */
export class CustomerUpdatedEvent extends factEvent('customer-updated') {}

/** The verification status is about to be set. */
export class CustomerStatusSetEvent extends requestEvent('customer-status-set', 'verification')<{
  /** The code of the verification status. */
  verification: string;
}> {}

/** The verification status was changed. */
export class CustomerStatusChangedEvent extends factEvent('customer-status-changed', 'verification') {}

/** The customer's password is about to be changed. The event does not contain it. */
export class PasswordSetEvent extends requestEvent('password-set') {}

/** The customer's password was changed. */
export class PasswordChangedEvent extends factEvent('password-changed') {}

/** A masked value is about to be revealed. The event contains neither the value nor the reason. */
export class RevealEvent extends requestEvent('reveal', 'datum')<{
  /** The name of the customer's property, or `customFields.` and the id of a custom field. */
  datum: string;
}> {}

/** A masked value was revealed for a limited time. */
export class RevealedEvent extends factEvent('revealed', 'datum') {}

declare global {
  interface GlobalEventHandlersEventMap {
    'customer-update': CustomerUpdateEvent;
    'customer-updated': CustomerUpdatedEvent;
    'customer-status-set': CustomerStatusSetEvent;
    'customer-status-changed': CustomerStatusChangedEvent;
    'password-set': PasswordSetEvent;
    'password-changed': PasswordChangedEvent;
    reveal: RevealEvent;
    revealed: RevealedEvent;
  }
}
