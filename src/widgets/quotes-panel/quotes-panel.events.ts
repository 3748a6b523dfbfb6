import { RequestEvent } from '../../element/events.ts';

/** A quote is about to be opened. */
export class QuoteOpenEvent extends RequestEvent {
  readonly customerId: string;
  readonly quoteId: string;

  constructor(customerId: string, quoteId: string) {
    super('quote-open');
    this.customerId = customerId;
    this.quoteId = quoteId;
  }
}

/** A quote for this customer is about to be created. */
export class QuoteCreateEvent extends RequestEvent {
  readonly customerId: string;

  constructor(customerId: string) {
    super('quote-create');
    this.customerId = customerId;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'quote-open': QuoteOpenEvent;
    'quote-create': QuoteCreateEvent;
  }
}
