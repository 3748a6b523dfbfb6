import { requestEvent } from '../../element/events.ts';

/** A payment or a refund is about to be opened. */
export class TransactionOpenEvent extends requestEvent('transaction-open', 'transactionId') {}

declare global {
  interface GlobalEventHandlersEventMap {
    'transaction-open': TransactionOpenEvent;
  }
}
