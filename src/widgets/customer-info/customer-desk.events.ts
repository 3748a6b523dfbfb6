import { FactEvent, RequestEvent } from '../../element/events.ts';

/** The customer's data is about to be changed: login, recovery e-mail, business accounts, exemption from tax. */
export class CustomerUpdateEvent extends RequestEvent {
  readonly customerId: string;

  constructor(customerId: string) {
    super('customer-update');
    this.customerId = customerId;
  }
}

/** The customer's data was changed. */
export class CustomerUpdatedEvent extends FactEvent {
  readonly customerId: string;

  constructor(customerId: string) {
    super('customer-updated');
    this.customerId = customerId;
  }
}

/** It is about to be said whether who the customer says to be has been checked. */
export class CustomerStatusSetEvent extends RequestEvent {
  readonly customerId: string;
  /** The code of the verification. */
  readonly verification: string;

  constructor(customerId: string, verification: string) {
    super('customer-status-set');
    this.customerId = customerId;
    this.verification = verification;
  }
}

/** The verification was changed. */
export class CustomerStatusChangedEvent extends FactEvent {
  readonly customerId: string;
  readonly verification: string;

  constructor(customerId: string, verification: string) {
    super('customer-status-changed');
    this.customerId = customerId;
    this.verification = verification;
  }
}

/** The customer's password is about to be changed. It is not in the event. */
export class PasswordSetEvent extends RequestEvent {
  readonly customerId: string;

  constructor(customerId: string) {
    super('password-set');
    this.customerId = customerId;
  }
}

/** The customer's password was changed. */
export class PasswordChangedEvent extends FactEvent {
  readonly customerId: string;

  constructor(customerId: string) {
    super('password-changed');
    this.customerId = customerId;
  }
}

/** A masked datum is about to be shown whole. Neither the datum nor the reason is in the event. */
export class RevealEvent extends RequestEvent {
  readonly customerId: string;
  /** A member of the customer, or `customFields.` and the id of a field of the host's own. */
  readonly datum: string;

  constructor(customerId: string, datum: string) {
    super('reveal');
    this.customerId = customerId;
    this.datum = datum;
  }
}

/** A masked datum is shown whole, for a while. */
export class RevealedEvent extends FactEvent {
  readonly customerId: string;
  readonly datum: string;

  constructor(customerId: string, datum: string) {
    super('revealed');
    this.customerId = customerId;
    this.datum = datum;
  }
}

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
