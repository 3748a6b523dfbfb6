import { RequestEvent } from '../../element/events.ts';

/** The customer is about to be written to or called, by the operator's own mail program or telephone. */
export class CustomerContactEvent extends RequestEvent {
  readonly customerId: string;
  readonly channel: 'email' | 'phone';

  constructor(customerId: string, channel: 'email' | 'phone') {
    super('customer-contact');
    this.customerId = customerId;
    this.channel = channel;
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
    'business-account-open': BusinessAccountOpenEvent;
    'explanation-open': ExplanationOpenEvent;
  }
}
