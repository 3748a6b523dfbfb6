import { FactEvent, RequestEvent } from '../../element/events.ts';

/** The customer's data is about to be changed: login, recovery email, business accounts, tax exemption. */
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

/** The verification status is about to be set. */
export class CustomerStatusSetEvent extends RequestEvent {
  readonly customerId: string;
  /** The code of the verification status. */
  readonly verification: string;

  constructor(customerId: string, verification: string) {
    super('customer-status-set');
    this.customerId = customerId;
    this.verification = verification;
  }
}

/** The verification status was changed. */
export class CustomerStatusChangedEvent extends FactEvent {
  readonly customerId: string;
  readonly verification: string;

  constructor(customerId: string, verification: string) {
    super('customer-status-changed');
    this.customerId = customerId;
    this.verification = verification;
  }
}

/** The customer's password is about to be changed. The event does not contain it. */
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

/** A masked value is about to be revealed. The event contains neither the value nor the reason. */
export class RevealEvent extends RequestEvent {
  readonly customerId: string;
  /** The name of the customer's property, or `customFields.` and the id of a custom field. */
  readonly datum: string;

  constructor(customerId: string, datum: string) {
    super('reveal');
    this.customerId = customerId;
    this.datum = datum;
  }
}

/** A masked value was revealed for a limited time. */
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
