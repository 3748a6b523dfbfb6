import { requestEvent } from '../../element/events.ts';

/** A quote is about to be opened. */
export class QuoteOpenEvent extends requestEvent('quote-open', 'quoteId') {}

/** A quote for this customer is about to be created. */
export class QuoteCreateEvent extends requestEvent('quote-create') {}

declare global {
  interface GlobalEventHandlersEventMap {
    'quote-open': QuoteOpenEvent;
    'quote-create': QuoteCreateEvent;
  }
}
