import { RequestEvent } from '../../element/events.ts';

/** An order or a return is about to be opened. */
export class OrderOpenEvent extends RequestEvent {
  readonly customerId: string;
  readonly orderId: string;

  constructor(customerId: string, orderId: string) {
    super('order-open');
    this.customerId = customerId;
    this.orderId = orderId;
  }
}

/** A new order for this customer is about to be created. */
export class OrderCreateEvent extends RequestEvent {
  readonly customerId: string;

  constructor(customerId: string) {
    super('order-create');
    this.customerId = customerId;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'order-open': OrderOpenEvent;
    'order-create': OrderCreateEvent;
  }
}
