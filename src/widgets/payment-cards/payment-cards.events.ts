import { factEvent, requestEvent } from '../../element/events.ts';

/** The processor's page that adds a card is about to be opened. */
export class PaymentCardCreateEvent extends requestEvent('payment-card-create') {}

/** A card is about to become the default. */
export class PaymentCardDefaultEvent extends requestEvent('payment-card-default', 'cardId') {}

/** A card became the default. */
export class PaymentCardDefaultedEvent extends factEvent('payment-card-defaulted', 'cardId') {}

/** A card is about to be removed. */
export class PaymentCardDeleteEvent extends requestEvent('payment-card-delete', 'cardId') {}

/** A card was removed. */
export class PaymentCardDeletedEvent extends factEvent('payment-card-deleted', 'cardId') {}

declare global {
  interface GlobalEventHandlersEventMap {
    'payment-card-create': PaymentCardCreateEvent;
    'payment-card-default': PaymentCardDefaultEvent;
    'payment-card-defaulted': PaymentCardDefaultedEvent;
    'payment-card-delete': PaymentCardDeleteEvent;
    'payment-card-deleted': PaymentCardDeletedEvent;
  }
}
