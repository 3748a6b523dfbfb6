import { requestEvent } from '../../element/events.ts';

/** An order or a return is about to be opened. */
export class OrderOpenEvent extends requestEvent('order-open', 'orderId') {}

/** A new order for this customer is about to be created. */
export class OrderCreateEvent extends requestEvent('order-create') {}

declare global {
  interface GlobalEventHandlersEventMap {
    'order-open': OrderOpenEvent;
    'order-create': OrderCreateEvent;
  }
}
