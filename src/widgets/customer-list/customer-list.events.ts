import { requestEvent } from '../../element/events.ts';

/** A customer in the list is about to be opened. */
export class CustomerOpenEvent extends requestEvent('customer-open') {}

declare global {
  interface GlobalEventHandlersEventMap {
    'customer-open': CustomerOpenEvent;
  }
}
