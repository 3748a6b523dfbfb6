import { requestEvent } from '../../element/events.ts';

/** A new order for this customer is about to be created. */
export class OrderCreateEvent extends requestEvent('order-create') {}

declare global {
  interface GlobalEventHandlersEventMap {
    'order-create': OrderCreateEvent;
  }
}
